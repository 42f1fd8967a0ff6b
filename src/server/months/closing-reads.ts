import { addMonths, type CivilDate, type Period } from '#domain/calendar/civil-date.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/** A closing as it stands now. */
export interface ClosingRow {
  readonly fact: string;
  readonly version: number;
  readonly stage: 'closed' | 'reopened';
  readonly window: string;
  readonly organisation: string;
  readonly name: string;
  readonly on: CivilDate;
  readonly by: string | null;
  readonly reason: string | null;
}

/** Closings of some windows by an organisation or one above it, the nearest organisation last. */
export const closingsOf = (tx: Tx, above: readonly string[], windows: readonly string[]): Promise<ClosingRow[]> =>
  tx.many<ClosingRow>(sql`
    SELECT c.fact_id AS fact, f.version, c.stage, c.window_key AS window, c.organisation_id AS organisation, o.short_name AS name, f.recorded_on AS "on", p.name AS by,
      (SELECT t.text->>'reason' FROM fact_text t WHERE t.fact_id = c.fact_id AND t.version = f.version) AS reason
    FROM closing c JOIN fact f ON f.fact_id = c.fact_id JOIN organisation o ON o.id = c.organisation_id LEFT JOIN person p ON p.id = f.recorded_by
    WHERE c.window_key = ANY(${[...windows]}) AND c.organisation_id = ANY(${[...above]}::uuid[])
    ORDER BY array_position(${[...above]}::uuid[], c.organisation_id) DESC`);

/** Which of some windows ('2026-11', '2026') are closed for an organisation, by itself or by one above it on a day. */
export async function closedFor(tx: Tx, organisation: string, windows: readonly string[], day: CivilDate): Promise<ReadonlySet<string>> {
  if (!(await hasClosings(tx, windows))) return new Set();
  const rows = await closingsOf(tx, await lineage(tx, organisation, day), windows);
  return new Set(rows.filter(({ stage }) => stage === 'closed').map(({ window }) => window));
}

/** The first month of some facts that is locked, by itself or with its year, for the organisation of the fact. */
export async function firstLocked(tx: Tx, facts: readonly { readonly organisation: string; readonly period: Period }[], day: CivilDate): Promise<Period | undefined> {
  for (const organisation of new Set(facts.map((it) => it.organisation))) {
    const periods = [...new Set(facts.filter((it) => it.organisation === organisation).map(({ period }) => period))].sort();
    const closed = await closedFor(tx, organisation, [...new Set(periods.flatMap((it) => [it, it.slice(0, 4)]))], day);
    const locked = periods.find((it) => closed.has(it) || closed.has(it.slice(0, 4)));
    if (locked !== undefined) return locked;
  }
  return undefined;
}

/** Months of a year that are not locked for an organisation; before the first scheme nothing is. */
export async function openMonths(tx: Tx, above: readonly string[], year: number): Promise<Period[]> {
  const first = (await adoptedSchemes(tx))[0]?.from.slice(0, 7) ?? `${year}-01`;
  const months = Array.from({ length: 12 }, (_, at) => addMonths(`${year}-01`, at)).filter((it) => it >= first);
  const closed = new Set((await closingsOf(tx, above, months)).filter(({ stage }) => stage === 'closed').map(({ window }) => window));
  return months.filter((it) => !closed.has(it));
}

/** Most recordings are of an open month: one look at a small index tells. */
export async function hasClosings(tx: Tx, windows: readonly string[]): Promise<boolean> {
  return (await tx.one(sql`SELECT 1 FROM closing WHERE window_key = ANY(${[...windows]}) AND stage = 'closed' LIMIT 1`)) !== undefined;
}

/** Of some members, whose month is closed, by the branch in which each was at its end. */
export async function personsClosed(tx: Tx, persons: readonly string[], period: Period, end: CivilDate): Promise<ReadonlySet<string>> {
  const rows = await tx.many<{ person: string }>(sql`
    WITH RECURSIVE home AS (
      SELECT DISTINCT ON (person_id) person_id AS person, organisation_id AS id FROM membership
      WHERE person_id = ANY(${[...persons]}::uuid[]) AND from_day <= ${end} ORDER BY person_id, from_day DESC),
    up(start, id, depth) AS (
      SELECT DISTINCT id, id, 0 FROM home
      UNION ALL
      SELECT up.start, place.parent_id, up.depth + 1 FROM up CROSS JOIN LATERAL (
        SELECT parent_id FROM organisation_placement WHERE fact_id = up.id AND from_day <= ${end} ORDER BY from_day DESC LIMIT 1) AS place
      WHERE place.parent_id IS NOT NULL AND up.depth < 20)
    SELECT person FROM home WHERE EXISTS (
      SELECT FROM up JOIN closing c ON c.organisation_id = up.id WHERE up.start = home.id AND c.window_key = ${period} AND c.stage = 'closed')`);
  return new Set(rows.map((it) => it.person));
}
