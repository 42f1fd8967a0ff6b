import { Button, Input } from 'antd';
import { useState } from 'react';
import { type RegisterBatch, withdrawRegisterBatch } from '#domain/registers/import-contract.ts';
import { paths } from '#web/paths.ts';
import { useTableView } from '#web/shell/address.ts';
import { useWrite } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';

const texts = defineTexts({
  zh: {
    title: '以前的导入', file: '文件', when: '导入日期', by: '导入人', organisations: '党组织', entries: '登记', state: '状态', act: '办理', join: '、', none: '还没有导入过', noneNext: '下载模板，填好后在上面上传。',
    count: (count: number) => `${count} 条`, stands: '已导入', rest: (there: number, leftOut: number) => [...(there > 0 ? [`${there} 行已登记`] : []), ...(leftOut > 0 ? [`${leftOut} 行未导入`] : [])].join('，'), someBack: (count: number) => `其中 ${count} 条已撤回`,
    back: (on: string, by: string) => `${on} 已撤回${by === '' ? '' : `（${by}）`}`, withdraw: '整批撤回', drawer: '撤回这批导入',
    what: (count: number, file: string) => `将撤回“${file}”导入的 ${count} 条登记，不再计入，积分和得分随之重算；登记和撤回理由保留可查。`, reason: '撤回理由', done: (count: number) => `已撤回 ${count} 条登记。`,
  },
  en: {
    title: 'Earlier imports', file: 'File', when: 'Imported on', by: 'By', organisations: 'Organisations', entries: 'Entries', state: 'State', act: 'To do', join: ', ', none: 'Nothing has been imported yet', noneNext: 'Fill in the template and upload it above.',
    count: (count) => `${count} ${count === 1 ? 'entry' : 'entries'}`, stands: 'Imported', rest: (there, leftOut) => [...(there > 0 ? [`${there} rows there already`] : []), ...(leftOut > 0 ? [`${leftOut} rows left out`] : [])].join(', '), someBack: (count) => `${count} of them withdrawn`,
    back: (on, by) => `Taken back on ${on}${by === '' ? '' : ` by ${by}`}`, withdraw: 'Take it all back', drawer: 'Take this import back',
    what: (count, file) => `The ${count} entries that came with “${file}” no longer count, and points and scores are computed anew. The entries and the reason stay readable.`, reason: 'Reason', done: (count) => `${count} entries taken back.`,
  },
});

/** What was imported into a register before; a batch on which nothing builds can be taken back whole. */
export function BatchTable({ register, items }: { readonly register: string; readonly items: readonly RegisterBatch[] }) {
  const t = useTexts(texts);
  const [view, setView] = useTableView(20);
  const [asked, setAsked] = useState<RegisterBatch | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const columns = useColumns(register, (batch) => { setDone(null); setAsked(batch); });
  if (items.length === 0) return null;
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      {done === null ? null : <SuccessNote>{t.done(done)}</SuccessNote>}
      <DataTable
        name="register-batches" title={t.title} rows={items} rowKey={(it) => it.batch} columns={columns} view={view} onView={setView} empty={{ title: t.none, next: t.noneNext }}
        card={(it) => <BatchCard batch={it} columns={columns} />}
      />
      <SideForm title={t.drawer} open={asked !== null} onClose={() => setAsked(null)}>
        {asked ? <Withdrawal batch={asked} onDone={(count) => { setAsked(null); setDone(count); }} /> : null}
      </SideForm>
    </section>
  );
}

function BatchCard({ batch, columns }: { readonly batch: RegisterBatch; readonly columns: readonly Column<RegisterBatch>[] }) {
  const cell = (key: string) => {
    const column = columns.find((it) => it.key === key);
    return column?.cell ? column.cell(batch) : column?.text(batch);
  };
  return (
    <div className="problem-card">
      <p><b>{cell('file')}</b></p>
      <p className="room-hint">{cell('when')} {cell('by')} · {cell('organisations')}</p>
      <p>{cell('entries')} · {cell('state')}</p>
      <div>{cell('act')}</div>
    </div>
  );
}

function useColumns(register: string, onWithdraw: (batch: RegisterBatch) => void): readonly [Column<RegisterBatch>, ...Column<RegisterBatch>[]] {
  const t = useTexts(texts);
  const say = useWords();
  const state = ({ withdrawn, created, standing, there, leftOut }: RegisterBatch): string => {
    if (withdrawn) return t.back(withdrawn.on, withdrawn.by ?? '');
    return [t.stands, ...(standing < created ? [t.someBack(created - standing)] : []), t.rest(there, leftOut)].filter((it) => it !== '').join(t.join === '、' ? '；' : '; ');
  };
  return [
    { key: 'file', title: t.file, text: (it) => it.fileName },
    { key: 'when', title: t.when, text: (it) => it.on },
    { key: 'by', title: t.by, text: (it) => it.by ?? '' },
    { key: 'organisations', title: t.organisations, text: (it) => it.organisations.map(({ name }) => name).join(t.join) },
    {
      key: 'entries', title: t.entries, text: (it) => t.count(it.created),
      cell: (it) => (it.standing === 0 ? t.count(it.created) : <CountLink to={paths.registers()} search={{ register, batch: it.batch }} value={it.standing}>{t.count(it.standing)}</CountLink>),
    },
    { key: 'state', title: t.state, text: state },
    {
      key: 'act', title: t.act, text: () => '', screenOnly: true,
      cell: ({ withdrawn, withdrawal, ...it }) => {
        if (withdrawn) return null;
        if (!withdrawal.allowed) return <span className="batch-why">{withdrawal.why ? say(withdrawal.why) : ''}</span>;
        return <Button size="small" onClick={() => onWithdraw({ withdrawn, withdrawal, ...it })}>{t.withdraw}</Button>;
      },
    },
  ];
}

function Withdrawal({ batch, onDone }: { readonly batch: RegisterBatch; readonly onDone: (count: number) => void }) {
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const withdrawing = useWrite(withdrawRegisterBatch);
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
