import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { hiddenParticular } from './contract.ts';

/** For what one asks to see what is masked of a person; a list and no words, because it stands in the audit trail for ever. */
export const disclosurePurpose = z.enum(['partyWork', 'verification', 'transfer', 'emergency', 'other']);
export type DisclosurePurpose = z.output<typeof disclosurePurpose>;

/** Which particulars, one by one, so that nobody is shown more than he asked for. Without a key: each look leaves a trace of its own, and a kept answer would be a second place where the number stands. */
export const showParticulars = contract({
  name: 'showParticulars', method: 'POST', path: '/people/:person/disclosures', idempotent: 'byNature',
  summary: { zh: '显示隐去的个人信息', en: 'Show masked particulars of a person' },
  input: z.strictObject({ person: id, purpose: disclosurePurpose, fields: z.array(hiddenParticular).min(1).max(hiddenParticular.options.length).default(['phone']) }),
  output: z.strictObject({ phone: z.string().nullable().optional(), birthDate: civilDate.nullable().optional(), ethnicity: z.string().nullable().optional() }),
  refusals: [],
});
