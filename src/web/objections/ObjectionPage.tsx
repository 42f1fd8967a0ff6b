import { Button } from 'antd';
import { useState } from 'react';
import { matterWords } from '#domain/objections/fact-words.ts';
import { type ObjectionView, readObjection } from '#domain/objections/contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { Clock } from './Clock.tsx';
import { Course } from './Course.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { MoveForm } from './MoveForm.tsx';
import { objectionTexts, tagOfStanding } from './objection-texts.ts';
import '#web/ui/room.css';
import './objections.css';

const texts = defineTexts({
  zh: {
    reply: '答复', decide: '作出复核决定', requestReview: '申请复核', withdraw: '撤回异议', print: { answer: '打印答复书', decision: '打印决定书' }, now: '现有记录', open: '查看记录', corrected: '更正', notYou: '您不能办理此件：',
    done: { reply: '已答复，本人可见。', decide: '已作出复核决定；更正已写入原记录，分数随之变化。', requestReview: '已申请复核。', withdraw: '异议已撤回。' }, points: '查看积分', score: '查看得分', selection: '查看评选', raiser: '提出人', listed: '公示人选', struck: '已取消人选', settled: '已办理，提出人可见。',
  },
  en: {
    reply: 'Answer', decide: 'Decide', requestReview: 'Ask for review', withdraw: 'Withdraw', print: { answer: 'Print the answer', decision: 'Print the decision' }, now: 'The entry says', open: 'Open the entry', corrected: 'Put right', notYou: 'You cannot deal with this one:',
    done: { reply: 'Answered; whoever objected reads it.', decide: 'Decided. What was put right stands in the entry, and the number follows it.', requestReview: 'The review is asked for.', withdraw: 'The objection is withdrawn.' }, points: 'Open the points', score: 'Open the score', selection: 'Open the selection', raiser: 'Raised by', listed: 'On the notice', struck: 'taken off', settled: 'Done; whoever objected reads it.',
  },
});

type Act = 'reply' | 'decide' | 'requestReview' | 'withdraw';

/** One objection: what it is about, its clock, its course, and what the reader may do about it. */
export function ObjectionPage() {
  const t = useTexts(texts);
  const say = useWords();
  const objection = useField('objection');
  const read = useCall(readObjection, { objection });
  const [act, setAct] = useState<Act | null>(null);
  const [done, setDone] = useState<Act | null>(null);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  const finish = (): void => { setDone(act); setAct(null); };
  return (
    <div className="objection-page">
      <PageHeader title={say(data.label)} beside={<StatusTag status={tagOfStanding[data.standing]} />} actions={<Actions of={data} onAct={(chosen) => { setDone(null); setAct(chosen); }} />} />
      {done === null ? null : <SuccessNote>{data.listing === null ? t.done[done] : t.settled} <Number of={data} /></SuccessNote>}
      {data.notYou === null ? null : <p className="objection-hint">{t.notYou}{say(data.notYou)}</p>}
      <Facts of={data} />
      <Course of={data} />
      <SideForm title={act === null ? '' : t[act]} open={act !== null} onClose={() => setAct(null)} wide={act === 'reply' || act === 'decide'}>
        {act === 'reply' || act === 'decide' ? <DecisionForm of={data} act={act} onDone={finish} /> : null}
        {act === 'requestReview' || act === 'withdraw' ? <MoveForm of={data} act={act} onDone={finish} /> : null}
      </SideForm>
    </div>
  );
}

function Actions({ of, onAct }: { readonly of: ObjectionView; readonly onAct: (act: Act) => void }) {
  const t = useTexts(texts);
  const { may } = of;
  return (
    <>
      {of.verdict === null ? null : <PathLink to={paths.objectionSheet(of.objection)} className="link-button">{of.standing === 'decided' ? t.print.decision : t.print.answer}</PathLink>}
      {may.withdraw ? <Button onClick={() => onAct('withdraw')}>{t.withdraw}</Button> : null}
      {may.requestReview ? <Button type="primary" onClick={() => onAct('requestReview')}>{t.requestReview}</Button> : null}
      {may.reply ? <Button type="primary" onClick={() => onAct('reply')}>{t.reply}</Button> : null}
      {may.decide ? <Button type="primary" onClick={() => onAct('decide')}>{t.decide}</Button> : null}
    </>
  );
}

/** Where the number is read of which it is about. */
function Number({ of: { subject, listing } }: { readonly of: ObjectionView }) {
  const t = useTexts(texts);
  if (listing !== null) return <PathLink to={paths.selections()} search={{ year: String(listing.year) }}>{t.selection}</PathLink>;
  return subject.kind === 'person' ? <PathLink to={paths.points(subject.id)}>{t.points}</PathLink> : <PathLink to={paths.branchScore()} search={{ branch: subject.id }}>{t.score}</PathLink>;
}

function Facts({ of }: { readonly of: ObjectionView }) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const say = useWords();
  const { disputed } = of;
  const place = disputed === null ? null : disputed.kind === 'session' ? paths.session(disputed.fact) : disputed.kind === 'record' ? paths.registerEntry(disputed.fact) : disputed.kind === 'draw' ? paths.draw(disputed.fact) : null;
  return (
    <dl className="room-facts">
      <div><dt>{of.listing === null ? words.whose : t.raiser}</dt><dd>{of.subject.name}</dd></div>
      {of.listing === null ? null : <div><dt>{t.listed}</dt><dd>{of.listing.name} {of.listing.struck ? <b>{t.struck}</b> : null} <Number of={of} /></dd></div>}
      <div><dt>{words.matter}</dt><dd>{say(matterWords[of.matter])}</dd></div>
      <div><dt>{words.body}</dt><dd>{of.body === 'office' ? words.office : of.organisation.name}</dd></div>
      {of.deadline === null ? null : <div><dt>{words.until}</dt><dd><Clock of={of} /></dd></div>}
      {of.detail === null && place === null ? null : <div><dt>{t.now}</dt><dd>{of.detail === null ? null : say(of.detail)} {place === null ? null : <PathLink to={place}>{t.open}</PathLink>}</dd></div>}
      {of.verdict === null || of.standing === 'appealed' ? null : <div><dt>{words.verdict}</dt><dd><b>{words.verdicts[of.verdict]}</b></dd></div>}
      {of.correction === null ? null : <div><dt>{t.corrected}</dt><dd>{say(of.correction.words)}</dd></div>}
    </dl>
  );
}
