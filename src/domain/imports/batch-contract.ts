import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { unfinishedImport } from './sheet-contract.ts';
import { importTable } from './table-contract.ts';
import type { ActName } from '#domain/access/acts.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const count = z.number().int().min(0);

/** Tables whose imports are batches; those of registers are listed with their register. */
export const batchTable = z.enum(['roster', ...importTable.options]);
export type BatchTable = z.output<typeof batchTable>;

/** What somebody must be allowed to do wherever a batch wrote something, to see it and to take it back. */
export const batchActs: Readonly<Record<BatchTable, ActName>> = { roster: 'importRoster', organisations: 'editOrganisations', leave: 'enterRota', shiftTeams: 'enterRota', dutyDates: 'enterRota' };

const importBatch = z.strictObject({
  batch: id, fileName: z.string(), by: z.string().nullable(), on: civilDate,
  /** Rows of its file that were there already, and rows that were left out. */
  there: count, leftOut: count,
  /** People whom it entered or changed, and facts that it recorded; beside the roster also those that it completed. */
  people: count, recorded: count,
  withdrawn: z.strictObject({ by: z.string().nullable(), on: civilDate }).nullable(),
  /** Whether it can be taken back now, or why not. */
  withdrawal: z.strictObject({ allowed: z.boolean(), why: words.nullable() }),
});
export type ImportBatch = z.output<typeof importBatch>;

export const listImportBatches = contract({
  name: 'listImportBatches', method: 'GET', path: '/import-batches',
  summary: { zh: '导入批次', en: 'What was imported at once, where one may import, the latest first' },
  input: z.strictObject({ table: batchTable }),
  output: z.strictObject({
    items: z.array(importBatch),
    /** An import of mine that is being checked or carried out right now; rosters list their own. */
    underWay: id.nullable(),
    unfinished: unfinishedImport.nullable(),
  }),
  refusals: [],
});

export const withdrawImportBatch = contract({
  name: 'withdrawImportBatch', method: 'DELETE', path: '/import-batches/:batch',
  summary: { zh: '整批撤回导入', en: 'Take back everything that an import wrote' },
  input: z.strictObject({ batch: id, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ withdrawn: count, people: count }),
  refusals: ['ImportTakenBack', 'ImportBuiltOn', 'ImportMonthLocked', 'ImportMovesYou'],
});
