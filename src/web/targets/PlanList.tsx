import type { ReactNode } from 'react';
import { Select } from 'antd';
import type { z } from 'zod';
import type { listTargetPlans, TargetPlanRow } from '#domain/targets/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { type Status, statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { NOBODY } from './plan-rows.ts';
import { planTexts, stageStatus } from './plan-texts.ts';

const texts = defineTexts({
  zh: {
    all: '全部情况', due: (filing: string, assigning: string) => `${filing} 前上报${assigning === '' ? '' : `，${assigning} 前全部落实责任人和时限`}`, empty: '没有符合条件的支部', next: '换一个条件看看。',
    waiting: '未上报', returned: '退回', late: '逾期上报', open: '未全部落实',
  },
  en: {
    all: 'Every state', due: (filing, assigning) => `filed by ${filing}${assigning === '' ? '' : `, with everybody named by ${assigning}`}`, empty: 'No branch like this', next: 'Try another filter.',
    waiting: 'not filed', returned: 'returned', late: 'late', open: 'items open',
  },
});

const PAGE = 100;

type Show = 'waiting' | 'returned' | 'late' | 'open';
const shows: readonly Show[] = ['waiting', 'returned', 'late', 'open'];
const isShown: Readonly<Record<Show, (row: TargetPlanRow) => boolean>> = {
  waiting: ({ stage, filedOn }) => stage === 'none' || (stage === 'draft' && filedOn === null),
  returned: ({ stage }) => stage === 'returned',
  late: ({ late }) => late === true,
  open: ({ stage, planned, assigned }) => stage !== 'none' && assigned < planned,
};

interface Properties {
  readonly list: z.output<typeof listTargetPlans.output>;
  readonly choice: ReactNode;
}

/** All branches by number, as the office has them before it from January on; nobody is ranked. */
export function PlanList({ list, choice }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(planTexts);
  const [{ show }, ask] = useAddress({ show: '' });
  const [view, setView] = useTableView(PAGE, ['show']);
  const columns = useColumns(list.year);
  const asked = shows.find((it) => it === show);
  const rows = asked ? list.items.filter(isShown[asked]) : list.items;
  const { filing, assigning } = list.deadlines;
  return (
    <>
      <p className="plan-sum">
        {shows.map((it) => <span key={it}>{t[it]} <CountLink to={paths.targetPlan()} search={{ year: String(list.year), show: it }} value={list.items.filter(isShown[it]).length} label={t[it]} /></span>)}
        {filing === null ? null : <span className="plan-hint">{t.due(filing, assigning ?? '')}</span>}
      </p>
      <DataTable
        name="target-plans" title={`${words.title} ${list.year}`} rows={rows} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView}
        asked={[asked ? t[asked] : '']} empty={{ title: t.empty, next: t.next }}
        filters={<>{choice}<Select className="plan-filter" aria-label={words.stage} value={show} onChange={(chosen) => ask({ show: chosen })} options={[{ value: '', label: t.all }, ...shows.map((it) => ({ value: it, label: t[it] }))]} /></>}
        card={(row) => (
          <article className="plan-card">
            <div className="plan-card-head"><h3>{columns[0].cell?.(row)}</h3>{columns[2]?.cell?.(row)}</div>
            {row.stage === 'none' ? null : <p className="plan-hint">{words.assigned} {columns[4]?.cell?.(row)}{row.filedOn === null ? '' : ` · ${words.filedOn} ${row.filedOn}`}</p>}
          </article>
        )}
      />
    </>
  );
}

function useColumns(year: number): readonly [Column<TargetPlanRow>, ...Column<TargetPlanRow>[]] {
  const t = useTexts(planTexts);
  const say = useWords();
  const search = (row: TargetPlanRow) => ({ branch: row.organisation.id, year: String(year) });
  const note = (row: TargetPlanRow) => (row.late === true && row.stage !== 'filed' ? t.late : undefined);
  const status = (row: TargetPlanRow): Status => (row.late === true && row.stage === 'filed' ? 'filedLate' : stageStatus(row));
  return [
    { key: 'branch', title: t.branch, text: (row) => row.organisation.name, cell: (row) => <PathLink to={paths.targetPlan()} search={search(row)}>{row.organisation.name}</PathLink> },
    { key: 'number', title: t.number, text: (row) => row.organisation.number },
    { key: 'stage', title: t.stage, text: (row) => [say(statuses[status(row)].words), note(row) ?? ''].join(' ').trim(), cell: (row) => <StatusTag status={status(row)} note={note(row)} /> },
    { key: 'filedOn', title: t.filedOn, text: (row) => row.filedOn ?? '', cell: (row) => (row.filedOn === null ? null : <DateText day={row.filedOn} />) },
    {
      key: 'assigned', title: t.assigned, figures: true, text: (row) => (row.stage === 'none' ? '' : `${row.assigned}/${row.planned}`),
      cell: (row) => (row.stage === 'none' ? <span className="plan-none">–</span> : (
        <><CountLink to={paths.targetPlan()} search={row.assigned < row.planned ? { ...search(row), who: NOBODY } : search(row)} value={row.assigned} label={t.assigned} /> / <CountLink to={paths.targetPlan()} search={search(row)} value={row.planned} label={t.item} /></>
      )),
    },
    { key: 'assignedOn', title: t.assignedOn, text: (row) => row.assignedOn ?? '', cell: (row) => (row.assignedOn === null ? null : <DateText day={row.assignedOn} />) },
  ];
}
