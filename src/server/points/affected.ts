import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import { versionsOfAll } from '#server/facts/fact-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';

/** Whose points a fact can change, and in which years. */
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
    if (reach.length > 0) yearsOf(entry, today).filter((it) => it >= firstYear).forEach((it) => years.add(it));
  }
  return { persons, years };
}

async function reachOf(tx: Tx, entry: LogEntry): Promise<readonly string[]> {
  const named = (): readonly string[] => bearingsOf(entry.kind, entry.state as never, entry.recordedOn, entry.period).persons;
  switch (entry.kind) {
    case 'session':
      if (entry.state.stage !== 'held') return [];
      return [...named(), ...(await membersBelow(tx, entry.state.organisation, entry.state.day)), ...(await postHolders(tx, entry.state.organisation))];
    case 'membership': case 'leave': case 'closedDuty': case 'secondment': case 'post': case 'makeUp': case 'teamPlacement':
      return named();
    case 'shiftTeam':
      return ids(await tx.many(sql`SELECT person_id AS id FROM team_placement WHERE team_id = ${entry.factId}`));
    case 'studyStop':
      return membersBelow(tx, entry.state.scope, entry.state.day);
    case 'organisation':
      return entry.version === 1 ? [] : membersEver(tx, entry.factId);
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

async function membersBelow(tx: Tx, organisation: string, day: CivilDate): Promise<readonly string[]> {
  const below = await subtree(tx, [organisation], day);
  return ids(await tx.many(sql`SELECT DISTINCT person_id AS id FROM membership
    WHERE (organisation_id = ANY(${[...below]}::uuid[]) OR group_id = ANY(${[...below]}::uuid[]))
      AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})`));
}

/** Whoever sits on the committee is expected at its meetings, wherever he is at home. */
const postHolders = async (tx: Tx, organisation: string): Promise<readonly string[]> =>
  ids(await tx.many(sql`SELECT DISTINCT person_id AS id FROM post WHERE organisation_id = ${organisation}`));

/** Moving an organisation in the tree concerns everybody who was ever at home below it. */
async function membersEver(tx: Tx, organisation: string): Promise<readonly string[]> {
  return ids(await tx.many(sql`
    WITH RECURSIVE below AS (SELECT ${organisation}::uuid AS id UNION SELECT place.fact_id FROM organisation_placement place JOIN below ON place.parent_id = below.id)
    SELECT DISTINCT person_id AS id FROM membership JOIN below ON membership.organisation_id = below.id`));
}

const ids = (rows: readonly { id: string }[]): readonly string[] => rows.map((it) => it.id);

/** A spell reaches from its first day to its last, an open one to today; anything else concerns the year of its period. */
function yearsOf(entry: LogEntry, today: CivilDate): readonly number[] {
  const year = (day: string): number => Number(day.slice(0, 4));
  const state: object = entry.state;
  if (!('from' in state) || typeof state.from !== 'string') {
    return entry.kind === 'confirmation' || entry.kind === 'organisation' ? span(1900, year(today)) : [year(entry.period)];
  }
  const to = 'to' in state && typeof state.to === 'string' ? state.to : today;
  return span(year(state.from), Math.min(year(to), year(today)));
}

const span = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - Math.max(from, to - 60) + 1) }, (_, at) => Math.max(from, to - 60) + at);
