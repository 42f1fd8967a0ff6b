import { z } from 'zod';
import { word } from '#domain/facts/contract.ts';
import { matchShape } from './match-shape.ts';
import { clause, label, points, positivePercent, positivePoints, quota, windowKind } from './quantities.ts';
import { limitShape } from './limit-shape.ts';
import { valueShape } from './value-shapes.ts';

const missing = z.enum(['required', 'renormalise', 'zero']);
const head = { id: word, label, clause: clause.optional(), weight: positivePercent.optional() };

/** The total of the points or of the indicators, or of one part of them. */
export const totalPartShape = z.strictObject({ kind: z.literal('total'), ...head, of: z.enum(['points', 'indicators']), part: word.optional(), atMost: positivePoints.optional() });
/** Something that is marked for the result alone: a ballot, a panel, a bonus. */
export const markedPartShape = z.strictObject({
  kind: z.literal('rule'), ...head, match: matchShape, value: valueShape, limits: z.array(limitShape).max(10).optional(),
  group: z.strictObject({ per: z.union([windowKind, word]), take: z.enum(['highest', 'first']) }).optional(),
});
export type ResultPartInFile = z.input<typeof totalPartShape> | z.input<typeof markedPartShape> | GroupInFile;
interface GroupInFile {
  kind: 'group'; id: string; label: z.input<typeof label>; clause?: string | undefined; weight?: number | undefined;
  missing?: z.input<typeof missing> | undefined; choose?: 'higher' | 'lower' | 'latest' | 'first' | undefined; parts: ResultPartInFile[];
}
export type ResultPart = z.output<typeof totalPartShape> | z.output<typeof markedPartShape> | ResultGroup;
export interface ResultGroup {
  kind: 'group'; id: string; label: z.output<typeof label>; clause?: string | undefined; weight?: number | undefined;
  missing?: z.output<typeof missing> | undefined; choose?: 'higher' | 'lower' | 'latest' | 'first' | undefined; parts: ResultPart[];
}
/** Several parts weighed together, or one of them chosen. */
export const groupPartShape = z.strictObject({
  kind: z.literal('group'), ...head, missing: missing.optional(), choose: z.enum(['higher', 'lower', 'latest', 'first']).optional(),
  get parts(): z.ZodArray<z.ZodType<ResultPart, ResultPartInFile>> {
    return z.array(resultPartShape).min(1).max(50);
  },
});
export const resultPartShape = z.discriminatedUnion('kind', [totalPartShape, markedPartShape, groupPartShape]);

export const gradeShape = z.strictObject({
  id: word, label, atLeast: points.optional(), quota: quota.optional(),
  /** Given by the body that decides and never proposed by a score (基本合格, 不合格). */
  decided: z.literal(true).optional(),
  clause: clause.optional(),
});
/** What brings the veto: an entry that matches, or having missed one of these activities without a reason. */
export const vetoShape = z.strictObject({
  id: word, label, match: matchShape.optional(), absentFrom: z.array(word).min(1).max(20).optional(), atMost: word, clause,
});
const stepShape = z.strictObject({ id: word, label });

/** What a member or a branch comes to in a year: weighed parts, vetoes, grades. */
export const resultShape = z.strictObject({
  id: word,
  label,
  of: z.enum(['member', 'branch']),
  clause: clause.optional(),
  missing: missing.optional(),
  parts: z.array(resultPartShape).min(1).max(50),
  /** Vetoed to at most a grade, or `out`. */
  vetoes: z.array(vetoShape).max(50).optional(),
  /** From the best to the last. */
  grades: z.array(gradeShape).min(1).max(20).optional(),
  /** Equal scores are told apart by these parts or items, one after the other, the higher first. */
  ties: z.array(word).max(10).optional(),
  tied: z.enum(['decide', 'togetherDown']).optional(),
  /** Fewer months in the year give no grade (不定等次). */
  monthsLeast: z.int().min(1).max(12).optional(),
  /** The steps by which the year is judged, one after the other (D-21). */
  course: z.array(stepShape).min(1).max(20).optional(),
  /** The share of those entitled whose ballots must be in. */
  quorum: quota.optional(),
});
export type Result = z.output<typeof resultShape>;
export type Grade = z.output<typeof gradeShape>;
export type Veto = z.output<typeof vetoShape>;

/** A value below or above a threshold for several windows running is proposed to a person, never acted upon (word 12). */
export const proposalShape = z.strictObject({
  id: word, label, of: word.optional(),
  /** Instead of a value, how often a member stayed away from these activities without a reason. */
  absentFrom: z.array(word).min(1).max(20).optional(), below: points.optional(), from: points.optional(), per: windowKind,
  running: z.int().min(1).max(24).optional(),
  /** The register in which it is entered that somebody followed it, and the part the member has there. */
  enteredIn: word.optional(), as: word.optional(), clause,
});
export type Proposal = z.output<typeof proposalShape>;

/** The clock of a month: due and locked on working days of the next, and how long one may object. */
export const filingShape = z.strictObject({
  due: z.int().min(1).max(31), lock: z.int().min(1).max(31), lateDays: z.int().min(0).max(366).optional(),
  objectionDays: z.int().min(1).max(60).optional(), answerDays: z.int().min(1).max(60).optional(), reviewDays: z.int().min(1).max(60).optional(),
});
export type Filing = z.output<typeof filingShape>;
