import { z } from 'zod';
import { word } from '#domain/facts/contract.ts';
import { matchShape } from './match-shape.ts';
import { clause, label, windowKind } from './quantities.ts';
import { answeredShape } from './value-shapes.ts';

/** So many in each window of the year. */
const timesShape = z.strictObject({ kind: z.literal('duty'), per: windowKind, atLeast: z.int().min(1).max(100).optional() });

/** 工作要求: what a body owes beside all marks. It is watched and reminded of, and brings or costs nothing. */
export const requirementShape = z.strictObject({
  id: word,
  label,
  /** Each branch, or the committee of the whole bureau. */
  of: z.enum(['branch', 'bureau']),
  clause,
  match: matchShape,
  value: z.discriminatedUnion('kind', [timesShape, answeredShape.pick({ kind: true, to: true, within: true, eachPerson: true })]),
});
export type Requirement = z.output<typeof requirementShape>;
