import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { columnKeys } from './columns.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

export const exportSchemeTable = contract({
  name: 'exportSchemeTable', method: 'POST', path: '/scheme-tables', idempotent: 'byNature', returns: 'file',
  summary: { zh: '导出考核细则表', en: 'The points and indicators of a text as the table an office keeps' },
  input: z.strictObject({ text: z.string().max(500_000), language: z.enum(['zh', 'en']) }),
  output: z.void(),
  refusals: ['SchemeHasProblems'],
});

export const readSchemeTable = contract({
  name: 'readSchemeTable', method: 'POST', path: '/scheme-table-readings', idempotent: 'byNature', sends: 'file',
  summary: { zh: '读入考核细则表', en: 'The text of a scheme from its table, or every problem at its row; nothing is written' },
  input: z.strictObject({}),
  output: z.strictObject({
    /** Null where there are problems. */
    text: z.string().nullable(),
    /** Whether it differs from the text that came with the table. */
    changed: z.boolean(),
    /** Sheet and row are null for what lies outside the tables. */
    problems: z.array(z.strictObject({ sheet: z.string().nullable(), row: z.number().int().nullable(), words })),
    /** The same table with the reasons in a column of their own, in base 64; null where nothing is wrong in a row. */
    returned: z.string().nullable(),
  }),
  refusals: ['SchemeTableUnreadable', 'SchemeTableForeign'],
});

const cells = z.partialRecord(z.enum(columnKeys), z.string().max(20_000));
const tree = z.enum(['points', 'indicators']);

export const readSchemeItems = contract({
  name: 'readSchemeItems', method: 'POST', path: '/scheme-items', idempotent: 'byNature',
  summary: { zh: '考核方案逐条', en: 'Every part and rule of a text, one by one, as its form shows it' },
  input: z.strictObject({ text: z.string().max(500_000) }),
  output: z.strictObject({
    items: z.array(z.strictObject({ tree, id: z.string(), cells, card: words })),
    /** Names to choose from. */
    activities: z.array(z.string()), records: z.array(z.string()),
  }),
  refusals: ['SchemeHasProblems'],
});
export type SchemeItem = z.output<typeof readSchemeItems.output>['items'][number];

export const amendSchemeItem = contract({
  name: 'amendSchemeItem', method: 'POST', path: '/scheme-item-amendments', idempotent: 'byNature',
  summary: { zh: '修改方案的一条', en: 'The text with one part or rule changed, or what is wrong with it; nothing is written' },
  input: z.strictObject({ text: z.string().max(500_000), tree, id: z.string().max(100), cells }),
  output: z.strictObject({ text: z.string().nullable(), problems: z.array(words) }),
  refusals: ['SchemeHasProblems'],
});
