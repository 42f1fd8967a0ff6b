import type { ActName } from '#domain/access/acts.ts';

/** What shows its reader his own matters alone, and what the check of his own file found: a member may always take it along. */
const ownTables: readonly string[] = ['my-statements', 'my-objections', 'my-assignments', 'my-grounds', 'sheet-problems', 'grid-sessions'];

/**
 * The act by which a table of this name is taken away; null where it needs none. The administrators hold no act of the work
 * (T26), so their list of accounts goes with the act that shows it; the audit trail has an operation of its own.
 */
export function actToTake(table: string): ActName | null {
  if (ownTables.includes(table)) return null;
  return table === 'accounts' ? 'manageAccounts' : 'takeTables';
}
