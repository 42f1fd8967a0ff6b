import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';

/** 政治生日: the day of joining the Party in a later year; 29 February falls on the 28th. Null in the year of joining and before. */
export function partyBirthday(joined: CivilDate, year: number): CivilDate | null {
  return yearOf(joined) >= year ? null : `${year}-${joined.slice(5) === '02-29' ? '02-28' : joined.slice(5)}`;
}
