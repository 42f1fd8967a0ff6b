import { z } from 'zod';
import { memberStage, staffKind, word } from '#domain/facts/contract.ts';
import { guideShape } from './guide-shape.ts';
import { matchShape } from './match-shape.ts';
import { clause, label } from './quantities.ts';

export const fieldShape = z.strictObject({
  id: word,
  label,
  /**
   * `matter` is a text by which two entries are told apart: a document number, the matter of an honour. `ordinal` is a number
   * that says which one (第几届): never added up, and no rule pays by it.
   */
  kind: z.enum(['level', 'count', 'ordinal', 'money', 'mark', 'minutes', 'date', 'flag', 'matter', 'text']),
  levels: z.array(z.strictObject({ id: word, label })).min(1).max(50).optional(),
  required: z.boolean().optional(),
  least: z.number().min(-1_000_000).max(10_000_000).optional(),
  most: z.number().min(-1_000_000).max(10_000_000).optional(),
});
export type RegisterField = z.output<typeof fieldShape>;

/** Pages of the product that are made of the entries of a register. */
export const registerUses = ['lecturers', 'courses', 'bureauBrand', 'brand', 'method', 'features'] as const;
export type RegisterUse = (typeof registerUses)[number];

/** A register (登记簿): a local kind of record. Form, import, export and what rules may ask follow from it. */
export const registerShape = z.strictObject({
  id: word,
  label,
  /** Whom an entry is about. */
  persons: z.enum(['none', 'one', 'many']),
  /** Parts that people have in it; without them all are alike. */
  parts: z.array(z.strictObject({ id: word, label })).min(1).max(20).optional(),
  /** Whether it happened on a day or lasts from one to another. */
  lasts: z.boolean().optional(),
  /** 预先登记: an order or a plan, entered before its day; nothing that pays points may be. */
  ahead: z.boolean().optional(),
  fields: z.array(fieldShape).max(30).optional(),
  /** Where it is kept: each branch its own, or the committee for all below it. */
  keptBy: z.enum(['branch', 'office', 'discipline']),
  /** Who else must stand for an entry before it counts. */
  confirmedBy: z.enum(['nobody', 'secretary', 'office', 'discipline']).optional(),
  /** `open` to whoever sees the branch, `own` to the person and those who keep it, `discipline` to the person, secretary and 机关纪委. */
  privacy: z.enum(['open', 'own', 'discipline']).optional(),
  /** What makes two entries the same: fields, or `day` and `persons`. */
  key: z.array(word).min(1).max(10).optional(),
  labels: z.array(word).max(20).optional(),
  /** The page that is made of its entries. */
  use: z.enum(registerUses).optional(),
  guidance: label.optional(),
  guide: guideShape.optional(),
  clause: clause.optional(),
});
export type Register = z.output<typeof registerShape>;

/** Members who are left out or judged otherwise (word 7). The first class that fits holds. */
export const classShape = z.strictObject({
  id: word,
  label,
  staff: z.array(staffKind).min(1).max(4).optional(),
  stages: z.array(memberStage).min(1).max(3).optional(),
  committee: z.boolean().optional(),
  /** An entry of a register is in force for him. */
  records: z.array(word).min(1).max(10).optional(),
  where: matchShape.shape.where,
  /** `out`: no total (按规定不参评); `otherwise`: only these parts and no total; `suspended`: nothing counts while it lasts. */
  are: z.enum(['in', 'out', 'otherwise', 'suspended']),
  parts: z.array(word).min(1).max(20).optional(),
  clause: clause.optional(),
});
export type MemberClass = z.output<typeof classShape>;

/** A tag of the bureau's own frame; it tags anything and counts once. */
export const tagShape = z.strictObject({ id: word, label, under: word.optional() });
export type Tag = z.output<typeof tagShape>;
