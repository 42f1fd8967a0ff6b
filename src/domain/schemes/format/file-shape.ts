import { z } from 'zod';
import { civilDate, clockTime, post, word } from '#domain/facts/contract.ts';
import { guideShape } from './guide-shape.ts';
import { limitShape } from './limit-shape.ts';
import { matchShape } from './match-shape.ts';
import { clause, label, positivePoints, text, windowKind } from './quantities.ts';
import { classShape, registerShape, tagShape } from './register-shape.ts';
import { requirementShape } from './requirement-shape.ts';
import { filingShape, proposalShape, resultShape } from './result-shape.ts';
import { valueShape } from './value-shapes.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const activityShape = z.strictObject({
  id: word,
  label,
  audience: z.enum(['members', 'committee', 'everybody']),
  exceptStaff: z.array(z.enum(['officer', 'auxiliary', 'civilian', 'retired'])).max(4).optional(),
  heldBy: z.enum(['branch', 'group', 'committee']),
  weekday: z.enum(weekdays).optional(),
  /** What a statutory holiday does to it: left out, held on the next working day of the week, or held all the same. */
  holiday: z.enum(['skip', 'shift', 'keep']).optional(),
  from: clockTime,
  to: clockTime,
  makeUpDays: z.int().min(1).max(365).optional(),
  labels: z.array(word).max(20).optional(),
  guidance: label.optional(),
  guide: guideShape.optional(),
  clause: clause.optional(),
});

export const contentShape = z.strictObject({ id: word, label });

export const excuseShape = z.strictObject({
  id: word,
  label,
  exempts: z.boolean(),
  makeUp: z.enum(['required', 'optional', 'no']),
  shownAs: z.enum(['duty', 'leave', 'other', 'absent']),
  broughtBy: z.enum(['shift', 'postNightRest', 'closedDuty', 'secondment', 'studyStop']).optional(),
});

export const ruleShape = z.strictObject({
  kind: z.literal('rule'),
  id: word,
  label,
  clause,
  match: matchShape,
  value: valueShape,
  /** The most it can bring, where the value does not say; a missing sibling's mark is spread by it. */
  full: positivePoints.optional(),
  /** `facts`: without any fact there is nothing to judge, and its mark goes where the part says. */
  basis: z.enum(['facts']).optional(),
  /** Of several facts of a window, or about one matter, only the highest or the first pays. */
  group: z.strictObject({ per: z.union([windowKind, word]), take: z.enum(['highest', 'first']) }).optional(),
  /** Where there is no such body the item does not apply (不适用). */
  onlyWith: z.enum(['committee', 'groups', 'noCommittee']).optional(),
  labels: z.array(word).max(20).optional(),
  guidance: label.optional(),
  guide: guideShape.optional(),
  /** The post of the branch that answers for it, and for what stands below unless that says its own. */
  responsible: post.optional(),
  limits: z.array(limitShape).max(20).optional(),
});

/** A part without what stands below it. */
export const partHeadShape = z.strictObject({
  kind: z.literal('part'),
  id: word,
  label,
  clause: clause.optional(),
  full: positivePoints.optional(),
  combine: z.enum(['highest', 'sum', 'first']).optional(),
  missing: z.enum(['required', 'renormalise', 'zero']).optional(),
  /** What everybody starts with in each window (基础分); deductions take from it. */
  base: z.strictObject({ value: positivePoints, per: windowKind, joining: z.enum(['full', 'byMonth', 'none']).optional() }).optional(),
  /** 另加分: beside the full mark of what it stands in, not part of it. */
  bonus: z.boolean().optional(),
  /** One of the children stands for the part. */
  choose: z.enum(['higher', 'lower', 'latest', 'first']).optional(),
  labels: z.array(word).max(20).optional(),
  guidance: label.optional(),
  guide: guideShape.optional(),
  responsible: post.optional(),
  limits: z.array(limitShape).max(20).optional(),
});

export type RuleInFile = z.input<typeof ruleShape>;
export type PartHeadInFile = z.input<typeof partHeadShape>;
export interface PartInFile extends PartHeadInFile {
  children: NodeInFile[];
}
export type NodeInFile = PartInFile | RuleInFile;

/** The same with points in hundredths, as the checks and the evaluator read them. */
export type ReadRule = z.output<typeof ruleShape>;
export type ReadPartHead = z.output<typeof partHeadShape>;
export interface ReadPart extends ReadPartHead {
  children: ReadNode[];
}
export type ReadNode = ReadPart | ReadRule;

export const partShape = z.strictObject({
  ...partHeadShape.shape,
  get children(): z.ZodArray<z.ZodType<ReadNode, NodeInFile>> {
    return z.array(nodeShape).min(1).max(100);
  },
});

export const nodeShape = z.discriminatedUnion('kind', [partShape, ruleShape]);

/** A scheme file: every word the format knows. */
export const fileShape = z.strictObject({
  scheme: word,
  version: z.int().min(1).max(9999),
  label,
  takesEffect: civilDate,
  document: text.optional(),
  source: label.optional(),
  /** 试行: adopted for trial; changes nothing in what counts. */
  tentative: z.boolean().optional(),
  activities: z.array(activityShape).max(200).optional(),
  contents: z.array(contentShape).max(200).optional(),
  excuses: z.array(excuseShape).max(200).optional(),
  framework: z.array(tagShape).max(200).optional(),
  records: z.array(registerShape).max(100).optional(),
  classes: z.array(classShape).max(30).optional(),
  /** Of members. */
  points: partShape.optional(),
  /** Of branches: aspects, items, marking rules (方面、项目、评分标准). */
  indicators: partShape.optional(),
  /** Beside all marks: what branches and the committee of the bureau owe. */
  requirements: z.array(requirementShape).max(100).optional(),
  results: z.array(resultShape).max(20).optional(),
  proposals: z.array(proposalShape).max(50).optional(),
  filing: filingShape.optional(),
});

/** As it is written. */
export type SchemeFile = z.input<typeof fileShape>;
/** As it is read: points in hundredths, percentages in hundredths of a percent. */
export type ReadFile = z.output<typeof fileShape>;
export type ReadLimit = z.output<typeof limitShape>;
export type LimitInFile = z.input<typeof limitShape>;
export type ReadActivity = z.output<typeof activityShape>;
