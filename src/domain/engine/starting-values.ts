import { type CivilDate, monthsTouched } from '#domain/calendar/civil-date.ts';
import { firstDayOf, lastDayOf, type WindowKey } from '#domain/calendar/window.ts';
import { type Hundredths, roundedQuotient } from '#domain/points/hundredths.ts';
import type { Base, PointsPart } from '#domain/schemes/scheme.ts';
import { windowsOfYear } from './due-windows.ts';
import { homeOn, isPartyMember, isPartyMemberIn } from './home.ts';
import { isIncluded, isIncludedMonth } from './inclusion.ts';
import { isCounted } from './member-class.ts';
import { type Posting, posting } from './posting.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** What everybody starts with in one window (基础分); deductions take from it. */
export interface BaseValue extends Posting {
  readonly part: PointsPart;
  /** Where it is given by the month: how many. */
  readonly months: number | null;
}

/** The bases of a subject in a year, each by the version in force when its window opens. */
export function baseValuesOf(reading: Reading, subject: Subject, year: number): BaseValue[] {
  const parts = new Map(reading.book.versions.flatMap(({ trees }) => trees.get(subject.tree)?.parts ?? []).map(({ part }) => [part.id, part]));
  return [...parts.keys()].flatMap((id) => windowsFor(reading, subject, id, year).flatMap(({ window, part, path, base }): BaseValue[] => {
    const { value, months } = baseFor(reading, subject, base, window, path);
    return value === 0 ? [] : [{ ...posting(path, window, value), part, months }];
  }));
}

function windowsFor({ book, world }: Reading, { tree }: Subject, id: string, year: number) {
  const kinds = new Set(book.versions.flatMap(({ trees }) => trees.get(tree)?.parts ?? []).flatMap(({ part }) => (part.id === id && part.base ? [part.base.per] : [])));
  return [...kinds].flatMap((per) => windowsOfYear(per, year, world.upTo.date).flatMap((window) => {
    const placed = book.forWindow(window)?.trees.get(tree)?.parts.find(({ part }) => part.id === id);
    return placed?.part.base?.per === per ? [{ window, base: placed.part.base, ...placed }] : [];
  }));
}

function baseFor(reading: Reading, subject: Subject, { value, joining }: Base, window: WindowKey, path: readonly string[]): { value: Hundredths; months: number | null } {
  const { world } = reading;
  const days = { from: firstDayOf(window), to: lastDayOf(window) };
  if (subject.kind === 'branch') {
    const there = isThere(world.organisations.get(subject.id), days, joining) && isIncluded(world, subject.id, days.to);
    return { value: there ? value : 0, months: null };
  }
  const months = monthsTouched(days.from, days.to);
  const there = months.filter((month) => isPartyMemberIn(world, subject.id, month) && isIncludedMonth(reading, subject, month));
  const last = world.upTo.date < days.to ? world.upTo.date : days.to;
  if (there.length === 0 || !isCounted(reading, subject.id, last, path)) return { value: 0, months: null };
  if (joining === 'byMonth') return { value: roundedQuotient(value * there.length, months.length), months: there.length };
  const from = isPartyMember(homeOn(world, subject.id, days.from));
  return { value: joining === 'full' || from ? value : 0, months: null };
}

type Organisation = { readonly founded: CivilDate; readonly dissolved: CivilDate | null };

function isThere(state: Organisation | undefined, { from, to }: { readonly from: CivilDate; readonly to: CivilDate }, joining: Base['joining']): boolean {
  if (!state || state.founded > to || (state.dissolved !== null && state.dissolved < from)) return false;
  return joining !== 'none' || state.founded <= from;
}

