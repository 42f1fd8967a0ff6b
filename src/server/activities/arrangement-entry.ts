import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandAct } from './rights.ts';

/** The arrangement in the version that the office has read, locked. @throws NotFound, NotAllowed, FactWithdrawn or FactStands, FactChanged. */
export async function demandArrangement(call: Call, { arrangement, version }: { arrangement: string; version: number }, gone = false): Promise<LogEntryOf<'arrangement'>> {
  const entry = await lastEntry(call.tx, arrangement);
  if (entry?.kind !== 'arrangement') throw refuse('NotFound', {});
  await demandAct(call, 'arrangeSessions', entry.state.scope, call.today);
  if ((entry.change === 'withdrawn') !== gone) throw refuseFact(gone ? 'FactStands' : 'FactWithdrawn', {});
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
  return entry;
}

/** Sessions of an arrangement, locked in one order: those still only arranged, and how many are recorded already. */
export async function sessionsOfArrangement({ tx }: Call, arrangement: string): Promise<{ arranged: LogEntryOf<'session'>[]; recorded: number }> {
  const rows = await tx.many<LogEntryOf<'session'>>(sql`
    SELECT f.seq, f.fact_id AS "factId", f.version, f.kind, f.state, f.day, f.period FROM fact f JOIN session s ON s.fact_id = f.fact_id
    WHERE s.arrangement_id = ${arrangement} ORDER BY f.fact_id FOR UPDATE OF f`);
  const arranged = rows.filter(({ state }) => state.stage === 'arranged');
  return { arranged, recorded: rows.length - arranged.length };
}

/** Sessions that were withdrawn with an arrangement; one that its branch had withdrawn before is not among them. Locked in one order. */
export const sessionsWithdrawnWith = ({ tx }: Call, { factId, seq }: LogEntryOf<'arrangement'>): Promise<LogEntryOf<'session'>[]> =>
  tx.many<LogEntryOf<'session'>>(sql`
    SELECT f.seq, f.fact_id AS "factId", f.version, f.kind, f.state, f.day, f.period FROM fact f
    WHERE f.kind = 'session' AND f.withdrawn AND f.state->>'arrangement' = ${factId} AND f.state->>'stage' = 'arranged' AND f.seq > ${seq}
    ORDER BY f.fact_id FOR UPDATE OF f`);
