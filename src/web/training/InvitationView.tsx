import { Button, Input } from 'antd';
import { useState } from 'react';
import { answerInvitation, type InvitationRow, listInvitations, withdrawInvitation } from '#domain/training/contract.ts';
import { paths } from '#web/paths.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { invitationStatus, trainingTexts } from './training-texts.ts';

const texts = defineTexts({
  zh: {
    accept: '应邀', decline: '婉拒', withdraw: '撤回邀请', accepted: (day: string) => `已应邀，约定 ${day} 授课；支部可在工作台看到。`, declined: '已婉拒，支部可看到理由。', withdrawn: '邀请已撤回。',
    day: '授课日期', reason: '理由（婉拒时必填）', why: '撤回理由', record: '记录这次授课', session: '活动记录', gone: '没有找到这个邀请。',
  },
  en: {
    accept: 'Accept', decline: 'Decline', withdraw: 'Take it back', accepted: (day) => `Accepted for ${day}; the branch sees it on its desk.`, declined: 'Declined; the branch can read why.', withdrawn: 'The invitation is taken back.',
    day: 'Day of the lecture', reason: 'Reason, needed to decline', why: 'Why it is taken back', record: 'Record this lecture', session: 'Record', gone: 'There is no such invitation.',
  },
});

interface Properties {
  readonly invitation: string;
  readonly year: number | undefined;
  readonly onDone: (said: string) => void;
}

/** One invitation: who asked whom for what, what was said to it, and what may be said now. */
export function InvitationView({ invitation, year, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const list = useCall(listInvitations, year === undefined ? {} : { year });
  if (list.error) return <ErrorNote refusal={list.error.refusal} />;
  if (!list.data) return <LinesSkeleton count={4} />;
  const row = list.data.items.find((it) => it.invitation === invitation);
  if (row === undefined) return <p>{t.gone}</p>;
  return (
    <div className="drawer-form">
      <dl className="training-facts">
        <div><dt>{words.standing}</dt><dd><StatusTag status={invitationStatus[row.stage]} /></dd></div>
        <div><dt>{words.topic}</dt><dd>{row.topic}</dd></div>
        <div><dt>{words.branch}</dt><dd>{row.organisation.name}</dd></div>
        <div><dt>{words.lecturer}</dt><dd>{row.lecturer.name} {row.subject}</dd></div>
        <div><dt>{words.wished}</dt><dd>{row.wished}</dd></div>
        <div><dt>{words.asked}</dt><dd>{row.askedBy ?? words.system} {words.on(row.askedOn)}</dd></div>
        {row.agreed === null ? null : <div><dt>{words.agreed}</dt><dd>{row.agreed}</dd></div>}
        {row.answeredOn === null ? null : <div><dt>{words.answered}</dt><dd>{row.answeredBy ?? words.system} {words.on(row.answeredOn)}</dd></div>}
        {row.reason === '' ? null : <div><dt>{words.reason}</dt><dd>{row.reason}</dd></div>}
        {row.session === null ? null : <div><dt>{t.session}</dt><dd><PathLink to={paths.session(row.session.id)}>{row.session.day}</PathLink></dd></div>}
      </dl>
      {row.may.record ? <PathLink to={paths.record(row.organisation.id)} search={{ invitation }} className="link-button">{t.record}</PathLink> : null}
      {row.may.answer ? <Answer row={row} onDone={onDone} /> : null}
      {row.may.withdraw ? <Withdrawal row={row} onDone={onDone} /> : null}
    </div>
  );
}

interface ActProperties {
  readonly row: InvitationRow;
  readonly onDone: (said: string) => void;
}

function Answer({ row, onDone }: ActProperties) {
  const t = useTexts(texts);
  const [day, setDay] = useState<string | null>(row.wished);
  const [reason, setReason] = useState('');
  const answering = useWrite(answerInvitation);
  const send = (verdict: 'accepted' | 'declined') => answering.mutate({ invitation: row.invitation, verdict, day: verdict === 'accepted' ? day : null, reason }, { onSuccess: () => onDone(verdict === 'accepted' ? t.accepted(day ?? '') : t.declined) });
  return (
    <section className="drawer-form">
      <div className="training-answer"><span>{t.day}</span><DayField label={t.day} value={day} onChange={setDay} /><Button type="primary" loading={answering.isPending} onClick={() => send('accepted')}>{t.accept}</Button></div>
      <NonClassifiedNotice />
      <Input.TextArea aria-label={t.reason} placeholder={t.reason} value={reason} maxLength={200} rows={2} className="grows" onChange={(event) => setReason(event.target.value)} />
      {answering.error ? <ErrorNote refusal={answering.error.refusal} /> : null}
      <div><Button disabled={reason.trim() === ''} {...(reason.trim() === '' ? { title: t.reason } : {})} loading={answering.isPending} onClick={() => send('declined')}>{t.decline}</Button></div>
    </section>
  );
}

function Withdrawal({ row, onDone }: ActProperties) {
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const withdrawing = useWrite(withdrawInvitation);
  return (
    <section className="drawer-form">
      <Input.TextArea aria-label={t.why} placeholder={t.why} value={reason} maxLength={200} rows={2} className="grows" onChange={(event) => setReason(event.target.value)} />
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      <div><Button disabled={reason.trim() === ''} {...(reason.trim() === '' ? { title: t.why } : {})} loading={withdrawing.isPending} onClick={() => withdrawing.mutate({ invitation: row.invitation, reason }, { onSuccess: () => onDone(t.withdrawn) })}>{t.withdraw}</Button></div>
    </section>
  );
}
