import { z } from 'zod';
import { post, word } from '#domain/facts/contract.ts';
import { matchShape } from './match-shape.ts';
import { percent, points, positivePoints, windowKind } from './quantities.ts';

/** How a share becomes a mark where it is not simply full × share. */
const scale = z.strictObject({
  /** From this percentage on the full mark; each started percent below costs `perPoint`; under `zeroBelow` nothing is left. */
  fullFrom: percent,
  perPoint: positivePoints,
  zeroBelow: percent.optional(),
}).optional();
const byPercent = z.array(z.strictObject({ from: percent, mark: points })).min(1).max(20).optional();
const marks = z.record(word, points);

// What a fact is worth by itself: posted in full, bounded by limits.
export const fixedShape = z.strictObject({ kind: z.literal('fixed'), each: points, perSession: z.boolean().optional() });
/** By a level that the entry names; `half` is a flag of the entry under which half is counted. */
export const tableShape = z.strictObject({ kind: z.literal('table'), by: word, marks, half: word.optional() });
/** By the highest step that a number of the fact reaches: `days`, `persons`, or a field. */
export const stepsShape = z.strictObject({
  kind: z.literal('steps'), by: word, steps: z.array(z.strictObject({ from: z.number().min(0), mark: points })).min(1).max(20),
});
/** So many points for each whole, begun or nearest unit of a number of the fact. */
export const unitShape = z.strictObject({
  kind: z.literal('unit'), by: word, size: z.number().min(0.01).max(1_000_000), each: points, round: z.enum(['down', 'up', 'nearest']).optional(),
});

// What a year to date is worth: a full mark times a share.
export const shareShape = z.strictObject({ kind: z.literal('share'), full: positivePoints, scale, steps: byPercent });
export const hoursShape = z.strictObject({
  kind: z.literal('hours'), full: positivePoints, targetHours: z.number().min(0.5).max(2000).multipleOf(0.5), proRata: z.boolean(),
});
/** The mean of a level's marks against the best of them; a level without a mark leaves the reckoning. */
export const ratedShape = z.strictObject({ kind: z.literal('rated'), full: positivePoints, by: word, marks });
/** How many of the facts meet a further condition. */
export const portionShape = z.strictObject({ kind: z.literal('portion'), full: positivePoints, which: matchShape, scale, steps: byPercent });
/** Sessions held ÷ sessions arranged; what the bureau stopped is no longer arranged. */
export const heldShape = z.strictObject({ kind: z.literal('held'), full: positivePoints, scale, steps: byPercent });
/** Windows with enough facts ÷ windows due to date (序时). */
export const dutyShape = z.strictObject({
  kind: z.literal('duty'), full: positivePoints, per: windowKind, atLeast: z.int().min(1).max(100).optional(),
  /** Done so many days after the window still counts for so many percent of it. */
  late: z.strictObject({ days: z.int().min(1).max(366), percent }).optional(),
  forEach: z.enum(['branch', 'group']).optional(), scale, steps: byPercent,
});
/** Facts that ask for another one (event-triggered duty): how many of them were answered in time. */
export const answeredShape = z.strictObject({
  kind: z.literal('answered'), full: positivePoints, to: matchShape,
  within: z.strictObject({
    before: z.int().min(0).max(366).optional(), after: z.int().min(0).max(366).optional(), same: z.enum(['month', 'year']).optional(),
    /** While what asks lasts. */
    during: z.literal(true).optional(),
  }),
  /** Each person that the asking fact names must be named by the answer. */
  eachPerson: z.boolean().optional(), scale, steps: byPercent,
});
/** Members who have enough of something ÷ members. */
export const membersShape = z.strictObject({
  kind: z.literal('members'), full: positivePoints,
  have: z.strictObject({
    times: z.int().min(1).max(1000).optional(), hours: z.number().min(0.5).max(2000).multipleOf(0.5).optional(),
    committeeHours: z.number().min(0.5).max(2000).multipleOf(0.5).optional(), points: positivePoints.optional(), particulars: z.boolean().optional(),
  }),
  proRata: z.boolean().optional(),
  /** Who has it not and is named by such an entry of the year is not asked (全封闭执勤). */
  excusedBy: matchShape.optional(), scale, steps: byPercent,
});
/** 谈心谈话: pairs of the required matrix that talked ÷ pairs required. */
export const pairsShape = z.strictObject({ kind: z.literal('pairs'), full: positivePoints, scale, steps: byPercent });
/** The sum of one number of the entries ÷ the sum of another. */
export const sumsShape = z.strictObject({ kind: z.literal('sums'), full: positivePoints, of: word, over: word, scale, steps: byPercent });
/** Counts of ballots, each answer with its weight in percent ÷ valid ballots. */
export const ballotShape = z.strictObject({
  kind: z.literal('ballot'), full: positivePoints, marks: z.record(word, percent), least: z.int().min(1).max(10_000).optional(),
});
/** The mean of the marks that were given; fewer than `judges` are no basis. */
export const markShape = z.strictObject({
  kind: z.literal('mark'), full: positivePoints, by: word, outOf: positivePoints.optional(), judges: z.int().min(1).max(100).optional(),
});
/** Whether an entry is in force. */
export const inForceShape = z.strictObject({ kind: z.literal('inForce'), full: positivePoints });
/** Posts of the committee that are filled; one vacant for longer costs `each`. */
export const postsShape = z.strictObject({
  kind: z.literal('posts'), full: positivePoints, posts: z.array(post).min(1).max(7), vacantMonths: z.int().min(0).max(24), each: points,
});

export const valueShapes = {
  fixed: fixedShape, table: tableShape, steps: stepsShape, unit: unitShape,
  share: shareShape, hours: hoursShape, rated: ratedShape, portion: portionShape, held: heldShape, duty: dutyShape, answered: answeredShape,
  members: membersShape, pairs: pairsShape, sums: sumsShape, ballot: ballotShape, mark: markShape, inForce: inForceShape, posts: postsShape,
} as const;

export const valueShape = z.discriminatedUnion('kind', [
  fixedShape, tableShape, stepsShape, unitShape, shareShape, hoursShape, ratedShape, portionShape, heldShape, dutyShape, answeredShape,
  membersShape, pairsShape, sumsShape, ballotShape, markShape, inForceShape, postsShape,
]);

/** How a rule pays (分值). Points in hundredths, percentages in hundredths of a percent. */
export type RuleValue = z.output<typeof valueShape>;
/** Paid by the fact, in full, whatever the limits. */
export type FactValue = Extract<RuleValue, { kind: 'fixed' | 'table' | 'steps' | 'unit' }>;
/** Full mark times a share of the year to date. */
export type MeasuredValue = Exclude<RuleValue, FactValue>;

const factKinds: ReadonlySet<string> = new Set(['fixed', 'table', 'steps', 'unit']);
export const isFactValue = (value: RuleValue): value is FactValue => factKinds.has(value.kind);
