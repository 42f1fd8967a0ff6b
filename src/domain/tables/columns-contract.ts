import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';

const tableName = z.string().regex(/^[\w.-]{1,80}$/);
const away = z.array(z.string().regex(/^[\w.-]{1,80}$/)).max(100);

/** The columns that I have put away, table by table; a table with none away is one of which all were asked back. */
export const readKeptColumns = contract({
  name: 'readKeptColumns', method: 'GET', path: '/kept-columns',
  summary: { zh: '本人的列设置', en: 'The columns that I have put away' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ table: tableName, away })) }),
  refusals: [],
});

/** Of one table, in place of what was kept before. */
export const keepColumns = contract({
  name: 'keepColumns', method: 'PUT', path: '/kept-columns/:table', idempotent: 'byNature',
  untraced: 'How I see my own tables changes no data.',
  summary: { zh: '保存列设置', en: 'Keep which columns I have put away' },
  input: z.strictObject({ table: tableName, away }),
  output: z.strictObject({}),
  refusals: [],
});
