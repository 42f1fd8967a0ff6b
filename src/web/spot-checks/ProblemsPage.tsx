import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { listProblems, type ProblemRow } from '#domain/spot-checks/problem-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { OpenProblemForm } from './OpenProblemForm.tsx';
import { ProblemView } from './ProblemView.tsx';
import { problemStatus, sheetTexts } from './sheet-texts.ts';
import '#web/ui/room.css';
import './spot-checks.css';

const texts = defineTexts({
  zh: { title: '问题清单', open: '挂账', all: '全部', onlyOpen: '未销号', late: '逾期', everywhere: '全部党支部', none: '没有问题', next: '抽查发现的问题自动挂账；支部自己发现的问题也可以挂账。', found: '发现日期', finders: '复核人', item: '考核项目', opened: '已挂账，整改后申请销号。' },
  en: { title: 'Problems', open: 'Open a problem', all: 'All', onlyOpen: 'Open', late: 'overdue', everywhere: 'All branches', none: 'No problems', next: 'What a check finds opens itself; a branch may open what it finds itself.', found: 'Found', finders: 'Checked again by', item: 'Item', opened: 'Opened; ask to close it once it is put right.' },
});

/** 问题清单: from 挂账 to 销号, the earliest due first, closed ones last. */
export function ProblemsPage() {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  const [asked, ask] = useAddress({ organisation: '', show: 'all', problem: '' });
  const [view, setView] = useTableView(undefined, ['organisation', 'show']);
  const [opening, setOpening] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const list = useCall(listProblems, { ...(asked.organisation === '' ? {} : { organisation: asked.organisation }), ...(asked.show === 'open' ? { open: 'yes' as const } : {}) }, { keep: true });
  const columns = useColumns({ ...(asked.organisation === '' ? {} : { organisation: asked.organisation }), ...(asked.show === 'all' ? {} : { show: asked.show }) });
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const { items, organisations = [], opening: places = [] } = list.data ?? {};
  return (
    <>
      <PageHeader title={t.title} count={items?.length} actions={places.length === 0 ? undefined : <Button type="primary" icon={<PlusOutlined />} onClick={() => { setDone(null); setOpening(true); }}>{t.open}</Button>} />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <DataTable
        name="problems" title={t.title} rows={items} rowKey={(row) => row.problem} columns={columns} view={view} onView={setView}
        asked={[asked.show === 'open' ? t.onlyOpen : '', organisations.find(({ id }) => id === asked.organisation)?.name ?? '']} empty={{ title: t.none, next: t.next }}
        card={(row) => <button type="button" className="check-card check-tap" onClick={() => ask({ problem: row.problem })}><b>{row.what}</b> <Stage row={row} /><small>{row.organisation.name} · {words.until} {row.until}</small></button>}
        filters={(
          <>
            <Segmented value={asked.show} options={[{ value: 'all', label: t.all }, { value: 'open', label: t.onlyOpen }]} onChange={(show) => ask({ show })} />
            {organisations.length < 2 ? null : (
              <Select className="check-place" aria-label={words.branch} value={asked.organisation} showSearch={{ optionFilterProp: 'label' }} onChange={(organisation) => ask({ organisation })} options={[{ value: '', label: t.everywhere }, ...organisations.map(({ id, name }) => ({ value: id, label: name }))]} />
            )}
          </>
        )}
      />
      <SideForm title={t.open} open={opening} onClose={() => setOpening(false)}>
        <OpenProblemForm places={places} onDone={() => { setOpening(false); setDone(t.opened); }} />
      </SideForm>
      <SideForm title={t.title} open={asked.problem !== ''} onClose={() => ask({ problem: '' })}>
        {asked.problem === '' ? null : <ProblemView key={asked.problem} problem={asked.problem} onDone={(said) => { setDone(said); ask({ problem: '' }); }} />}
      </SideForm>
    </>
  );
}

/** The stage of a problem; open after its day it is overdue, closed after it is marked as late. */
export function Stage({ row }: { readonly row: Pick<ProblemRow, 'stage' | 'late'> }) {
  const { late } = useTexts(texts);
  return <StatusTag status={row.late && row.stage !== 'closed' && row.stage !== 'applied' ? 'overdue' : problemStatus[row.stage]} note={row.late && (row.stage === 'closed' || row.stage === 'applied') ? late : undefined} />;
}

function useColumns(kept: Readonly<Record<string, string>>): readonly [Column<ProblemRow>, ...Column<ProblemRow>[]] {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(sheetTexts);
  const say = useWords();
  return [
    { key: 'what', title: words.what, text: (row) => row.what, cell: (row) => <PathLink to={paths.problems()} search={{ ...kept, problem: row.problem }}>{row.what}</PathLink> },
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name },
    { key: 'item', title: t.item, text: (row) => (row.item === null ? '' : say(row.item)) },
    { key: 'found', title: t.found, text: (row) => row.day, cell: (row) => <DateText day={row.day} /> },
    { key: 'until', title: words.until, text: (row) => row.until, cell: (row) => <DateText day={row.until} /> },
    { key: 'finders', title: t.finders, text: (row) => row.finders.join(marks.list) },
    { key: 'state', title: words.state, text: (row) => `${say(statuses[problemStatus[row.stage]].words)}${row.late ? ` ${t.late}` : ''}`, cell: (row) => <Stage row={row} /> },
  ];
}
