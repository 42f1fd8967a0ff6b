/** A workbook of attendance may hold so much; all of it is entered in one transaction. */
export const GRID_LIMITS = { sheets: 60, people: 500, sessions: 1_500, columns: 200 } as const;
