import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { hasRunOut, type ReckonedDay, type WorkingCalendar, workingDaysAfter } from '#domain/calendar/working-days.ts';
import { refuseReview } from './refusals.ts';
import type { BranchReview } from './review.ts';

/** 公示期: no less than so many working days (finding 21). */
export const NOTICE_DAYS = 5;

/** The earliest last day of a notice; the day on which it is posted does not count. */
export const noticeEnd = (calendar: WorkingCalendar, from: CivilDate): ReckonedDay => workingDaysAfter(calendar, from, NOTICE_DAYS);

/** @throws NoticeTooShort */
export function demandNoticeLong(calendar: WorkingCalendar, from: CivilDate, until: CivilDate): void {
  const { day } = noticeEnd(calendar, from);
  if (until < day) throw refuseReview('NoticeTooShort', { days: NOTICE_DAYS, least: day });
}

/**
 * A notice is over after its last day, and never before five working days are; while a year that it touches is not
 * announced nobody knows how many they are, and nobody loses the right to object to a guess (engine C).
 * @throws NoticeNotOver, NoticeProvisional
 */
export function demandNoticeOver(calendar: WorkingCalendar, { from, until }: NonNullable<BranchReview['notice']>, today: CivilDate): void {
  const least = noticeEnd(calendar, from);
  if (least.provisional) throw refuseReview('NoticeProvisional', { year: Number(least.day.slice(0, 4)) });
  const last = until > least.day ? until : least.day;
  if (!hasRunOut({ day: last, provisional: false }, today)) throw refuseReview('NoticeNotOver', { until: last });
}

/** Whoever is proposed now was named already: a notice once over needs no other when somebody was only taken from it. */
export const isNamed = (notice: BranchReview['notice'], listed: readonly string[]): boolean =>
  notice !== null && listed.every((id) => notice.listed.includes(id));
