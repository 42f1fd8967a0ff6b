import { Button, Input } from 'antd';
import { useState } from 'react';
import { confirmSheet, sendFeedback, type SheetPage, signFeedback } from '#domain/spot-checks/sheet-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { sheetTexts } from './sheet-texts.ts';
import { TeamForm } from './TeamForm.tsx';

const texts = defineTexts({
  zh: {
    confirm: '确认核定分', confirmed: (count: number) => (count === 0 ? '已确认，核定分即日起计入支部得分。' : `已确认，核定分即日起计入支部得分；${count} 个问题已挂账。`), send: '反馈支部', sent: '已反馈，等待支部签收。',
    sign: '签收反馈意见', signed: '已签收。发现的问题请在问题清单中办理。', team: '调整检查组', changed: '检查组已调整。',
  },
  en: {
    confirm: 'Confirm the marks', confirmed: (count) => (count === 0 ? 'Confirmed; the marks count from today.' : `Confirmed; the marks count from today, and ${count} problems were opened.`), send: 'Send to the branch', sent: 'Sent; it waits for the signature of the branch.',
    sign: 'Sign for the feedback', signed: 'Signed for. What is to be put right stands under problems.', team: 'Change the team', changed: 'The team was changed.',
  },
});

interface Properties {
  readonly page: SheetPage;
  readonly onDone: (said: string) => void;
}

/** What the reader may do with a sheet now: confirm, send, sign, or change the team. */
export function SheetActs({ page, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  const [remark, setRemark] = useState('');
  const [changing, setChanging] = useState(false);
  const confirming = useWrite(confirmSheet);
  const sending = useWrite(sendFeedback);
  const signing = useWrite(signFeedback);
  const error = confirming.error ?? sending.error ?? signing.error;
  const { may, sheet, version } = page;
  const read = { sheet, version };
  if (!may.confirm && !may.send && !may.sign && !may.team) return null;
  return (
    <div className="check-act check-acts">
      {may.confirm ? <Button type="primary" loading={confirming.isPending} onClick={() => confirming.mutate(read, { onSuccess: ({ problems }) => onDone(t.confirmed(problems)) })}>{t.confirm}</Button> : null}
      {may.send ? <Button type="primary" loading={sending.isPending} onClick={() => sending.mutate(read, { onSuccess: () => onDone(t.sent) })}>{t.send}</Button> : null}
      {may.sign ? (
        <>
          <NonClassifiedNotice />
          <Input.TextArea aria-label={words.remark} placeholder={words.remark} value={remark} maxLength={300} rows={2} className="grows" onChange={(event) => setRemark(event.target.value)} />
          <Button type="primary" loading={signing.isPending} onClick={() => signing.mutate({ ...read, remark }, { onSuccess: () => onDone(t.signed) })}>{t.sign}</Button>
        </>
      ) : null}
      {may.team ? <Button onClick={() => setChanging(true)}>{t.team}</Button> : null}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
      <SideForm title={t.team} open={changing} onClose={() => setChanging(false)}>
        <TeamForm draw={page.draw} organisation={page.organisation.id} before={page} onDone={() => { setChanging(false); onDone(t.changed); }} />
      </SideForm>
    </div>
  );
}
