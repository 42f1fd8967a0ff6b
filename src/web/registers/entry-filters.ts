/** What narrows the entries of a register, in the address. */
export const entryFilters = ['organisation', 'year', 'month', 'q', 'show', 'batch', 'level'] as const;
