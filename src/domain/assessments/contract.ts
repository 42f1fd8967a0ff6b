import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id, period, word } from '#domain/facts/contract.ts';
import { groundsNames } from '#domain/points/contract.ts';
import { itemStates } from './item-standing.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const year = z.coerce.number().int().min(2000).max(2100);

/** The tree as the evaluator made it, without what the reader may not see. */
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);

const lack = z.strictObject({ words, due: civilDate.nullable() });

/** A register whose entries make the figure. */
export const feed = z.strictObject({ register: word, label: words, keptBy: z.enum(['branch', 'office', 'discipline']) });

const scoredItem = z.strictObject({
  id: z.string(), label: words, value: hundredths.nullable(), full: hundredths.nullable(), weight: hundredths.nullable(), state: z.enum(itemStates),
  /** 序时进度 in hundredths of a percent. */
  progressToDate: hundredths.nullable(),
  clause: z.string().nullable(), guidance: words.nullable(), lacks: z.array(lack).readonly(),
  /** What fills its gap. */
  closing: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('session'), activity: word, window: z.string().nullable(), group: id.nullable() }), z.strictObject({ kind: z.literal('entry'), register: word, period: period.nullable() }),
  ]).nullable(),
  feeds: z.array(feed).readonly(),
});

const scoredAspect = z.strictObject({
  id: z.string(), label: words, value: hundredths.nullable(), full: hundredths.nullable(), weight: hundredths.nullable(), progressToDate: hundredths.nullable(),
  clause: z.string().nullable(), items: z.array(scoredItem).readonly(),
});

const branchScore = z.strictObject({
  organisation: z.strictObject({ id, name: z.string() }),
  year: z.number().int(),
  /** What was known, of what had happened by when. */
  asOf: z.strictObject({ seq: z.number().int(), day: civilDate }),
  /** Null: no scheme with indicators is in force in the year. */
  scheme: z.strictObject({ label: words, version: z.number().int() }).nullable(),
  total: hundredths.nullable(),
  full: hundredths.nullable(),
  progressToDate: hundredths.nullable(),
  aspects: z.array(scoredAspect).readonly(),
  grounds: grounds.nullable(),
  names: groundsNames,
  /** 异议中: the objection under way to a fact or an item, by its id; and whether the reader may raise one. */
  objected: z.record(z.string(), id), mayObject: z.boolean(),
});
export type BranchScore = z.output<typeof branchScore>;
export type BranchScoreItem = z.output<typeof scoredItem>;
export type BranchScoreAspect = z.output<typeof scoredAspect>;

export const readBranchScore = contract({
  name: 'readBranchScore', method: 'GET', path: '/organisations/:organisation/score',
  summary: { zh: '支部得分', en: 'The score of a branch in a year, aspect by aspect, with its grounds' },
  input: z.strictObject({
    organisation: id,
    year: year.optional(),
    /** Of what had happened by this day; today when left out. */
    day: civilDate.optional(),
    /** Of what the record knew by this entry, for a number that was issued then. */
    seq: z.coerce.number().int().min(0).optional(),
  }),
  output: branchScore,
  refusals: [],
});

/** Branches whose score one may see, to choose from: those one answers for, and one's own. */
export const readScoreScopes = contract({
  name: 'readScoreScopes', method: 'GET', path: '/scores/branches',
  summary: { zh: '可查看得分的支部', en: 'Branches whose score one may see' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ id, name: z.string(), number: z.string() })) }),
  refusals: [],
});
