import { minutesOf, spanOf } from '#domain/calendar/time-span.ts';
import { roundedQuotient } from '#domain/points/hundredths.ts';
import type { SessionAttendance } from './attendance.ts';
import type { Attendance } from './evaluation.ts';
import type { Session } from './standing.ts';
import type { World } from './world.ts';

/** What one person's sessions come to; the parts of a fraction, never a fraction, so that many can be pooled. */
export interface Tally {
  readonly present: number;
  readonly madeUp: number;
  /** Left the denominator; shown beside every share. */
  readonly excused: number;
  /** The denominator: present, made up or absent. */
  readonly expected: number;
  /** The numerator in hundredths of an attendance. */
  readonly creditHundredths: number;
  readonly minutes: number;
}

export function tallyOf(world: World, attendances: readonly SessionAttendance[]): Tally {
  const tally = { present: 0, madeUp: 0, excused: 0, expected: 0, creditHundredths: 0, minutes: 0 };
  for (const { session, attendance } of attendances) {
    if (attendance.status === 'notExpected') continue;
    if (attendance.status === 'excused') {
      tally.excused += 1;
      continue;
    }
    tally.expected += 1;
    if (attendance.status === 'present') tally.present += 1;
    if (attendance.status === 'madeUp') tally.madeUp += 1;
    tally.creditHundredths += attendance.credit;
    tally.minutes += minutesAttended(world, session, attendance);
  }
  return tally;
}

/**
 * Minutes of study: those of the sitting to which he came, half of them for half an attendance, rounded to the minute;
 * a make-up counts the first sitting of the session it makes up.
 */
export function minutesAttended(world: World, session: Session, { person, credit }: Attendance): number {
  if (credit === 0) return 0;
  const sitting = session.state.sittings[world.markIn(session, person)?.sitting ?? 0] ?? session.state.sittings[0];
  return sitting ? roundedQuotient(lengthOf(sitting) * credit, 100) : 0;
}

type Sitting = Session['state']['sittings'][number];
const lengths = new WeakMap<Sitting, number>();

/** Worked out once for a sitting and not for each of those who came. */
function lengthOf(sitting: Sitting): number {
  const length = lengths.get(sitting) ?? minutesOf(spanOf(sitting.day, sitting.from, sitting.to));
  lengths.set(sitting, length);
  return length;
}
