import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { objectionState } from '#domain/facts/objection-state-contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const { matter, subject, body, verdict } = objectionState.shape;
const standing = z.enum(['raised', 'unanswered', 'answered', 'settled', 'appealed', 'decided', 'withdrawn']);

/** An objection as lists show it; the desk needs no more, and does not load how facts are put right. */
export const objectionLine = z.strictObject({
  objection: id, version: z.number().int().min(1), matter, label: words, subject: subject.extend({ name: z.string() }), organisation: z.strictObject({ id, name: z.string() }), body,
  standing, verdict, raisedOn: civilDate,
  /** Last day of whoever is to move next, and how many working days are left. */
  deadline: civilDate.nullable(), provisional: z.boolean(), daysLeft: z.number().int().nullable(), overdue: z.boolean(),
});
export type ObjectionLine = z.output<typeof objectionLine>;

export const listObjections = contract({
  name: 'listObjections', method: 'GET', path: '/objections',
  summary: { zh: '异议与复核', en: "One's own objections, and those that wait for one's office" },
  input: z.strictObject({ list: z.enum(['own', 'open', 'done']) }),
  output: z.strictObject({
    items: z.array(objectionLine.extend({
      mine: z.boolean(), toMove: z.boolean(),
      /** Raised to a monthly statement, where it is dealt with. */
      statement: id.nullable(),
      /** Raised to a member's annual evaluation, where it is answered. */
      evaluation: z.strictObject({ organisation: id, year: z.number().int() }).nullable(),
    })).max(500),
    waiting: z.number().int().min(0),
  }),
  refusals: [],
});
