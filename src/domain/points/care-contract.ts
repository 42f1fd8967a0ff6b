import { z } from 'zod';
import { personCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';

const member = z.strictObject({
  person: personCard,
  /** Points of the year to date, in hundredths; null without a basis. */
  total: z.number().int().nullable(),
  /** When somebody followed the proposal last this year; that it took place, never what was said. */
  followed: civilDate.nullable(),
});
export type CareMember = z.output<typeof member>;

/** 关怀分段: which members of a branch meet a threshold of the scheme now, by number; no rank, and nothing follows of itself. */
export const readCareBands = contract({
  name: 'readCareBands', method: 'GET', path: '/organisations/:organisation/care-bands',
  summary: { zh: '关怀分段', en: 'Bands of care' },
  input: z.strictObject({ organisation: id }),
  output: z.strictObject({
    organisation: z.strictObject({ id, name: z.string() }), year: z.number().int(), day: civilDate,
    bands: z.array(z.strictObject({
      band: word, label: words, clause: z.string(), condition: words,
      /** Where it is entered that somebody followed it, and as whom the member stands there. */
      enteredIn: word.nullable(), as: word.nullable(),
      members: z.array(member),
    })),
    /** Members whom no threshold concerns. */
    others: z.number().int(),
  }),
  refusals: [],
});
export type CareBands = z.output<typeof readCareBands.output>;

/** The branches for which one may ask. */
export const readCareScopes = contract({
  name: 'readCareScopes', method: 'GET', path: '/care-bands/branches',
  summary: { zh: '可查看关怀分段的支部', en: 'Branches whose bands of care one may see' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ id, name: z.string(), number: z.string() })) }),
  refusals: [],
});
