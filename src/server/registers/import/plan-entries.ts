import { setImmediate } from 'node:timers/promises';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import type { SheetHeader } from '#domain/imports/sheet-header.ts';
import type { RegisterCard } from '#domain/registers/contract.ts';
import { entryAsTyped, type EntryAsTyped } from '#domain/registers/entry-as-typed.ts';
import { type EntryFault, type EntryRowRead, readEntryRow } from '#domain/registers/entry-cells.ts';
import { demandDays, demandPeriod, needsConfirmation } from '#domain/registers/entry-rules.ts';
import { naturalKey } from '#domain/registers/natural-key.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { canonical } from '#server/facts/fact-writes.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { SheetRow } from '#server/platform/read-sheets.ts';
import * as faultOf from './entry-faults.ts';
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
}

const BATCH = 100;

/** Decides row by row what carrying out the table would enter; asks the same as the form does, and writes nothing. */
export async function planEntries(call: Call, { register, header, lines }: EntryTable, ground: ImportGround, onBatch: (done: number) => Promise<void>): Promise<readonly RowPlan[]> {
  const plans: RowPlan[] = [];
  const card = registerCardOf(register);
  /** Rows of the file by organisation and natural key. */
  const above = new Map<string, number>();
  for (const { row, cells } of lines) {
    const { read, faults } = readEntryRow(card, header, row, cells);
    plans.push(read ? await planRow(call, card, read, ground, above) : { outcome: 'faulty', row, faults });
    if (plans.length % BATCH === 0) {
      await setImmediate();
      await onBatch(plans.length);
    }
  }
  return plans;
}

async function planRow(call: Call, card: RegisterCard, read: EntryRowRead, ground: ImportGround, above: Map<string, number>): Promise<RowPlan> {
  const { row, day } = read;
  const faulty = (...faults: readonly EntryFault[]): RowPlan => ({ outcome: 'faulty', row, faults });
  const place = ground.placeOf(read.organisation);
  const register = await ground.registerOn(day);
  if (!place) return faulty(faultOf.placeUnknown(read.organisation, ground.places));
  if (!register) return faulty(faultOf.notKeptThen(day));
  const refused = await ground.refusedAt(place.id, day);
  if (refused) return faulty(faultOf.ofRefusal('organisation', refused));
  const { persons, unknown } = await resolvePersons(read, place.id, ground);
  const typed = entryAsTyped(register, place.id, { day, until: read.until, period: read.period ?? undefined, reason: read.reason, persons: persons.map(({ id, as }) => ({ person: id, as })), values: read.typed }, matterKeyOf);
  const faults = [...unknown, ...typed.places.filter(({ at }) => unknown.length === 0 || at !== 'persons').map((it) => faultOf.ofPlace(card, it, read))];
  if (faults.length > 0) return faulty(...faults);

  const key = naturalKey(register, typed.state, typed.period);
  const known = (await ground.there(register, place.id)).get(key);
  if (known) return { outcome: 'there', row, differs: canonical(contentOf(known.state)) !== canonical(contentOf(typed.state)) };
  const first = above.get(`${place.id} ${key}`);
  if (first !== undefined) return faulty(faultOf.twice(first));
  const standing = needsConfirmation(register, typed.state, call.actor.person) ? 'proposed' : 'counted';
  const late = await ground.late({ ...typed, kind: 'record', seq: 0, factId: newId(call.now.getTime()), version: 1, change: 'recorded', recordedBy: call.actor.person, recordedOn: call.today, standing, day: dayOf(typed, call.today) });
  const broken = [...faultsOfDays(register, typed, read.reason, call.today), ...(await strangersIn(persons, place.id, day, ground)), ...(late ? [faultOf.ofRefusal('day', late)] : [])];
  if (broken.length > 0) return faulty(...broken);
  above.set(`${place.id} ${key}`, row);
  const { state, period, text } = typed;
  return { outcome: 'created', row, entry: { state, period, text: { ...text }, standing } };
}

const dayOf = ({ state, period }: EntryAsTyped, today: CivilDate): CivilDate => bearingsOf('record', state, today, period).day;
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

