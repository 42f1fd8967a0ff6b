import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);

/** From which day an organisation is reckoned with, as its page shows it. */
export const inclusionCard = z.strictObject({
  /** Its own day. */
  own: z.strictObject({ version, from: civilDate }).nullable(),
  /** The day that holds, with the organisation above from which it comes; null where it counts since it was founded. */
  since: z.strictObject({ from: civilDate, organisation: z.string() }).nullable(),
  /** Whether the asker may set it. */
  editable: z.boolean(),
});
export type InclusionCard = z.output<typeof inclusionCard>;

/** Of a year whose beginning was left out: since when it counts, and the organisation of which that was said; else null. */
export const yearInclusion = z.strictObject({ from: civilDate, organisation: z.string() }).nullable();
export type YearInclusion = z.output<typeof yearInclusion>;

export const recordInclusion = contract({
  name: 'recordInclusion', method: 'PUT', path: '/organisations/:organisation/inclusion',
  summary: { zh: '设定启用日期', en: 'Say from which day an organisation is reckoned with' },
  /** `version`: of its own day as it was read; null where it has none. */
  input: z.strictObject({ organisation: id, version: version.nullable(), from: civilDate }),
  output: z.strictObject({ version }),
  refusals: ['DayInFuture', 'InclusionBeforeFounded', 'InclusionMonthLocked', 'OrganisationDissolved', 'FactChanged'],
});

export const withdrawInclusion = contract({
  name: 'withdrawInclusion', method: 'DELETE', path: '/organisations/:organisation/inclusion',
  summary: { zh: '取消启用日期', en: 'An organisation is reckoned with as the one above it says' },
  input: z.strictObject({ organisation: id, version }),
  output: z.strictObject({}),
  refusals: ['InclusionMonthLocked', 'FactChanged'],
});
