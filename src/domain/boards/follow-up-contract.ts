import { z } from 'zod';
import { personCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';
import { groundsNames } from '#domain/points/contract.ts';

const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);
const fact = z.strictObject({ kind: z.string().max(40), factId: id });

/** One thing that a fact calls for. */
const item = z.strictObject({
  id: z.string().max(120), label: words, state: z.enum(['due', 'gap', 'met']), day: civilDate, until: civilDate,
  /** Whom it is about, where each person is asked about for himself. */
  person: personCard.nullable(),
  asking: fact.nullable(), answer: fact.nullable(),
});
export type FollowUpItem = z.output<typeof item>;

/** 随事任务 of one rule. */
const followUp = z.strictObject({
  rule: word, label: words, clause: z.string(),
  /** The register in which it is answered; null where the product keeps that one itself. */
  register: word.nullable(),
  /** The part that a person has in the answer. */
  as: word.nullable(),
  /** One entry answers all of a month; all of a year stand in one list and are answered one by one; or each stands alone. */
  grouping: z.enum(['entry', 'list', 'each']),
  mayEnter: z.boolean(), met: z.number().int(), items: z.array(item), grounds,
});
export type FollowUp = z.output<typeof followUp>;

/** 近期应办: what the facts of a branch call for now, by the rules of the scheme, each with where it is entered. */
export const readFollowUps = contract({
  name: 'readFollowUps', method: 'GET', path: '/organisations/:organisation/follow-ups',
  summary: { zh: '近期应办', en: 'What the facts of a branch call for now' },
  input: z.strictObject({
    organisation: id,
    /** An entry of this year: only what it asks for, and what it answers, also where that is over. */
    entry: id.optional(),
  }),
  output: z.strictObject({ items: z.array(followUp), names: groundsNames }),
  refusals: [],
});
