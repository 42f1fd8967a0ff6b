import { Button } from 'antd';
import { useState } from 'react';
import { declareStudyStop, listStudyStops, readStopForm, type StopDeclared, type StudyStopRow, type WithdrawnStop, withdrawStudyStop } from '#domain/rota/stop-contract.ts';
import { useAddress } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { useUndo } from '#web/shell/Undo.tsx';
import { WithdrawnLines } from '#web/shell/WithdrawnLines.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { useRotaPlace } from './rota-place.ts';
import { SideForm } from '#web/ui/SideForm.tsx';
import { StopForm } from './StopForm.tsx';
import './rota.css';

const texts = defineTexts({
  zh: {
    title: '停学、顺延', declare: '发布停学、顺延', none: '本年没有停学、顺延通知', noneNext: '节假日、重大安保期间，由机关党委一次发布，全部下属支部当日免计。',
    day: '原定日期', what: '活动', scope: '范围', effect: '处理', stopped: '停学', movedTo: (day: string) => `顺延至 ${day}`, document: '文号', actions: '办理', withdraw: '撤回',
    doneStopped: (count: number) => `已发布停学，当日免计${count > 0 ? `，已安排的 ${count} 场不再开展` : ''}。`,
    doneMoved: (count: number, day: string) => `已发布顺延，当日免计，改在 ${day} 开展${count > 0 ? `，${count} 场安排已移至该日` : ''}。`,
    withdrawnList: (count: number) => `已撤回的通知 ${count} 项`,
    recorded: (count: number, names: string) => `以下 ${count} 场已有记录，未作变动：${names}。`, withdrawn: (count: number) => `已撤回，当日恢复计入应到${count > 0 ? `，${count} 场安排移回原日期` : ''}。`, join: '、',
  },
  en: {
    title: 'Cancelled and postponed study', declare: 'Cancel or postpone', none: 'No notice this year', noneNext: 'For holidays and large missions the office publishes one notice, and every branch below is excused that day.',
    day: 'Day', what: 'Activity', scope: 'Scope', effect: 'Effect', stopped: 'Cancelled', movedTo: (day) => `Postponed to ${day}`, document: 'Document no.', actions: 'Actions', withdraw: 'Withdraw',
    doneStopped: (count) => `Cancelled; the day is not counted${count > 0 ? `, and ${count} arranged sessions are not held` : ''}.`,
    doneMoved: (count, day) => `Postponed to ${day}; the old day is not counted${count > 0 ? `, and ${count} arranged sessions have moved` : ''}.`,
    withdrawnList: (count) => `Withdrawn (${count})`,
    recorded: (count, names) => `${count} were recorded already and stay as they are: ${names}.`, withdrawn: (count) => `Withdrawn; the day counts again${count > 0 ? `, and ${count} sessions are back on it` : ''}.`, join: ', ',
  },
});

/** Notices of the year; the office publishes them, branches see those that concern them. */
export function StopsPage() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const [{ year }, change] = useAddress({ year: today.slice(0, 4) });
  const form = useCall(readStopForm, {});
  const place = useRotaPlace();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const organisation = form.data?.scopes[0]?.id ?? place.organisation;
  const list = useCall(listStudyStops, { organisation, year }, { enabled: form.data !== undefined && organisation !== '', keep: true });
  const declared = ({ stopped, moved, movedTo, recorded }: StopDeclared) => {
    setOpen(false);
    const effect = movedTo === null ? t.doneStopped(stopped.length) : t.doneMoved(moved.length, dayText(movedTo, language));
    setDone(effect + (recorded.length > 0 ? t.recorded(recorded.length, recorded.map((it) => it.organisation).join(t.join)) : ''));
  };
  const mayDeclare = (form.data?.scopes.length ?? 0) > 0;
  const error = form.error ?? list.error;
  return (
    <>
      <PageHeader
        title={t.title} count={list.data?.total}
        actions={mayDeclare ? <Button type="primary" onClick={() => { setDone(null); setOpen(true); }}>{t.declare}</Button> : undefined}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {error ? <ErrorNote refusal={error.refusal} /> : <StopTable rows={list.data?.items} year={year} onYear={(chosen) => change({ year: chosen })} onDone={setDone} />}
      <WithdrawnStops rows={list.data?.withdrawn ?? []} onRestored={declared} />
      <SideForm title={t.declare} open={open} onClose={() => setOpen(false)}>
        {form.data ? <StopForm choice={form.data} onDone={declared} /> : null}
      </SideForm>
    </>
  );
}

