import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id, word } from '#domain/facts/contract.ts';
import { entryRow, registerCard, version } from './contract.ts';

/** What was withdrawn where one enters, the latest withdrawal first; `recordedBy` and `recordedOn` say who withdrew it and when. */
export const listWithdrawnEntries = contract({
  name: 'listWithdrawnEntries', method: 'GET', path: '/registers/:register/withdrawn-entries',
  summary: { zh: '已撤回的登记', en: 'Entries of one register that were withdrawn' },
  input: z.strictObject({
    register: word, organisation: id.optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1), size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ register: registerCard, items: z.array(entryRow.extend({ reason: z.string() })), total: z.number().int() }),
  refusals: [],
});
export type WithdrawnEntry = z.output<typeof listWithdrawnEntries.output>['items'][number];

/** 恢复: it holds again as it was entered, and is confirmed anew where its register asks for that. */
export const restoreRegisterEntry = contract({
  name: 'restoreRegisterEntry', method: 'DELETE', path: '/register-entries/:entry/withdrawal',
  summary: { zh: '恢复已撤回的登记', en: 'Restore an entry that was withdrawn' },
  input: z.strictObject({ entry: id, version }),
  output: z.strictObject({ entry: id, version, waiting: z.boolean() }),
  refusals: ['EntryThere', 'OpeningTooMuch', 'OpeningFactsThere', 'YearClosed', 'OwnEntryChange', 'FactChanged', 'FactStands'],
});
