import { useEffect, useRef } from 'react';
import type { DayCellRow, RotaMonth, RotaPersonRow, StudyCellRow, StudyRow } from '#domain/rota/contract.ts';
import { weekday } from '#domain/calendar/civil-date.ts';
import { holidaysInWords } from '#domain/calendar/holiday-words.ts';
import { holidayAmong } from '#domain/calendar/marked-days.ts';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { shortDayText, weekdayOf } from '#web/ui/day-words.ts';
import { classWords, lookOf } from './cell-looks.ts';
import './month-grid.css';

const texts = defineTexts({
  zh: {
    title: '值班表', name: '姓名', noTeam: '常日班（不在班组）', people: (count: number) => `${count} 人`, sum: '应到次数', waiting: '待确认', of: (due: number, all: number) => `${due} / ${all}`,
    due: '应', excused: '免', dueLong: '应到', excusedLong: '免计', stopped: '停学', moved: '顺延', expected: '应到', off: '节', work: '班', workday: '调休上班',
    open: (day: string, due: number, all: number) => `${day}，应到 ${due} / ${all}，查看名单`,
  },
  en: {
    title: 'Rota', name: 'Name', noTeam: 'Days only (in no team)', people: (count) => `${count} people`, sum: 'Expected', waiting: 'to be confirmed', of: (due, all) => `${due} / ${all}`,
    due: 'due', excused: 'off', dueLong: 'expected', excusedLong: 'not counted', stopped: 'Cancelled', moved: 'Moved', expected: 'Expected', off: 'H', work: 'W', workday: 'Make-up workday',
    open: (day, due, all) => `${day}, expected ${due} of ${all}, open the list`,
  },
});

interface Properties {
  readonly month: RotaMonth;
  readonly onStudy: (study: StudyRow) => void;
}

/** People × days: the rota as it is on paper, names in sight, today marked, and under each study who is expected. */
export function MonthGrid({ month, onStudy }: Properties) {
  const t = useTexts(texts);
  const around = useRef<HTMLDivElement>(null);
  const { today } = useWhoAmI();
  useEffect(() => {
    const column = around.current?.querySelector<HTMLElement>('thead .today');
    if (column && around.current) around.current.scrollLeft = column.offsetLeft - around.current.clientWidth / 2;
  }, [month.days]);
  const groups = [...month.teams.map((it) => ({ id: it.team, name: it.name })), { id: null, name: t.noTeam }]
    .map((group) => ({ ...group, people: month.people.filter((it) => it.team === group.id) })).filter((group) => group.people.length > 0);
  return (
    <div ref={around} className="month-grid" role="region" aria-label={t.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            {month.days.map((day) => <DayHead key={day} day={day} today={today} study={month.studies.find((it) => it.day === day)} calendar={month.calendar} />)}
            <th scope="col" className="sum">{t.sum}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id ?? ''}>
            <tr className="team-row">
              <th scope="rowgroup" colSpan={month.days.length + 2}><span>{group.name}<small>{t.people(group.people.length)}</small></span></th>
            </tr>
            {group.people.map((row) => <PersonLine key={row.person.id} row={row} month={month} today={today} />)}
          </tbody>
        ))}
        <tfoot><ExpectedLine month={month} onStudy={onStudy} /></tfoot>
      </table>
    </div>
  );
}

interface HeadProperties {
  readonly day: string;
  readonly today: string;
  readonly study: StudyRow | undefined;
  readonly calendar: RotaMonth['calendar'];
}

function DayHead({ day, today, study, calendar }: HeadProperties) {
  const { language } = useLanguage();
  const { stopped, moved, off, work, workday } = useTexts(texts);
  const say = useWords();
  const holiday = holidayAmong(calendar, day);
  const marks = [day === today ? 'today' : '', study ? 'study' : '', weekday(day) > 5 ? 'weekend' : ''].filter(Boolean).join(' ');
  return (
    <th scope="col" className={marks} aria-current={day === today ? 'date' : undefined}>
      <time dateTime={day}>{Number(day.slice(8))}<small>{weekdayOf(day, language)}</small></time>
      {holiday.length > 0 ? <small className="day-mark off" title={say(holidaysInWords(holiday))}>{off}</small> : null}
      {calendar.workdays.includes(day) ? <small className="day-mark work" title={workday}>{work}</small> : null}
      {study ? <small className="study-time">{study.movedTo ? moved : study.stopped ? stopped : study.from}</small> : null}
    </th>
  );
}

function PersonLine({ row, month, today }: { readonly row: RotaPersonRow; readonly month: RotaMonth; readonly today: string }) {
  const t = useTexts(texts);
  const held = row.studies.filter((_, at) => !month.studies[at]?.stopped);
  const listed = held.filter((it) => it.state !== 'notListed').length;
  const due = held.filter((it) => it.state === 'expected').length;
  return (
    <tr>
      <th scope="row">{row.person.name}<small>{row.waiting ? t.waiting : row.person.number}</small></th>
      {month.days.map((day, at) => {
        const study = month.studies.findIndex((it) => it.day === day);
        const stopped = month.studies[study]?.stopped ?? false;
        return <Cell key={day} day={day} today={today} cell={row.cells[at]} study={stopped ? undefined : row.studies[study]} reasons={month.reasons} isStudy={study >= 0} />;
      })}
      <td className="sum">{listed === 0 ? '' : t.of(due, listed)}</td>
    </tr>
  );
}

interface CellProperties {
  readonly day: string;
  readonly today: string;
  readonly cell: DayCellRow | undefined;
  readonly study: StudyCellRow | undefined;
  readonly isStudy: boolean;
  readonly reasons: RotaMonth['reasons'];
}

function Cell({ day, today, cell, study, isStudy, reasons }: CellProperties) {
  const t = useTexts(texts);
  const marks = useMarks();
  const say = useWords();
  const { language } = useLanguage();
  if (!cell) return <td />;
  const look = lookOf(cell);
  const known = cell.reason === undefined ? undefined : reasons.find((it) => it.id === cell.reason);
  const what = known ? say(known) : cell.kind === 'away' ? say(classWords[cell.shownAs ?? 'other']) : say(look.words);
  const hours = cell.from === undefined ? '' : ` ${cell.from}–${cell.to ?? ''}`;
  const verdict = !study || study.state === 'notListed' ? null : study.state;
  const full = `${shortDayText(day, language)} ${what}${hours}${verdict === null ? '' : `${marks.comma}${verdict === 'expected' ? t.dueLong : t.excusedLong}`}`;
  return (
    <td className={`${look.key}${isStudy ? ' study' : ''}${day === today ? ' today' : ''}${weekday(day) > 5 ? ' weekend' : ''}`} title={full}>
      <span aria-hidden="true">{say(look.letter)}</span>
      {verdict === null ? null : <small aria-hidden="true" className={verdict}>{verdict === 'expected' ? t.due : t.excused}</small>}
      <span className="spoken">{full}</span>
    </td>
  );
}

function ExpectedLine({ month, onStudy }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <tr>
      <th scope="row">{t.expected}</th>
      {month.days.map((day) => {
        const study = month.studies.find((it) => it.day === day);
        return (
          <td key={day} className={study ? 'study' : undefined}>
            {study && !study.stopped ? (
              <button type="button" className="expected-count" aria-label={t.open(shortDayText(day, language), study.expected, study.listed)} onClick={() => onStudy(study)}>
                {study.expected}
              </button>
            ) : null}
          </td>
        );
      })}
      <td className="sum" />
    </tr>
  );
}
