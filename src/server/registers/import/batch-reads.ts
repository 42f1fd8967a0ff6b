import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { closedFor } from '#server/months/closing-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/** What was imported from one file. */
export interface BatchRow {
  readonly batch: string;
  readonly register: string;
  readonly fileName: string;
  readonly account: string;
  readonly by: string | null;
  readonly on: CivilDate;
  readonly there: number;
  readonly leftOut: number;
  readonly withdrawnOn: CivilDate | null;
  readonly withdrawnBy: string | null;
}

/** Batches of entries that meet a condition on `import_batch` (`b`), the latest first. */
export const batchesWhere = (tx: Tx, condition: Sql, limit: number): Promise<BatchRow[]> =>
  tx.many<BatchRow>(sql`
    SELECT b.id AS batch, b.register, b.file_name AS "fileName", b.account_id AS account, p.name AS by, b.recorded_on AS "on", b.there, b.left_out AS "leftOut",
      w.recorded_on AS "withdrawnOn", back.name AS "withdrawnBy"
    FROM import_batch b LEFT JOIN person p ON p.id = b.person_id LEFT JOIN import_batch_withdrawal w ON w.batch_id = b.id LEFT JOIN person back ON back.id = w.person_id
    WHERE b.kind = 'record' AND ${condition} ORDER BY b.recorded_at DESC, b.id DESC LIMIT ${limit}`);

/** An entry of a batch as it stands now. */
export interface BatchEntry {
  readonly batch: string;
  readonly factId: string;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly state: FactState<'record'>;
  readonly day: CivilDate;
  readonly period: Period;
  /** Somebody else stands for it. */
  readonly confirmed: boolean;
}

export const entriesOf = (tx: Tx, batches: readonly string[]): Promise<BatchEntry[]> =>
  tx.many<BatchEntry>(sql`
    SELECT i.batch_id AS batch, f.fact_id AS "factId", f.version, f.withdrawn, f.state, f.day, f.period, EXISTS (SELECT 1 FROM confirmation c WHERE c.confirmed_id = f.fact_id) AS confirmed
    FROM import_batch_fact i JOIN fact f ON f.fact_id = i.fact_id WHERE i.batch_id = ANY(${[...batches]}::uuid[]) ORDER BY f.day, f.seq`);

/** What stands against taking a batch back whole; entries that were withdrawn one by one do not. */
export async function obstacleTo(call: Call, { withdrawnOn, withdrawnBy }: Pick<BatchRow, 'withdrawnOn' | 'withdrawnBy'>, entries: readonly BatchEntry[]): Promise<Refused | undefined> {
  if (withdrawnOn !== null) return refuseRegister('BatchWithdrawn', { on: withdrawnOn, by: withdrawnBy });
  const standing = entries.filter(({ withdrawn }) => !withdrawn);
  const [amended] = standing.filter(({ version }) => version > 1);
  if (amended) return refuseRegister('BatchAmended', { entries: standing.filter(({ version }) => version > 1).length, day: amended.day });
  const [confirmed] = standing.filter((it) => it.confirmed);
  if (confirmed) return refuseRegister('BatchConfirmed', { entries: standing.filter((it) => it.confirmed).length, day: confirmed.day });
  const locked = await lockedPeriod(call, standing);
  return locked === undefined ? undefined : refuseRegister('BatchMonthLocked', { period: locked });
}

/** The first month, or year, of the entries that is locked for its organisation. */
async function lockedPeriod({ tx, today }: Call, entries: readonly BatchEntry[]): Promise<Period | undefined> {
  const byPlace = new Map<string, Set<Period>>();
  for (const { state, period } of entries) byPlace.set(state.organisation, (byPlace.get(state.organisation) ?? new Set()).add(period));
  for (const [organisation, periods] of byPlace) {
    const closed = await closedFor(tx, organisation, [...new Set([...periods].flatMap((it) => [it, it.slice(0, 4)]))], today);
    const locked = [...periods].toSorted().find((it) => closed.has(it) || closed.has(it.slice(0, 4)));
    if (locked !== undefined) return locked;
  }
  return undefined;
}
