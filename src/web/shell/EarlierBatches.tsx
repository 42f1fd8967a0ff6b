import { Button, Input } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { Contract } from '#domain/contracts/contract.ts';
import type { Words } from '#domain/words/words.ts';
import { ColumnCard } from '#web/ui/ColumnCard.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { useWrite } from './calling.ts';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { useTableView } from './table-view.ts';

const texts = defineTexts({
  zh: {
    file: '文件', when: '导入日期', by: '导入人', state: '状态', act: '办理', none: '还没有导入过', withdraw: '整批撤回', reason: '撤回理由',
    back: (on: string, by: string) => `${on} 已撤回${by === '' ? '' : `（${by}）`}`,
  },
  en: {
    file: 'File', when: 'Imported on', by: 'By', state: 'State', act: 'To do', none: 'Nothing has been imported yet', withdraw: 'Take it all back', reason: 'Reason',
    back: (on, by) => `Taken back on ${on}${by === '' ? '' : ` by ${by}`}`,
  },
});

interface Batch {
  readonly batch: string;
  readonly fileName: string;
  readonly by: string | null;
  readonly on: string;
  readonly withdrawn: { readonly by: string | null; readonly on: string } | null;
  readonly withdrawal: { readonly allowed: boolean; readonly why: Words | null };
}

interface Properties<B extends Batch> {
  /** Names the table on the device and its exported file. */
  readonly name: string;
  readonly title: string;
  readonly items: readonly B[];
  /** What came in. */
  readonly columns: readonly Column<B>[];
  /** What is said of one that was not taken back. */
  readonly stands: (batch: B) => string;
  readonly withdrawal: {
    readonly title: string;
    readonly contract: Contract<z.ZodType<unknown, { readonly batch: string; readonly reason: string }>, z.ZodType<{ readonly withdrawn: number }>>;
    /** What will become of what came in. */
    readonly what: (batch: B) => string;
    readonly done: (withdrawn: number) => string;
  };
}

/** What was imported before; a batch on which nothing builds can be taken back whole. */
export function EarlierBatches<B extends Batch>({ name, title, items, columns, stands, withdrawal }: Properties<B>) {
  const t = useTexts(texts);
  const [view, setView] = useTableView(20);
  const [asked, setAsked] = useState<B | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const act = useActColumn<B>((batch) => { setDone(null); setAsked(batch); });
  if (items.length === 0) return null;
  const state: Column<B> = { key: 'state', title: t.state, text: (it) => (it.withdrawn ? t.back(it.withdrawn.on, it.withdrawn.by ?? '') : stands(it)) };
  const all: readonly [Column<B>, ...Column<B>[]] = [
    { key: 'file', title: t.file, text: (it) => it.fileName }, { key: 'when', title: t.when, text: (it) => it.on }, { key: 'by', title: t.by, text: (it) => it.by ?? '' },
    ...columns, state, act,
  ];
  return (
    <section className="room-section">
      <h2>{title}</h2>
      {done === null ? null : <SuccessNote>{withdrawal.done(done)}</SuccessNote>}
      <DataTable
        name={name} title={title} rows={items} rowKey={(it) => it.batch} columns={all} view={view} onView={setView} empty={{ title: t.none }}
        card={(it) => <ColumnCard row={it} columns={all} />}
      />
      <SideForm title={withdrawal.title} open={asked !== null} onClose={() => setAsked(null)}>
        {asked ? <Withdrawal contract={withdrawal.contract} batch={asked.batch} what={withdrawal.what(asked)} onDone={(count) => { setAsked(null); setDone(count); }} /> : null}
      </SideForm>
    </section>
  );
}

function useActColumn<B extends Batch>(onWithdraw: (batch: B) => void): Column<B> {
  const t = useTexts(texts);
  const say = useWords();
  return {
    key: 'act', title: t.act, text: () => '', screenOnly: true,
    cell: (it) => {
      if (it.withdrawn) return null;
      if (!it.withdrawal.allowed) return <span className="batch-why">{it.withdrawal.why ? say(it.withdrawal.why) : ''}</span>;
      return <Button size="small" onClick={() => onWithdraw(it)}>{t.withdraw}</Button>;
    },
  };
}

interface WithdrawalProperties {
  readonly contract: Properties<Batch>['withdrawal']['contract'];
  readonly batch: string;
  readonly what: string;
  readonly onDone: (withdrawn: number) => void;
}

function Withdrawal({ contract, batch, what, onDone }: WithdrawalProperties) {
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const withdrawing = useWrite(contract);
  return (
    <div className="drawer-form">
      <p>{what}</p>
      <NonClassifiedNotice />
      <Input.TextArea aria-label={t.reason} placeholder={t.reason} autoFocus value={reason} maxLength={200} rows={3} className="grows" onChange={(event) => setReason(event.target.value)} />
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      <Button type="primary" disabled={reason.trim() === ''} loading={withdrawing.isPending} onClick={() => withdrawing.mutate({ batch, reason }, { onSuccess: ({ withdrawn }) => onDone(withdrawn) })}>{t.withdraw}</Button>
    </div>
  );
}
