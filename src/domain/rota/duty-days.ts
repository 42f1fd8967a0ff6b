import { addDays, type CivilDate, daysBetween, parseCivilDate } from '#domain/calendar/civil-date.ts';
import { dateInCell } from '#domain/imports/cell-text.ts';

/** Days that one cell may name. */
export const DAYS_MOST = 62;

const BETWEEN = /[、,;\n]+/;
const RANGE = /^(.+?)(?:至|到|~|—|–)+(.+)$/;
/** A day behind another one, from which it takes year and perhaps month: 11月10日, 11.10, 10日, 10. */
const LATER = /^(?:(\d{1,2})[月./-])?(\d{1,2})[日号]?$/;

/**
 * The days that somebody wrote into one cell: 2026-11-03、10、17, 2026年12月28日至1月3日. The first one says its year; null
 * where a part is no day, or there are too many.
 */
export function daysInCell(text: string): readonly CivilDate[] | null {
  const days: CivilDate[] = [];
  for (const part of text.split(BETWEEN).flatMap(withoutBlanks)) {
    const [, begin, end] = RANGE.exec(part) ?? [];
    const from = dayIn(begin ?? part, days.at(-1));
    const to = end === undefined ? from : from && dayIn(end, from);
    if (from === null || to === null || to < from || daysBetween(from, to) >= DAYS_MOST) return null;
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  }
  const once = [...new Set(days)];
  return once.length === 0 || once.length > DAYS_MOST ? null : once;
}

/** Blanks stand within a day, or between days. */
function withoutBlanks(part: string): readonly string[] {
  const whole = part.replaceAll(/\s/g, '');
  if (whole === '') return [];
  return dateInCell(part.trim()) !== null || RANGE.test(whole) || !/\d\s+\d/.test(part.trim()) ? [whole] : part.trim().split(/\s+/);
}

function dayIn(written: string, before: CivilDate | undefined): CivilDate | null {
  const whole = dateInCell(written.replace(/[(（]?(?:周|星期)[一二三四五六日天][)）]?$/, ''));
  if (whole !== null || before === undefined) return whole;
  const [, month = before.slice(5, 7), day] = LATER.exec(written) ?? [];
  if (day === undefined) return null;
  const within = (year: number): CivilDate | null => parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const sameYear = within(Number(before.slice(0, 4)));
  return sameYear !== null && sameYear < before && Number(month) < Number(before.slice(5, 7)) ? within(Number(before.slice(0, 4)) + 1) : sameYear;
}
