import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import { attendancesOf } from './attendance.ts';
import { checkingsOf, type CheckValue } from './check-values.ts';
import { type BaseValue, baseValuesOf } from './starting-values.ts';
import { chosen } from './choose.ts';
import { homeOn, isPartyMember } from './home.ts';
import { boundsOf, type LimitValue, type RaiseValue } from './limits.ts';
import { type ShareValue, yearValuesOf } from './measured-values.ts';
import { once } from './once.ts';
import { type OpeningValue, openingValuesOf } from './opening-values.ts';
import { type Posting, posting } from './posting.ts';
import { type RawValue, rawValuesOfBranch, rawValuesOfMember } from './raw-values.ts';
import type { Reading } from './reading.ts';
import { member, type Subject } from './subject.ts';
import { type CountedPoints, totalOf } from './totals.ts';
import { personIn } from './world.ts';

/** Everything that one subject's points are made of. Ledger, totals and grounds are three views of it. */
export interface SubjectPoints extends CountedPoints {
  /** The years in which it was here under a scheme, or something belongs to it. */
  readonly years: readonly number[];
  readonly raws: readonly RawValue[];
  readonly bases: readonly BaseValue[];
  /** 期初结转. */
  readonly openings: readonly OpeningValue[];
  readonly limits: readonly LimitValue[];
  readonly raises: readonly RaiseValue[];
  /** What checks add to items or take from them. */
  readonly checks: readonly CheckValue[];
}

/** The points of a member or the indicators of a branch, from the facts up; totals, grounds, results and items ask alike. */
export const pointsOf = (reading: Reading, subject: Subject): SubjectPoints =>
  once(reading, subject.id, `points ${subject.kind} ${subject.tree}`, () => findPoints(reading, subject));

function findPoints(reading: Reading, subject: Subject): SubjectPoints {
  const attendances = subject.kind === 'branch' ? [] : attendancesOf(reading, subject.id)
    .filter(({ session }) => isPartyMember(homeOn(reading.world, subject.id, session.day)));
  const paid = subject.kind === 'branch' ? rawValuesOfBranch(reading, subject) : rawValuesOfMember(reading, subject, attendances);
  const years = yearsOf(reading, subject, [...attendances.map(({ session }) => yearOf(session.period)), ...paid.raws.map(({ anchor }) => yearOf(anchor))]);
  const byYear = new Map(years.map((year) => [year, yearValuesOf(reading, subject, year, paid.raws, attendances, (person) => memberTotal(reading, person, year))]));
  const { raws, shares } = chosen(reading, subject, paid.raws, [...byYear.values()].flatMap((one) => one.shares));
  const bases = years.flatMap((year) => baseValuesOf(reading, subject, year));
  const openings = years.flatMap((year) => openingValuesOf(reading, subject, year));
  const unbounded = [...raws.filter(({ standing }) => standing === 'counted'), ...shares.flatMap(sharePosting), ...bases, ...openings];
  const checkings = years.flatMap((year) => checkingsOf(reading, subject, year, shares));
  const { limits, raises, checks } = boundsOf(reading.book, subject.tree, unbounded, new Map([...byYear].map(([year, { basis }]) => [year, basis])), checkings);
  return { subject, years, raws, shares, bases, openings, limits, raises, checks, postings: [...unbounded, ...limits, ...raises, ...checks], waiting: paid.waiting };
}

const memberTotal = (reading: Reading, person: string, year: number): Hundredths | null =>
  totalOf(reading, pointsOf(reading, member(person)), year)?.total ?? null;

/** A share is booked like a limit, against its year. */
function sharePosting({ placed, year, value, outdone }: ShareValue): Posting[] {
  return value === null || outdone ? [] : [posting(placed.path, String(year), value)];
}

function yearsOf({ world, book }: Reading, { kind, id }: Subject, withFacts: readonly number[]): number[] {
  const first = book.versions[0]?.from;
  const years = new Set(withFacts);
  if (first === undefined) return [];
  const organisation = world.organisations.get(id);
  const spells = kind === 'branch' ? (organisation ? [{ from: organisation.founded, to: organisation.dissolved }] : [])
    : personIn(world, id).memberships.filter(({ state }) => state.stage !== 'none').map(({ state }) => state);
  for (const { from, to } of spells) {
    const last = to !== null && to < world.upTo.date ? to : world.upTo.date;
    if (last < from) continue;
    for (let year = Math.max(yearOf(first), yearOf(from)); year <= yearOf(last); year += 1) years.add(year);
  }
  return [...years].sort((left, right) => left - right);
}
