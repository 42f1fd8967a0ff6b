/** More rows than any list of a bureau has; beyond it one asks for less. */
export const TABLE_ROWS_MOST = 20_000;
