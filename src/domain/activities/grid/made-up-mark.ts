import { addDays, type CivilDate, parseCivilDate } from '#domain/calendar/civil-date.ts';

/** 补: not there, and made up since. What else the cell says: why he was not there, and on which day he made it up. */
export interface MadeUpMark {
  /** 值班 in 值班补; empty where the cell gives no reason. */
  readonly base: string;
  readonly day: { readonly year: string | null; readonly month: string; readonly day: string } | null;
}

const DAY = /(?:(20\d{2})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?/;
const MADE_UP = /^(.*?)(?:已)?补(?:学|课)?(.*)$/;
const SIGNS = /[()（）、,/+:：]/g;

/** A mark, as it is compared, that says somebody made the session up; null for any other (补休 is a rest). */
export function madeUpIn(key: string): MadeUpMark | null {
  const [written, year, month, day] = DAY.exec(key) ?? [];
  const bare = (written === undefined ? key : key.replace(written, '')).replaceAll(SIGNS, '');
  const [, before, after] = MADE_UP.exec(bare) ?? [];
  if (before === undefined || after === undefined || (before !== '' && after !== '')) return null;
  return { base: before + after, day: month === undefined || day === undefined ? null : { year: year ?? null, month, day } };
}

/** The mark without its day, so that 补3.12 and 补3.19 have one meaning. */
export function withoutDay(key: string): string {
  const mark = madeUpIn(key);
  return mark?.day ? `${mark.base}补` : key;
}

/** The day of a make-up: in the year of its session or, in January of December, the next; null when there is no such day. */
export function dayOfMakeUp({ year, month, day }: NonNullable<MadeUpMark['day']>, session: CivilDate): CivilDate | null {
  const within = (one: number): CivilDate | null => parseCivilDate(`${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (year !== null) return within(Number(year));
  const inYear = within(Number(session.slice(0, 4)));
  return inYear !== null && inYear < addDays(session, -HALF_A_YEAR) ? within(Number(session.slice(0, 4)) + 1) : inYear;
}
const HALF_A_YEAR = 183;
