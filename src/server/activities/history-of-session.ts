import type { z } from 'zod';
import { changedBetween } from '#domain/activities/changed-between.ts';
import type { SessionText } from '#domain/activities/contract.ts';
import type { SessionRecord, versionLine } from '#domain/activities/record-contract.ts';
import { versionsOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { personCards } from './name-reads.ts';
import { sessionEntry } from './session-entry.ts';

/** Who stands for which version, the latest first. */
export async function confirmationsOf({ tx, actor }: Call, session: string): Promise<SessionRecord['confirmations']> {
  const rows = await tx.many<{ id: string; version: number; person: string | null; name: string | null; on: string }>(sql`
    SELECT c.fact_id AS id, c.version, f.recorded_by AS person, p.name, f.recorded_on AS "on"
    FROM confirmation c JOIN fact f ON f.fact_id = c.fact_id LEFT JOIN person p ON p.id = f.recorded_by
    WHERE c.confirmed_id = ${session} ORDER BY c.version DESC, f.seq DESC`);
  return rows.map(({ id, version, person, name, on }) => ({ id, version, by: name, on, mine: person !== null && person === actor.person }));
}

/** Every version, the latest first, with what it changed. */
export async function versionLines({ tx }: Call, session: string): Promise<z.output<typeof versionLine>[]> {
  const entries = (await versionsOf(tx, session)).map(sessionEntry);
  const texts = await tx.many<{ version: number; text: SessionText | null }>(sql`SELECT version, text FROM fact_text WHERE fact_id = ${session}`);
  const textAt = (version: number): SessionText | null => texts.filter((it) => it.version <= version).toSorted((a, b) => b.version - a.version)[0]?.text ?? null;
  const cards = await personCards(tx, entries.flatMap(({ recordedBy }) => recordedBy ?? []));
  return entries.map(({ version, change, state, recordedBy, recordedOn }, at) => {
    const before = entries[at - 1];
    return {
      version, change, stage: state.stage, by: recordedBy === null ? null : cards.get(recordedBy)?.name ?? null, on: recordedOn,
      changed: before ? changedBetween({ state: before.state, text: textAt(before.version) }, { state, text: textAt(version) }) : [],
    };
  }).toReversed();
}
