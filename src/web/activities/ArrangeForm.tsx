import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { arrangeSessions, type ArrangementMonth } from '#domain/activities/arrangement-contract.ts';
import type { ActivityWords } from '#domain/activities/contract.ts';
import { proposalsOf } from '#domain/activities/proposals.ts';
import { compareDates, firstOfMonth, yearOf } from '#domain/calendar/civil-date.ts';
import { holidaysInWords } from '#domain/calendar/holiday-words.ts';
import { holidayAmong } from '#domain/calendar/marked-days.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { emptyRow, isWhole, type RowDraft, rowOf } from './row-draft.ts';
import { RowFields } from './RowFields.tsx';
import { Section } from './Section.tsx';
import './arrange.css';

const texts = defineTexts({
  zh: {
    title: '新的安排', hint: '考核方案中的每周活动已按日列好，填写主题即可；不安排的行可删去。发布后，每个党支部各生成一次活动，待活动结束后由支部记录。', unknown: '本年放假安排待公告，以下日期遇法定节假日的，公布后再作调整。',
    holiday: (names: string) => `${names}放假`, moved: (day: string) => `${day} 放假，顺延`,
    add: '增加一行', remove: (day: string) => `删去 ${day} 一行`, all: (count: number) => `全部 ${count} 个单位`, who: '开展单位', publish: (rows: number) => `发布 ${rows} 项安排`, whole: '每行须填写活动、时间和主题。',
    done: (rows: number, sessions: number) => `已发布 ${rows} 项安排，为各单位生成 ${sessions} 次活动。`, nothing: '本月的每周活动都已安排。需要时可增加一行。',
  },
  en: {
    title: 'New arrangement', hint: 'The weekly activities of the scheme are listed by day; give each a topic, remove what is not to be held. Each branch then gets a session of its own, to be recorded afterwards.', unknown: 'The holidays of this year are not yet announced; a day below that becomes one is to be changed then.',
    holiday: (names) => names, moved: (day) => `moved from ${day}`,
    add: 'Add a line', remove: (day: string) => `Remove the line of ${day}`, all: (count: number) => `All ${count}`, who: 'Held by', publish: (rows: number) => `Publish ${rows}`, whole: 'Each line needs an activity, a time and a topic.',
    done: (rows: number, sessions: number) => `${rows} arranged, ${sessions} sessions made for the branches.`, nothing: 'All weekly activities of the month are arranged. Add a line if needed.',
  },
});

interface Properties {
  readonly month: ArrangementMonth;
  readonly period: string;
  readonly words: ActivityWords;
}

export function ArrangeForm({ month, period, words }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { listed, leftOut } = proposalsOf(month);
  const [rows, setRows] = useState<readonly RowDraft[]>(() => listed.map(rowOf));
  const [chosen, setChosen] = useState<string[]>([]);
  const arranging = useWrite(arrangeSessions);
  const set = (at: number, row: RowDraft) => setRows(rows.map((it, index) => (index === at ? row : it)));
  const holders = [...month.holders.branch, ...month.holders.group];
  const taken = (row: RowDraft) => rows.some((it) => it.day === row.day && it.activities[0] === row.activities[0]);
  const take = (row: RowDraft) => setRows([...rows, rowOf(row)].toSorted((a, b) => compareDates(a.day, b.day)));
  return (
    <Section
      title={t.title}
      beside={holders.length > 1 ? (
        <Select
          className="holders" mode="multiple" aria-label={t.who} placeholder={t.all(month.holders.branch.length)} value={chosen} onChange={setChosen} maxTagCount="responsive" allowClear
          showSearch={{ optionFilterProp: 'label' }} options={holders.map((it) => ({ value: it.id, label: it.name }))}
        />
      ) : null}
    >
      {arranging.data ? <SuccessNote>{t.done(arranging.data.arrangements.length, arranging.data.arrangements.reduce((sum, it) => sum + it.sessions, 0))}</SuccessNote> : null}
      <p className="activity-hint">{rows.length === 0 && leftOut.length === 0 ? t.nothing : t.hint}{month.calendar.announced ? '' : ` ${t.unknown}`}</p>
      <LeftOutList leftOut={leftOut.filter(({ row }) => !taken(row))} words={words} onTake={take} />
      {rows.length > 0 ? <NonClassifiedNotice /> : null}
      {rows.map((row, at) => (
        <div key={at} className="arrange-row" role="group" aria-label={row.day === '' ? t.title : dayText(row.day, language)}>
          <RowHead day={row.day} month={month} period={period} />
          <RowFields words={words} row={row} onChange={(changed) => set(at, changed)} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={t.remove(row.day)} onClick={() => setRows(rows.filter((_, index) => index !== at))} />
        </div>
      ))}
      {arranging.error ? <ErrorNote refusal={arranging.error.refusal} /> : null}
      <div className="arrange-foot">
        <Button onClick={() => setRows([...rows, emptyRow(rows.at(-1)?.day ?? firstOfMonth(period))])}>{t.add}</Button>
        {rows.length > 0 ? (
          <span className="arrange-send">
            {rows.every(isWhole) ? null : <span className="activity-hint">{t.whole}</span>}
            <Button
              type="primary" disabled={!rows.every(isWhole)} loading={arranging.isPending}
              onClick={() => arranging.mutate({ organisation: month.organisation.id, organisations: chosen, rows: [...rows] })}
            >{t.publish(rows.length)}</Button>
          </span>
        ) : null}
      </div>
    </Section>
  );
}

/** The day of a line, and what the calendar says of it: a holiday by name, or that nobody knows yet. */
function RowHead({ day, month, period }: { readonly day: string; readonly month: ArrangementMonth; readonly period: string }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  if (day === '') return <span className="arrange-row-day" />;
  const names = holidayAmong(month.calendar, day);
  const moved = month.proposed.find((it) => it.day === day && it.movedFrom !== null)?.movedFrom ?? null;
  const unknown = !month.calendar.announced && yearOf(day) === yearOf(period);
  return (
    <span className={names.length > 0 || moved !== null || unknown ? 'arrange-row-day told' : 'arrange-row-day'}>
      <b>{dayText(day, language)}</b>
      {names.length > 0 ? <span className="holiday-tag">{t.holiday(say(holidaysInWords(names)))}</span> : null}
      {moved === null ? null : <span className="holiday-tag">{t.moved(moved)}</span>}
      {unknown ? <StatusTag status="notAnnounced" /> : null}
    </span>
  );
}
