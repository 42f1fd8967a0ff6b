import { addMonths, type CivilDate, firstOfMonth, lastOfMonth } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { inPeriods, logOf } from '#server/points/log-reads.ts';

/** A meeting of the year is held until March of the next, and its first week has days of the month before. */
const MONTHS_AFTER = 3;
const MONTHS_BEFORE = 1;

/**
 * The part of the log that can change the indicators of a branch in one year: all that concerns the points of whoever was
 * ever at home or held a post in it, its sessions and registers with those of its groups, what stands above announced
 * without naming anybody, and whose post it is to speak there. The evaluator says the same of this part as of the whole
 * log (P1). Every version of a fact comes along: what was entered in time stays in time after an amendment.
 */
export const logOfBranchYear = (tx: Tx, branch: string, year: number): Promise<LogEntry[]> => logOfBranchesYear(tx, [branch], year);

/** The same of several branches at once: what concerns the others changes nothing in the year of one. */
export async function logOfBranchesYear(tx: Tx, branches: readonly string[], year: number): Promise<LogEntry[]> {
  const from = firstOfMonth(addMonths(`${year}-01`, -MONTHS_BEFORE));
  const to = lastOfMonth(addMonths(`${year}-12`, MONTHS_AFTER));
  const places = await placesOf(tx, branches);
  const people = await peopleOf(tx, places.below);
  return logOf(tx, concerning(places, people, from, to), inPeriods(from, to), 'all');
}

interface Places {
  /** The branches and whatever ever hung below them. */
  readonly below: readonly string[];
  /** The branches and whatever they ever hung below. */
  readonly above: readonly string[];
}

async function placesOf(tx: Tx, branches: readonly string[]): Promise<Places> {
  const rows = await tx.many<{ id: string; side: 'below' | 'above' }>(sql`
    WITH RECURSIVE below AS (
      SELECT unnest(${[...branches]}::uuid[]) AS id
      UNION SELECT place.fact_id FROM organisation_placement place JOIN below ON place.parent_id = below.id),
    above AS (
      SELECT unnest(${[...branches]}::uuid[]) AS id
      UNION SELECT place.parent_id FROM organisation_placement place JOIN above ON place.fact_id = above.id WHERE place.parent_id IS NOT NULL)
    SELECT id, 'below' AS side FROM below UNION ALL SELECT id, 'above' FROM above`);
  const on = (side: 'below' | 'above'): string[] => rows.filter((it) => it.side === side).map(({ id }) => id);
  return { below: on('below'), above: on('above') };
}

async function peopleOf(tx: Tx, places: readonly string[]): Promise<string[]> {
  const ids = [...places];
  const rows = await tx.many<{ id: string }>(sql`
    SELECT person_id AS id FROM membership WHERE organisation_id = ANY(${ids}::uuid[]) OR group_id = ANY(${ids}::uuid[])
    UNION SELECT person_id FROM post WHERE organisation_id = ANY(${ids}::uuid[])`);
  return rows.map(({ id }) => id);
}

/**
 * `around` is every home of the people and where they hold posts; `ringed`, with all that these ever hung under. A waiting
 * amendment may name another speaker than the version in force: all that were ever named are asked about.
 */
function concerning({ below, above }: Places, persons: readonly string[], from: CivilDate, to: CivilDate): Sql {
  const people = sql`${[...persons]}::uuid[]`;
  return sql`ARRAY(
    WITH RECURSIVE around AS (
      SELECT id FROM unnest(${[...below, ...above]}::uuid[]) AS id
      UNION SELECT organisation_id FROM membership WHERE person_id = ANY(${people})
      UNION SELECT group_id FROM membership WHERE person_id = ANY(${people}) AND group_id IS NOT NULL
      UNION SELECT organisation_id FROM post WHERE person_id = ANY(${people})),
    ringed AS (
      SELECT id FROM around
      UNION SELECT place.parent_id FROM ringed JOIN organisation_placement place ON place.fact_id = ringed.id WHERE place.parent_id IS NOT NULL),
    held AS (
      SELECT fact_id FROM fact WHERE organisation_id = ANY(${[...below]}::uuid[]) AND kind = 'session' AND ${inPeriods(from, to)}),
    speaker AS (
      SELECT jsonb_array_elements_text(log.state->'speakers')::uuid AS id FROM fact_log log WHERE log.fact_id = ANY(ARRAY(SELECT fact_id FROM held))),
    concerning AS (
      SELECT fact_id FROM fact WHERE kind IN ('schemeAdoption', 'inclusion')
      UNION SELECT fact_id FROM fact WHERE kind = 'studyStop' AND day BETWEEN ${from} AND ${to}
      UNION SELECT id FROM ringed
      UNION SELECT fact_id FROM fact WHERE organisation_id = ANY(ARRAY(SELECT id FROM ringed)) AND kind = 'session' AND ${inPeriods(from, to)}
      UNION SELECT fact_id FROM fact WHERE organisation_id = ANY(${[...below]}::uuid[]) AND kind IN ('record', 'assignment', 'selfCheck', 'statement', 'targetPlan', 'checkSheet', 'problem')
      UNION SELECT fact_id FROM fact WHERE organisation_id = ANY(${[...above]}::uuid[]) AND kind = 'record'
        AND NOT EXISTS (SELECT 1 FROM fact_person named WHERE named.fact_id = fact.fact_id)
      UNION SELECT fact_id FROM fact_person WHERE person_id = ANY(${people})
      UNION SELECT team_id FROM team_placement WHERE person_id = ANY(${people})
      UNION SELECT fact_id FROM membership WHERE person_id = ANY(ARRAY(SELECT id FROM speaker))
      UNION SELECT fact_id FROM post WHERE person_id = ANY(ARRAY(SELECT id FROM speaker)))
    SELECT fact_id FROM concerning
    UNION SELECT fact_id FROM confirmation WHERE confirmed_id = ANY(ARRAY(SELECT fact_id FROM concerning)))`;
}
