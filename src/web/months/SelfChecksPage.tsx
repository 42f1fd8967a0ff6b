import { Button } from 'antd';
import { useState } from 'react';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { listSelfChecks, remindBranches, type SelfCheckLine } from '#domain/months/self-check-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useTableView } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { figureWords } from '#web/ui/figure-format.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { MonthSteps } from './MonthSteps.tsx';
import { fetchSelfCheck } from './self-check-grounds.ts';
import { selfCheckTexts, tagOfStage } from './self-check-texts.ts';
import './months.css';

const texts = defineTexts({
  zh: {
    remind: '催办未交支部', done: (count: number) => `已向 ${count} 个未交或被退回的支部发出催办，支部打开自查页即见。`, due: (day: string) => `报送截止 ${day}`, provisional: '（暂定）',
    sum: (all: number, filed: number, waiting: number, back: number, late: number) => `共 ${all} 个支部：已交 ${filed}，未交 ${waiting}，退回 ${back}，逾期 ${late}。`,
  },
  en: {
    remind: 'Remind who has not filed', done: (count) => `${count} branches that have not filed were reminded; they see it on their self-check.`, due: (day) => `due ${day}`, provisional: ' (provisional)',
    sum: (all, filed, waiting, back, late) => `${all} ${all === 1 ? 'branch' : 'branches'}: ${filed} filed, ${waiting} not filed, ${back} returned, ${late} overdue.`,
  },
});

const PAGE = 100;

/** 月自查收交: what the office has open from the 1st to the lock. By number; nobody is ranked. */
export function SelfChecksPage() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const words = useTexts(selfCheckTexts);
  const { today } = useWhoAmI();
  const [{ month }, ask] = useAddress({ month: addMonths(today.slice(0, 7), -1) });
  const [view, setView] = useTableView(PAGE);
  const [done, setDone] = useState<string | null>(null);
  const list = useCall(listSelfChecks, { period: month }, { keep: true });
  const reminding = useWrite(remindBranches);
  const columns = useColumns(month);
  if (list.error) return <ErrorNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const { data } = list;
  const items = data?.items ?? [];
  const count = (...stages: SelfCheckLine['stage'][]) => items.filter((it) => stages.includes(it.stage) && !owesNothing(it)).length;
  const send = () => reminding.mutate({ period: month }, { onSuccess: ({ reminded }) => setDone(t.done(reminded)) });
  return (
    <>
      <PageHeader
        title={words.list} beside={<MonthSteps month={month} onChoose={(chosen) => { setDone(null); ask({ month: chosen }); }} />}
        actions={data?.mayRemind && count('none', 'filled', 'returned') > 0 ? <Button loading={reminding.isPending} onClick={send}>{t.remind}</Button> : undefined}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {reminding.error ? <ErrorNote refusal={reminding.error.refusal} /> : null}
      {data ? <p className="months-hint">{t.due(dayText(data.due, language))}{data.provisional ? t.provisional : ''} · {t.sum(items.filter((it) => !owesNothing(it)).length, count('submitted', 'locked'), count('none', 'filled'), count('returned'), items.filter((it) => it.overdue).length)}</p> : null}
      <DataTable
        name="self-checks" title={words.list} rows={data?.items} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView} asked={[month]} empty={{ title: words.none }}
        card={(row) => (
          <div className="month-in-brief">
            <p><PathLink to={paths.selfCheck(row.organisation.id, month)}><b>{row.organisation.name}</b></PathLink> {columns[2]?.cell?.(row)}</p>
            {row.total === null ? null : <p>{words.total} {columns[4]?.cell?.(row)}</p>}
          </div>
        )}
      />
    </>
  );
}

/** 未纳入: nothing was asked of the branch in that month, and it filed nothing. */
const owesNothing = ({ included, stage }: SelfCheckLine): boolean => !included && stage === 'none';
const tagOf = (row: SelfCheckLine) => (owesNothing(row) ? 'notIncluded' : tagOfStage[row.stage]);

function useColumns(month: string): readonly [Column<SelfCheckLine>, ...Column<SelfCheckLine>[]] {
  const t = useTexts(selfCheckTexts);
  const say = useWords();
  const { language } = useLanguage();
  const note = (row: SelfCheckLine) => (row.overdue ? t.overdue : row.filed === null ? undefined : t[row.filed]);
  return [
    { key: 'branch', title: t.branch, text: (row) => row.organisation.name, cell: (row) => <PathLink to={paths.selfCheck(row.organisation.id, month)}>{row.organisation.name}</PathLink> },
    { key: 'number', title: t.number, text: (row) => row.organisation.number },
    { key: 'state', title: t.state, text: (row) => [say(statuses[tagOf(row)].words), note(row) ?? ''].join(' ').trim(), cell: (row) => <StatusTag status={tagOf(row)} note={note(row)} /> },
    { key: 'filedOn', title: t.filedOn, text: (row) => (row.filedOn === null ? '' : dayText(row.filedOn, language)) },
    {
      key: 'total', title: t.total, figures: true, text: (row) => figureWords(row.total, ''), number: { format: 'points', of: (row) => row.total },
      cell: (row) => (row.total === null ? null : <Figure value={row.total} grounds={fetchSelfCheck(row.organisation.id, month)} />),
    },
    { key: 'reminded', title: t.reminded, text: (row) => (row.reminded === null ? '' : dayText(row.reminded, language)) },
  ];
}
