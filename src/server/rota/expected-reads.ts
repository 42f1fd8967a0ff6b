import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { expectedAt, type Expectation } from '#domain/engine/attendance.ts';
import type { Gathering } from '#domain/engine/expectation.ts';
import { type Reading, read } from '#domain/engine/reading.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { logConcerning } from '#server/points/log-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/**
 * What the evaluator must know to say who is expected in an organisation between two days: the part of the log that
 * concerns its people, read under the schemes in force. So the preview and the points come from one rule.
 */
export async function readingOf(tx: Tx, organisation: string, from: CivilDate, to: CivilDate, schemes?: readonly AdoptedScheme[]): Promise<Reading> {
  const people = await peopleConcerned(tx, organisation, from, to);
  const log = await logConcerning(tx, people, from, to);
  return read({ schemes: schemes ?? await adoptedSchemes(tx), log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: to } });
}

/** The list of a gathering to come: who is expected, who is excused by a register and why. */
export async function expectedOn(tx: Tx, gathering: Gathering): Promise<Expectation[]> {
  return expectedAt(await readingOf(tx, gathering.organisation, gathering.day, gathering.day), gathering);
}

/** Members below it in that time, and whoever holds a post there. */
async function peopleConcerned(tx: Tx, organisation: string, from: CivilDate, to: CivilDate): Promise<readonly string[]> {
  const below = [...new Set([...await subtree(tx, [organisation], from), ...await subtree(tx, [organisation], to)])];
  const rows = await tx.many<{ id: string }>(sql`
    SELECT person_id AS id FROM membership WHERE (organisation_id = ANY(${below}::uuid[]) OR group_id = ANY(${below}::uuid[]))
      AND from_day <= ${to} AND (to_day IS NULL OR to_day >= ${from})
    UNION
    SELECT person_id FROM post WHERE organisation_id = ${organisation} AND from_day <= ${to} AND (to_day IS NULL OR to_day >= ${from})`);
  return rows.map((it) => it.id);
}
