import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { closeMonth, type MonthRow, type Months } from '#domain/months/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { type Status, statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { ReopenForm } from './ReopenForm.tsx';

const texts = defineTexts({
  zh: {
    title: '月度办理', month: '月份', state: '状态', due: '报送截止', lock: '应锁定', closing: '锁定情况', actions: '办理', close: '锁定', reopen: '解锁', keep: '取消',
    sure: (month: string) => `锁定 ${month}？锁定后该月公布的数字不再改变。`, provisional: '暂定', provisionalWhy: '该年放假安排待公告，期限可能变动，也不会过期。',
    closed: (on: string, by: string, name: string) => `${on} ${by}（${name}）锁定`, reopened: (on: string, by: string, reason: string) => `${on} ${by}解锁：${reason}`, nobody: '公用账号',
    undone: (month: string) => `${month}已解锁，补记的重新计入该月。请在补齐后再次锁定。`, none: '没有月份', filing: (from: string) => `${from} 起报送`,
  },
  en: {
    title: 'Months', month: 'Month', state: 'State', due: 'Filing due', lock: 'To be locked', closing: 'Lock', actions: 'Actions', close: 'Lock', reopen: 'Reopen', keep: 'Keep it',
    sure: (month) => `Lock ${month}? What is published for it will not change any more.`, provisional: 'provisional', provisionalWhy: 'Holidays of the year are not announced: the day may move, and does not expire.',
    closed: (on, by, name) => `locked ${on} by ${by} (${name})`, reopened: (on, by, reason) => `reopened ${on} by ${by}: ${reason}`, nobody: 'an office account',
    undone: (month) => `${month} is open again; what is entered counts in it. Lock it again when it is complete.`, none: 'No months', filing: (from) => `files from ${from}`,
  },
});

const tags: Readonly<Record<MonthRow['state'], Status>> = { notYet: 'notDue', open: 'toDo', due: 'dueNow', overdue: 'overdue', locked: 'locked' };
/** A day that may still move, because the holidays are not announced, does not end today. */
const tagOf = (row: MonthRow): Status => (row.state === 'due' && row.provisional ? 'toDo' : tags[row.state]);

interface Properties {
  readonly of: Months;
  readonly today: string;
  readonly onDone: (said: string) => void;
  /** A lock has been asked for. */
  readonly onLock: (job: string) => void;
}

export function MonthTable({ of, today, onDone, onLock }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const marks = useMarks();
  const [view, setView] = useTableView();
  const [reopening, setReopening] = useState<MonthRow | null>(null);
  const name = (row: MonthRow) => monthText(row.period, language);
  const word = (row: MonthRow) => say(statuses[tagOf(row)].words);
  const day = (it: string, row: MonthRow) => (row.provisional ? `${dayText(it, language)}${marks.aside(t.provisional)}` : dayText(it, language));
  const told = ({ closing }: MonthRow) => {
    if (closing === null) return '';
    const on = dayText(closing.on, language);
    return closing.stage === 'closed' ? t.closed(on, closing.by ?? t.nobody, closing.organisation.name) : t.reopened(on, closing.by ?? t.nobody, closing.reason);
  };
  const action = (row: MonthRow) => <Action row={row} of={of} today={today} onLock={onLock} onReopen={() => setReopening(row)} />;
  const columns: readonly [Column<MonthRow>, ...Column<MonthRow>[]] = [
    { key: 'month', title: t.month, text: name },
    { key: 'state', title: t.state, text: word, cell: (row) => <StatusTag status={tagOf(row)} note={row.state === 'notYet' ? t.filing(row.opens) : undefined} /> },
    { key: 'due', title: t.due, text: (row) => day(row.due, row) },
    { key: 'lock', title: t.lock, text: (row) => day(row.lock, row) },
    { key: 'closing', title: t.closing, text: told },
    { key: 'actions', title: t.actions, text: () => '', screenOnly: true, cell: action },
  ];
  return (
    <>
      <DataTable
        name="months" title={t.title} rows={of.months} rowKey={(row) => row.period} columns={columns} view={view} onView={setView} empty={{ title: t.none }} asked={[of.organisation.name, String(of.year)]}
        card={(row) => (
          <div className="month-in-brief">
            <p><b>{name(row)}</b> <StatusTag status={tagOf(row)} /></p>
            <p>{t.due} {day(row.due, row)}</p>
            {row.closing === null ? null : <p className="months-hint">{told(row)}</p>}
            {action(row)}
          </div>
        )}
      />
      <SideForm title={t.reopen} open={reopening !== null} onClose={() => setReopening(null)}>
        {reopening?.closing ? <ReopenForm closing={reopening.closing} onDone={() => { onDone(t.undone(name(reopening))); setReopening(null); }} /> : null}
      </SideForm>
    </>
  );
}

interface ActionProperties extends Omit<Properties, 'onDone'> {
  readonly row: MonthRow;
  readonly onReopen: () => void;
}

function Action({ row, of, today, onLock, onReopen }: ActionProperties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const closing = useWrite(closeMonth);
  const month = monthText(row.period, language);
  if (row.state === 'locked') {
    return of.may.reopen && row.closing?.organisation.id === of.organisation.id ? <Button size="small" className="unprinted" onClick={onReopen}>{t.reopen}</Button> : null;
  }
  if (!of.may.close || today <= row.due) return null;
  const locking = closing.isPending || (of.locking?.period === row.period && isUnderWay(of.locking.job));
  const send = () => closing.mutate({ organisation: of.organisation.id, period: row.period }, { onSuccess: ({ job }) => onLock(job) });
  return (
    <span className="unprinted">
      <Popconfirm title={t.sure(month)} okText={t.close} cancelText={t.keep} onConfirm={send}><Button size="small" loading={locking}>{t.close}</Button></Popconfirm>
      {closing.error ? <ErrorNote refusal={closing.error.refusal} /> : null}
    </span>
  );
}