interface TableProperties {
  readonly rows: readonly StudyStopRow[] | undefined;
  readonly year: string;
  readonly onYear: (year: string) => void;
  readonly onDone: (said: string | null) => void;
}

function StopTable({ rows, year, onYear, onDone }: TableProperties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const [view, setView] = useTableView();
  const what = (row: StudyStopRow) => row.activities.map(say).join(t.join);
  const effect = (row: StudyStopRow) => (row.movedTo === null ? t.stopped : t.movedTo(dayText(row.movedTo, language)));
  const columns: readonly [Column<StudyStopRow>, ...Column<StudyStopRow>[]] = [
    { key: 'day', title: t.day, text: (row) => dayText(row.day, language), cell: (row) => <span className="date-text">{dayText(row.day, language)}</span> },
    { key: 'effect', title: t.effect, text: effect },
    { key: 'what', title: t.what, text: what },
    { key: 'scope', title: t.scope, text: (row) => row.scope.name },
    { key: 'document', title: t.document, text: (row) => row.document },
    { key: 'actions', title: t.actions, text: () => '', screenOnly: true, cell: (row) => <Withdraw row={row} onDone={onDone} /> },
  ];
  return (
    <DataTable
      name="study-stops" title={t.title} rows={rows} rowKey={(row) => row.stop} columns={columns} view={view} onView={setView}
      empty={{ title: t.none, next: t.noneNext }} filters={<YearSteps year={year} onChoose={onYear} />} asked={[year]}
      card={(row) => (
        <div className="absence-card">
          <p><b>{dayText(row.day, language)}</b> {effect(row)}</p>
          <p>{what(row)} · {row.scope.name}</p>
          <p className="rota-hint">{row.document}</p>
          <Withdraw row={row} onDone={onDone} />
        </div>
      )}
    />
  );
}

/** What was withdrawn in the year: published again as it was by one tap. */
function WithdrawnStops({ rows, onRestored }: { readonly rows: readonly WithdrawnStop[]; readonly onRestored: (declared: StopDeclared) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const declaring = useWrite(declareStudyStop);
  const lines = rows.map(({ stop, scope, activities, day, movedTo, document, by, on }) => ({
    id: stop, by, on,
    what: <><b>{dayText(day, language)}</b> {activities.map(say).join(t.join)} {movedTo === null ? t.stopped : t.movedTo(dayText(movedTo, language))} · {scope.name} {document}</>,
    restore: () => declaring.mutate({ organisation: scope.id, activities: activities.map(({ id }) => id), day, movedTo, document }, { onSuccess: onRestored }),
  }));
  return <WithdrawnLines title={t.withdrawnList(rows.length)} lines={lines} busy={declaring.isPending} refusal={declaring.error?.refusal ?? null} />;
}

/** Nothing is asked before: the same notice is published again by one tap, and moves what it moved. */
function Withdraw({ row, onDone }: { readonly row: StudyStopRow; readonly onDone: (said: string | null) => void }) {
  const t = useTexts(texts);
  const withdrawing = useWrite(withdrawStudyStop);
  const offerUndo = useUndo();
  if (!row.mayWithdraw) return null;
  const { stop, version, scope, day, movedTo, document } = row;
  const send = () => withdrawing.mutate({ stop, version }, { onSuccess: ({ movedBack }) => {
    onDone(null);
    offerUndo(t.withdrawn(movedBack.length), (key) => call(declareStudyStop, { organisation: scope.id, activities: row.activities.map(({ id }) => id), day, movedTo, document }, { key }));
  } });
  return (
    <span className="absence-actions unprinted">
      <Button size="small" loading={withdrawing.isPending} onClick={send}>{t.withdraw}</Button>
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
    </span>
  );
}
