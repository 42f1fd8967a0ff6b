import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { jobProgress } from '#domain/jobs/contract.ts';
import { fileRefusals, sheetProblem } from './sheet-contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const count = z.number().int().min(0);

/** What carrying out the file would do. */
export const rosterCheck = z.strictObject({
  rows: count,
  /** Persons who are not in the system yet. */
  created: count,
  changed: count,
  unchanged: count,
  /** Rows with at least one problem. */
  faulty: count,
  /** The first problems in the order of the file; all of them are in the error file. */
  problems: z.array(sheetProblem),
  /** What was not taken over, and why (columns, ID numbers, teams not set up yet). */
  notices: z.array(words),
});
export type RosterCheck = z.output<typeof rosterCheck>;

/** `batch` is null where nothing was written. */
export const rosterOutcome = z.strictObject({ created: count, changed: count, unchanged: count, leftOut: count, batch: id.nullable().default(null) });

export const rosterImport = z.strictObject({
  id, fileName: z.string(), from: civilDate,
  check: jobProgress,
  checked: rosterCheck.nullable(),
  carryOut: jobProgress.nullable(),
  outcome: rosterOutcome.nullable(),
});
export type RosterImport = z.output<typeof rosterImport>;

export const readRosterTemplate = contract({
  name: 'readRosterTemplate', method: 'GET', path: '/imports/roster/template', returns: 'file',
  summary: { zh: '下载花名册模板', en: 'The template of the roster (xlsx)' },
  input: z.strictObject({}), output: z.void(), refusals: [],
});

export const readRosterImports = contract({
  name: 'readRosterImports', method: 'GET', path: '/imports/roster',
  summary: { zh: '我的花名册导入', en: 'My imports of rosters, newest first' },
  input: z.strictObject({}), output: z.strictObject({ items: z.array(rosterImport) }), refusals: [],
});

const rosterRefusals = [...fileRefusals, 'SheetColumnsMissing', 'SheetColumnsTwice', 'SheetEmpty'];

export const checkRoster = contract({
  name: 'checkRoster', method: 'POST', path: '/imports/roster', sends: 'file',
  summary: { zh: '上传花名册并检查', en: 'Send a roster and check it; nothing is imported yet' },
  /** `from` is the day from which the roster holds: memberships that are new or change begin on it. */
  input: z.strictObject({ fileName: z.string().trim().min(1).max(200), from: civilDate }),
  output: rosterImport,
  refusals: ['DayInFuture', 'YearClosed', ...rosterRefusals],
});

export const readRosterImport = contract({
  name: 'readRosterImport', method: 'GET', path: '/imports/roster/:import',
  summary: { zh: '花名册导入详情', en: 'One import of mine with its progress and result' },
  input: z.strictObject({ import: id }), output: rosterImport, refusals: [],
});

export const carryOutRoster = contract({
  name: 'carryOutRoster', method: 'POST', path: '/imports/roster/:import/carry-out',
  summary: { zh: '执行导入', en: 'Carry out a checked import' },
  /** With `skipFaulty` the rows without problems are imported and the others left out; without it any problem refuses all. */
  input: z.strictObject({ import: id, skipFaulty: z.boolean() }),
  output: rosterImport,
  refusals: ['SheetNotChecked', 'SheetHasProblems', 'SheetCarriedOut', 'SheetOvertaken', 'SheetExpired'],
});

export const readRosterErrors = contract({
  name: 'readRosterErrors', method: 'GET', path: '/imports/roster/:import/errors', returns: 'file',
  summary: { zh: '下载错误行', en: 'The rows with problems in the same template, with the reasons' },
  input: z.strictObject({ import: id }), output: z.void(), refusals: [],
});
