/** PostgreSQL's `disk_full`, and the system's own words for it. */
const CODES = new Set<unknown>(['53100', 'ENOSPC', 'EDQUOT']);

/** Whether something could not be written for want of room, here or in the database. */
export const isDiskFull = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && CODES.has(fault.code);
