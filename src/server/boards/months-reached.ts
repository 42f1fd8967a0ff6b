import { type Reach, reachOf } from '#domain/boards/reach.ts';
import type { Period } from '#domain/calendar/civil-date.ts';
import { versionsOfAll } from '#server/facts/fact-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { rawSql, sql } from '#server/platform/sql.ts';

/** One month of one branch: what the board counts anew as a whole. */
export interface BranchPeriod {
  readonly organisation: string;
  readonly period: Period;
}

type Found<Of extends Reach['of']> = Extract<Reach, { of: Of }>;
type Person = Omit<Found<'person'>, 'of'>;
type Place = Omit<Found<'place'>, 'of'> & { readonly arrangement: string | null };

/** Categories of a branch of any kind, for SQL. */
export const BRANCHES = rawSql(`('631', '632', '931', '932')`);

/**
 * The months that some entries of the log can change, asked after they were committed and with everything known then: a
 * transaction cannot see what is being recorded beside it, and so could not say whom it concerns (decision 18).
 */
export async function monthsReached(tx: Tx, seqs: readonly number[]): Promise<BranchPeriod[]> {
  const moved = await tx.many<{ id: string }>(sql`
    SELECT DISTINCT CASE kind WHEN 'confirmation' THEN (state->>'fact')::uuid ELSE fact_id END AS id FROM fact_log WHERE seq = ANY(${[...seqs]}::bigint[])`);
  const reach = (await versionsOfAll(tx, moved.map(({ id }) => id))).flatMap(reachOf);
  const found = <Of extends Reach['of']>(of: Of): Found<Of>[] => reach.filter((it): it is Found<Of> => it.of === of);
  const persons = [...found('person'), ...(await membersOf(tx, found('team')))];
  const places = found('place').map((it): Place => ({ ...it, arrangement: null }));
  const somewhere = [...places.filter(({ organisation }) => organisation !== null), ...(await placesOf(tx, persons)), ...(await placesBelow(tx, found('tree')))];
  const sessions = [...found('session').map(({ session }) => session), ...(await sessionsAt(tx, somewhere)),
    ...(await sessionsAnywhere(tx, places.filter(({ organisation }) => organisation === null)))];
  return monthsOf(tx, sessions, found('board').map(({ organisation }) => organisation));
}

const membersOf = (tx: Tx, teams: readonly Found<'team'>[]): Promise<Person[]> =>
  rowsOf(teams, () => tx.many(sql`
    SELECT DISTINCT member.person_id AS person, NULL AS arrangement, team."from", team."to"
    FROM jsonb_to_recordset(${JSON.stringify(teams)}::jsonb) AS team(team uuid, "from" date, "to" date)
    JOIN team_placement member ON member.team_id = team.team`));

const placesOf = (tx: Tx, persons: readonly Person[]): Promise<Place[]> =>
  rowsOf(persons, () => tx.many(sql`
    SELECT DISTINCT place.id AS organisation, who.arrangement, who."from", who."to"
    FROM jsonb_to_recordset(${JSON.stringify(persons)}::jsonb) AS who(person uuid, arrangement text, "from" date, "to" date)
    CROSS JOIN LATERAL (
      SELECT organisation_id AS id FROM membership WHERE person_id = who.person
      UNION SELECT group_id FROM membership WHERE person_id = who.person AND group_id IS NOT NULL
      UNION SELECT organisation_id FROM post WHERE person_id = who.person) AS place`));

const placesBelow = (tx: Tx, trees: readonly Found<'tree'>[]): Promise<Place[]> =>
  rowsOf(trees, () => tx.many(sql`
    WITH RECURSIVE below AS (
      SELECT id FROM unnest(${trees.map(({ organisation }) => organisation)}::uuid[]) AS id
      UNION SELECT place.fact_id FROM organisation_placement place JOIN below ON place.parent_id = below.id)
    SELECT id AS organisation, NULL AS arrangement, '0001-01-01'::date AS "from", '9999-12-31'::date AS "to" FROM below`));

/** Where the last version of a session waits for its confirmation, the one in force may lie on any other day. */
const IN_DAYS = rawSql(`(f.day BETWEEN span."from" AND span."to" OR (f.standing = 'proposed' AND f.version > 1))`);

const sessionsAt = async (tx: Tx, places: readonly Place[]): Promise<string[]> =>
  (await rowsOf(places, () => tx.many<{ id: string }>(sql`
    SELECT DISTINCT f.fact_id AS id
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS span(organisation uuid, arrangement text, "from" date, "to" date)
    JOIN fact f ON f.organisation_id = span.organisation AND f.kind = 'session' AND (${IN_DAYS} OR f.state->>'arrangement' = span.arrangement)`))).map(({ id }) => id);

const sessionsAnywhere = async (tx: Tx, spans: readonly Place[]): Promise<string[]> =>
  (await rowsOf(spans, () => tx.many<{ id: string }>(sql`
    SELECT DISTINCT f.fact_id AS id FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) AS span("from" date, "to" date)
    JOIN fact f ON f.kind = 'session' AND ${IN_DAYS}`))).map(({ id }) => id);

/** Nothing is asked of the database where there is nothing to ask about. */
const rowsOf = <Row>(about: readonly unknown[], ask: () => Promise<Row[]>): Promise<Row[]> => (about.length === 0 ? Promise.resolve([]) : ask());

/**
 * The months in which some sessions were ever said to lie, under the branch that held them or whose group did, and
 * whatever the board has already of some organisations.
 */
const monthsOf = (tx: Tx, sessions: readonly string[], organisations: readonly string[]): Promise<BranchPeriod[]> =>
  tx.many(sql`
    SELECT branch.id AS organisation, log.period FROM fact_log log
    CROSS JOIN LATERAL (
      SELECT (log.state->>'organisation')::uuid AS id
      UNION SELECT parent_id FROM organisation_placement WHERE fact_id = (log.state->>'organisation')::uuid) AS held
    JOIN organisation branch ON branch.id = held.id AND branch.category IN ${BRANCHES}
    WHERE log.fact_id = ANY(${[...new Set(sessions)]}::uuid[]) AND log.kind = 'session'
    UNION SELECT organisation_id, period FROM branch_month WHERE organisation_id = ANY(${[...organisations]}::uuid[])`);

/** Every month that the board can have. */
export const everyMonth = async (tx: Tx): Promise<BranchPeriod[]> =>
  monthsOf(tx, (await tx.many<{ id: string }>(sql`SELECT fact_id AS id FROM fact WHERE kind = 'session'`)).map(({ id }) => id), []);
