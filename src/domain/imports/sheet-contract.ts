import { z } from 'zod';
import { id } from '#domain/facts/contract.ts';
import { jobProgress } from '#domain/jobs/contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const count = z.number().int().min(0);

/** What is wrong with one cell, in words: where, what stands there, the rule, and what helps. */
export const sheetProblem = z.strictObject({
  /** Row of the sheet as Excel numbers it. */
  row: count,
  /** Title of the column as the file writes it. */
  column: z.string(),
  value: z.string(),
  rule: words,
  suggestion: words,
});
export type SheetProblem = z.output<typeof sheetProblem>;

/** A table of mine that was checked last and neither carried out nor dropped: whoever comes back goes on with it. */
export const unfinishedImport = z.strictObject({ import: id, fileName: z.string(), checkedAt: z.iso.datetime() });
export type UnfinishedImport = z.output<typeof unfinishedImport>;

/** What carrying out a table of entries would do. */
export const sheetCheck = z.strictObject({
  rows: count,
  created: count,
  /** Of those created, how many wait for another person's confirmation. */
  waiting: count,
  /** Rows that fill in what an entry lacks that is in the system already. */
  changed: count.default(0),
  /** Rows whose entry is in the system already. */
  there: count,
  /** Rows with at least one problem. */
  faulty: count,
  /** The first problems in the order of the file; all of them are in the error file. */
  problems: z.array(sheetProblem),
  notices: z.array(words),
});
export type SheetCheck = z.output<typeof sheetCheck>;

export const sheetOutcome = z.strictObject({ batch: id, created: count, waiting: count, changed: count.default(0), there: count, leftOut: count });
export type SheetOutcome = z.output<typeof sheetOutcome>;

/** A table on its way in: known by the job that checked it. */
export const sheetImport = z.strictObject({
  id, fileName: z.string(),
  check: jobProgress,
  checked: sheetCheck.nullable(),
  carryOut: jobProgress.nullable(),
  outcome: sheetOutcome.nullable(),
});
export type SheetImport = z.output<typeof sheetImport>;

/** Named refusals of a file that is no table to be read; the first ones come at once, the others while it is read. */
export const fileRefusals = ['FileNotXlsx', 'FileCutShort', 'FileInflates', 'FileManyEntries', 'FileManyRows', 'FileTooSlow', 'FileEncodingUnclear', 'FileQuoteOpen', 'FileCellsSlipped', 'FileUnreadable'];
