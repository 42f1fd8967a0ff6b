import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { confirmSessions, readSessionsToConfirm, type SessionToConfirm } from '#domain/activities/to-confirm-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { ColumnCard } from '#web/ui/ColumnCard.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import type { Column } from '#web/ui/table-columns.ts';

const texts = defineTexts({
  zh: {
    title: '审核活动记录', hint: '看过再审核：时间、主题、到会人数与实际相符的，一并审核；拿不准的去掉勾选，点开看完再定。', desk: '支部工作台',
    confirm: (count: number) => `审核 ${count} 次`, done: (count: number) => `已审核 ${count} 次活动。`, more: (count: number) => `还有 ${count} 次，审核完这些后列出。`,
    choose: '勾选', all: '全部勾选', ticked: '已勾选', day: '时间', activity: '活动', topic: '主题', organisation: '开展单位', present: '实到', away: '未到', by: '填报人', system: '公用账号',
    mine: '由您填报，须他人审核', late: (days: number) => `补录 ${days} 天`, empty: '没有待审核的活动记录', next: '新的记录提交后会列在这里。',
  },
  en: {
    title: 'Confirm records', hint: 'Look, then confirm: records whose time, topic and numbers are right are confirmed together. Untick what you doubt and open it first.', desk: 'Branch desk',
    confirm: (count) => `Confirm ${count}`, done: (count) => `${count} sessions confirmed.`, more: (count) => `${count} more are listed when these are confirmed.`,
    choose: 'Chosen', all: 'Choose all', ticked: 'ticked', day: 'When', activity: 'Activity', topic: 'Topic', organisation: 'Held by', present: 'Present', away: 'Away', by: 'Filled in by', system: 'an office account',
    mine: 'Yours: another confirms it', late: (days) => `entered ${days} days later`, empty: 'No record waits to be confirmed', next: 'New records are listed here.',
  },
});

/** Records that wait, to be looked through and confirmed in one go. */
export function ConfirmSessionsPage() {
  const t = useTexts(texts);
  const [{ organisation }] = useAddress({ organisation: '' });
  const [view, setView] = useTableView(100);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const waiting = useCall(readSessionsToConfirm, organisation === '' ? {} : { organisation });
  const confirming = useWrite(confirmSessions);
  const mayTick = (waiting.data?.items ?? []).filter(({ byMe }) => !byMe);
  const chosen = mayTick.filter(({ session }) => !unticked.has(session));
  // All are ticked to begin with, and that leaves nothing out.
  const ticked = unticked.size === 0 ? [] : chosen.map(({ session }) => session);
  const tick = (sessions: readonly SessionToConfirm[], on: boolean) => setUnticked(new Set(
    on ? [...unticked].filter((it) => !sessions.some(({ session }) => session === it)) : [...unticked, ...sessions.map(({ session }) => session)]));
  const columns = useColumns({ isTicked: ({ session }) => !unticked.has(session), tick });
  if (waiting.error) return <PageFault refusal={waiting.error.refusal} onRetry={() => void waiting.refetch()} />;
  const { items, total } = waiting.data ?? { items: undefined, total: 0 };
  const send = () => confirming.mutate({ sessions: chosen.map(({ session, version }) => ({ session, version })) }, { onSuccess: ({ confirmed }) => setDone(confirmed) });
  return (
    <>
      <PageHeader
        title={t.title} count={waiting.data?.total}
        actions={(
          <>
            <PathLink to={paths.branchDesk()} className="link-button">{t.desk}</PathLink>
            <Button type="primary" disabled={chosen.length === 0} loading={confirming.isPending} onClick={send}>{t.confirm(chosen.length)}</Button>
          </>
        )}
      />
      {done > 0 ? <SuccessNote>{t.done(done)}</SuccessNote> : null}
      {confirming.error ? <ErrorNote refusal={confirming.error.refusal} /> : null}
      {items?.length === 0 ? null : <p className="room-hint">{t.hint}{items && total > items.length ? t.more(total - items.length) : ''}</p>}
      <DataTable
        name="sessions-to-confirm" title={t.title} rows={items} rowKey={({ session }) => session} columns={columns} view={view} onView={setView}
        ticked={new Set(ticked)} asked={[ticked.length > 0 ? t.ticked : '']} empty={{ title: t.empty, next: t.next }}
        card={(row) => <ColumnCard row={row} columns={columns} />}
        filters={mayTick.length > 1 ? <Checkbox checked={chosen.length === mayTick.length} indeterminate={chosen.length > 0 && chosen.length < mayTick.length} onChange={({ target }) => tick(mayTick, target.checked)}>{t.all}</Checkbox> : undefined}
      />
    </>
  );
}

interface Ticking {
  readonly isTicked: (row: SessionToConfirm) => boolean;
  readonly tick: (rows: readonly SessionToConfirm[], on: boolean) => void;
}

function useColumns({ isTicked, tick }: Ticking): readonly [Column<SessionToConfirm>, ...Column<SessionToConfirm>[]] {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const activities = (row: SessionToConfirm): string => row.activities.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', ');
  const count = (row: SessionToConfirm, value: number, label: string) => <CountLink to={paths.session(row.session)} value={value} label={`${label} ${value}`} />;
  return [
    { key: 'day', title: t.day, text: (row) => dayText(row.day, language), cell: (row) => (
      <Checkbox className="session-tick" disabled={row.byMe} checked={!row.byMe && isTicked(row)} onChange={({ target }) => tick([row], target.checked)}><DateText day={row.day} hours={`${row.from}–${row.to}`} /></Checkbox>
    ) },
    { key: 'activity', title: t.activity, text: activities, cell: (row) => <PathLink to={paths.session(row.session)}>{activities(row)}</PathLink> },
    { key: 'topic', title: t.topic, text: ({ topic }) => topic },
    { key: 'organisation', title: t.organisation, text: (row) => row.organisation.name },
    { key: 'present', title: t.present, figures: true, text: ({ present }) => present ?? '', cell: (row) => (row.present === null ? null : count(row, row.present, t.present)) },
    { key: 'away', title: t.away, figures: true, text: ({ away }) => away, cell: (row) => count(row, row.away, t.away) },
    { key: 'by', title: t.by, text: (row) => [row.byMe ? t.mine : row.recordedBy ?? t.system, row.lateDays ? t.late(row.lateDays) : ''].filter((it) => it !== '').join(' · ') },
  ];
}
