import { Button, Input } from 'antd';
import { useState } from 'react';
import { confirmRegisterEntry, type EntryPage, withdrawRegisterEntry } from '#domain/registers/contract.ts';
import { restoreRegisterEntry } from '#domain/registers/restoring-contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { EntryForm } from './EntryForm.tsx';

const texts = defineTexts({
  zh: { confirm: '审核通过', amend: '修改', withdraw: '撤回', restore: '恢复', title: '撤回这条登记', what: '撤回后不再计入，登记和撤回理由保留可查，随时可以恢复。', reason: '撤回理由', withdrawn: '已撤回这条登记。' },
  en: { confirm: 'Confirm', amend: 'Amend', withdraw: 'Withdraw', restore: 'Restore', title: 'Withdraw this entry', what: 'It no longer counts; the entry and the reason stay readable, and it can be restored at any time.', reason: 'Reason', withdrawn: 'The entry is withdrawn.' },
});

/** What may be done to an entry now. A button that cannot be used says why. */
export function EntryActions({ page }: { readonly page: EntryPage }) {
  const t = useTexts(texts);
  const say = useWords();
  const [task, setTask] = useState<'amend' | 'withdraw' | null>(null);
  const confirming = useWrite(confirmRegisterEntry);
  const { may, row, register, withdrawn } = page;
  const read = { entry: row.entry, version: row.version };
  if (withdrawn) return may.restore.allowed ? <Restoring page={page} /> : null;
  return (
    <>
      {may.withdraw.allowed ? <Button onClick={() => setTask('withdraw')}>{t.withdraw}</Button> : null}
      {may.amend.allowed ? <Button onClick={() => setTask('amend')}>{t.amend}</Button> : null}
      {row.waiting ? (
        <Button type="primary" disabled={!may.confirm.allowed} {...(may.confirm.why ? { title: say(may.confirm.why) } : {})} loading={confirming.isPending} onClick={() => confirming.mutate(read)}>{t.confirm}</Button>
      ) : null}
      {confirming.error ? <ErrorNote refusal={confirming.error.refusal} /> : null}
      <SideForm title={say(register.label)} open={task === 'amend'} onClose={() => setTask(null)}>
        <EntryForm register={register.id} organisation={row.organisation.id} row={row} onDone={() => setTask(null)} />
      </SideForm>
      <SideForm title={t.title} open={task === 'withdraw'} onClose={() => setTask(null)}>
        <Withdrawal page={page} onDone={() => setTask(null)} />
      </SideForm>
    </>
  );
}

function Restoring({ page: { row: { entry, version } } }: { readonly page: EntryPage }) {
  const t = useTexts(texts);
  const restoring = useWrite(restoreRegisterEntry);
  return (
    <>
      {restoring.error ? <ErrorNote refusal={restoring.error.refusal} /> : null}
      <Button loading={restoring.isPending} onClick={() => restoring.mutate({ entry, version })}>{t.restore}</Button>
    </>
  );
}

function Withdrawal({ page: { row }, onDone }: { readonly page: EntryPage; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const withdrawing = useWrite(withdrawRegisterEntry);
  const offerUndo = useUndo();
  const { entry, version } = row;
  const send = () => withdrawing.mutate({ entry, version, reason }, { onSuccess: () => {
    onDone();
    offerUndo(t.withdrawn, (key) => call(restoreRegisterEntry, { entry, version: version + 1 }, { key }));
  } });
  return (
    <div className="drawer-form">
      <p>{t.what}</p>
      <NonClassifiedNotice />
      <Input.TextArea aria-label={t.reason} placeholder={t.reason} autoFocus value={reason} maxLength={200} rows={3} className="grows" onChange={(event) => setReason(event.target.value)} />
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      <Button type="primary" disabled={reason.trim() === ''} loading={withdrawing.isPending} onClick={send}>{t.withdraw}</Button>
    </div>
  );
}
