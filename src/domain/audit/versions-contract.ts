import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** 修改前后: every version of a fact beside the one before it, field by field, read from the log. */
export const readVersions = contract({
  name: 'readVersions', method: 'GET', path: '/facts/:fact/versions',
  summary: { zh: '查看修改前后', en: 'Look at what changed from version to version' },
  input: z.strictObject({ fact: id }),
  output: z.strictObject({
    fact: id,
    label: words,
    /** The newest first. */
    versions: z.array(z.strictObject({
      version: z.number().int(),
      change: z.enum(['recorded', 'amended', 'withdrawn', 'restored']),
      by: z.string().nullable(), on: civilDate,
      /** Whether it waits for somebody else to stand for it. */
      waiting: z.boolean(),
      confirmed: z.array(z.strictObject({ by: z.string().nullable(), on: civilDate })),
      reason: z.string().nullable(),
      /** Of the first version none; null on both sides where the reader is shown no values. */
      changes: z.array(z.strictObject({ field: words, before: words.nullable(), after: words.nullable() })),
    })),
    /** Where values are not shown: why, and who could see them. */
    hidden: words.nullable(),
  }),
  refusals: [],
});
export type FactVersions = z.output<typeof readVersions.output>;
export type FactVersion = FactVersions['versions'][number];
