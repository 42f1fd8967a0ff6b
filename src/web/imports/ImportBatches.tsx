import { Button, Input } from 'antd';
import { useState } from 'react';
import { type BatchTable, type ImportBatch, withdrawImportBatch } from '#domain/imports/batch-contract.ts';
import { useTableView } from '#web/shell/address.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import type { Column } from '#web/ui/table-columns.ts';

const texts = defineTexts({
  zh: {
    title: '导入批次', file: '文件', when: '导入日期', by: '导入人', content: '内容', state: '状态', act: '办理', none: '还没有导入过', noneNext: '下载模板，填好后在上面上传。',
    rest: (there: number, leftOut: number) => [...(there > 0 ? [`${there} 行原已一致`] : []), ...(leftOut > 0 ? [`${leftOut} 行未导入`] : [])].map((it) => `，${it}`).join(''),
    people: (count: number, recorded: number) => (count > 0 ? `${count} 人，${recorded} 条记录` : `${recorded} 条记录`), stands: '已导入', back: (on: string, by: string) => `${on} 已撤回${by === '' ? '' : `（${by}）`}`,
    withdraw: '整批撤回', drawer: '撤回这批导入', reason: '撤回理由', done: '已整批撤回，系统恢复到导入之前。改正后的文件可以重新导入。',
    what: (file: string) => `将撤回“${file}”写入的全部内容：新增的不再计入，改动的恢复原状，积分和得分随之重算。操作和撤回理由保留可查。`,
  },
  en: {
    title: 'Imported at once', file: 'File', when: 'Imported on', by: 'By', content: 'Contents', state: 'State', act: 'To do', none: 'Nothing has been imported yet', noneNext: 'Fill in the template and upload it above.',
    rest: (there, leftOut) => [...(there > 0 ? [`${there} rows the same already`] : []), ...(leftOut > 0 ? [`${leftOut} rows left out`] : [])].map((it) => `, ${it}`).join(''),
    people: (count, recorded) => (count > 0 ? `${count} people, ${recorded} records` : `${recorded} records`), stands: 'Imported', back: (on, by) => `Taken back on ${on}${by === '' ? '' : ` by ${by}`}`,
    withdraw: 'Take it all back', drawer: 'Take this import back', reason: 'Reason', done: 'All of it was taken back, as if it had not been imported. A corrected file can be imported.',
    what: (file) => `Everything that “${file}” wrote is taken back: what was new no longer counts, what was changed is as before, and points and scores are computed anew. The import and the reason stay readable.`,
  },
});

/** What was imported before, by whomever; a batch on which nothing builds can be taken back whole. */
export function ImportBatches({ table, items }: { readonly table: BatchTable; readonly items: readonly ImportBatch[] }) {
  const t = useTexts(texts);
  const [view, setView] = useTableView(20);
  const [asked, setAsked] = useState<ImportBatch | null>(null);
  const [done, setDone] = useState(false);
  const columns = useColumns((batch) => { setDone(false); setAsked(batch); });
  if (items.length === 0) return null;
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      {done ? <SuccessNote>{t.done}</SuccessNote> : null}
      <DataTable
        name={`${table}-batches`} title={t.title} rows={items} rowKey={(it) => it.batch} columns={columns} view={view} onView={setView} empty={{ title: t.none, next: t.noneNext }}
        card={(it) => (
          <div className="problem-card">
            <p><b>{it.fileName}</b></p>
            {columns.slice(1).map(({ key, text, cell }) => <p key={key} className={key === 'when' || key === 'by' ? 'room-hint' : undefined}>{cell ? cell(it) : text(it)}</p>)}
          </div>
        )}
      />
      <SideForm title={t.drawer} open={asked !== null} onClose={() => setAsked(null)}>
        {asked ? <Withdrawal batch={asked} onDone={() => { setAsked(null); setDone(true); }} /> : null}
      </SideForm>
    </section>
  );
}

function useColumns(onWithdraw: (batch: ImportBatch) => void): readonly [Column<ImportBatch>, ...Column<ImportBatch>[]] {
  const t = useTexts(texts);
  const say = useWords();
  return [
    { key: 'file', title: t.file, text: (it) => it.fileName },
    { key: 'when', title: t.when, text: (it) => it.on },
    { key: 'by', title: t.by, text: (it) => it.by ?? '' },
    { key: 'content', title: t.content, text: (it) => `${t.people(it.people, it.recorded)}${t.rest(it.there, it.leftOut)}` },
    { key: 'state', title: t.state, text: ({ withdrawn }) => (withdrawn ? t.back(withdrawn.on, withdrawn.by ?? '') : t.stands) },
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

function Withdrawal({ batch, onDone }: { readonly batch: ImportBatch; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const withdrawing = useWrite(withdrawImportBatch);
  return (
    <div className="drawer-form">
      <p>{t.what(batch.fileName)}</p>
      <NonClassifiedNotice />
      <Input.TextArea aria-label={t.reason} placeholder={t.reason} autoFocus value={reason} maxLength={200} rows={3} className="grows" onChange={(event) => setReason(event.target.value)} />
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      <Button type="primary" disabled={reason.trim() === ''} loading={withdrawing.isPending} onClick={() => withdrawing.mutate({ batch: batch.batch, reason }, { onSuccess: onDone })}>{t.withdraw}</Button>
    </div>
  );
}
