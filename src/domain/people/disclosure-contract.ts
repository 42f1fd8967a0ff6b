import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';

/** For what one asks to see how a person is reached; a list and no words, because it stands in the audit trail for ever. */
export const disclosurePurpose = z.enum(['partyWork', 'verification', 'transfer', 'emergency', 'other']);
export type DisclosurePurpose = z.output<typeof disclosurePurpose>;

/** Without a key: each look leaves a trace of its own, and a kept answer would be a second place where the number stands. */
export const showParticulars = contract({
  name: 'showParticulars', method: 'POST', path: '/people/:person/disclosures', idempotent: 'byNature',
  summary: { zh: '显示联系电话', en: 'Show the phone number of a person' },
  input: z.strictObject({ person: id, purpose: disclosurePurpose }),
  output: z.strictObject({ phone: z.string().nullable() }),
  refusals: [],
});
