import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { type WorkingCalendar, workingDaysBetween } from '#domain/calendar/working-days.ts';
import type { FilingClock } from '#domain/months/filing.ts';
import { answerLimit, isOpen, type Matter, type Objection, reviewLimit, standingOf } from './objection-rules.ts';

/** One line of the published statistics: counts without a name. */
export interface ObjectionCounts {
  readonly matter: Matter;
  readonly raised: number;
  readonly open: number;
  readonly upheld: number;
  readonly partly: number;
  readonly rejected: number;
  readonly withdrawn: number;
  /** Steps of answering and reviewing that were done in time, and those that were late or still are. */
  readonly inTime: number;
  readonly overdue: number;
  /** Working days from raising to the last word, the middle one of those that are done; null while none is. */
  readonly medianDays: number | null;
}

interface Clock {
  readonly calendar: WorkingCalendar;
  readonly today: CivilDate;
  readonly filing: FilingClock;
}

const matters: readonly Matter[] = ['attendance', 'entry', 'item', 'spotCheck', 'grade', 'missing', 'listing', 'other'];

/** Published for everybody: per matter of those that were raised, in a fixed order. */
export const objectionCounts = (objections: readonly Objection[], clock: Clock): readonly ObjectionCounts[] =>
  matters.flatMap((matter) => {
    const own = objections.filter((it) => it.matter === matter);
    return own.length === 0 ? [] : [countsOf(matter, own, clock)];
  });

function countsOf(matter: Matter, objections: readonly Objection[], clock: Clock): ObjectionCounts {
  const standings = objections.map((it) => ({ it, open: isOpen(standingOf(it, clock.today, clock.calendar, clock.filing)) }));
  const closed = standings.filter(({ it, open }) => !open && it.stage !== 'withdrawn').map(({ it }) => it);
  const withVerdict = (verdict: Objection['verdict']): number => closed.filter((it) => it.verdict === verdict).length;
  const steps = objections.flatMap((it) => stepsOf(it, clock));
  return {
    matter, raised: objections.length, open: standings.filter(({ open }) => open).length,
    upheld: withVerdict('upheld'), partly: withVerdict('partly'), rejected: withVerdict('rejected'),
    withdrawn: objections.filter(({ stage }) => stage === 'withdrawn').length,
    inTime: steps.filter((inTime) => inTime).length, overdue: steps.filter((inTime) => !inTime).length,
    medianDays: median(closed.map((it) => workingDaysBetween(clock.calendar, it.raisedOn, it.decidedOn ?? it.answeredOn ?? it.raisedOn).days)),
  };
}

/** Whether each step that is done, or is late already, was in time; what is under way is neither, nor what a guess would make late. */
function stepsOf(objection: Objection, { calendar, today, filing }: Clock): boolean[] {
  if (objection.stage === 'withdrawn') return [];
  const answer = answerLimit(objection, calendar, filing);
  const review = reviewLimit(objection, calendar, filing);
  const step = (limit: { day: CivilDate; provisional: boolean }, on: CivilDate | null): boolean[] => {
    if (limit.provisional) return on === null ? [] : [true];
    return on === null && today <= limit.day ? [] : [(on ?? today) <= limit.day];
  };
  const answered = step(answer, objection.answeredOn);
  const isReviewed = objection.appealedOn !== null || (objection.answeredOn === null && answered.includes(false));
  return [...answered, ...(review !== null && isReviewed ? step(review, objection.decidedOn) : [])];
}

/** The middle one; of an even number the smaller of the two, so that it is a number of days that was. */
function median(days: readonly number[]): number | null {
  return days.toSorted((left, right) => left - right)[Math.floor((days.length - 1) / 2)] ?? null;
}
