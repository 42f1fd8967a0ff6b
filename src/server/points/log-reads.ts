import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { lastEntries, versionsOfAll } from '#server/facts/fact-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/**
 * The part of the log that can change the points of some people between two days: their own spells, the organisations
 * they were at home in and everything above, the sessions held there, and what refers to these. The evaluator gives
 * the same values from this part as from the whole (P1). Of others than these people a session may leave the marks out.
 * @param versions `all` also tells since when a fact is known: what was entered late stays late after an amendment.
 * @param sessions a condition for whoever asks about some sessions and knows which others decide them.
 */
export async function logConcerning(
  tx: Tx, persons: readonly string[], from: CivilDate, to: CivilDate, versions: 'last' | 'all' = 'last', sessions: Sql = sql`true`,
): Promise<LogEntry[]> {
  return logOf(tx, factsConcerning(persons, from, to), sql`${inPeriods(from, to)} AND ${sessions}`, versions, persons.length > FEW ? undefined : withMarksOf(persons));
}

/** Some facts, sessions only under a condition: their last versions, whole where an earlier one may hold. */
export async function logOf(tx: Tx, facts: Sql, sessions: Sql, versions: 'last' | 'all', state?: Sql): Promise<LogEntry[]> {
  const condition = sql`
    fact_id = ANY(${facts}) AND (NOT withdrawn OR standing = 'proposed') AND (kind <> 'session' OR (${sessions}))`;
  const last = await lastEntries(tx, condition, state);
  // Where the last version waits for confirmation, the one before it is still in force: those facts come whole.
  const whole = new Set(last.filter((it) => it.version > 1 && (it.standing === 'proposed' || versions === 'all')).map((it) => it.factId));
  if (whole.size === 0) return last;
  return [...last.filter((it) => !whole.has(it.factId)), ...(await versionsOfAll(tx, [...whole]))].toSorted((a, b) => a.seq - b.seq);
}

/** Up to so many people their own marks are sought out in each session; beyond, seeking costs more than reading all. */
const FEW = 5;

/** The marks of a whole branch are nine tenths of a session. */
const withMarksOf = (persons: readonly string[]): Sql => sql`
  CASE WHEN kind = 'session' THEN state || jsonb_build_object('marks', (
    SELECT coalesce(jsonb_agg(mark), '[]') FROM jsonb_array_elements(state->'marks') AS mark WHERE mark->>'person' = ANY(${[...persons]}))) ELSE state END`;

export const inPeriods = (from: CivilDate, to: CivilDate): Sql => sql`(period BETWEEN ${from.slice(0, 7)} AND ${to.slice(0, 7)} OR (standing = 'proposed' AND version > 1))`;

/**
 * `around` is the homes of the people at any time, their groups, and every organisation these ever hung under. What is
 * found on the way stands in arrays, because few ids are looked up in an index where a join of tables of unknown size
 * would read every fact of the bureau.
 */
function factsConcerning(persons: readonly string[], from: CivilDate, to: CivilDate): Sql {
  const people = sql`${[...persons]}::uuid[]`;
  return sql`ARRAY(
    WITH RECURSIVE home AS (
      SELECT organisation_id AS id FROM membership WHERE person_id = ANY(${people})
      UNION SELECT group_id FROM membership WHERE person_id = ANY(${people}) AND group_id IS NOT NULL
      UNION SELECT organisation_id FROM post WHERE person_id = ANY(${people})),
    around AS (
      SELECT id FROM home
      UNION
      SELECT place.parent_id FROM around JOIN organisation_placement place ON place.fact_id = around.id WHERE place.parent_id IS NOT NULL),
    concerning AS (
      SELECT fact_id FROM fact WHERE kind IN ('schemeAdoption', 'inclusion')
      UNION SELECT fact_id FROM fact WHERE kind = 'studyStop' AND day BETWEEN ${from} AND ${to}
      UNION SELECT id FROM around
      UNION SELECT fact_id FROM fact WHERE organisation_id = ANY(ARRAY(SELECT id FROM around)) AND kind = 'session' AND ${inPeriods(from, to)}
      UNION SELECT fact_id FROM fact_person WHERE person_id = ANY(${people})
      UNION SELECT team_id FROM team_placement WHERE person_id = ANY(${people}))
    SELECT fact_id FROM concerning
    UNION SELECT fact_id FROM confirmation WHERE confirmed_id = ANY(ARRAY(SELECT fact_id FROM concerning)))`;
}
