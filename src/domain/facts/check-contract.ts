import { z } from 'zod';
import { civilDate, hundredths, id, pinned, word } from './shapes-contract.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
/**
 * 抽取: which branches below a committee are checked in a quarter, in three acts (C): the list is published with its hash,
 * at least two people type a word each, and the draw follows from both. The text of the list and the words live beside
 * the log, where the proof shows them.
 */
export const drawState = z.strictObject({
  /** The committee that checks. */
  organisation: id,
  window: quarter,
  stage: z.enum(['published', 'drawn', 'void']),
  /** Of each stratum, in hundredths of a percent, rounded up. */
  share: z.number().int().min(1).max(10_000),
  /** Who was not drawn for so many quarters stands first. */
  quarters: z.number().int().min(1).max(12),
  list: z.array(z.strictObject({ organisation: id, stratum: z.enum(['shift', 'office']), last: quarter.nullable() })).min(1).max(1000),
  /** What can be checked: the items of the scheme, and whether one is marked by a check alone. */
  items: z.array(z.strictObject({ item: word, marked: z.boolean() })).min(1).max(200),
  listHash: sha256,
  /** Who typed a word, in their order; of the word itself only its hash stands here. */
  words: z.array(z.strictObject({ person: id, hash: sha256 })).max(20),
  seed: sha256.nullable(),
  drawn: z.array(z.strictObject({ organisation: id, because: z.enum(['waited', 'lot']) })).max(1000),
});
/**
 * 抽查评分表: what a team found in a branch, item by item, beside what facts had made of it by then and what the branch had
 * said of itself. It counts when another member of the team has confirmed it.
 */
export const checkSheetState = z.strictObject({
  organisation: id,
  draw: id,
  window: quarter,
  /** On which the team looks: planned, then as it was. */
  day: civilDate,
  judges: z.array(id).min(2).max(3),
  stage: z.enum(['planned', 'marked', 'confirmed', 'sent', 'signed']),
  markedBy: id.nullable(),
  confirmedBy: id.nullable(),
  items: z.array(z.strictObject({
    item: word,
    why: z.enum(['marked', 'gap', 'lot']),
    /** Out of how much, with what siblings without a basis add. */
    full: hundredths.nullable(),
    /** 计算分 on the day, before any check; null has no basis. */
    computed: hundredths.nullable(),
    /** 自评分 of the last self-check, and out of how much it was. */
    selfMark: hundredths.nullable(),
    selfFull: hundredths.nullable(),
    /** 核定分; null while nothing has been marked. */
    checked: hundredths.nullable(),
    /** 抽问: how many people were asked. */
    asked: z.number().int().min(0).max(500),
  })).min(1).max(200),
  /** What is to be put right until when; the words stand beside the log. */
  problems: z.array(z.strictObject({ item: word.nullable(), until: civilDate })).max(40),
  ...pinned,
});
/** 回避: somebody does not check a branch, because it is his 联系点 or because he says so. */
export const recusalState = z.strictObject({
  person: id, organisation: id, because: z.enum(['contact', 'declared']), from: civilDate, to: civilDate.nullable(),
});

/** 问题整改: what a check found, or a branch itself, on its way from 挂账 to 销号. What it is and what was done stand beside the log. */
export const problemState = z.strictObject({
  organisation: id,
  /** The sheet on which it was found; null where the branch opened it of itself. */
  sheet: id.nullable(),
  item: word.nullable(),
  day: civilDate,
  until: civilDate,
  stage: z.enum(['opened', 'rectifying', 'applied', 'returned', 'closed']),
  /** Who found it: they check it again (复核). */
  finders: z.array(id).min(1).max(3),
  closedOn: civilDate.nullable(),
});
