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
  const reached: Reach[] = [];
  const years = new Set<number>();
  for (const entry of states) {
    const reach = await reachOf(tx, entry);
    if (reach.persons.length + reach.places.length === 0) continue;
    reached.push(reach);
    const { from, to } = spanOf(entry, today);
    yearsReached(from > `${firstYear}-01-01` ? from : `${firstYear}-01-01`, to).filter((it) => it >= firstYear).forEach((it) => years.add(it));
  }
  const below = await peopleBelow(tx, reached.flatMap(({ places }) => places));
  return { persons: new Set([...reached.flatMap(({ persons }) => persons), ...below]), years };
}

/** An organisation on a day, or ever. */
interface Place {
  readonly organisation: string;
  readonly day: CivilDate | null;
}

/** Whom a fact concerns by name, and where it concerns everybody. */
interface Reach {
  readonly persons: readonly string[];
  readonly places: readonly Place[];
}

const nobody: Reach = { persons: [], places: [] };
const people = (persons: readonly string[]): Reach => ({ persons, places: [] });
const place = (organisation: string, day: CivilDate | null): Reach => ({ persons: [], places: [{ organisation, day }] });

async function reachOf(tx: Tx, entry: LogEntry): Promise<Reach> {
  const named = (): readonly string[] => bearingsOf(entry.kind, entry.state as never, entry.recordedOn, entry.period).persons;
  switch (entry.kind) {
    case 'session':
      return entry.state.stage === 'held' ? { ...place(entry.state.organisation, entry.state.day), persons: named() } : nobody;
    case 'membership': case 'leave': case 'closedDuty': case 'secondment': case 'post': case 'makeUp': case 'teamPlacement': case 'record': case 'assignment': case 'statement':
      return people(named());
    case 'shiftTeam':
      return people(ids(await tx.many(sql`SELECT person_id AS id FROM team_placement WHERE team_id = ${entry.factId}`)));
    case 'inclusion':
      return place(entry.state.organisation, null);
    case 'studyStop':
      return place(entry.state.scope, entry.state.day);
    case 'organisation':
      return entry.version === 1 ? nobody : place(entry.factId, null);
    case 'confirmation':
      return reachOfAll(tx, await versionsOfAll(tx, [entry.state.fact]));
    case 'schemeAdoption':
      return people(ids(await tx.many(sql`SELECT DISTINCT person_id AS id FROM membership WHERE stage <> 'none'`)));
    // A holiday keeps the office from arranging; what was held on it counts like any other day.
    case 'arrangement': case 'calendarYear': case 'particulars':
    // A month that closes changes no number; it only says where the next difference is booked.
    case 'closing': case 'lateFilingGrant': case 'selfCheck': case 'delegation': case 'branchReview': case 'selfReview':
    case 'draw': case 'checkSheet': case 'recusal': case 'problem':
    case 'memberReview': case 'memberResult':
    // An objection moves no number; the correction that follows from it is a fact of its own.
    case 'objection':
    // A plan moves the score of the branch and nobody's points.
    case 'targetPlan':
      return nobody;
  }
}

/** A confirmation may bring a version into force that another one stood before: all of them count. */
async function reachOfAll(tx: Tx, entries: readonly LogEntry[]): Promise<Reach> {
  const reaches: Reach[] = [];
  for (const entry of entries) reaches.push(await reachOf(tx, entry));
  return { persons: reaches.flatMap(({ persons }) => persons), places: reaches.flatMap(({ places }) => places) };
}

/**
 * Whoever is at home below some organisations between the first and the last of the days, or ever, and whoever sits on
 * a committee there: he is expected at its meetings wherever he is at home. Below is what ever hung there; the evaluator
 * knows the day. One statement, however many sessions are recorded at once.
 */
async function peopleBelow(tx: Tx, places: readonly Place[]): Promise<readonly string[]> {
  if (places.length === 0) return [];
  const days = places.flatMap(({ day }) => day ?? []).toSorted();
  const then = days.length < places.length ? sql`true` : sql`from_day <= ${days.at(-1)} AND (to_day IS NULL OR to_day >= ${days[0]})`;
  return ids(await tx.many(sql`
    WITH RECURSIVE below AS (
      SELECT unnest(${[...new Set(places.map(({ organisation }) => organisation))]}::uuid[]) AS id
      UNION SELECT place.fact_id FROM organisation_placement place JOIN below ON place.parent_id = below.id)
    SELECT person_id AS id FROM membership
      WHERE (organisation_id = ANY(ARRAY(SELECT id FROM below)) OR group_id = ANY(ARRAY(SELECT id FROM below))) AND ${then}
    UNION SELECT person_id FROM post WHERE organisation_id = ANY(ARRAY(SELECT id FROM below)) AND ${then}`));
}

const ids = (rows: readonly { id: string }[]): readonly string[] => rows.map((it) => it.id);

/** From the first day to the last on which the fact may matter; an open spell and a change of the tree matter until today. */
function spanOf(entry: LogEntry, today: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  const { kind, day, period } = entry;
  if (kind === 'confirmation' || kind === 'organisation' || kind === 'inclusion') return { from: '1900-01-01', to: today };
  const state: object = entry.state;
  if ('from' in state && typeof state.from === 'string') {
    const to = 'to' in state && typeof state.to === 'string' ? state.to : today;
    return { from: state.from, to: to < today ? to : today };
  }
  if (kind === 'record' || kind === 'assignment') {
    const last = kind === 'record' ? entry.state.until ?? day : entry.state.until;
    return { from: day, to: last > `${period}-01` ? last : `${period}-01` };
  }
  const [first = day, last = day] = [day, `${period}-01`].toSorted();
  return { from: first, to: last };
}
