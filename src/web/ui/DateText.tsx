import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { useLanguage } from '#web/shell/language.tsx';
import { dayText, shortDayText } from './day-words.ts';

interface Properties {
  readonly day: CivilDate;
  /** Without the year, where the heading says it. */
  readonly short?: boolean;
  /** '19:00–21:00' behind the day. */
  readonly hours?: string | undefined;
}

/** A day as an office writes it: 2026-11-16 周一. */
export function DateText({ day, short = false, hours }: Properties) {
  const { language } = useLanguage();
  const text = short ? shortDayText(day, language) : dayText(day, language);
  const [first = '', ...rest] = text.split(' ');
  // In large letters a line may break before the day of the week, never within the date.
  return <time dateTime={day} className="date-text"><span className="date-day">{first}</span>{[...rest, ...(hours === undefined ? [] : [hours])].map((it) => ` ${it}`)}</time>;
}
