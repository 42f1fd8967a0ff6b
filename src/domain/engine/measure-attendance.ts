import { yearOf } from '#domain/calendar/civil-date.ts';
import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import { attendancesAt, type SessionAttendance } from './attendance.ts';
import { monthLeaves, sessionCounts } from './attendance-leaves.ts';
import { heldSessions } from './happenings.ts';
import { homeOn, isBelow, isPartyMember, isPartyMemberIn } from './home.ts';
import { isIncludedMonth } from './inclusion.ts';
import { isCounted, isOfClass } from './member-class.ts';
import type { Measure, Question } from './question.ts';
import { matches } from './rule-match.ts';
import { tallyOf } from './tally.ts';

const WHOLE = 100;
const MONTHS = 12;
const MINUTES = 60;

/** (实到 + 补学) ÷ 应到 of a member, or of all members of a branch pooled, never averaged. */
export function measureAttendance(question: Question): Measure {
  const attendances = attendancesAsked(question);
  const tally = tallyOf(question.reading.world, attendances);
  return {
    part: tally.creditHundredths, whole: tally.expected * WHOLE, unit: 'times', tally, attendances,
    leaves: () => (question.subject.kind === 'member' ? monthLeaves(question, attendances) : sessionCounts(question.reading, attendances)),
  };
}

/**
 * Minutes of study against a target, which is asked for the months of membership and of inclusion, each that has a day of
 * both; more than the target earns nothing.
 */
export function measureHours(question: Question, value: Extract<MeasuredValue, { kind: 'hours' }>): Measure {
  const attendances = attendancesAsked(question);
  const tally = tallyOf(question.reading.world, attendances);
  const member = monthsOfMembership(question);
  const months = (value.proRata ? member : MONTHS) - monthsLeftOut(question, value.proRata ?? false);
  const whole = member === 0 ? 0 : value.targetHours * MINUTES * months;
  return {
    part: Math.min(tally.minutes * MONTHS, whole), whole, unit: 'times', tally, months, attendances,
    leaves: () => monthLeaves(question, attendances),
  };
}

function attendancesAsked(question: Question): readonly SessionAttendance[] {
  const { reading, subject, placed: { rule, path }, year } = question;
  if (subject.kind === 'branch') return ofBranch(question);
  return question.attendances.filter(({ session }) => matches(reading, session, rule.match, subject)
    && yearOf(session.period) === year && isCounted(reading, subject.id, session.day, path) && isOfClass(reading, rule.match, subject.id, session.day));
}

/** Everybody at home in the branch that day, at every session of the branch; each person once a session. */
function ofBranch({ reading, subject, placed: { rule }, year }: Question): SessionAttendance[] {
  return heldSessions(reading, subject.id)
    .filter((session) => yearOf(session.period) === year && matches(reading, session, rule.match, subject))
    .flatMap((session) => attendancesAt(reading, session)
      .filter(({ person }) => {
        const home = homeOn(reading.world, person, session.day);
        return isPartyMember(home) && isBelow(reading.world, home, subject.id, session.day) && isOfClass(reading, rule.match, person, session.day);
      })
      .map((attendance) => ({ session, attendance })));
}

const monthsOf = (year: number): string[] => Array.from({ length: MONTHS }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

const monthsOfMembership = ({ reading, subject, year }: Question): number =>
  monthsOf(year).filter((month) => isPartyMemberIn(reading.world, subject.id, month)).length;

/** Of the months that would be asked, those before the day of inclusion. */
const monthsLeftOut = ({ reading, subject, year }: Question, proRata: boolean): number =>
  monthsOf(year).filter((month) => (!proRata || isPartyMemberIn(reading.world, subject.id, month)) && !isIncludedMonth(reading, subject, month)).length;
