import { type CivilDate, type Period, periodOf } from '#domain/calendar/civil-date.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { withNoughts } from '#domain/imports/lost-noughts.ts';
import { calledBy } from '#domain/imports/called-by.ts';
import type { EntryFault, EntryRowRead } from '#domain/registers/entry-cells.ts';
import { naturalKey } from '#domain/registers/natural-key.ts';
import type { Mention } from '#domain/registers/person-mentions.ts';
import { placeByPersons } from '#domain/registers/place-by-persons.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { hasClosings } from '#server/months/closing-reads.ts';
import { lateRefusal } from '#server/months/open-month-reads.ts';
import { type OrganisationOnDay, organisationsOn, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { refusalOf } from '#server/platform/refusal-of.ts';
import { sql } from '#server/platform/sql.ts';
import { strangersTo } from '#server/rota/rota-reads.ts';
import { demandEnteringPlaces } from '#server/registers/entering-places.ts';
import { registersOn } from '#server/registers/register-reads.ts';
import { demandEntering } from '#server/registers/register-rights.ts';
import * as faultOf from './entry-faults.ts';

export interface KnownPerson {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** An entry that stands in the register already, or further above in the same file. */
export interface ThereEntry {
  readonly state: FactState<'record'>;
  readonly period: Period;
}

/** The place of a row, or what is wrong. */
export type Placing = { readonly place: OrganisationOnDay } | { readonly faults: readonly EntryFault[] };

/** Remembers the answer to each question, so that a file of a thousand rows asks once for each place and day. */
function remembered<A extends readonly string[], V>(ask: (...key: A) => Promise<V>): (...key: A) => Promise<V> {
  const known = new Map<string, Promise<V>>();
  return (...key) => {
    const name = key.join(' ');
    const answer = known.get(name) ?? ask(...key);
    known.set(name, answer);
    return answer;
  };
}

/** What the plan of a register's file must know: where the importer enters, whom the file names, and what is there already. */
export interface ImportGround {
  readonly places: readonly OrganisationOnDay[];
  /** Where a row is entered, or why that is not known; nothing is said where the row lacks the day by which it would be. */
  placing(row: EntryRowRead): Promise<Placing>;
  /** Those of the places for which the file has rows. */
  readonly named: readonly string[];
  registerOn(day: CivilDate): Promise<Register | undefined>;
  /** Why the importer may not enter for the organisation of that day; undefined when he may. */
  refusedAt(organisation: string, day: CivilDate): Promise<Refused | undefined>;
  /** Everybody of the bureau whom the file may mean by this. */
  personsOf(mention: Mention): readonly KnownPerson[];
  belongsTo(organisation: string, day: CivilDate): Promise<ReadonlySet<string>>;
  /** Those who belong to what is called so below an organisation; null where nothing is. */
  inUnit(written: string, organisation: string, day: CivilDate): Promise<ReadonlySet<string> | null>;
  /** By natural key. */
  there(register: Register, organisation: string): Promise<ReadonlyMap<string, ThereEntry>>;
  late(entry: LogEntry): Promise<Refused | undefined>;
}

/**
 * @param placed whether the table has a column of places; one that has none and was filled in for several is placed by the unit beside its people, or by them.
 * @throws NotAllowed, NotFound
 */
export async function importGround(call: Call, register: Register, rows: readonly EntryRowRead[], placed: boolean): Promise<ImportGround> {
  const { tx, today } = call;
  const places = await demandEnteringPlaces(call, register);
  const called = calledBy(places.flatMap((it) => [it.number, it.shortName, it.name].map((name) => [name, it] as const)));
  const persons = await personsMeant(call, rows.flatMap((it) => it.persons));
  const ids = persons.map(({ id }) => id);
  const closed = await hasClosings(tx, [...new Set(rows.flatMap(({ day, period }) => period ?? (day === null ? [] : periodOf(day))).flatMap((it) => [it, it.slice(0, 4)]))]);
  const day = (of: CivilDate): CivilDate => (of < today ? of : today);
  const belonging = remembered(async (organisation: string, on: CivilDate) => {
    const strangers = new Set(await strangersTo(tx, organisation, ids, on));
    return new Set(ids.filter((it) => !strangers.has(it)));
  });
  const unitsOf = remembered(async (organisation: string, on: CivilDate) => {
    const below = new Set(await subtree(tx, [organisation], on));
    return calledBy((await organisationsOn(tx, on)).filter(({ id }) => below.has(id)).flatMap((it) => [it.number, it.shortName, it.name].map((name) => [name, it] as const)));
  });
  const declared = remembered(async (on: CivilDate) => (await registersOn(tx, on)).find(({ id }) => id === register.id));
  const entries = remembered((organisation: string) => tx.many<ThereEntry>(sql`
    SELECT f.state, f.period FROM record r JOIN fact f ON f.fact_id = r.fact_id WHERE r.register = ${register.id} AND r.organisation_id = ${organisation}`));
  // What makes two entries the same may have been declared otherwise in another version of the scheme.
  const byKey = new Map<Register, (organisation: string) => Promise<ReadonlyMap<string, ThereEntry>>>();
  const personsOf = meantIn(persons);
  const home = remembered((on: CivilDate) => homesAmong(tx, places, ids, on));
  const placing = async (row: EntryRowRead): Promise<Placing> => {
    const unit = placed || row.unit === '' ? undefined : called(row.unit);
    if (unit) return { place: unit };
    if (!placed && places.length > 1) return row.day === null ? { faults: [] } : placedByPeople(row.persons.map(personsOf), places, await home(day(row.day)), row.day);
    const place = row.organisation === '' && places.length === 1 ? places[0] : called(row.organisation);
    return place ? { place } : { faults: [faultOf.placeUnknown(row.organisation, places)] };
  };
  const found = [];
  for (const row of rows) found.push(await placing(row));
  return {
    places, placing, personsOf,
    named: [...new Set(found.flatMap((it) => ('place' in it ? [it.place.id] : [])))],
    registerOn: (on) => declared(day(on)),
    refusedAt: remembered((organisation, on) => refusalOf(() => demandEntering(call, register, organisation, on))),
    belongsTo: (organisation, on) => belonging(organisation, day(on)),
    inUnit: async (written, organisation, on) => {
      const unit = (await unitsOf(organisation, day(on)))(written);
      return unit ? belonging(unit.id, day(on)) : null;
    },
    there: (version, organisation) => {
      const known = byKey.get(version) ?? remembered(async (place: string) => new Map((await entries(place)).map((it) => [naturalKey(version, it.state, it.period), it])));
      byKey.set(version, known);
      return known(organisation);
    },
    late: async (entry) => (closed ? lateRefusal(call, entry) : undefined),
  };
}

const meantIn = (persons: readonly KnownPerson[]) => ({ number, name }: Mention): readonly KnownPerson[] => {
  if (number === null) return persons.filter((it) => it.name === name);
  const exact = persons.filter((it) => it.number === number);
  return exact.length > 0 ? exact : persons.filter((it) => sameDigits(number, it.number));
};

/** Of some people those who belong to one of the places on a day, and to which. */
async function homesAmong(tx: Tx, places: readonly OrganisationOnDay[], persons: readonly string[], day: CivilDate): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.many<{ person: string; place: string }>(sql`
    SELECT person_id AS person, organisation_id AS place FROM membership
    WHERE person_id = ANY(${[...persons]}::uuid[]) AND organisation_id = ANY(${places.map(({ id }) => id)}::uuid[]) AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})`);
  return new Map(rows.map(({ person, place }) => [person, place]));
}

function placedByPeople(meant: readonly (readonly KnownPerson[])[], places: readonly OrganisationOnDay[], home: ReadonlyMap<string, string>, day: CivilDate): Placing {
  const found = placeByPersons(meant.map((people) => [...new Set(people.flatMap(({ id }) => home.get(id) ?? []))]));
  if (found.kind === 'none') return { faults: [faultOf.placeOfNobody(day)] };
  const of = places.filter(({ id }) => (found.kind === 'one' ? id === found.place : found.places.includes(id)));
  const [place] = of;
  return found.kind === 'one' && place ? { place } : { faults: [faultOf.placeOfSeveral(of.map(({ shortName }) => shortName))] };
}

const DIGITS = /^\d+$/;
const sameDigits = (written: string, number: string): boolean => DIGITS.test(written) && DIGITS.test(number) && Number(written) === Number(number);

const personsMeant = ({ tx }: Call, mentions: readonly Mention[]): Promise<KnownPerson[]> => {
  const numbers = [...new Set(mentions.flatMap(({ number }) => (number === null ? [] : withNoughts(number))))];
  const names = [...new Set(mentions.flatMap(({ number, name }) => (number === null && name !== null ? [name] : [])))];
  return tx.many<KnownPerson>(sql`SELECT id, number, name FROM person WHERE number = ANY(${numbers}) OR name = ANY(${names}) ORDER BY number`);
};
