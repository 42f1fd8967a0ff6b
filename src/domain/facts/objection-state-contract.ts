import { z } from 'zod';
import { civilDate, id, period, word } from './shapes-contract.ts';

/**
 * 异议: what somebody holds to be wrong, and what became of it. Upheld, it names the version by which a fact was put
 * right; it has no number of its own.
 */
export const objectionState = z.strictObject({
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fact'), fact: id, version: z.number().int().min(1) }),
    /** The mark of an item of a branch's year. */
    z.strictObject({ kind: z.literal('item'), year: z.number().int().min(2000).max(2199), item: word }),
    z.strictObject({ kind: z.literal('missing'), period }),
    /** Somebody on the public notice of a selection. */
    z.strictObject({ kind: z.literal('listing'), selection: id, person: id }),
  ]),
  matter: z.enum(['attendance', 'entry', 'item', 'spotCheck', 'grade', 'missing', 'listing', 'other']),
  /** Whose number it concerns. */
  subject: z.strictObject({ kind: z.enum(['person', 'branch']), id }),
  raisedBy: id,
  /** Where the disputed thing was entered; `office` says that it answers above the branch. */
  organisation: id,
  body: z.enum(['branch', 'office']),
  period,
  stage: z.enum(['raised', 'answered', 'appealed', 'decided', 'withdrawn']),
  verdict: z.enum(['upheld', 'partly', 'rejected']).nullable(),
  correction: z.strictObject({ fact: id, version: z.number().int().min(1) }).nullable(),
  raisedOn: civilDate,
  answeredOn: civilDate.nullable(),
  appealedOn: civilDate.nullable(),
  decidedOn: civilDate.nullable(),
});
