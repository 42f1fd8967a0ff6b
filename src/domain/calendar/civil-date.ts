/** A civil day such as '2026-11-16', without a time zone: a birthday has none. Text order is day order. */
export type CivilDate = string;
/** A month such as '2026-11' (所属期). */
export type Period = string;

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_BEFORE_MARCH_1970 = 719468;
const DAYS_IN_400_YEARS = 146097;

/** The civil date that `text` names, or null when it names none: '2026-02-29' and '2026-2-1' are no dates. */
export function parseCivilDate(text: string): CivilDate | null {
  if (!CIVIL_DATE.test(text)) return null;
  const month = monthOf(text);
  if (month < 1 || month > 12) return null;
  return fromDayNumber(dayNumber(text)) === text ? text : null;
}

export function yearOf(date: CivilDate | Period): number {
  return Number(date.slice(0, 4));
}

/** 1 … 12. */
export function monthOf(date: CivilDate | Period): number {
  return Number(date.slice(5, 7));
}

export function periodOf(date: CivilDate): Period {
  return date.slice(0, 7);
}

/**
 * Days since 1 January 1970, negative before. Counts in years that begin on 1 March, so that the leap day is the last
 * day of its year; integers only, because a `Date` would bring a time zone.
 */
export function dayNumber(date: CivilDate): number {
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_BEFORE_MARCH_1970;
}

/** The day that lies `number` days after 1 January 1970; the inverse of `dayNumber`. */
export function fromDayNumber(number: number): CivilDate {
  const shifted = number + DAYS_BEFORE_MARCH_1970;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is the earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: CivilDate): number {
  return modulo(dayNumber(date) + 3, 7) + 1;
}

/** Negative, zero or positive, for sorting dates or periods. */
export function compareDates(left: CivilDate | Period, right: CivilDate | Period): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether `day` lies in the span; both ends belong to it, and a span without an end goes on. */
export function isWithin(day: CivilDate, span: { readonly from: CivilDate; readonly to: CivilDate | null }): boolean {
  return span.from <= day && (span.to === null || day <= span.to);
}

export function firstOfMonth(dateOrPeriod: CivilDate | Period): CivilDate {
  return `${dateOrPeriod.slice(0, 7)}-01`;
}

export function lastOfMonth(dateOrPeriod: CivilDate | Period): CivilDate {
  return addDays(firstOfMonth(addMonths(dateOrPeriod.slice(0, 7), 1)), -1);
}

export function addMonths(period: Period, months: number): Period {
  const count = yearOf(period) * 12 + monthOf(period) - 1 + months;
  return `${padded(Math.floor(count / 12), 4)}-${padded(modulo(count, 12) + 1, 2)}`;
}

/** Every month of which the span holds at least one day, in order; none when it ends before it begins. */
export function monthsTouched(from: CivilDate, to: CivilDate): Period[] {
  const months: Period[] = [];
  if (to < from) return months;
  for (let month = periodOf(from); month <= periodOf(to); month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The remainder that is never negative. */
export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
