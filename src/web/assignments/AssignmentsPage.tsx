import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { type AssignmentRow, listAssignments } from '#domain/assignments/contract.ts';
import { paths } from '#web/paths.ts';
import { fromFirstPage, useAddress } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { AssignmentView } from './AssignmentView.tsx';
import { assignmentTexts } from './assignment-texts.ts';
import { HandOutForm } from './HandOutForm.tsx';
import { StageTag } from './StageTag.tsx';
import '#web/ui/room.css';
import './assignments.css';

const texts = defineTexts({
  zh: {
    handOut: '交办任务', mine: '我承办的', passedOn: '我转交的', handedOut: '我交办的', branch: '支部全部', all: '全部', open: '未报结', none: '没有交办任务', next: '支部委员和党小组长可以交办；交给您的任务也会出现在待办中。',
    everywhere: '全部党组织', handed: (name: string, until: string) => `已交办给${name}，时限 ${until}；对方可在待办中看到。`,
  },
  en: {
    handOut: 'Hand out a task', mine: 'To me', passedOn: 'Passed on', handedOut: 'By me', branch: 'Of the branch', all: 'All', open: 'Still to be done', none: 'No tasks', next: 'Members of the branch committee and group leaders hand them out; yours also stand on your desk.',
    everywhere: 'All organisations', handed: (name, until) => `Handed to ${name}, due ${until}; it stands on their desk.`,
  },
});

const views = ['mine', 'passedOn', 'handedOut', 'branch'] as const;

/** 交办任务: to me, passed on from me, by me, and of the branch; what is overdue stands first. */
export function AssignmentsPage() {
  const t = useTexts(texts);
  const words = useTexts(assignmentTexts);
  const [asked, ask] = useAddress({ view: 'mine', organisation: '', show: 'all', task: '' });
  const [page, setPage] = useTableView(undefined, ['organisation', 'show']);
  const [handing, setHanding] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const view = views.find((it) => it === asked.view) ?? 'mine';
  const wanted = { view, ...(asked.organisation === '' ? {} : { organisation: asked.organisation }), ...(asked.show === 'open' ? { open: 'yes' as const } : {}) };
  const list = useCall(listAssignments, { ...wanted, page: page.page, size: page.size }, { keep: true });
  const columns = useColumns({ view, ...(asked.organisation === '' ? {} : { organisation: asked.organisation }), ...(asked.show === 'all' ? {} : { show: asked.show }) });
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const filter = (change: Partial<typeof asked>) => ask(fromFirstPage(change));
  const has = { mine: true, passedOn: list.data?.passedOn, handedOut: list.data?.mayHandOut, branch: (list.data?.organisations.length ?? 0) > 0 };
  const offered = views.filter((it) => has[it] === true || it === view);
  const organisations = list.data?.organisations ?? [];
  return (
    <>
      <PageHeader
        title={words.title} count={list.data?.total}
        actions={list.data?.mayHandOut ? <Button type="primary" icon={<PlusOutlined />} onClick={() => { setDone(null); setHanding(true); }}>{t.handOut}</Button> : undefined}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <DataTable
        key={view} name={view === 'mine' ? 'my-assignments' : 'assignments'} title={words.title} rows={list.data?.items} rowKey={(row) => row.assignment} columns={columns} view={page} onView={setPage}
        asked={[t[view], asked.show === 'open' ? t.open : '', organisations.find(({ id }) => id === asked.organisation)?.name ?? '']}
        pages={{ count: list.data?.total, rowsOf: async (number, size) => (await call(listAssignments, { ...wanted, page: number, size })).items }} empty={{ title: t.none, next: t.next }}
        card={(row) => (
          <button type="button" className="assignment-card" onClick={() => ask({ task: row.assignment })}>
            <b>{row.what}</b> <StageTag row={row} />
            <small>{row.person.name} · {words.until} {row.until}</small>
          </button>
        )}
        filters={(
          <>
            {offered.length > 1 ? <Segmented value={view} options={offered.map((it) => ({ value: it, label: t[it] }))} onChange={(chosen) => filter({ view: chosen })} /> : null}
            <Segmented value={asked.show} options={[{ value: 'all', label: t.all }, { value: 'open', label: t.open }]} onChange={(show) => filter({ show })} />
            {view === 'branch' && organisations.length > 1 ? (
              <Select
                className="assignment-place" aria-label={words.organisation} value={asked.organisation} showSearch={{ optionFilterProp: 'label' }} onChange={(organisation) => filter({ organisation })}
                options={[{ value: '', label: t.everywhere }, ...organisations.map((it) => ({ value: it.id, label: it.name }))]}
              />
            ) : null}
          </>
        )}
      />
      <SideForm title={t.handOut} open={handing} onClose={() => setHanding(false)}>
        <HandOutForm onDone={(name, until) => { setHanding(false); setDone(t.handed(name, until)); filter({ view: 'handedOut' }); }} />
      </SideForm>
      <SideForm title={words.title} open={asked.task !== ''} onClose={() => ask({ task: '' })}>
        {asked.task === '' ? null : <AssignmentView key={asked.task} assignment={asked.task} onDone={(said) => { setDone(said); ask({ task: '' }); }} />}
      </SideForm>
    </>
  );
}

function useColumns(kept: Readonly<Record<string, string>>): readonly [Column<AssignmentRow>, ...Column<AssignmentRow>[]] {
  const words = useTexts(assignmentTexts);
  return [
    { key: 'what', title: words.what, text: (row) => row.what, cell: (row) => <PathLink to={paths.assignments()} search={{ ...kept, task: row.assignment }}>{row.what}</PathLink> },
    { key: 'person', title: words.person, text: (row) => row.person.name },
    { key: 'organisation', title: words.organisation, text: (row) => row.organisation.name },
    { key: 'by', title: words.by, text: (row) => row.by ?? words.system },
    { key: 'until', title: words.until, text: (row) => row.until, cell: (row) => <DateText day={row.until} /> },
    { key: 'handedInOn', title: words.handedInOn, text: (row) => row.handedInOn ?? '', cell: (row) => (row.handedInOn === null ? null : <DateText day={row.handedInOn} />) },
    { key: 'standing', title: words.standing, text: (row) => `${words.stage[row.stage]}${row.late ? ` ${words.late}` : ''}`, cell: (row) => <StageTag row={row} /> },
  ];
}
