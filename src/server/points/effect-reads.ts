import { read } from '#domain/engine/reading.ts';
import { sessionEffects, type SessionEffect } from '#domain/points/session-effects.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { logOfYears } from './year-reach.ts';

/** What a recorded session counted toward, for the message after saving and for its page. */
export async function effectsOfSession(tx: Tx, session: string): Promise<readonly SessionEffect[]> {
  const row = await tx.one<{ period: string; day: string }>(sql`SELECT period, day FROM session WHERE fact_id = ${session}`);
  if (!row) return [];
  const named = await tx.many<{ person_id: string }>(sql`SELECT person_id FROM fact_person WHERE fact_id = ${session}`);
  const year = Number(row.period.slice(0, 4));
  const log = await logOfYears(tx, named.map((it) => it.person_id), year, year);
  return sessionEffects(read({ schemes: await adoptedSchemes(tx), log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: row.day } }), session);
}
