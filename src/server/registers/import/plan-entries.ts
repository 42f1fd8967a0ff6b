import { setImmediate } from 'node:timers/promises';
import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import type { SheetHeader } from '#domain/imports/sheet-header.ts';
import type { LinePlace } from '#domain/imports/table-line.ts';
import type { RegisterCard } from '#domain/registers/contract.ts';
import { entryAsTyped, type EntryAsTyped } from '#domain/registers/entry-as-typed.ts';
import { type EntryFault, type EntryRowRead, readEntryRow } from '#domain/registers/entry-cells.ts';
import { demandDays, demandPeriod, needsConfirmation } from '#domain/registers/entry-rules.ts';
import { naturalKey } from '#domain/registers/natural-key.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import { readValues } from '#domain/registers/typed-values.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { canonical } from '#server/facts/fact-writes.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { SheetRow } from '#server/platform/read-sheets.ts';
import * as faultOf from './entry-faults.ts';
import { openingRefusal } from '#server/registers/opening-balance-reads.ts';
import type { ImportGround } from './import-ground.ts';
import type { CheckedEntry } from '#server/registers/record-entry.ts';
import { matterKeyOf } from '#server/registers/register-reads.ts';
import { resolvePersons } from './resolve-persons.ts';

/** What one row of a register's table means for the system. A faulty row enters nothing. */
export type RowPlan =
  | { readonly outcome: 'created'; readonly row: number; readonly entry: CheckedEntry }
  | { readonly outcome: 'there'; readonly row: number; readonly differs: boolean }
  | { readonly outcome: 'faulty'; readonly row: number; readonly faults: readonly EntryFault[] };

/** A register's table as it stands in the file. */
export interface EntryTable {
  readonly register: Register;
  readonly header: SheetHeader;
  readonly lines: readonly SheetRow[];
  /** Where the cell of a line stands, in sheets that are laid out otherwise. */
  readonly places: ReadonlyMap<number, LinePlace>;
  /** How such sheets were read, and what of the file was not. */
  readonly notices: readonly Words[];
}

const BATCH = 100;

/** Decides row by row what carrying out the table would enter; asks the same as the form does, and writes nothing. */
export async function planEntries(call: Call, { register, header, lines, places }: EntryTable, ground: ImportGround, onBatch: (done: number) => Promise<void>): Promise<readonly RowPlan[]> {
  const plans: RowPlan[] = [];
  const card = registerCardOf(register);
  /** Rows of the file by organisation and natural key. */
  const above = new Map<string, number>();
  for (const { row, cells } of lines) {
    const { read, faults } = readEntryRow(card, header, row, cells);
    plans.push(await planRow(call, { register, card, places }, read, faults, ground, above));
    if (plans.length % BATCH === 0) {
      await setImmediate();
      await onBatch(plans.length);
    }
  }
  return plans;
}

interface Declared {
  readonly register: Register;
  readonly card: RegisterCard;
  readonly places: EntryTable['places'];
}

