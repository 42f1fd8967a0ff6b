import { z } from 'zod';
import { civilDate, hundredths, id, pinned, word } from './shapes-contract.ts';

const count = z.number().int().min(0).max(9999);
const figure = z.strictObject({ part: word, value: hundredths.nullable() });
/** 党员年度综合评价 of one branch for one year, on its way from the steps to the approval (D-21). */
export const memberReviewState = z.strictObject({
  organisation: id,
  year: z.number().int().min(2000).max(2199),
  stage: z.enum(['opened', 'balloted', 'scored', 'graded', 'submitted', 'returned', 'approved']),
  /** Steps of the scheme that were taken, with their days; the ballots and the grading have days of their own. */
  steps: z.array(z.strictObject({ step: word, day: civilDate })).max(20),
  /** 民主测评: what was handed out and came back, by the register that keeps the counts of each member. */
  ballots: z.strictObject({
    day: civilDate,
    entitled: count,
    papers: z.array(z.strictObject({ register: word, issued: count, received: count, valid: count })).min(1).max(10),
  }).nullable(),
  /** What the values recompute from; each member's grounds have their hash beside his value. */
  pin: z.strictObject({
    scheme: word, schemeVersion: z.number().int().min(1), evaluator: z.number().int().min(1), asOfSeq: z.number().int().min(0), date: civilDate,
  }).nullable(),
  members: z.array(z.strictObject({
    person: id,
    /** The class by which he is not evaluated; he has neither value nor grade. */
    exempt: word.nullable(),
    value: hundredths.nullable(),
    figures: z.array(figure).max(60),
    groundsHash: z.string().regex(/^[0-9a-f]{64}$/),
    vetoes: z.array(word).max(50),
    /** 建议等次: no decision. `tied` says that the line of the places runs between equals. */
    proposed: word.nullable(),
    tied: z.boolean(),
    /** 评定等次, by the committee. */
    grade: word.nullable(),
    /** When it was talked over with him and he was heard. */
    talkedOn: civilDate.nullable(),
  })).max(3000),
  /** 组织评定: the day of the meeting and who decided; of himself nobody did. */
  gradedOn: civilDate.nullable(),
  deciders: z.array(id).max(60),
  /** 审定 by the organs committee. */
  approvedOn: civilDate.nullable(),
  /** The day of this stage. */
  movedOn: civilDate,
});
/** What the approved year of one member is, as he is told it, and what he said to it. */
export const memberResultState = z.strictObject({
  person: id,
  /** The branch that evaluated him; the office answers an objection. */
  organisation: id,
  review: id,
  year: z.number().int().min(2000).max(2199),
  value: hundredths.nullable(),
  grade: word,
  ...pinned,
  toldOn: civilDate,
  /** Last day for an objection; null while the calendar of the year is not announced. */
  objectUntil: civilDate.nullable(),
  stage: z.enum(['told', 'confirmed', 'objected', 'answered']),
  verdict: z.enum(['upheld', 'rejected']).nullable(),
  /** 改评: the grade he had before an upheld objection, and the day of the meeting that put it right. */
  regraded: z.strictObject({ from: word, on: civilDate }).optional(),
  movedOn: civilDate,
});
