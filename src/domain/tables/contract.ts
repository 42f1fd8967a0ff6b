import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { TABLE_ROWS_MOST } from './limits.ts';

/** How the numbers of a column are written; a text among them stays a text. Numbers come as figures do: in hundredths. */
export const cellFormat = z.enum(['text', 'count', 'points', 'percent']);
export type CellFormat = z.infer<typeof cellFormat>;

const cell = z.union([z.string().max(5_000), z.number().int()]);

/** A table as somebody sees it. */
const table = z.strictObject({
  /** Which table it is: by it the right to take it away is asked for, and it stands in the audit trail. */
  name: z.string().regex(/^[\w.-]{1,80}$/),
  title: z.string().trim().min(1).max(100),
  /** What was asked for: filters in words; empty when everything is there. */
  scope: z.string().max(1_000),
  language: z.enum(['zh', 'en']),
  columns: z.array(z.strictObject({ title: z.string().max(200), format: cellFormat })).min(1).max(100),
  rows: z.array(z.array(cell)).max(TABLE_ROWS_MOST),
  /** Stands below the rows and is not counted among them. */
  total: z.array(cell).nullable(),
}).refine(({ columns, rows, total }) => [...rows, ...(total ? [total] : [])].every((row) => row.length === columns.length), { path: ['rows'] });
export type SeenTable = z.output<typeof table>;

/**
 * The workbook of a table that the page shows: it holds what was sent and nothing else. Seeing a table is not yet the right
 * to carry it off: which act a table needs, `taking.ts` says. Making it twice changes nothing; each time is an entry of the
 * audit trail.
 */
export const makeWorkbook = contract({
  name: 'makeWorkbook', method: 'POST', path: '/workbooks', idempotent: 'byNature', returns: 'file', bodyMegabytes: 8,
  summary: { zh: '导出表格', en: 'Export a table' },
  input: table, output: z.void(), refusals: [],
});
