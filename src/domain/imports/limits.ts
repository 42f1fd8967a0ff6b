/** Lines of a table of organisations, leave, teams or days on duty; all of one is written in one transaction. */
export const TABLE_LINES_MOST = 5_000;

/** What an uploaded workbook may be at most; beyond it stands a named refusal, whatever the machine could bear (T12). */
export const WORKBOOK_LIMITS = {
  bytes: 20 * 1024 * 1024,
  inflatedBytes: 50 * 1024 * 1024,
  /** Inflated to packed; asked only of parts that inflate to more than a megabyte. */
  ratio: 100,
  ratioFromBytes: 1024 * 1024,
  entries: 2_000,
  rows: 200_000,
  /** Titles and notes that may stand above the header row. */
  rowsAboveHeader: 10,
  readSeconds: 60,
} as const;
