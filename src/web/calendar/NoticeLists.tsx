import type { Notice } from '#domain/calendar/contract.ts';
import { daysBetween } from '#domain/calendar/civil-date.ts';
import { holidaysInWords } from '#domain/calendar/holiday-words.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { shortDayText } from '#web/ui/day-words.ts';
import './calendar.css';

const texts = defineTexts({
  zh: {
    holidays: '法定节假日', workdays: '调休上班', to: '至', days: (count: number) => `${count} 天`, noWorkdays: '本年没有调休上班。', document: (number: string) => `依据 ${number}`,
    hint: '“安排本月学习”不列放假当天的每周活动；调休上班日按日期计为工作日，不顶替被调走的那个周几。',
  },
  en: {
    holidays: 'Statutory holidays', workdays: 'Make-up workdays', to: 'to', days: (count) => (count === 1 ? '1 day' : `${count} days`), noWorkdays: 'None this year.', document: (number) => `By ${number}`,
    hint: 'Weekly activities that fall on a holiday are left out when the month is arranged. A make-up workday is a working day of its own date; it does not stand for another day of the week.',
  },
});

/** What the notice of a year says, holiday by holiday. */
export function NoticeLists({ notice }: { readonly notice: Notice }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  return (
    <>
      <section>
        <h2>{t.holidays}</h2>
        <ul className="calendar-holidays">
          {notice.holidays.map(({ names, from, to }) => (
            <li key={from}>
              <b>{say(holidaysInWords(names))}</b>
              <span className="calendar-length">{t.days(daysBetween(from, to) + 1)}</span>
              <span className="calendar-span">{shortDayText(from, language)}{from === to ? null : <> {t.to} {shortDayText(to, language)}</>}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t.workdays}</h2>
        {notice.workdays.length === 0 ? <p>{t.noWorkdays}</p> : (
          <ul className="calendar-workdays">{notice.workdays.map((day) => <li key={day}>{shortDayText(day, language)}</li>)}</ul>
        )}
      </section>
      <p className="calendar-hint">{t.hint}</p>
      {notice.document === '' ? null : <p className="calendar-hint">{t.document(notice.document)}</p>}
    </>
  );
}
