import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { lastEntries, versionsOfAll } from '#server/facts/fact-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/**
 * The part of the log that can change the points of some people between two days: their own spells, the organisations
 * they were at home in and everything above, the sessions held there, and what refers to these. The evaluator gives
 * the same values from this part as from the whole (P1).
 */
export async function logConcerning(tx: Tx, persons: readonly string[], from: CivilDate, to: CivilDate): Promise<LogEntry[]> {
  const people = [...persons];
  const organisations = await organisationsAround(tx, people);
  const last = await lastEntries(tx, sql`(NOT withdrawn OR standing = 'proposed') AND (
    kind IN ('schemeAdoption')
    OR (kind = 'studyStop' AND day BETWEEN ${from} AND ${to})
    OR (kind = 'organisation' AND fact_id = ANY(${organisations}::uuid[]))
    OR (kind = 'session' AND organisation_id = ANY(${organisations}::uuid[]) AND period BETWEEN ${from.slice(0, 7)} AND ${to.slice(0, 7)})
    OR (kind NOT IN ('session') AND fact_id IN (SELECT fact_id FROM fact_person WHERE person_id = ANY(${people}::uuid[])))
    OR (kind = 'session' AND period BETWEEN ${from.slice(0, 7)} AND ${to.slice(0, 7)}
        AND fact_id IN (SELECT fact_id FROM fact_person WHERE person_id = ANY(${people}::uuid[])))
    OR (kind = 'shiftTeam' AND fact_id IN (SELECT team_id FROM team_placement WHERE person_id = ANY(${people}::uuid[]))))`);
  // Where the last version waits for confirmation, the one before it is still in force: those facts come whole.
  const waiting = new Set(last.filter((it) => it.standing === 'proposed' && it.version > 1).map((it) => it.factId));
  const whole = waiting.size > 0 ? await versionsOfAll(tx, [...waiting]) : [];
  const confirmations = await lastEntries(tx, sql`NOT withdrawn AND kind = 'confirmation' AND fact_id IN (
    SELECT fact_id FROM confirmation WHERE confirmed_id = ANY(${last.map((it) => it.factId)}::uuid[]))`);
  return [...last.filter((it) => !waiting.has(it.factId)), ...whole, ...confirmations].toSorted((a, b) => a.seq - b.seq);
}

/** Homes of some people at any time, their groups, and every organisation these ever hung under. */
async function organisationsAround(tx: Tx, people: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    WITH RECURSIVE home AS (
      SELECT organisation_id AS id FROM membership WHERE person_id = ANY(${[...people]}::uuid[])
      UNION SELECT group_id FROM membership WHERE person_id = ANY(${[...people]}::uuid[]) AND group_id IS NOT NULL
      UNION SELECT organisation_id FROM post WHERE person_id = ANY(${[...people]}::uuid[])),
    up AS (
      SELECT id FROM home
      UNION
      SELECT place.parent_id FROM up JOIN organisation_placement place ON place.fact_id = up.id WHERE place.parent_id IS NOT NULL)
    SELECT id FROM up`);
  return rows.map((it) => it.id);
}
