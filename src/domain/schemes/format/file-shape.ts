import { z } from 'zod';
import { civilDate, clockTime, word } from '#domain/facts/contract.ts';

/** Points as they are written: 16, 16.5 or 16.00, never with a third digit (a hundredth is the smallest unit). */
const isHundredths = (value: number): boolean => /^-?\d+(\.\d{1,2})?$/.test(String(value));
const points = z.number().min(-9999.99).max(9999.99)
  .refine(isHundredths, { params: { rule: 'hundredths' } }).meta({ multipleOf: 0.01 });
const positivePoints = z.number().min(0.01).max(9999.99)
  .refine(isHundredths, { params: { rule: 'hundredths' } }).meta({ multipleOf: 0.01 });

const text = z.string().min(1).max(200);
const clause = z.string().min(1).max(100);
export const labelShape = z.strictObject({ zh: text, en: text.optional() });

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const activityShape = z.strictObject({
  id: word,
  label: labelShape,
  audience: z.enum(['members', 'committee', 'everybody']),
  exceptStaff: z.array(z.enum(['officer', 'auxiliary', 'civilian', 'retired'])).max(4).optional(),
  heldBy: z.enum(['branch', 'group', 'committee']),
  weekday: z.enum(weekdays).optional(),
  from: clockTime,
  to: clockTime,
  makeUpDays: z.int().min(1).max(365).optional(),
  clause: clause.optional(),
});

export const contentShape = z.strictObject({ id: word, label: labelShape });

export const excuseShape = z.strictObject({
  id: word,
  label: labelShape,
  exempts: z.boolean(),
  makeUp: z.enum(['required', 'optional', 'no']),
  shownAs: z.enum(['duty', 'leave', 'other', 'absent']),
  broughtBy: z.enum(['shift', 'postNightRest', 'closedDuty', 'secondment', 'studyStop']).optional(),
});

export const matchShape = z.strictObject({
  activities: z.array(word).max(50).optional(),
  contents: z.array(word).max(50).optional(),
  part: z.enum(['attendance', 'speaker', 'exchange', 'host']),
});

export const fixedShape = z.strictObject({
  kind: z.literal('fixed'), each: points, perSession: z.boolean().optional(),
});
export const shareShape = z.strictObject({ kind: z.literal('share'), full: positivePoints });
export const hoursShape = z.strictObject({
  kind: z.literal('hours'), full: positivePoints, targetHours: z.number().min(0.5).max(2000).multipleOf(0.5),
  proRata: z.boolean(),
});
export const valueShape = z.discriminatedUnion('kind', [fixedShape, shareShape, hoursShape]);

export const limitShape = z.strictObject({
  bound: z.enum(['ceiling', 'floor']),
  value: points,
  per: z.enum(['day', 'week', 'month', 'quarter', 'half', 'year']),
  clause: clause.optional(),
});

export const ruleShape = z.strictObject({
  kind: z.literal('rule'),
  id: word,
  label: labelShape,
  clause,
  match: matchShape,
  value: valueShape,
  limits: z.array(limitShape).max(20).optional(),
});

/** A part without what stands below it. */
export const partHeadShape = z.strictObject({
  kind: z.literal('part'),
  id: word,
  label: labelShape,
  clause: clause.optional(),
  full: positivePoints.optional(),
  combine: z.enum(['highest', 'sum', 'first']).optional(),
  missing: z.enum(['required', 'renormalise', 'zero']).optional(),
  limits: z.array(limitShape).max(20).optional(),
});

export type RuleInFile = z.infer<typeof ruleShape>;
export type PartHeadInFile = z.infer<typeof partHeadShape>;
export interface PartInFile extends PartHeadInFile {
  children: NodeInFile[];
}
export type NodeInFile = PartInFile | RuleInFile;

export const partShape = z.strictObject({
  ...partHeadShape.shape,
  get children(): z.ZodArray<z.ZodType<NodeInFile>> {
    return z.array(nodeShape).min(1).max(100);
  },
});

export const nodeShape = z.discriminatedUnion('kind', [partShape, ruleShape]);

/** A scheme as it stands in the file: every word the format knows, with points still in points and not in hundredths. */
export const fileShape = z.strictObject({
  scheme: word,
  version: z.int().min(1).max(9999),
  label: labelShape,
  takesEffect: civilDate,
  document: text.optional(),
  source: labelShape.optional(),
  activities: z.array(activityShape).max(200).optional(),
  contents: z.array(contentShape).max(200).optional(),
  excuses: z.array(excuseShape).max(200).optional(),
  points: partShape.optional(),
});

export type SchemeFile = z.infer<typeof fileShape>;
export type LimitInFile = z.infer<typeof limitShape>;
export type ActivityInFile = z.infer<typeof activityShape>;
export type LabelInFile = z.infer<typeof labelShape>;
