import { yearOf } from '#domain/calendar/civil-date.ts';
import { type Hundredths, roundedQuotient } from '#domain/points/hundredths.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { SessionAttendance } from './attendance.ts';
import type { How, Raised } from './evaluation.ts';
import { isPartyMemberIn } from './home.ts';
import type { Reading } from './reading.ts';
import { isMatched } from './rule-match.ts';
import type { PlacedRule, SchemeVersion, ShareGroup } from './scheme-book.ts';
import { type Tally, tallyOf } from './tally.ts';

/** The value of one share or hours rule for one person and year, and how it came about. */
export interface ShareValue {
  readonly year: number;
  readonly version: SchemeVersion;
  readonly placed: PlacedRule;
  readonly attendances: readonly SessionAttendance[];
  readonly how: How;
  /** Null: no basis, and the scheme does not call that zero. */
  readonly value: Hundredths | null;
}

type SharingValue = Extract<RuleValue, { kind: 'share' | 'hours' }>;

/** A rule with what it makes of the year: the value is full × part ÷ whole; without a basis the whole is zero. */
interface Measured {
  readonly placed: PlacedRule;
  readonly rule: SharingValue;
  readonly attendances: readonly SessionAttendance[];
  readonly tally: Tally;
  /** For hours: how many of the twelve months the target is asked for. */
  readonly months: number;
  readonly part: number;
  readonly whole: number;
}

const MONTHS = 12;
const WHOLE = 100;

/** The share and hours values of a person in a year, by the version that opened the year. */
export function shareValuesOf(reading: Reading, person: string, year: number, attendances: readonly SessionAttendance[]): ShareValue[] {
  const version = reading.book.forWindow(String(year));
  if (version === null) return [];
  const ofYear = attendances.filter(({ session }) => yearOf(session.period) === year);
  const months = monthsOfMembership(reading, person, year);
  return version.shares.flatMap((group) => {
    const measured = group.rules.flatMap((placed) => measure(reading, placed, ofYear, months));
    return valuesOf(group, measured).map((value) => ({ year, version, ...value }));
  });
}

function measure({ world }: Reading, placed: PlacedRule, ofYear: readonly SessionAttendance[], months: number): Measured[] {
  const { match, value: rule } = placed.rule;
  if (rule.kind !== 'share' && rule.kind !== 'hours') return [];
  const attendances = ofYear.filter(({ session }) => isMatched(session, match));
  const tally = tallyOf(world, attendances);
  if (rule.kind === 'share') {
    return [{ placed, rule, attendances, tally, months, part: tally.creditHundredths, whole: tally.expected * WHOLE }];
  }
  const asked = rule.proRata ? months : MONTHS;
  const whole = months === 0 ? 0 : rule.targetHours * 60 * asked;
  return [{ placed, rule, attendances, tally, months: asked, part: Math.min(tally.minutes * MONTHS, whole), whole }];
}

/**
 * The values of siblings. Where the scheme renormalises, the marks of those without a basis go to the others in
 * proportion; each is rounded once, at the end. Nothing is silently zero: a part that says nothing of missing
 * shares requires them.
 */
function valuesOf({ part }: ShareGroup, measured: readonly Measured[]): Omit<ShareValue, 'year' | 'version'>[] {
  const missing = part.missing ?? 'required';
  const all = sumOfFull(measured);
  const present = missing === 'renormalise' ? sumOfFull(measured.filter(({ whole }) => whole > 0)) : all;
  return measured.map((one) => {
    const { placed, attendances, rule, whole } = one;
    if (whole === 0) return { placed, attendances, how: { kind: 'noBasis', missing }, value: missing === 'zero' ? 0 : null };
    const value = roundedQuotient(rule.full * all * one.part, present * whole);
    return { placed, attendances, how: howOf(one, all === present ? null : { all, present }), value };
  });
}

function howOf({ rule, tally, months }: Measured, raised: Raised | null): How {
  const mark = raised === null
    ? { full: rule.full, raisedFrom: null, raised }
    : { full: roundedQuotient(rule.full * raised.all, raised.present), raisedFrom: rule.full, raised };
  if (rule.kind === 'hours') return { kind: 'hours', ...mark, minutes: tally.minutes, targetMinutes: rule.targetHours * 60, months };
  const { present, madeUp, expected, excused, creditHundredths } = tally;
  return { kind: 'share', ...mark, present, madeUp, expected, excused, creditHundredths };
}

function sumOfFull(measured: readonly Measured[]): Hundredths {
  return measured.reduce((sum, { rule }) => sum + rule.full, 0);
}

function monthsOfMembership({ world }: Reading, person: string, year: number): number {
  let months = 0;
  for (let month = 1; month <= MONTHS; month += 1) {
    if (isPartyMemberIn(world, person, `${year}-${String(month).padStart(2, '0')}`)) months += 1;
  }
  return months;
}
