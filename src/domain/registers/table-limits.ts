/** A branch enters some hundreds of lines in a year; all of a table is entered in one transaction. */
export const TABLE_ROWS_MOST = 2_000;
