import { type CivilDate, dayNumber } from './civil-date.ts';

const MINUTES_IN_DAY = 24 * 60;

/** A span of local time in whole minutes since 1 January 1970, 00:00, by the clock on the wall; `end` is outside it. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** From one clock time to another on a day; a span that ends at or before its beginning ends on the next day. */
export function spanOf(day: CivilDate, from: string, to: string): TimeSpan {
  const midnight = dayNumber(day) * MINUTES_IN_DAY;
  const start = midnight + minuteOfDay(from);
  const end = midnight + minuteOfDay(to);
  return { start, end: end > start ? end : end + MINUTES_IN_DAY };
}

export function spanOfHours(day: CivilDate, from: string, hours: number): TimeSpan {
  const start = dayNumber(day) * MINUTES_IN_DAY + minuteOfDay(from);
  return { start, end: start + hours * 60 };
}

export function minutesOf(span: TimeSpan): number {
  return span.end - span.start;
}

/** Spans that only touch do not overlap: who is relieved at 19:00 is free at 19:00. */
export function overlap(left: TimeSpan, right: TimeSpan): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Whether the span holds the first minute of a day: a shift to 24:00 does not, one from 00:00 does. */
export function reachesPastMidnight(span: TimeSpan): boolean {
  return Math.ceil(span.start / MINUTES_IN_DAY) * MINUTES_IN_DAY < span.end;
}

function minuteOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