/** Everything that can be told of a row at once is told at once; what asks for a place and a day needs both. */
async function planRow(call: Call, { register: now, card, places }: Declared, read: EntryRowRead, unread: readonly EntryFault[], ground: ImportGround, above: Map<string, number>): Promise<RowPlan> {
  const { row, day } = read;
  const faulty = (...faults: readonly EntryFault[]): RowPlan => ({ outcome: 'faulty', row, faults });
  const placing = await ground.placing(read);
  if ('faults' in placing || day === null) return faulty(...('faults' in placing ? placing.faults : []), ...unread, ...fieldFaults(now, card, read));
  const { place } = placing;
  const register = await ground.registerOn(day);
  if (!register) return faulty(...unread, faultOf.notKeptThen(day));
  const refused = await ground.refusedAt(place.id, day);
  if (refused) return faulty(faultOf.ofRefusal('organisation', refused));
  const { persons, unknown } = await resolvePersons(read, place.id, day, ground);
  const typed = asTyped(register, place.id, { ...read, day }, persons);
  const faults = [...unread, ...unknown, ...typed.places.filter(({ at }) => unknown.length === 0 || at !== 'persons').map((it) => faultOf.ofPlace(card, it, read))];
  if (faults.length > 0) return faulty(...faults);

  const key = naturalKey(register, typed.state, typed.period);
  const known = (await ground.there(register, place.id)).get(key);
  if (known) return { outcome: 'there', row, differs: canonical(contentOf(known.state)) !== canonical(contentOf(typed.state)) };
  const first = above.get(`${place.id} ${key}`);
  if (first !== undefined) return faulty(faultOf.twice(first, places.get(first)));
  const entry = { ...typed, standing: needsConfirmation(register, typed.state, call.actor.person) ? 'proposed' : 'counted' } as const;
  const late = await ground.late(asLogged(call, entry)) ?? await openingRefusal(call, entry.state);
  const broken = [...faultsOfDays(register, typed, read.reason, call.today), ...(await strangersIn(persons, place.id, day, ground)), ...(late ? [faultOf.ofRefusal('day', late)] : [])];
  if (broken.length > 0) return faulty(...broken);
  above.set(`${place.id} ${key}`, row);
  const { state, period, text, standing } = entry;
  return { outcome: 'created', row, entry: { state, period, text: { ...text }, standing } };
}

const asTyped = (register: Register, organisation: string, { day, until, period, reason, typed }: EntryRowRead & { readonly day: CivilDate }, persons: readonly { readonly id: string; readonly as: string | null }[]): EntryAsTyped =>
  entryAsTyped(register, organisation, { day, until, period: period ?? undefined, reason, persons: persons.map(({ id, as }) => ({ person: id, as })), values: typed }, matterKeyOf);

/** What is wrong with the fields of a row whose place or day is not known. */
const fieldFaults = (register: Register, card: RegisterCard, read: EntryRowRead): EntryFault[] =>
  readValues(register, read.typed, matterKeyOf).faults.map(({ field, words }) => faultOf.ofPlace(card, { at: `values.${field}`, words }, read));

/** The entry as it would stand in the log, for the question whether its month still takes it. */
const asLogged = (call: Call, { state, period, standing }: EntryAsTyped & Pick<CheckedEntry, 'standing'>): LogEntryOf<'record'> => ({
  kind: 'record', state, period, standing, day: dayOf(state, period, call.today), seq: 0, factId: newId(call.now.getTime()), version: 1, change: 'recorded', recordedBy: call.actor.person, recordedOn: call.today,
});
const dayOf = (state: EntryAsTyped['state'], period: Period, today: CivilDate): CivilDate => bearingsOf('record', state, today, period).day;
/** What of an entry can be compared with another of the same matter; in which order its people stand says nothing. */
const contentOf = ({ day, until, values, persons }: EntryAsTyped['state']): unknown => ({ day, until, values, persons: persons.map(({ person, as }) => `${person} ${as ?? ''}`).toSorted() });

function faultsOfDays(register: Register, { state, period }: EntryAsTyped, reason: string, today: CivilDate): EntryFault[] {
  const found = (rule: () => void, key: (name: string) => string): EntryFault[] => {
    try {
      rule();
      return [];
    } catch (fault) {
      if (fault instanceof Refused) return [faultOf.ofRefusal(key(fault.refusal.name), fault)];
      throw fault;
    }
  };
  return [
    ...found(() => demandDays(register, state, today), (name) => (name === 'EntryEndsBefore' ? 'until' : 'day')),
    ...found(() => demandPeriod(state.day, period, reason), (name) => (name === 'PeriodNeedsReason' ? 'reason' : 'period')),
  ];
}

async function strangersIn(persons: Awaited<ReturnType<typeof resolvePersons>>['persons'], organisation: string, day: CivilDate, ground: ImportGround): Promise<EntryFault[]> {
  const here = await ground.belongsTo(organisation, day);
  return persons.filter(({ id }) => !here.has(id)).map(({ as, written }) => faultOf.notHere(as, written, day));
}

