import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { confirmResult, listOwnResults, type MemberResultView, objectToResult } from '#domain/evaluations/result-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { evaluationTexts, tagOfResult } from './evaluation-texts.ts';
import { ResultFigures } from './ResultFigures.tsx';
import { fetchResult } from './year-grounds.ts';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({
  zh: {
    title: '我的年度评价', year: (year: number) => `${year}年党员年度综合评价`, none: '还没有年度评价结果', noneNext: '机关党委审定本支部的年度综合评价后，您在这里看到本人的等次、分数和依据。', confirm: '确认阅知', object: '提出异议', print: '打印评价表',
    until: (day: string) => `请在 ${day} 前确认阅知或提出异议，期满未提出异议的视为确认。`, open: '请确认阅知；有异议的，可以提出。', confirmed: '已确认阅知。', objected: '异议已提交，由机关党委答复。', answered: '机关党委已答复您的异议，请确认阅知。', answerBy: (day: string) => `机关党委将在 ${day} 前答复。`, send: '提交', why: '哪里不对，事实是什么', needed: '请填写',
    approved: (branch: string, day: string, document: string) => `${branch} · 机关党委 ${day} 审定 · ${document}`, talk: (day: string) => `${day} 谈话并听取说明`, course: '办理过程', regraded: (from: string, to: string, day: string, minutes: string) => `异议成立：${day} 经机关党委会议（${minutes}）由“${from}”改评为“${to}”。`, only: '只有您本人、支部委员和机关党委办理人员能看到。',
  },
  en: {
    title: 'My evaluations', year: (year) => `Evaluation of ${year}`, none: 'No result yet', noneNext: 'Once the organs committee has approved the evaluation of your branch, you find your grade, value and grounds here.', confirm: 'Confirm', object: 'Object', print: 'Print the sheet',
    until: (day) => `Confirm or object by ${day}; silence until then confirms.`, open: 'Confirm that you have read it, or object.', confirmed: 'Confirmed.', objected: 'Your objection was sent; the organs committee answers.', answered: 'The organs committee has answered your objection. Confirm that you have read it.', answerBy: (day) => `The organs committee answers by ${day}.`, send: 'Send', why: 'What is wrong, and what are the facts', needed: 'Fill this in',
    approved: (branch, day, document) => `${branch} · approved by the organs committee on ${day} · ${document}`, talk: (day) => `talked to and heard on ${day}`, course: 'Course', regraded: (from, to, day, minutes) => `Objection upheld: on ${day} the organs committee (${minutes}) changed “${from}” to “${to}”.`, only: 'Seen by you, your branch committee and the office only.',
  },
});

/** What a member was told of his years; of others he sees nothing here. */
export function MyResultsPage() {
  const t = useTexts(texts);
  const read = useCall(listOwnResults, {});
  const [done, setDone] = useState<string | null>(null);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  return (
    <div className="evaluation-page">
      <PageHeader title={t.title} />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {read.data.items.length === 0 ? <EmptyState title={t.none} next={t.noneNext} /> : <p className="evaluation-hint">{t.only}</p>}
      {read.data.items.map((it) => <OneYear key={it.result} of={it} onDone={setDone} />)}
    </div>
  );
}

function OneYear({ of, onDone }: { readonly of: MemberResultView; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { language } = useLanguage();
  const [objecting, setObjecting] = useState(false);
  const confirming = useWrite(confirmResult);
  const about = { result: of.result, version: of.version };
  return (
    <section className="result-year" aria-label={t.year(of.year)}>
      <h2>{t.year(of.year)} <StatusTag status={tagOfResult[of.standing]} {...(of.verdict === null ? {} : { note: words[of.verdict] })} /></h2>
      <p className="result-grade"><Figure value={say(of.grade)} grounds={fetchResult(of.result)} /> <Figure value={of.value} grounds={fetchResult(of.result)} /></p>
      {of.regraded === null ? null : <p>{t.regraded(say(of.regraded.from), say(of.grade), dayText(of.regraded.on, language), of.regraded.minutes)}</p>}
      {of.approvedOn === null ? null : <p className="evaluation-hint">{t.approved(of.organisation.name, dayText(of.approvedOn, language), of.document)}</p>}
      {of.reason === '' ? null : <p>{words.reason}{marks.colon}{of.reason}{of.talkedOn === null ? '' : marks.aside(t.talk(dayText(of.talkedOn, language)))}</p>}
      <ResultFigures of={of} />
      {of.answerBy === null ? null : <p className="evaluation-hint">{t.answerBy(dayText(of.answerBy, language))}</p>}
      {of.may.confirm ? <p className="evaluation-until" role="status">{of.standing === 'answered' ? t.answered : of.deadline === null ? t.open : t.until(dayText(of.deadline, language))}</p> : null}
      <div className="result-acts">
        {of.may.confirm ? <Button type="primary" loading={confirming.isPending} onClick={() => confirming.mutate(about, { onSuccess: () => onDone(t.confirmed) })}>{t.confirm}</Button> : null}
        {of.may.object ? <Button onClick={() => setObjecting(true)}>{t.object}</Button> : null}
        <PathLink to={paths.yearSheet(of.result)} className="link-button">{t.print}</PathLink>
      </div>
      {confirming.error ? <ErrorNote refusal={confirming.error.refusal} /> : null}
      <Course of={of} />
      <SideForm title={t.object} open={objecting} onClose={() => setObjecting(false)}><ObjectForm of={of} onDone={() => { setObjecting(false); onDone(t.objected); }} /></SideForm>
    </section>
  );
}

function Course({ of }: { readonly of: MemberResultView }) {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { language } = useLanguage();
  if (of.history.length < 2) return null;
  return (
    <ol className="evaluation-history" aria-label={t.course}>
      {of.history.map((it, at) => <li key={at}><StatusTag status={tagOfResult[it.standing]} /> {say(it.grade)} <span className="evaluation-hint">{dayText(it.on, language)} {it.by ?? words.system}</span> {it.words}</li>)}
    </ol>
  );
}

function ObjectForm({ of, onDone }: { readonly of: MemberResultView; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const objecting = useWrite(objectToResult);
  const send = ({ words }: { words: string }) => objecting.mutate({ result: of.result, version: of.version, words }, { onSuccess: onDone });
  return (
    <KeptForm<{ words: string }> of={`result ${of.result} ${of.version}`} tabOnly layout="vertical" onFinish={send}>
      <NonClassifiedNotice />
      <Form.Item name="words" label={t.why} rules={[{ required: true, min: 2, message: t.needed }]}><Input.TextArea rows={5} maxLength={500} /></Form.Item>
      {objecting.error ? <Form.Item><ErrorNote refusal={objecting.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={objecting.isPending}>{t.send}</Button>
    </KeptForm>
  );
}
