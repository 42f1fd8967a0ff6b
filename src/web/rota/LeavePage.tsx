import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented } from 'antd';
import { useState } from 'react';
import { type AbsenceRow, listAbsences } from '#domain/rota/absence-contract.ts';
import { daysBetween, lastOfMonth } from '#domain/calendar/civil-date.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { AbsenceActions } from './AbsenceActions.tsx';
import { AbsenceSide, type AbsenceTask } from './AbsenceSide.tsx';
import { type AbsenceTexts, absenceTexts, standingOf, whoOf, whyOf } from './absence-words.ts';
import { PlaceAndMonth } from './PlaceAndMonth.tsx';
import { useRotaPlace } from './rota-place.ts';
import './rota.css';

const texts = defineTexts({
  zh: {
    title: '请假登记', record: '登记请假', bring: '导入请假和勤务', more: '其他登记', closedDuty: '登记全封闭执勤', secondment: '登记借调', all: '全部', waiting: '待确认', withdrawn: '已撤回', noneWithdrawn: '本月没有撤回的登记', noneWithdrawnNext: '撤回的登记在这里可查，误撤的可以恢复。',
    name: '姓名', why: '事由', from: '开始', to: '结束', days: '天数', standing: '状态', actions: '办理', open: '未定',
    none: '本月没有请假、执勤和借调登记', noneNext: '登记后，期间的集中学习和会议自动免计或列为应补。', noPlace: '没有可查看的党组织', noPlaceNext: '本人请假请到“我的请假”登记。',
  },
  en: {
    title: 'Leave register', record: 'Enter leave', bring: 'Import leave and duty', more: 'Other entries', closedDuty: 'Enter closed duty', secondment: 'Enter a secondment', all: 'All', waiting: 'To be confirmed', withdrawn: 'Withdrawn', noneWithdrawn: 'Nothing of this month was withdrawn', noneWithdrawnNext: 'What was withdrawn is kept here, and can be restored.',
    name: 'Name', why: 'Reason', from: 'From', to: 'To', days: 'Days', standing: 'State', actions: 'Actions', open: 'Open',
    none: 'No leave, closed duty or secondment in this month', noneNext: 'Once entered, studies and meetings in that time are excused, or listed as to be made up.', noPlace: 'There is no organisation whose leave you may see', noPlaceNext: 'Leave of your own is entered under “My leave”.',
  },
});

/** Who is away in a month and why, as far as one may know it; and the place where it is entered. */
export function LeavePage() {
  const t = useTexts(texts);
  const place = useRotaPlace();
  const [{ show }, change] = useAddress({ show: 'all' });
  const [task, setTask] = useState<AbsenceTask | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const list = useCall(listAbsences, { organisation: place.organisation, from: `${place.month}-01`, to: lastOfMonth(place.month), ...(show === 'withdrawn' ? { withdrawn: 'yes' as const } : {}) }, { enabled: place.organisation !== '', keep: true });
  if (place.error) return <PageFault refusal={place.error.refusal} />;
  if (place.places?.length === 0) return <><PageHeader title={t.title} /><EmptyState title={t.noPlace} next={t.noPlaceNext} /></>;
  const begin = (next: AbsenceTask) => { setDone(null); setTask(next); };
  const items = list.data?.items.filter((it) => show !== 'waiting' || it.waiting);
  const others = [{ key: 'closedDuty', label: t.closedDuty }, { key: 'secondment', label: t.secondment }];
  return (
    <>
      <PageHeader
        title={t.title} count={items?.length}
        actions={(
          <>
            <PathLink to={paths.leaveImport()} className="link-button">{t.bring}</PathLink>
            <Dropdown menu={{ items: others, onClick: ({ key }) => begin({ kind: key === 'secondment' ? 'secondment' : 'closedDuty', row: null }) }} trigger={['click']}>
              <Button>{t.more} <DownOutlined /></Button>
            </Dropdown>
            <Button type="primary" onClick={() => begin({ kind: 'leave', row: null })}>{t.record}</Button>
          </>
        )}
      />
      <div className="rota-bar unprinted">
        <PlaceAndMonth place={place} />
        <Segmented value={show} options={[{ value: 'all', label: t.all }, { value: 'waiting', label: t.waiting }, { value: 'withdrawn', label: t.withdrawn }]} onChange={(chosen) => change({ show: chosen })} />
      </div>
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {list.error ? <ErrorNote refusal={list.error.refusal} onRetry={() => void list.refetch()} /> : (
        <AbsenceTable rows={items} empty={show === 'withdrawn' ? { title: t.noneWithdrawn, next: t.noneWithdrawnNext } : { title: t.none, next: t.noneNext }} asked={[place.places?.find((it) => it.id === place.organisation)?.shortName ?? '', place.month, show === 'waiting' || show === 'withdrawn' ? t[show] : '']} reasons={list.data?.reasons ?? []} onTask={begin} onDone={setDone} />
      )}
      <AbsenceSide task={task} organisation={place.organisation} onClose={() => setTask(null)} onDone={(said) => { setTask(null); setDone(said); }} />
    </>
  );
}

interface TableProperties {
  readonly rows: readonly AbsenceRow[] | undefined;
  readonly empty: { readonly title: string; readonly next: string };
  readonly asked: readonly string[];
  readonly reasons: readonly { id: string; zh: string; en: string }[];
  readonly onTask: (task: AbsenceTask) => void;
  readonly onDone: (said: string | null) => void;
}

function AbsenceTable({ rows, empty, asked, reasons, onTask, onDone }: TableProperties) {
  const t = useTexts(texts);
  const words: AbsenceTexts = useTexts(absenceTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const [view, setView] = useTableView(undefined, ['show']);
  const days = (row: AbsenceRow) => (row.to === null ? '' : daysBetween(row.from, row.to) + 1);
  const said = (row: AbsenceRow) => (row.withdrawn ? t.withdrawn : row.waiting ? t.waiting : words[standingOf(row, today)]);
  const standing = (row: AbsenceRow) => (row.withdrawn ? <StatusTag status="withdrawn" /> : row.waiting ? <StatusTag status="proposed" /> : words[standingOf(row, today)]);
  const columns: readonly [Column<AbsenceRow>, ...Column<AbsenceRow>[]] = [
    { key: 'name', title: t.name, text: (row) => whoOf(row, words) },
    { key: 'why', title: t.why, text: (row) => whyOf(row, reasons, say, words) },
    { key: 'from', title: t.from, text: (row) => row.from, cell: (row) => <DateText day={row.from} /> },
    { key: 'to', title: t.to, text: (row) => row.to ?? t.open, cell: (row) => (row.to === null ? t.open : <DateText day={row.to} />) },
    { key: 'days', title: t.days, figures: true, text: days },
    { key: 'standing', title: t.standing, text: said, cell: standing },
    { key: 'actions', title: t.actions, text: () => '', screenOnly: true, cell: (row) => <AbsenceActions row={row} onTask={onTask} onDone={onDone} /> },
  ];
  return (
    <DataTable
      name="absences" title={t.title} rows={rows} rowKey={(row) => row.fact} columns={columns} view={view} onView={setView} asked={asked} empty={empty}
      card={(row) => (
        <div className="absence-card">
          <p><b>{whoOf(row, words)}</b> {standing(row)}</p>
          <p>{whyOf(row, reasons, say, words)}</p>
          <p className="rota-hint">{row.from} – {row.to ?? t.open}</p>
          <AbsenceActions row={row} onTask={onTask} onDone={onDone} />
        </div>
      )}
    />
  );
}
