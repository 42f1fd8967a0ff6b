import { Button } from 'antd';
import { useState } from 'react';
import { confirmSession, reportNotHeld, withdrawSession } from '#domain/activities/contract.ts';
import { restoreSession } from '#domain/activities/restoring-contract.ts';
import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { paths } from '#web/paths.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { ReasonDrawer } from './ReasonDrawer.tsx';
import './session-page.css';

const texts = defineTexts({
  zh: {
    confirm: '审核通过', amend: '修改', record: '记录', withdraw: '撤回', notHeld: '说明未开展', signIn: '打印签到表', minutes: '打印会议记录',
    withdrawTitle: '撤回这次活动', withdrawWhat: '撤回后不再计入出勤和积分，记录和撤回理由保留可查，随时可在本页恢复。', withdrawReason: '撤回理由', withdrawn: '已撤回这次活动。',
    notHeldTitle: '说明未开展', notHeldWhat: '因安保任务、停学等未能开展的，如实说明，不作缺项处理。', notHeldReason: '未开展的原因', send: '提交',
  },
  en: {
    confirm: 'Confirm', amend: 'Amend', record: 'Record', withdraw: 'Withdraw', notHeld: 'Not held', signIn: 'Print sign-in sheet', minutes: 'Print minutes',
    withdrawTitle: 'Withdraw this session', withdrawWhat: 'It no longer counts for attendance and points; the record and the reason stay readable, and it can be restored here at any time.', withdrawReason: 'Reason', withdrawn: 'The session is withdrawn.',
    notHeldTitle: 'Report that it was not held', notHeldWhat: 'A mission or a stop of study is a reason; said openly it is no gap.', notHeldReason: 'Why it was not held', send: 'Submit',
  },
});

/** What may be done to the session now. A button that cannot be used says why. */
export function SessionActions({ record }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const say = useWords();
  const [asking, setAsking] = useState<'withdraw' | 'notHeld' | null>(null);
  const confirming = useWrite(confirmSession);
  const withdrawing = useWrite(withdrawSession);
  const reporting = useWrite(reportNotHeld);
  const offerUndo = useUndo();
  const { may, session, version, organisation } = record;
  const read = { session, version };
  const held = record.counts !== null;
  const arranged = record.status === 'arranged' || record.status === 'toRecord' || record.status === 'stopped';
  const form = { to: paths.record(organisation.id), search: { session } };
  return (
    <>
      {arranged && may.record.allowed ? <PathLink to={paths.signInSheet(session)} className="link-button">{t.signIn}</PathLink> : null}
      {held ? <PathLink to={paths.minutes(session)} className="link-button">{t.minutes}</PathLink> : null}
      {may.withdraw.allowed ? <Button onClick={() => setAsking('withdraw')}>{t.withdraw}</Button> : null}
      {arranged && may.record.allowed ? <Button onClick={() => setAsking('notHeld')}>{t.notHeld}</Button> : null}
      {may.amend.allowed ? <PathLink {...form} className="link-button">{t.amend}</PathLink> : null}
      {!held && may.record.allowed ? <PathLink {...form} className="link-button main">{t.record}</PathLink> : null}
      {record.status === 'toConfirm' ? (
        <Button type="primary" disabled={!may.confirm.allowed} {...(may.confirm.why ? { title: say(may.confirm.why) } : {})} loading={confirming.isPending} onClick={() => confirming.mutate(read)}>{t.confirm}</Button>
      ) : null}
      {confirming.error ? <ErrorNote refusal={confirming.error.refusal} /> : null}
      <ReasonDrawer
        open={asking === 'withdraw'} onClose={() => setAsking(null)} title={t.withdrawTitle} what={t.withdrawWhat} label={t.withdrawReason} button={t.withdraw}
        busy={withdrawing.isPending} refusal={withdrawing.error?.refusal ?? null}
        onSend={(reason) => withdrawing.mutate({ ...read, reason }, { onSuccess: () => {
          setAsking(null);
          offerUndo(t.withdrawn, (key) => call(restoreSession, { session, version: version + 1 }, { key }));
        } })}
      />
      <ReasonDrawer
        open={asking === 'notHeld'} onClose={() => setAsking(null)} title={t.notHeldTitle} what={t.notHeldWhat} label={t.notHeldReason} button={t.send}
        busy={reporting.isPending} refusal={reporting.error?.refusal ?? null}
        onSend={(reason) => reporting.mutate({ ...read, reason }, { onSuccess: () => setAsking(null) })}
      />
    </>
  );
}
