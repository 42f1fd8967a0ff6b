import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, period, word } from '#domain/facts/contract.ts';
import { fileRefusals, sheetProblem, unfinishedImport } from '#domain/imports/sheet-contract.ts';
import { jobProgress } from '#domain/jobs/contract.ts';
import { named, organisationCard, words } from '#domain/activities/contract.ts';

const count = z.number().int().min(0);

/**
 * What a mark in a cell means: 实到, 迟到, 缺席, 未到已补学, nothing at all (registers of leave and duty decide, else the person was
 * absent), or a reason of the scheme.
 */
export const markMeaning = word;
export const OWN_MEANINGS = ['present', 'late', 'absent', 'madeUp', 'unmarked'] as const;

/** A mark as the file writes it (empty for an empty cell), and what it is taken for; null while nobody has said. */
export const gridMark = z.strictObject({ written: z.string().max(40), cells: count, meaning: markMeaning.nullable() });
export type GridMark = z.output<typeof gridMark>;

export const gridSession = z.strictObject({
  /** Where its column stands, as Excel names it. */
  column: z.string(),
  day: civilDate.nullable(), activity: words.nullable(),
  outcome: z.enum(['created', 'there', 'faulty']),
  /** 应到, and what became of those; null where the column has a fault. */
  counts: z.strictObject({ expected: count, present: count, excused: count, absent: count }).nullable(),
  /** Make-ups of it that would be entered; of a session that is there, those that are not. */
  makeUps: count,
});
export type GridSession = z.output<typeof gridSession>;

export const gridSheet = z.strictObject({
  sheet: z.string(), organisation: organisationCard.nullable(),
  people: count,
  sessions: z.array(gridSession),
});

/** What carrying out a workbook of attendance would do. */
export const gridCheck = z.strictObject({
  sheets: z.array(gridSheet),
  marks: z.array(gridMark),
  /** What a mark may be taken for. */
  meanings: z.array(named),
  created: count, there: count, makeUps: count,
  /** Sessions with a problem in one of their cells; none of them is entered. */
  faulty: count,
  problems: z.array(sheetProblem),
  notices: z.array(words),
});
export type GridCheck = z.output<typeof gridCheck>;

export const gridOutcome = z.strictObject({ batch: id, created: count, there: count, leftOut: count, makeUps: count });
export type GridOutcome = z.output<typeof gridOutcome>;

/** A workbook of attendance on its way in: known by the job that checked it. */
export const gridImport = z.strictObject({
  id, fileName: z.string(), check: jobProgress, checked: gridCheck.nullable(), carryOut: jobProgress.nullable(), outcome: gridOutcome.nullable(),
});
export type GridImport = z.output<typeof gridImport>;

export const readAttendanceTemplate = contract({
  name: 'readAttendanceTemplate', method: 'GET', path: '/organisations/:organisation/attendance-template', returns: 'file',
  summary: { zh: '下载历史考勤模板', en: 'The sheet of past attendance to fill in: people of the branch, days of the activity (xlsx)' },
  input: z.strictObject({ organisation: id, activity: word, from: period, to: period }), output: z.void(), refusals: ['ActivityUnknown', 'SchemeMissing', 'GridMonthsWrong'],
});

export const checkAttendanceTable = contract({
  name: 'checkAttendanceTable', method: 'POST', path: '/attendance-imports', sends: 'file',
  summary: { zh: '上传历史考勤并检查', en: 'Send sheets of past attendance and check them; nothing is entered yet' },
  /** `activity`: what a column is that does not say so itself. `organisation`: whose a sheet is that does not say so. */
  input: z.strictObject({ fileName: z.string().trim().min(1).max(200), activity: word, organisation: id.optional() }),
  output: gridImport,
  refusals: [...fileRefusals, 'GridMissing', 'GridTooLarge', 'SchemeMissing', 'ActivityUnknown'],
});

export const mapAttendanceMarks = contract({
  name: 'mapAttendanceMarks', method: 'POST', path: '/attendance-imports/:import/marks',
  summary: { zh: '更改考勤符号的含义并重新检查', en: 'Say what marks mean and check the same file again' },
  input: z.strictObject({ import: id, marks: z.array(z.strictObject({ written: z.string().max(40), meaning: markMeaning })).max(200) }),
  output: gridImport,
  refusals: ['SheetNotChecked', 'SheetCarriedOut', 'SheetExpired'],
});

export const readAttendanceImport = contract({
  name: 'readAttendanceImport', method: 'GET', path: '/attendance-imports/:import',
  summary: { zh: '历史考勤导入详情', en: 'One import of attendance of mine with its progress and result' },
  input: z.strictObject({ import: id }), output: gridImport, refusals: [],
});

export const readAttendanceErrors = contract({
  name: 'readAttendanceErrors', method: 'GET', path: '/attendance-imports/:import/errors', returns: 'file',
  summary: { zh: '下载有问题的考勤列', en: 'The columns with problems in the same sheets, with the reasons' },
  input: z.strictObject({ import: id }), output: z.void(), refusals: ['SheetExpired'],
});

export const carryOutAttendanceTable = contract({
  name: 'carryOutAttendanceTable', method: 'POST', path: '/attendance-imports/:import/carry-out',
  summary: { zh: '导入历史考勤', en: 'Enter the sessions of checked sheets' },
  input: z.strictObject({ import: id, skipFaulty: z.boolean() }),
  output: gridImport,
  refusals: ['SheetNotChecked', 'SheetHasProblems', 'SheetNothingNew', 'SheetCarriedOut', 'SheetOvertaken', 'SheetExpired'],
});

const gridBatch = z.strictObject({
  batch: id, fileName: z.string(), by: z.string().nullable(), on: civilDate,
  organisations: z.array(organisationCard),
  created: count, standing: count, there: count, leftOut: count, makeUps: count,
  withdrawn: z.strictObject({ by: z.string().nullable(), on: civilDate }).nullable(),
  withdrawal: z.strictObject({ allowed: z.boolean(), why: words.nullable() }),
});
export type GridBatch = z.output<typeof gridBatch>;

export const listAttendanceBatches = contract({
  name: 'listAttendanceBatches', method: 'GET', path: '/attendance-batches',
  summary: { zh: '历史考勤导入批次', en: 'What attendance was imported where one records, the latest first' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(gridBatch), places: z.array(organisationCard), underWay: id.nullable(), unfinished: unfinishedImport.nullable() }),
  refusals: [],
});

export const withdrawAttendanceBatch = contract({
  name: 'withdrawAttendanceBatch', method: 'DELETE', path: '/attendance-batches/:batch',
  summary: { zh: '撤回历史考勤批次', en: 'Take back all sessions that were imported at once' },
  input: z.strictObject({ batch: id, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ withdrawn: count }),
  refusals: ['GridBatchWithdrawn', 'GridBatchBuiltOn', 'GridBatchMonthLocked'],
});
