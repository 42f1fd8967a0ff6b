import { Button, Input } from 'antd';
import { useState } from 'react';
import { type GridBatch, withdrawAttendanceBatch } from '#domain/activities/grid/grid-contract.ts';
import { useTableView } from '#web/shell/address.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';

const texts = defineTexts({
  zh: {
    title: '以前的导入', file: '文件', when: '导入日期', by: '导入人', organisations: '党组织', sessions: '活动', state: '状态', act: '办理', join: '、', none: '还没有导入过',
    count: (count: number) => `${count} 次`, stands: '已导入', someBack: (count: number) => `其中 ${count} 次已撤回`, back: (on: string, by: string) => `${on} 已撤回${by === '' ? '' : `（${by}）`}`,
    withdraw: '整批撤回', drawer: '撤回这批考勤', what: (count: number, file: string) => `将撤回“${file}”导入的 ${count} 次活动，不再计入，积分和得分随之重算；记录和撤回理由保留可查。`, reason: '撤回理由', done: (count: number) => `已撤回 ${count} 次活动。`,
  },
  en: {
    title: 'Earlier imports', file: 'File', when: 'Imported on', by: 'By', organisations: 'Organisations', sessions: 'Sessions', state: 'State', act: 'To do', join: ', ', none: 'Nothing has been imported yet',
    count: (count) => `${count}`, stands: 'Imported', someBack: (count) => `${count} of them withdrawn`, back: (on, by) => `Taken back on ${on}${by === '' ? '' : ` by ${by}`}`,
    withdraw: 'Take it all back', drawer: 'Take this attendance back', what: (count, file) => `The ${count} sessions that came with “${file}” no longer count, and points and scores are computed anew. The records and the reason stay readable.`, reason: 'Reason', done: (count) => `${count} sessions taken back.`,
  },
});

/** What attendance was imported before; a batch on which nothing builds can be taken back whole. */
export function GridBatchTable({ items }: { readonly items: readonly GridBatch[] }) {
  const t = useTexts(texts);
  const [view, setView] = useTableView(20);
  const [asked, setAsked] = useState<GridBatch | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const columns = useColumns((batch) => { setDone(null); setAsked(batch); });
  if (items.length === 0) return null;
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      {done === null ? null : <SuccessNote>{t.done(done)}</SuccessNote>}
      <DataTable
        name="grid-batches" title={t.title} rows={items} rowKey={(it) => it.batch} columns={columns} view={view} onView={setView} empty={{ title: t.none }}
        card={(it) => (
          <div className="problem-card">
            <p><b>{it.fileName}</b></p>
            <p className="room-hint">{it.on} {it.by} · {columns[3].text(it)}</p>
            <p>{columns[4].text(it)} · {columns[5].text(it)}</p>
            <div>{columns[6].cell?.(it)}</div>
          </div>
        )}
      />
      <SideForm title={t.drawer} open={asked !== null} onClose={() => setAsked(null)}>
        {asked ? <Withdrawal batch={asked} onDone={(count) => { setAsked(null); setDone(count); }} /> : null}
      </SideForm>
    </section>
  );
}

type Columns = readonly [Column<GridBatch>, Column<GridBatch>, Column<GridBatch>, Column<GridBatch>, Column<GridBatch>, Column<GridBatch>, Column<GridBatch>];

function useColumns(onWithdraw: (batch: GridBatch) => void): Columns {
  const t = useTexts(texts);
  const say = useWords();
  const state = ({ withdrawn, created, standing }: GridBatch): string => (withdrawn
    ? t.back(withdrawn.on, withdrawn.by ?? '') : [t.stands, ...(standing < created ? [t.someBack(created - standing)] : [])].join(t.join === '、' ? '，' : '; '));
  return [
    { key: 'file', title: t.file, text: (it) => it.fileName },
    { key: 'when', title: t.when, text: (it) => it.on },
    { key: 'by', title: t.by, text: (it) => it.by ?? '' },
    { key: 'organisations', title: t.organisations, text: (it) => it.organisations.map(({ name }) => name).join(t.join) },
    { key: 'sessions', title: t.sessions, text: (it) => t.count(it.created) },
    { key: 'state', title: t.state, text: state },
    {
      key: 'act', title: t.act, text: () => '', screenOnly: true,
      cell: (it) => {
        if (it.withdrawn) return null;
        if (!it.withdrawal.allowed) return <span className="batch-why">{it.withdrawal.why ? say(it.withdrawal.why) : ''}</span>;
        return <Button size="small" onClick={() => onWithdraw(it)}>{t.withdraw}</Button>;
      },
    },
  ];
}

function Withdrawal({ batch, onDone }: { readonly batch: GridBatch; readonly onDone: (count: number) => void }) {
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const withdrawing = useWrite(withdrawAttendanceBatch);
  const send = () => withdrawing.mutate({ batch: batch.batch, reason }, { onSuccess: ({ withdrawn }) => onDone(withdrawn) });
  return (
    <div className="drawer-form">
      <p>{t.what(batch.standing, batch.fileName)}</p>
      <NonClassifiedNotice />
      <Input.TextArea aria-label={t.reason} placeholder={t.reason} autoFocus value={reason} maxLength={200} rows={3} className="grows" onChange={(event) => setReason(event.target.value)} />
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      <Button type="primary" disabled={reason.trim() === ''} loading={withdrawing.isPending} onClick={send}>{t.withdraw}</Button>
    </div>
  );
}
