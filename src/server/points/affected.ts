import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import { versionsOfAll } from '#server/facts/fact-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { yearsReached } from './year-reach.ts';

/** Whose points a fact can change, and in which years: perhaps too many, never too few. */
export interface Affected {
  readonly persons: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
}

/** @param firstYear the year of the first adoption; nothing earlier is ever valued. */
export async function affectedBy(tx: Tx, states: readonly LogEntry[], today: CivilDate, firstYear: number): Promise<Affected> {
  const persons = new Set<string>();
  const years = new Set<number>();
  for (const entry of states) {
    const reach = await reachOf(tx, entry);
    reach.forEach((it) => persons.add(it));
    const { from, to } = spanOf(entry, today);
    if (reach.length > 0) yearsReached(from > `${firstYear}-01-01` ? from : `${firstYear}-01-01`, to).filter((it) => it >= firstYear).forEach((it) => years.add(it));
  }
  return { persons, years };
}

async function reachOf(tx: Tx, entry: LogEntry): Promise<readonly string[]> {
  const named = (): readonly string[] => bearingsOf(entry.kind, entry.state as never, entry.recordedOn, entry.period).persons;
  switch (entry.kind) {
    case 'session':
      return entry.state.stage === 'held' ? [...named(), ...(await peopleBelow(tx, entry.state.organisation, entry.state.day))] : [];
    case 'membership': case 'leave': case 'closedDuty': case 'secondment': case 'post': case 'makeUp': case 'teamPlacement':
      return named();
    case 'shiftTeam':
      return ids(await tx.many(sql`SELECT person_id AS id FROM team_placement WHERE team_id = ${entry.factId}`));
    case 'studyStop':
      return peopleBelow(tx, entry.state.scope, entry.state.day);
    case 'organisation':
      return entry.version === 1 ? [] : peopleBelow(tx, entry.factId, null);
    case 'confirmation':
      return reachOfAll(tx, await versionsOfAll(tx, [entry.state.fact]));
    case 'schemeAdoption':
      return ids(await tx.many(sql`SELECT DISTINCT person_id AS id FROM membership WHERE stage <> 'none'`));
    case 'arrangement':
      return [];
  }
}

/** A confirmation may bring a version into force that another one stood before: all of them count. */
async function reachOfAll(tx: Tx, entries: readonly LogEntry[]): Promise<readonly string[]> {
  const reaches = await Promise.all(entries.map((it) => reachOf(tx, it)));
  return reaches.flat();
}

/**
 * Whoever is at home below an organisation on a day, or ever, and whoever sits on a committee there: he is expected at
 * its meetings wherever he is at home. Below is what ever hung there; the evaluator knows the day.
 */
async function peopleBelow(tx: Tx, organisation: string, day: CivilDate | null): Promise<readonly string[]> {
  const then = day === null ? sql`true` : sql`from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})`;
  return ids(await tx.many(sql`
    WITH RECURSIVE below AS (
      SELECT ${organisation}::uuid AS id
      UNION SELECT place.fact_id FROM organisation_placement place JOIN below ON place.parent_id = below.id)
    SELECT person_id AS id FROM membership
      WHERE (organisation_id = ANY(ARRAY(SELECT id FROM below)) OR group_id = ANY(ARRAY(SELECT id FROM below))) AND ${then}
    UNION SELECT person_id FROM post WHERE organisation_id = ANY(ARRAY(SELECT id FROM below)) AND ${then}`));
}

const ids = (rows: readonly { id: string }[]): readonly string[] => rows.map((it) => it.id);

/** From the first day to the last on which the fact may matter; an open spell and a change of the tree matter until today. */
function spanOf(entry: LogEntry, today: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  const { kind, day, period } = entry;
  if (kind === 'confirmation' || kind === 'organisation') return { from: '1900-01-01', to: today };
  const state: object = entry.state;
  if ('from' in state && typeof state.from === 'string') {
    const to = 'to' in state && typeof state.to === 'string' ? state.to : today;
    return { from: state.from, to: to < today ? to : today };
  }
  const [first = day, last = day] = [day, `${period}-01`].toSorted();
  return { from: first, to: last };
}
