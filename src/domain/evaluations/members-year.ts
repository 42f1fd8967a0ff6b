import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Grounds, UpTo } from '#domain/engine/evaluation.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { resultOf, type ResultValue } from '#domain/engine/results.ts';
import type { SchemeVersion } from '#domain/engine/scheme-book.ts';
import { gradesOfValues } from '#domain/engine/year-grades.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Result, ResultPart } from '#domain/schemes/format/result-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { refuseEvaluation } from './refusals.ts';

/** The result by which a year's members are evaluated, and the version that says so (A-5: of the year's first day). */
export interface MemberResultRule {
  readonly version: SchemeVersion;
  readonly result: Result;
}

/** @throws NoMemberResult */
export function memberResultIn({ book }: Pick<Reading, 'book'>, year: number): MemberResultRule {
  const version = book.forWindow(String(year));
  const result = version?.scheme.results.find(({ of }) => of === 'member');
  if (!version || !result) throw refuseEvaluation('NoMemberResult', { year });
  return { version, result };
}

/** Up to where a year is looked at: while it lasts, today; afterwards its own facts, whenever they were held. */
export const upToOf = (year: number, today: CivilDate, seq: number): UpTo =>
  (today < `${year}-12-31` ? { seq, date: today } : { seq, date: `${year}-12-31`, period: `${year}-12` });

export interface MemberOfYear {
  readonly person: string;
  readonly exempt: string | null;
  readonly value: Hundredths | null;
  readonly figures: readonly { readonly part: string; readonly value: Hundredths | null }[];
  readonly vetoes: readonly string[];
  readonly proposed: string | null;
  readonly tied: boolean;
  readonly grounds: Grounds;
}

/** Too few months of the year give no grade; it is said like a class, of which the scheme has none of this name. */
export const TOO_FEW_MONTHS = 'tooFewMonths';

/**
 * What the year of a branch's members comes to, with the grades that the formula proposes (建议等次). Where the line of
 * the places runs between equals none of them is proposed for the better grade: the committee decides among them.
 */
export function membersOfYear(reading: Reading, persons: readonly string[], year: number): MemberOfYear[] {
  const { result } = memberResultIn(reading, year);
  const values = persons.map((person) => resultOf(reading, result, person, year));
  const { grading, ungraded } = gradesOfValues({ ...result, tied: 'decide' }, values);
  const tied = new Set(grading.undecided?.tied);
  const together = gradesOfValues({ ...result, tied: 'togetherDown' }, values).grading.grades;
  return values.map((value) => {
    const out = ungraded.includes(value.subject);
    return {
      person: value.subject, exempt: out ? value.excluded ?? TOO_FEW_MONTHS : null, value: out ? null : value.value, figures: out ? [] : figuresOf(result, value),
      vetoes: value.vetoes.map(({ veto }) => veto.id), proposed: out ? null : together.get(value.subject) ?? null, tied: tied.has(value.subject), grounds: value.grounds,
    };
  });
}

/** The columns of the year: the kinds of points before their total, then ballots before what they are weighed to. */
export function columnsOf({ version, result }: MemberResultRule): { readonly part: string; readonly label: Words; readonly full: Hundredths | null }[] {
  const points = version.scheme.points;
  const below = (part: ResultPart): { part: string; label: Words; full: Hundredths | null }[] => {
    const self = { part: part.id, label: part.label, full: fullOf(part) };
    if (part.kind === 'group') return [...part.parts.flatMap(below), self];
    if (part.kind !== 'total' || part.part !== undefined || points === null) return [self];
    return [...points.children.map(({ id, label, full }) => ({ part: id, label, full })), { ...self, full: part.atMost ?? points.full }];
  };
  return result.parts.flatMap(below);
}

const fullOf = (part: ResultPart): Hundredths | null => (part.kind === 'rule' && 'full' in part.value ? part.value.full : null);

function figuresOf({ parts }: Result, { grounds }: ResultValue): MemberOfYear['figures'] {
  const below = (part: ResultPart): { part: string; value: Hundredths | null }[] => {
    const found = within(grounds, part.id);
    const self = { part: part.id, value: found?.value ?? null };
    if (part.kind === 'group') return [...part.parts.flatMap(below), self];
    if (part.kind !== 'total' || part.part !== undefined) return [self];
    return [...(found?.children ?? []).filter(({ how }) => how.kind !== 'limit').map(({ id, value }) => ({ part: id, value })), self];
  };
  return parts.flatMap(below);
}

/** A node of the grounds by its id. */
export function within(grounds: Grounds, id: string): Grounds | null {
  return grounds.id === id ? grounds : grounds.children.reduce<Grounds | null>((found, child) => found ?? within(child, id), null);
}
