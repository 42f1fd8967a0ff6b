import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';

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
