import { addDays, type CivilDate, firstOfMonth, lastOfMonth, weekday } from '#domain/calendar/civil-date.ts';
import { holidaysInWords } from '#domain/calendar/holiday-words.ts';
import { holidayOn, type WorkingCalendar } from '#domain/calendar/working-days.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import './calendar.css';

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MONTHS = monthNames.map((_, at) => String(at + 1).padStart(2, '0'));

const texts = defineTexts({
  zh: {
    month: (month: number) => `${month}月`, weekdays: '一,二,三,四,五,六,日', off: '休', work: '班', legend: '图例', offWords: '放假', workWords: '调休上班',
    holiday: (day: string, names: string) => `${day} ${names}放假`, workday: (day: string) => `${day} 调休上班`,
  },
  en: {
    month: (month) => monthNames[month - 1] ?? '', weekdays: 'M,T,W,T,F,S,S', off: 'H', work: 'W', legend: 'Legend', offWords: 'Day off', workWords: 'Make-up workday',
    holiday: (day, names) => `${day}, ${names}`, workday: (day) => `${day}, make-up workday`,
  },
});

interface Properties {
  readonly calendar: WorkingCalendar;
  readonly today: CivilDate;
}

/** Twelve months as they hang on the wall: 休 under a day off, 班 under a weekend day that is worked. */
export function YearSheet({ year, ...rest }: Properties & { readonly year: number }) {
  const t = useTexts(texts);
  return (
    <div className="calendar-year">
      <div className="calendar-year-months">{MONTHS.map((month) => <MonthSheet key={month} period={`${year}-${month}`} {...rest} />)}</div>
      {rest.calendar.years.size === 0 ? null : (
        <ul className="calendar-year-legend" aria-label={t.legend}>
          <li className="off"><i>{t.off}</i> {t.offWords}</li><li className="work"><i>{t.work}</i> {t.workWords}</li>
        </ul>
      )}
    </div>
  );
}

function MonthSheet({ period, ...rest }: Properties & { readonly period: string }) {
  const t = useTexts(texts);
  return (
    <table className="month-sheet">
      <caption>{t.month(Number(period.slice(5)))}</caption>
      <thead><tr>{t.weekdays.split(',').map((it, at) => <th key={at} scope="col" className={at > 4 ? 'weekend' : undefined}>{it}</th>)}</tr></thead>
      <tbody>
        {weeksOf(period).map((week, at) => (
          <tr key={at}>{week.map((day, place) => (day === null ? <td key={place} /> : <DaySheet key={place} day={day} {...rest} />))}</tr>
        ))}
      </tbody>
    </table>
  );
}

function DaySheet({ day, calendar, today }: Properties & { readonly day: CivilDate }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const names = holidayOn(calendar, day);
  const off = names.length > 0;
  const work = calendar.workdays.has(day);
  const kind = off ? 'off' : work ? 'work' : weekday(day) > 5 ? 'weekend' : '';
  const words = dayText(day, language);
  return (
    <td className={`${kind}${day === today ? ' today' : ''}`} aria-current={day === today ? 'date' : undefined} title={off ? t.holiday(words, say(holidaysInWords(names))) : work ? t.workday(words) : words}>
      <b>{Number(day.slice(8))}</b><i>{off ? t.off : work ? t.work : ''}</i>
    </td>
  );
}

/** The weeks of a month from Monday on; null where a day belongs to another month. */
function weeksOf(period: string): readonly (readonly (CivilDate | null)[])[] {
  const first = firstOfMonth(period);
  const last = lastOfMonth(period);
  const weeks: (CivilDate | null)[][] = [];
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)).map((day) => (day < first || day > last ? null : day)));
  }
  return weeks;
}
