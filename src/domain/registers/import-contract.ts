import { z } from 'zod';
import { organisationCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';
import { fileRefusals, sheetImport, unfinishedImport } from '#domain/imports/sheet-contract.ts';
import { registerCard } from './contract.ts';

const count = z.number().int().min(0);

export const readRegisterTemplate = contract({
  name: 'readRegisterTemplate', method: 'GET', path: '/registers/:register/template', returns: 'file',
  summary: { zh: '下载登记簿模板', en: 'The table of a register to fill in (xlsx)' },
  input: z.strictObject({ register: word }), output: z.void(), refusals: [],
});

export const checkRegisterTable = contract({
  name: 'checkRegisterTable', method: 'POST', path: '/registers/:register/imports', sends: 'file',
  summary: { zh: '上传登记簿表格并检查', en: 'Send a table of a register and check it; nothing is entered yet' },
  input: z.strictObject({ register: word, fileName: z.string().trim().min(1).max(200) }),
  output: sheetImport,
  refusals: [...fileRefusals, 'SheetColumnsMissing', 'SheetColumnsTwice', 'SheetOfAnother', 'SheetEmpty'],
});

export const readRegisterImport = contract({
  name: 'readRegisterImport', method: 'GET', path: '/register-imports/:import',
  summary: { zh: '登记簿导入详情', en: 'One import of mine with its progress and result' },
  input: z.strictObject({ import: id }), output: sheetImport, refusals: [],
});

export const readRegisterErrors = contract({
  name: 'readRegisterErrors', method: 'GET', path: '/register-imports/:import/errors', returns: 'file',
  summary: { zh: '下载登记簿错误行', en: 'The rows with problems in the same table, with the reasons' },
  input: z.strictObject({ import: id }), output: z.void(), refusals: ['SheetExpired'],
});

export const carryOutRegisterTable = contract({
  name: 'carryOutRegisterTable', method: 'POST', path: '/register-imports/:import/carry-out',
  summary: { zh: '导入登记簿', en: 'Enter the rows of a checked table' },
  /** With `skipFaulty` the rows without problems are entered and the others left out; without it any problem refuses all. */
  input: z.strictObject({ import: id, skipFaulty: z.boolean() }),
  output: sheetImport,
  refusals: ['SheetNotChecked', 'SheetHasProblems', 'SheetNothingNew', 'SheetCarriedOut', 'SheetOvertaken', 'SheetExpired'],
});

const registerBatch = z.strictObject({
  batch: id, fileName: z.string(), by: z.string().nullable(), on: civilDate,
  organisations: z.array(organisationCard),
  /** Entries that came in with it, and how many of them still stand. */
  created: count, standing: count,
  there: count, leftOut: count,
  withdrawn: z.strictObject({ by: z.string().nullable(), on: civilDate }).nullable(),
  /** Whether it can be taken back now, or why not. */
  withdrawal: z.strictObject({ allowed: z.boolean(), why: words.nullable() }),
});
export type RegisterBatch = z.output<typeof registerBatch>;

export const listRegisterBatches = contract({
  name: 'listRegisterBatches', method: 'GET', path: '/registers/:register/batches',
  summary: { zh: '登记簿导入批次', en: 'What was imported into a register where one enters, the latest first' },
  input: z.strictObject({ register: word }),
  output: z.strictObject({
    register: registerCard, items: z.array(registerBatch),
    /** An import of mine into this register that is being checked or carried out right now. */
    underWay: id.nullable(),
    unfinished: unfinishedImport.nullable(),
  }),
  refusals: [],
});

export const withdrawRegisterBatch = contract({
  name: 'withdrawRegisterBatch', method: 'DELETE', path: '/register-batches/:batch',
  summary: { zh: '撤回导入批次', en: 'Take back everything that was imported at once' },
  input: z.strictObject({ batch: id, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ withdrawn: count }),
  refusals: ['BatchWithdrawn', 'BatchAmended', 'BatchConfirmed', 'BatchMonthLocked', 'YearClosed', 'OwnEntryChange'],
});
