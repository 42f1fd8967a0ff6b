import { type CivilDate, parseCivilDate } from '#domain/calendar/civil-date.ts';
import { dateInCell } from './cell-text.ts';

const SHORT_DAY = /^(\d{1,2})(?:月|[./-])(\d{1,2})[日号]?$/;
const withoutWeekday = (title: string): string => title.replace(/[(（]?(?:周|星期)[一二三四五六日天][)）]?$/, '');

/** 5/1/26 or 26.5.1: without the whole year nobody can be certain of the order of day, month and year. */
const UNCERTAIN_DAY = /^\d{1,2}([./-])\d{1,2}\1\d{1,2}$/;
export const isUncertainDay = (title: string): boolean => UNCERTAIN_DAY.test(withoutWeekday(title)) && dateInCell(withoutWeekday(title)) === null;

/** Whether a title heads a day, be it one that exists or not: 3月2日, 3/2（周一）, 2026-03-02. */
export const looksLikeDay = (title: string): boolean => SHORT_DAY.test(withoutWeekday(title)) || dateInCell(withoutWeekday(title)) !== null || isUncertainDay(title) || /^\d{4}[-/.年]\d/.test(title);

/** The day that a title means; month and day alone need a year that is told elsewhere. Null for a day that is none. */
export function dayIn(title: string, year: number | null): CivilDate | null {
  const bare = withoutWeekday(title);
  const [, month, day] = SHORT_DAY.exec(bare) ?? [];
  if (month === undefined || day === undefined) return dateInCell(bare);
  return year === null ? null : parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The first year that a text says. */
export const yearIn = (text: string): number | null => {
  const [, year] = /(?:^|\D)(20\d{2})(?:\D|$)/.exec(text) ?? [];
  return year === undefined ? null : Number(year);
};
