import { Button } from 'antd';
import { useState } from 'react';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { listSelfChecks, remindBranches, type SelfCheckLine } from '#domain/months/self-check-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { StateCounts } from '#web/shell/StateCounts.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
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
    asked: '应交', filed: '已交', waiting: '未交', back: '退回', late: '逾期', noneSuch: '没有这样的支部', all: '点“清空筛选”回到全部支部。',
  },
  en: {
    remind: 'Remind who has not filed', done: (count) => `${count} branches that have not filed were reminded; they see it on their self-check.`, due: (day) => `due ${day}`, provisional: ' (provisional)',
    asked: 'Asked', filed: 'Filed', waiting: 'Not filed', back: 'Returned', late: 'Overdue', noneSuch: 'No such branch', all: 'Choose “Clear filters” for all branches.',
  },
});

const PAGE = 100;

/** 月自查收交: what the office has open from the 1st to the lock. By number; nobody is ranked. */
export function SelfChecksPage() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const words = useTexts(selfCheckTexts);
  const { today } = useWhoAmI();
  const [{ month, show }, ask] = useAddress({ month: addMonths(today.slice(0, 7), -1), show: '' });
  const [view, setView] = useTableView(PAGE, ['show']);
  const [done, setDone] = useState<string | null>(null);
  const list = useCall(listSelfChecks, { period: month }, { keep: true });
  const reminding = useWrite(remindBranches);
  const columns = useColumns(month);
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const { data } = list;
  const items = data?.items ?? [];
  const shown = data?.items.filter(isState(show) ? inState[show] : () => true);
  const send = () => reminding.mutate({ period: month }, { onSuccess: ({ reminded }) => setDone(t.done(reminded)) });
  return (
    <>
      <PageHeader
        title={words.list} beside={<MonthSteps month={month} onChoose={(chosen) => { setDone(null); ask({ month: chosen, show: '' }); }} />}
        actions={data?.mayRemind && items.some((it) => inState.waiting(it) || inState.back(it)) ? <Button loading={reminding.isPending} onClick={send}>{t.remind}</Button> : undefined}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {reminding.error ? <ErrorNote refusal={reminding.error.refusal} /> : null}
      {data ? <p className="months-hint">{t.due(dayText(data.due, language))}{data.provisional ? t.provisional : ''}</p> : null}
      <StateCounts counts={states.map((id) => ({ id, label: t[id], count: items.filter(inState[id]).length }))} to={paths.selfChecks()} search={{ month }} filter="show" chosen={show} />
      <DataTable
        name="self-checks" title={words.list} rows={shown} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView}
        asked={[month, isState(show) ? t[show] : '']} empty={show === '' ? { title: words.none } : { title: t.noneSuch, next: t.all }}
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
const states = ['asked', 'filed', 'waiting', 'back', 'late'] as const;
type State = (typeof states)[number];
const inStages = (...stages: SelfCheckLine['stage'][]) => (row: SelfCheckLine): boolean => stages.includes(row.stage) && !owesNothing(row);
const inState: Readonly<Record<State, (row: SelfCheckLine) => boolean>> = {
  asked: (row) => !owesNothing(row), filed: inStages('submitted', 'locked'), waiting: inStages('none', 'filled'), back: inStages('returned'), late: ({ overdue }) => overdue,
};
const isState = (text: string): text is State => states.some((it) => it === text);
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
