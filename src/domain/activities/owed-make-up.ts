import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import { attendanceOf } from '#domain/engine/attendance.ts';
import type { Attendance } from '#domain/engine/evaluation.ts';
import { expectingActivities } from '#domain/engine/expectation.ts';
import type { Reading } from '#domain/engine/reading.ts';
import type { Session } from '#domain/engine/standing.ts';
import { refuseActivity } from './refusals.ts';

/** What somebody may or must still make up (补学). */
export interface Owed {
  /** The last day for it, by the most patient of the activities. */
  readonly until: CivilDate;
  readonly required: boolean;
}

/** Until when a session may be made up by a person; null when none of his activities there is made up at all. */
export function makeUpUntil(reading: Reading, session: Session, person: string): CivilDate | null {
  const days = expectingActivities(reading, session.state, person).flatMap(({ makeUpDays }) => (makeUpDays === null ? [] : [makeUpDays]));
  return days.length === 0 ? null : addDays(session.day, Math.max(...days));
}

/**
 * Whether a person who was not there may make it up, by the reason for which he was not; an absence without a reason
 * is not made up. Null for everybody who was there or made it up already.
 */
export function owedBy(reading: Reading, session: Session, attendance: Attendance): Owed | null {
  if (attendance.status !== 'excused' && attendance.status !== 'absent') return null;
  const until = makeUpUntil(reading, session, attendance.person);
  const kind = attendance.reason === null ? 'no' : reading.book.on(session.day)?.excuses.get(attendance.reason)?.makeUp ?? 'no';
  return until === null || kind === 'no' ? null : { until, required: kind === 'required' };
}

/** What keeps somebody from making a session up on a day, as far as the log tells; null when nothing does. */
export function makeUpRefusal(reading: Reading, session: Session | undefined, person: string, day: CivilDate, name: string): Refused | null {
  const attendance = session && attendanceOf(reading, session, person);
  if (!session || !attendance || attendance.status === 'notExpected' || attendance.status === 'present') return refuseActivity('MakeUpNotNeeded', { name });
  if (attendance.status === 'madeUp') return refuseActivity('AlreadyMadeUp', { name, day: session.day });
  if (makeUpUntil(reading, session, person) === null) return refuseActivity('MakeUpNotOpen', {});
  const owed = owedBy(reading, session, attendance);
  if (owed === null) return refuseActivity('MakeUpNotNeeded', { name });
  return day > owed.until ? refuseActivity('MakeUpTooLate', { until: owed.until }) : null;
}
