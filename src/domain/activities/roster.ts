import { type Cause, decidingCause, registeredCauses } from '#domain/engine/excuse.ts';
import { candidatesFor, expectingActivities, type Gathering } from '#domain/engine/expectation.ts';
import type { Reading } from '#domain/engine/reading.ts';

/** Somebody on the list of a gathering, and what a register says about him beforehand. */
export interface Expected {
  readonly person: string;
  /** `excused` leaves 应到; `onLeave` was approved, yet counts and is made up; both need no mark. */
  readonly standing: 'expected' | 'excused' | 'onLeave';
  readonly cause: Cause | null;
}

/** How one person stands to a gathering beforehand; null when he is not expected at all. */
export function expectationOf(reading: Reading, gathering: Gathering, person: string): Expected | null {
  const expecting = expectingActivities(reading, gathering, person);
  if (expecting.length === 0) return null;
  const cause = decidingCause(registeredCauses(reading, gathering, person, expecting));
  return { person, standing: cause === null ? 'expected' : cause.exempts ? 'excused' : 'onLeave', cause };
}

/** 应到名单 of a gathering that is being arranged or recorded, in no particular order. */
export const rosterOf = (reading: Reading, gathering: Gathering): Expected[] =>
  [...candidatesFor(reading, gathering)].flatMap((person) => expectationOf(reading, gathering, person) ?? []);
