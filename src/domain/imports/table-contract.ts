import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';
import { fileRefusals, sheetImport } from './sheet-contract.ts';

/** Tables that a bureau brings along beside roster and registers. */
export const importTable = z.enum(['organisations', 'leave', 'shiftTeams', 'dutyDates']);
export type ImportTable = z.output<typeof importTable>;

export const readTableTemplate = contract({
  name: 'readTableTemplate', method: 'GET', path: '/imports/tables/:table/template', returns: 'file',
  summary: { zh: '下载导入模板', en: 'The template of a table to import (xlsx)' },
  input: z.strictObject({ table: importTable }), output: z.void(), refusals: [],
});

export const checkTable = contract({
  name: 'checkTable', method: 'POST', path: '/imports/tables/:table', sends: 'file',
  summary: { zh: '上传表格并检查', en: 'Send a table and check it; nothing is imported yet' },
  input: z.strictObject({ table: importTable, fileName: z.string().trim().min(1).max(200) }),
  output: sheetImport,
  refusals: [...fileRefusals, 'SheetColumnsMissing', 'SheetColumnsTwice', 'SheetEmpty'],
});

export const readTableImport = contract({
  name: 'readTableImport', method: 'GET', path: '/table-imports/:import',
  summary: { zh: '表格导入详情', en: 'One import of mine with its progress and result' },
  input: z.strictObject({ import: id }), output: sheetImport, refusals: [],
});

export const readTableErrors = contract({
  name: 'readTableErrors', method: 'GET', path: '/table-imports/:import/errors', returns: 'file',
  summary: { zh: '下载表格错误行', en: 'The rows with problems in the same table, with the reasons' },
  input: z.strictObject({ import: id }), output: z.void(), refusals: ['SheetExpired'],
});

export const carryOutTable = contract({
  name: 'carryOutTable', method: 'POST', path: '/table-imports/:import/carry-out',
  summary: { zh: '导入表格', en: 'Import the rows of a checked table' },
  /** With `skipFaulty` the rows without problems are imported and the others left out; without it any problem refuses all. */
  input: z.strictObject({ import: id, skipFaulty: z.boolean() }),
  output: sheetImport,
  refusals: ['SheetNotChecked', 'SheetHasProblems', 'SheetNothingNew', 'SheetCarriedOut', 'SheetOvertaken', 'SheetExpired'],
});
