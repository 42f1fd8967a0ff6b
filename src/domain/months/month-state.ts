import { addMonths, type CivilDate, firstOfMonth, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import { hasRunOut, type ReckonedDay, type WorkingCalendar, workingDaysAfter } from '#domain/calendar/working-days.ts';
import type { FilingClock } from './filing.ts';

/** 未开始 · 报送中 · 今日截止 · 逾期 · 已锁定. */
export type MonthState = 'notYet' | 'open' | 'due' | 'overdue' | 'locked';

export interface MonthStanding {
  readonly state: MonthState;
  /** The first day on which its self-check can be filed. */
  readonly opens: CivilDate;
  readonly due: CivilDate;
  readonly lock: CivilDate;
  /** A year that is touched is not announced yet: the days may still move, and nothing expires (engine C). */
  readonly provisional: boolean;
}

export const dueDay = (period: Period, calendar: WorkingCalendar, filing: FilingClock): ReckonedDay =>
  workingDaysAfter(calendar, lastOfMonth(period), filing.due);

/**
 * Where a month stands on a day: it opens on the 1st of the next, is due and to be locked on working days of it.
 * Only a closing locks it; no clock does. While the calendar is not announced it can be due and never overdue.
 * @param closed whether a closing of it is in force.
 */
export function monthState(period: Period, today: CivilDate, calendar: WorkingCalendar, filing: FilingClock, closed: boolean): MonthStanding {
  const opens = firstOfMonth(addMonths(period, 1));
  const due = dueDay(period, calendar, filing);
  const lock = workingDaysAfter(calendar, lastOfMonth(period), filing.lock);
  const days = { opens, due: due.day, lock: lock.day, provisional: due.provisional || lock.provisional };
  if (closed) return { state: 'locked', ...days };
  if (today < opens) return { state: 'notYet', ...days };
  if (hasRunOut(due, today)) return { state: 'overdue', ...days };
  return { state: today >= due.day ? 'due' : 'open', ...days };
}
