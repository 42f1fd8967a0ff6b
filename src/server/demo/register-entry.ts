import { addDays, type CivilDate, periodOf, type Period } from '#domain/calendar/civil-date.ts';
import { needsConfirmation } from '#domain/registers/entry-rules.ts';
import { readValues, type Typed } from '#domain/registers/typed-values.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { newId } from '#server/platform/ids.ts';
import { matterKeyOf } from '#server/registers/register-reads.ts';
import type { DatedFact } from './dated-facts.ts';
import type { DemoPerson } from './people.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';
import type { Courses, DemoYear } from './writer.ts';

/** What the writing of registers needs all along. */
export interface RegisterWriter {
  readonly staff: DemoStaff;
  readonly registers: readonly Register[];
  readonly next: () => number;
  readonly year: DemoYear;
  readonly courses: Courses;
}

/** One entry as a branch of the demo would make it: where, when, who and what was typed. */
export interface DemoEntry {
  /** Where something else of the demo names it. */
  readonly id?: string | undefined;
  readonly register: string;
  readonly branch: string;
  readonly day: CivilDate;
  readonly until?: CivilDate | null;
  readonly period?: Period;
  readonly persons?: readonly DemoPerson[];
  /** Parts in the order of the persons; the last one holds for the rest. */
  readonly parts?: readonly string[];
  readonly typed?: Readonly<Record<string, Typed>>;
}

/** Entries of the last days still wait for whoever confirms them, so that a visitor finds something to do. */
const WAITING_DAYS = 6;
const OFFICE = 'A102';

/**
 * An entry with its confirmation: typed in the day after, confirmed two days later by the secretary, or by the deputy
 * where he stands in it, or by the office. What lies ahead of the demo's day is left out.
 */
export function entryFacts(writer: RegisterWriter, entry: DemoEntry): readonly DatedFact[] {
  const { staff, year } = writer;
  if (entry.day >= year.today) return [];
  const register = writer.registers.find(({ id }) => id === entry.register);
  if (!register) throw new Error(`the sample scheme has no register ${entry.register}`);
  const { values, texts, faults } = readValues(register, entry.typed ?? {}, matterKeyOf);
  if (faults[0]) throw new Error(`a demo entry of ${entry.register}: ${faults[0].field} ${faults[0].words.en}`);
  const persons = (entry.persons ?? []).map((it, at) => ({ person: idOf(staff.person, it.number), as: entry.parts?.[Math.min(at, entry.parts.length - 1)] ?? null }));
  const state = { register: register.id, organisation: idOf(staff.organisation, entry.branch), day: entry.day, until: entry.until ?? null, persons, values };
  const by = recorderOf(staff, register, entry.branch);
  const factId = entry.id ?? newId();
  const entered = addDays(entry.day, 1);
  const waits = needsConfirmation(register, state, by);
  const confirmer = confirmerOf(staff, register, entry, persons.map(({ person }) => person), by);
  const settled = waits && confirmer !== null && entry.day < addDays(year.today, -WAITING_DAYS);
  const period = entry.period ?? periodOf(entry.day);
  return [
    { by, on: entered < year.today ? entered : year.today, fact: {
      kind: 'record', factId, state, period, standing: waits ? 'proposed' : 'counted',
      text: { fields: texts, reason: period === periodOf(entry.day) ? '' : '属上一年度' } } },
    ...(settled ? [{ by: confirmer, on: addDays(entry.day, 3), fact: { kind: 'confirmation', state: { fact: factId, version: 1 } } } as const] : []),
  ];
}

function recorderOf(staff: DemoStaff, { keptBy }: Register, branch: string): string | null {
  if (keptBy === 'discipline') return postHolder(staff, OFFICE, 'disciplineOfficer');
  if (keptBy === 'office') return postHolder(staff, OFFICE, 'organiser');
  return postHolder(staff, branch, 'publicist') ?? postHolder(staff, branch, 'deputySecretary');
}

function confirmerOf(staff: DemoStaff, register: Register, { branch }: DemoEntry, named: readonly string[], by: string | null): string | null {
  const choices = register.confirmedBy === 'office'
    ? [postHolder(staff, OFFICE, 'deputySecretary'), postHolder(staff, OFFICE, 'organiser')]
    : [postHolder(staff, branch, 'secretary'), postHolder(staff, branch, 'deputySecretary'), postHolder(staff, OFFICE, 'organiser')];
  return choices.find((it) => it !== null && it !== by && !named.includes(it)) ?? null;
}
