import { yearOf } from '#domain/calendar/civil-date.ts';
import { attendanceOf, type SessionAttendance, wasHeld } from './attendance.ts';
import type { Grounds } from './evaluation.ts';
import { attendanceLeaf, sessionWords } from './grounds-leaf.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';
import { matches } from './rule-match.ts';
import { monthWords } from './rule-words.ts';
import { tallyOf } from './tally.ts';
import type { Session } from './standing.ts';
import { personIn } from './world.ts';

/** The months of a member's share, each with its sessions; what waits for confirmation stands among them, uncounted. */
export function monthLeaves(question: Question, attendances: readonly SessionAttendance[]): Grounds[] {
  const { reading, placed: { rule } } = question;
  const waiting = waitingSessions(question);
  const periods = [...new Set([...attendances, ...waiting].map(({ session }) => session.period))].sort();
  return periods.map((period) => {
    const counted = attendances.filter(({ session }) => session.period === period);
    const { present, madeUp, expected, excused } = tallyOf(reading.world, counted);
    const proposed = waiting.filter(({ session }) => session.period === period);
    return {
      id: `${rule.id} ${period}`, label: monthWords(period), value: null, full: null, rule: null,
      how: { kind: 'window', window: period, present, madeUp, expected, excused },
      children: [
        ...counted.map((one) => attendanceLeaf(reading, one, rule.id, false)),
        ...proposed.map((one) => attendanceLeaf(reading, one, rule.id, true)),
      ],
    };
  });
}

/** Sessions that nobody has confirmed yet and of which no version is in force. */
function waitingSessions({ reading, subject, placed: { rule: { match } }, year }: Question): SessionAttendance[] {
  return personIn(reading.world, subject.id).proposed
    .filter((session) => session.change !== 'withdrawn' && wasHeld(reading, session) && !reading.world.sessions.has(session.factId))
    .filter((session) => yearOf(session.period) === year && matches(reading, session, match, subject))
    .map((session) => ({ session, attendance: attendanceOf(reading, session, subject.id) }))
    .filter(({ attendance }) => attendance.status !== 'notExpected');
}

/** The sessions of a branch's pooled share, each with its counts; the session itself says who was there. */
export function sessionCounts(reading: Reading, attendances: readonly SessionAttendance[]): Grounds[] {
  const bySession = new Map<Session, SessionAttendance[]>();
  for (const one of attendances) bySession.set(one.session, [...(bySession.get(one.session) ?? []), one]);
  return [...bySession].map(([session, those]) => {
    const { present, madeUp, expected, excused } = tallyOf(reading.world, those);
    return {
      id: session.factId, label: sessionWords(reading, session), value: null, full: null, rule: null, children: [],
      how: { kind: 'window', window: session.day, present, madeUp, expected, excused },
    };
  });
}
