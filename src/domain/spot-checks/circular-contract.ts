import { z } from 'zod';
import { organisationCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { quarter } from '#domain/facts/check-contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { jobProgress } from '#domain/jobs/contract.ts';

const hundredths = z.number().int();
const mark = {
  value: hundredths.nullable(),
  /** What the check of this quarter found more or less; null: nothing of it was checked. */
  change: hundredths.nullable(),
};
const numbers = { ...mark, problems: z.number().int(), open: z.number().int(), drawn: z.boolean(), cells: z.array(z.strictObject({ aspect: z.string(), ...mark })) };

/** The table as it is kept once it is issued: numbers alone, names stand elsewhere. */
export const circularContent = z.strictObject({
  aspects: z.array(z.strictObject({ id: z.string(), label: words, weight: hundredths.nullable() })),
  rows: z.array(z.strictObject({ organisation: id, ...numbers })), sheets: z.number().int(), confirmed: z.number().int(),
});
export type CircularContent = z.output<typeof circularContent>;

/** What the circular before had, where this one has another value; null where it is the same or there is none. */
const was = z.strictObject({ value: hundredths.nullable() }).nullable();
const circularRow = z.strictObject({
  organisation: organisationCard.extend({ number: z.string() }), ...numbers, was, cells: z.array(z.strictObject({ aspect: z.string(), ...mark, was })),
});
export type CircularRow = z.output<typeof circularRow>;
const issue = z.strictObject({ nth: z.number().int(), on: civilDate, by: z.string(), reason: z.string(), day: civilDate, seq: z.number().int() });

export const readCircular = contract({
  name: 'readCircular', method: 'GET', path: '/draws/:draw/circular',
  summary: { zh: '季度通报', en: 'The circular of a quarter: every branch by number, aspect by aspect' },
  input: z.strictObject({ draw: id, nth: z.coerce.number().int().min(1).max(999).optional() }),
  output: z.strictObject({
    organisation: organisationCard, window: quarter, day: civilDate,
    /** Null before it is issued: what stands here is what the board has now, and of an older quarter nothing. */
    issued: issue.nullable(), issues: z.array(issue),
    aspects: circularContent.shape.aspects, items: z.array(circularRow), sheets: z.number().int(), confirmed: z.number().int(),
    /** Branches with entries of the year that came after the last issue: a hint to look. */
    later: z.array(organisationCard),
    /** One's own issuing, while it is under way or when it was refused. */
    job: jobProgress.nullable(),
    may: z.strictObject({ issue: z.boolean() }),
  }),
  refusals: ['NothingToDraw'],
});
export type Circular = z.output<typeof readCircular.output>;

export const issueCircular = contract({
  name: 'issueCircular', method: 'POST', path: '/draws/:draw/circular',
  summary: { zh: '发布季度通报', en: 'Issue the circular of a quarter, or a revision of it with its reason' },
  input: z.strictObject({ draw: id, reason: z.string().trim().max(300) }),
  output: z.strictObject({ job: id }),
  refusals: ['NothingToDraw', 'NobodyDrawnYet', 'SheetsUnconfirmed', 'RevisionNeedsReason', 'CircularStays'],
});
