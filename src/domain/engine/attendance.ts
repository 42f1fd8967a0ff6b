import type { Activity } from '#domain/schemes/scheme.ts';
import { type Cause, decidingCause, markedCause, registeredCauses } from './excuse.ts';
import type { Attendance, AttendanceStatus } from './evaluation.ts';
import { candidatesFor, expectingActivities, type Gathering, sessionsConcerning } from './expectation.ts';
import { hasHappened } from './has-happened.ts';
import { makeUpOf } from './make-up.ts';
import { once } from './once.ts';
import type { Reading } from './reading.ts';
import type { Session } from './standing.ts';

const WHOLE = 100;
/** 迟到早退 of more than half an hour (C.3). */
const HALF = 50;
const NOTHING_ELSE: readonly string[] = [];

/** Somebody on the list of a gathering (应到名单). */
export interface Expectation {
  readonly person: string;
  /** Why he need not come, where a register says so beforehand. */
  readonly excuse: Cause | null;
}

export interface SessionAttendance {
  readonly session: Session;
  readonly attendance: Attendance;
}

/** What became of one person at one session held: exactly one of five. */
export function attendanceOf(reading: Reading, session: Session, person: string): Attendance {
  const expecting = expectingActivities(reading, session.state, person);
  const became = (status: AttendanceStatus, credit: number, reason: string | null = null, because = NOTHING_ELSE): Attendance =>
    ({ person, session: session.factId, status, credit, reason, because });
  if (expecting.length === 0) return became('notExpected', 0);
  const mark = reading.world.markIn(session, person)?.mark;
  if (mark === 'present') return became('present', WHOLE);
  if (mark === 'late') return became('present', HALF);
  const makeUp = makeUpOf(reading, session, person, expecting);
  if (makeUp) return became('madeUp', WHOLE, null, makeUp);
  const cause = decidingCause(causesOfAbsence(reading, session, person, expecting));
  if (cause === null) return became('absent', 0);
  return became(cause.exempts ? 'excused' : 'absent', 0, cause.reason, cause.because);
}

/** A register that exempts is found before what the list of the session says, and so beats a mark of absence. */
function* causesOfAbsence(reading: Reading, session: Session, person: string, expecting: readonly Activity[]): Generator<Cause> {
  yield* registeredCauses(reading, session.state, person, expecting);
  yield* markedCause(reading, session, person);
}

/** All sessions held at which the person was expected, with what became of it, in the order of their days. */
export const attendancesOf = (reading: Reading, person: string): readonly SessionAttendance[] =>
  once(reading, person, 'attendances', () => findAttendances(reading, person));

function findAttendances(reading: Reading, person: string): SessionAttendance[] {
  const found: SessionAttendance[] = [];
  for (const session of sessionsConcerning(reading, person)) {
    if (!wasHeld(reading, session)) continue;
    const attendance = attendanceOf(reading, session, person);
    if (attendance.status !== 'notExpected') found.push({ session, attendance });
  }
  return found.sort((left, right) => bySession(left.session, right.session));
}

/** The same from the other side: everybody who was expected at one session held. */
export function attendancesAt(reading: Reading, session: Session): Attendance[] {
  return [...candidatesFor(reading, session.state)].sort()
    .map((person) => attendanceOf(reading, session, person))
    .filter(({ status }) => status !== 'notExpected');
}

/** Who is expected at a gathering, arranged or held, and who of them is excused already and why. */
export function expectedAt(reading: Reading, gathering: Gathering): Expectation[] {
  return [...candidatesFor(reading, gathering)].sort().flatMap((person) => {
    const expecting = expectingActivities(reading, gathering, person);
    if (expecting.length === 0) return [];
    const cause = decidingCause(registeredCauses(reading, gathering, person, expecting));
    return [{ person, excuse: cause?.exempts ? cause : null }];
  });
}

export function wasHeld({ world }: Reading, session: Session): boolean {
  return session.state.stage === 'held' && hasHappened(session, world.upTo);
}

function bySession(left: Session, right: Session): number {
  return left.day === right.day ? (left.factId < right.factId ? -1 : 1) : left.day < right.day ? -1 : 1;
}
