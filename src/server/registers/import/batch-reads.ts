import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import type { BatchRow } from '#server/facts/import-batches.ts';
import { firstLocked } from '#server/months/closing-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

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
  const locked = await firstLocked(call.tx, standing.map(({ state, period }) => ({ organisation: state.organisation, period })), call.today);
  return locked === undefined ? undefined : refuseRegister('BatchMonthLocked', { period: locked });
}
