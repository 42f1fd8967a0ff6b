import { yearOf } from '#domain/calendar/civil-date.ts';
import { attendancesOf } from './attendance.ts';
import { homeOn, isPartyMember } from './home.ts';
import { limitValuesOf, type LimitValue } from './limits.ts';
import { type Posting, posting } from './posting.ts';
import { type RawValue, rawValuesOf } from './raw-values.ts';
import type { Reading } from './reading.ts';
import { type ShareValue, shareValuesOf } from './share-values.ts';
import { personIn } from './world.ts';

/** Everything that one person's points are made of. Ledger, totals and grounds are three views of it. */
export interface PersonPoints {
  readonly person: string;
  /** The years in which he was a member of the Party here, or something belongs to him. */
  readonly years: readonly number[];
  readonly raws: readonly RawValue[];
  readonly shares: readonly ShareValue[];
  readonly limits: readonly LimitValue[];
  /** Whatever of all these counts, as the totals add it up. */
  readonly postings: readonly Posting[];
  /** What confirming everything would add, before limits. */
  readonly waiting: readonly Posting[];
}

export function pointsOf(reading: Reading, person: string): PersonPoints {
  const attendances = attendancesOf(reading, person).filter(({ session }) => isPartyMember(homeOn(reading.world, person, session.day)));
  const { raws, waiting } = rawValuesOf(reading, person, attendances);
  const years = yearsOf(reading, person, [...attendances, ...raws].map(({ session }) => yearOf(session.period)));
  const shares = years.flatMap((year) => shareValuesOf(reading, person, year, attendances));
  const unbounded = [...raws.filter(({ standing }) => standing === 'counted'), ...shares.flatMap(sharePosting)];
  const limits = limitValuesOf(reading.book, unbounded);
  return { person, years, raws, shares, limits, postings: [...unbounded, ...limits], waiting };
}

/** A share is booked like a limit, against its year. */
function sharePosting({ placed, year, value }: ShareValue): Posting[] {
  return value === null ? [] : [posting(placed.path, String(year), value)];
}

function yearsOf({ world, book }: Reading, person: string, withFacts: readonly number[]): number[] {
  const first = book.versions[0]?.from;
  const years = new Set(withFacts);
  if (first === undefined) return [];
  for (const { state } of personIn(world, person).memberships) {
    const last = state.to !== null && state.to < world.upTo.date ? state.to : world.upTo.date;
    if (state.stage === 'none' || last < state.from) continue;
    for (let year = Math.max(yearOf(first), yearOf(state.from)); year <= yearOf(last); year += 1) years.add(year);
  }
  return [...years].sort((left, right) => left - right);
}
