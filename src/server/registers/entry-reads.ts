import { type CivilDate, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { EntryFilter, EntryRow } from '#domain/registers/contract.ts';
import { typedValues } from '#domain/registers/typed-values.ts';
import type { Register, RegisterField } from '#domain/schemes/format/register-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { searchPattern } from '#domain/people/search-pattern.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';
import { waits } from '#server/rota/rota-reads.ts';

/** Free text of an entry, beside the log. */
export interface EntryText {
  readonly fields: Readonly<Record<string, string>>;
  /** Why the period is not the month of the day. */
  readonly reason: string;
  /** Why it was withdrawn. */
  readonly withdrawal?: string;
}

export interface FoundEntry {
  readonly entry: string;
  readonly version: number;
  readonly state: FactState<'record'>;
  readonly period: Period;
  readonly organisationName: string;
  readonly recorder: string | null;
  readonly recordedBy: string | null;
  readonly recordedOn: CivilDate;
  readonly waiting: boolean;
  readonly text: EntryText | null;
}

const FOUND = sql`f.fact_id AS entry, f.version, f.state, f.period, o.short_name AS "organisationName", f.recorded_by AS recorder, by_whom.name AS "recordedBy",
  f.recorded_on AS "recordedOn", ${waits(sql`f`)} AS waiting,
  (SELECT t.text FROM fact_text t WHERE t.fact_id = f.fact_id AND t.text IS NOT NULL ORDER BY t.version DESC LIMIT 1) AS text`;
export const FROM = sql`FROM record r JOIN fact f ON f.fact_id = r.fact_id JOIN organisation o ON o.id = r.organisation_id LEFT JOIN person by_whom ON by_whom.id = f.recorded_by`;

/** Entries that meet a condition on `record` (`r`) and `fact` (`f`), the latest day first. */
export const entriesWhere = (tx: Tx, condition: Sql, limit: number, offset = 0): Promise<FoundEntry[]> =>
  tx.many<FoundEntry>(sql`SELECT ${FOUND} ${FROM} WHERE ${condition} ORDER BY r.from_day DESC, f.fact_id DESC LIMIT ${limit} OFFSET ${offset}`);

export async function countWhere(tx: Tx, condition: Sql): Promise<number> {
  const row = await tx.one<{ total: number }>(sql`SELECT count(*) AS total ${FROM} WHERE ${condition}`);
  return row?.total ?? 0;
}

/** How many entries stand in each register, and how many of them wait. */
export const countsByRegister = (tx: Tx, condition: Sql): Promise<{ register: string; entries: number; waiting: number }[]> =>
  tx.many(sql`SELECT r.register, count(*) AS entries, count(*) FILTER (WHERE ${waits(sql`f`)}) AS waiting ${FROM} WHERE ${condition} GROUP BY r.register`);

/** An entry by its id, also one that was withdrawn: its last state. */
export const entryById = (tx: Tx, id: string): Promise<(FoundEntry & { withdrawn: boolean }) | undefined> =>
  tx.one(sql`SELECT ${FOUND}, f.withdrawn FROM fact f JOIN organisation o ON o.id = f.organisation_id LEFT JOIN person by_whom ON by_whom.id = f.recorded_by
    WHERE f.fact_id = ${id} AND f.kind = 'record'`);

/** Entries of a register that were withdrawn in some organisations, the latest withdrawal first. */
export const withdrawnEntries = (tx: Tx, register: string, organisations: readonly string[], { page, size }: { readonly page: number; readonly size: number }): Promise<FoundEntry[]> =>
  tx.many<FoundEntry>(sql`SELECT ${FOUND} FROM fact f JOIN organisation o ON o.id = f.organisation_id LEFT JOIN person by_whom ON by_whom.id = f.recorded_by
    WHERE ${withdrawnFrom(register, organisations)} ORDER BY f.seq DESC LIMIT ${size} OFFSET ${(page - 1) * size}`);

export const countWithdrawn = async (tx: Tx, register: string, organisations: readonly string[]): Promise<number> =>
  (await tx.one<{ total: number }>(sql`SELECT count(*) AS total FROM fact f WHERE ${withdrawnFrom(register, organisations)}`))?.total ?? 0;

const withdrawnFrom = (register: string, organisations: readonly string[]): Sql =>
  sql`f.kind = 'record' AND f.withdrawn AND f.state->>'register' = ${register} AND f.organisation_id = ANY(${[...organisations]}::uuid[])`;

/** The field by which a register is counted: the first that has levels. */
export const levelField = ({ fields = [] }: Register): RegisterField | undefined => fields.find(({ kind }) => kind === 'level');

/** How many entries have each of its levels. */
export async function levelCounts(tx: Tx, register: Register, condition: Sql): Promise<{ id: string; label: Words; entries: number }[]> {
  const field = levelField(register);
  if (field === undefined) return [];
  const rows = await tx.many<{ level: string; entries: number }>(sql`SELECT f.state->'values'->>${field.id} AS level, count(*) AS entries ${FROM} WHERE ${condition} GROUP BY 1`);
  return (field.levels ?? []).map(({ id, label }) => ({ id, label, entries: rows.find(({ level }) => level === id)?.entries ?? 0 }));
}

/** The filters of a list as conditions. What lasts belongs to every year that it touches. */
export async function filtered(call: Call, filter: EntryFilter, lasts: boolean, levelled?: RegisterField): Promise<Sql[]> {
  const { organisation, year, period, search, waiting, batch, level } = filter;
  const below = organisation === undefined ? [] : await subtree(call.tx, [organisation], call.today);
  const pattern = `%${(search ?? '').replaceAll(/[\\%_]/g, (it) => `\\${it}`).toLowerCase()}%`;
  return [
    ...(organisation === undefined ? [] : [sql`r.organisation_id = ANY(${[...below]}::uuid[])`]),
    ...(level === undefined || levelled === undefined ? [] : [sql`f.state->'values'->>${levelled.id} = ${level}`]),
    ...(year === undefined ? [] : [lasts
      ? sql`r.from_day <= ${`${year}-12-31`} AND (r.to_day IS NULL OR r.to_day >= ${`${year}-01-01`})`
      : sql`f.period BETWEEN ${`${year}-01`} AND ${`${year}-12`}`]),
    ...(period === undefined ? [] : [lasts
      ? sql`r.from_day <= ${lastOfMonth(period)} AND (r.to_day IS NULL OR r.to_day >= ${`${period}-01`})` : sql`f.period = ${period}`]),
    ...(waiting === undefined ? [] : [waits(sql`f`)]),
    ...(batch === undefined ? [] : [sql`r.fact_id IN (SELECT i.fact_id FROM import_batch_fact i WHERE i.batch_id = ${batch})`]),
    ...(search === undefined || search === '' ? [] : [sql`(
      EXISTS (SELECT 1 FROM record_person named JOIN person p ON p.id = named.person_id WHERE named.fact_id = r.fact_id AND lower(p.name_key) LIKE ${searchPattern(search)})
      OR EXISTS (SELECT 1 FROM fact_text t WHERE t.fact_id = r.fact_id AND lower((t.text->'fields')::text) LIKE ${pattern}))`]),
  ];
}

export const allOf = (conditions: readonly Sql[]): Sql => joined(conditions, ' AND ');
export const anyOf = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`false` : sql`(${joined(conditions, ' OR ')})`);

/** Entries as lists show them, with the names of those they name. */
export async function rowsOf(tx: Tx, found: readonly FoundEntry[], registerOf: (id: string) => Register | undefined): Promise<EntryRow[]> {
  const cards = await personCards(tx, found.flatMap(({ state }) => state.persons.map(({ person }) => person)));
  return found.flatMap((it): EntryRow[] => {
    const register = registerOf(it.state.register);
    return register ? [rowOf(it, register, cards)] : [];
  });
}

function rowOf(it: FoundEntry, register: Register, cards: Awaited<ReturnType<typeof personCards>>): EntryRow {
  const { entry, version, state, period, organisationName, recordedBy, recordedOn, waiting, text } = it;
  return {
    entry, version, register: state.register, organisation: { id: state.organisation, name: organisationName }, day: state.day, until: state.until, period,
    persons: state.persons.flatMap(({ person, as }) => {
      const card = cards.get(person);
      return card ? [{ ...card, as }] : [];
    }),
    values: typedValues(register, state.values, text?.fields ?? {}), waiting, recordedBy, recordedOn,
  };
}
