import type { AttendanceGrid } from '#domain/activities/grid/attendance-grid.ts';
import { placesOfDays } from '#domain/activities/grid/place-of-days.ts';
import { lexicon, type Lexicon } from '#domain/activities/lexicon.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { homeOn, isBelow } from '#domain/engine/home.ts';
import { type EvaluationInput, type Reading, read } from '#domain/engine/reading.ts';
import { calledBy } from '#domain/imports/called-by.ts';
import { withNoughts } from '#domain/imports/lost-noughts.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { candidatesOn, evaluationOf } from '#server/activities/attendance-reads.ts';
import { demandAct } from '#server/activities/rights.ts';
import { sessionsAround } from '#server/activities/session-reads.ts';
import { organisationsFor } from '#server/activities/visible-organisations-reads.ts';
import { organisationsOn, subtree, type OrganisationOnDay } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { refusalOf } from '#server/platform/refusal-of.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { endedPlaces, handedOver } from './ended-places-reads.ts';

export interface GridPerson {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** What the plan of one sheet must know of its organisation over its days. */
export interface PlaceGround {
  readonly place: OrganisationOnDay;
  readonly reading: Reading;
  /** What it was read from, so that it can be read again with a session of the sheet. */
  readonly evaluation: EvaluationInput;
  /** Everybody who belonged there on one of the days, or whose number the sheet writes. */
  readonly persons: readonly GridPerson[];
  /** Those of them who belonged there; of others nothing is told. */
  readonly here: ReadonlySet<string>;
  /** Those of them who on one of the days belonged to what is called so, here or below; null where nothing is. */
  inUnit(written: string): ReadonlySet<string> | null;
  readonly sessions: Awaited<ReturnType<typeof sessionsAround>>;
  /** Whose make-up of which of them is entered, those that wait for another among them: `session person`. */
  readonly madeUp: ReadonlySet<string>;
  refusedOn(day: CivilDate): Promise<Refused | undefined>;
}

export interface GridGround {
  /** Where the caller records today. */
  readonly places: readonly OrganisationOnDay[];
  /** What has ended and whose days are recorded by the caller. */
  readonly ended: readonly OrganisationOnDay[];
  readonly adopted: readonly AdoptedScheme[];
  readonly words: Lexicon;
  placeOf(written: string, days: readonly CivilDate[]): OrganisationOnDay | undefined;
  /** The one place that a title or the name of a file speaks of: 刑侦大队党支部2026年1月考勤表. */
  placeIn(text: string, days: readonly CivilDate[]): OrganisationOnDay | undefined;
  /** What has ended of whose people the caller is the recorder now, by the first of these texts that speaks of one; it is not his to enter. */
  handedOverIn(texts: readonly string[], days: readonly CivilDate[]): OrganisationOnDay | undefined;
}

/** Where the caller records sessions, and under which schemes. @throws NotAllowed, NotFound */
export async function gridGround(call: Call): Promise<GridGround> {
  const places = await recordingPlaces(call);
  const ended = await endedPlaces(call);
  const adopted = await adoptedSchemes(call.tx);
  const { called, spoken } = placesOfDays(places, ended);
  const own = new Set(ended.map(({ id }) => id));
  const gone = placesOfDays([], (await handedOver(call, places.map(({ id }) => id))).filter(({ id }) => !own.has(id)));
  return {
    places, ended, adopted, words: lexicon(adopted), placeOf: called, placeIn: spoken,
    handedOverIn: (texts, days) => texts.map((it) => gone.called(it, days) ?? gone.spoken(it, days)).find((it) => it !== undefined),
  };
}

/** Where the caller records today; nothing for whoever records only for what has ended. @throws NotAllowed, NotFound where the caller records nowhere. */
export async function recordingPlaces(call: Call): Promise<readonly OrganisationOnDay[]> {
  const held = new Set(await organisationsFor(call, 'recordSessions'));
  const places = (await organisationsOn(call.tx, call.today)).filter(({ id }) => held.has(id)).toSorted(byNumber);
  if (places.length > 0 || (await endedPlaces(call)).length > 0) return places;
  const [root] = await call.tx.many<{ id: string }>(sql`SELECT id FROM organisation WHERE parent_id IS NULL LIMIT 1`);
  if (root) await demandAct(call, 'recordSessions', root.id, call.today);
  throw refuse('NotFound', {});
}

/** Whether somebody is at home in an organisation or group, or below it. */
export function belongs({ world }: Reading, person: string, organisation: string, day: CivilDate): boolean {
  const home = homeOn(world, person, day);
  return home !== null && isBelow(world, home, organisation, day);
}

export async function placeGround(call: Call, place: OrganisationOnDay, { rows, columns }: AttendanceGrid): Promise<PlaceGround> {
  const { tx, today } = call;
  const days = [...new Set(columns.flatMap(({ day }) => day ?? []))].filter((day) => day <= today).sort();
  const there = new Set(await candidatesOn(tx, place.id, days));
  const numbers = rows.flatMap(({ number }) => (number === '' ? [] : withNoughts(number)));
  const persons = await tx.many<GridPerson>(sql`SELECT id, number, name FROM person WHERE number = ANY(${numbers}) OR id = ANY(${[...there]}::uuid[]) ORDER BY number`);
  const [first = today, last = today] = [days[0], days.at(-1)];
  const refusals = new Map<CivilDate, Promise<Refused | undefined>>();
  const evaluation = await evaluationOf(call, persons.map(({ id }) => id), [first, last]);
  const sessions = await sessionsAround(tx, [place.id], first, last);
  const madeUp = await tx.many<{ key: string }>(sql`SELECT session_id::text || ' ' || person_id::text AS key FROM make_up WHERE session_id = ANY(${sessions.map(({ session }) => session)}::uuid[])`);
  const reading = read(evaluation);
  const below = new Set(await subtree(tx, [place.id], last));
  const unitCalled = calledBy((await organisationsOn(tx, last)).filter(({ id }) => below.has(id)).flatMap((it) => [it.number, it.shortName, it.name].map((name) => [name, it] as const)));
  return {
    place, persons, here: there, evaluation, reading,
    inUnit: (written) => {
      const unit = unitCalled(written);
      return unit ? new Set([...there].filter((id) => days.some((day) => belongs(reading, id, unit.id, day)))) : null;
    },
    sessions, madeUp: new Set(madeUp.map(({ key }) => key)),
    refusedOn: (day) => {
      const known = refusals.get(day) ?? refusalOf(() => demandAct(call, 'recordSessions', place.id, day));
      refusals.set(day, known);
      return known;
    },
  };
}
