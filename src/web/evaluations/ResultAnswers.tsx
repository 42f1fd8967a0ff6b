import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { MemberReviewView } from '#domain/evaluations/contract.ts';
import { answerResult, listResultsOfReview, type MemberResultView } from '#domain/evaluations/result-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { tagOfResult } from './evaluation-texts.ts';
import { type Regrade, RegradeFields } from './RegradeFields.tsx';
import { fetchResult } from './year-grounds.ts';

const texts = defineTexts({
  zh: {
    title: '待答复的异议', answer: '答复异议', verdict: '结论', regrade: '成立：由机关党委会议改评该党员的等次', back: '成立：退回支部，由支部委员会重新评定', rejected: '不成立：维持审定结果', why: '答复', needed: '请填写', send: '答复', until: (day: string) => `答复至 ${day}`,
    hint: '答复本人可见，作为改评或维持的理由。分数由工作记录得出，不在此处改动；记录有误的，先更正记录，再退回支部重新核算。', grade: '现评等次',
  },
  en: {
    title: 'Objections that wait', answer: 'Answer', verdict: 'Decision', regrade: 'Upheld: a meeting of the organs committee changes the grade', back: 'Upheld: back to the branch, whose committee decides anew', rejected: 'Rejected: the result stands', why: 'Answer', needed: 'Fill this in', send: 'Answer', until: (day) => `answer by ${day}`,
    hint: 'The member reads this; it is the reason of the change, or of leaving it. No value is changed here: where the record is wrong, correct it and send the evaluation back to be scored.', grade: 'Grade now',
  },
});

/** Objections of members to what they were told; the office, which approved it, answers. */
export function ResultAnswers({ of, onDone }: { readonly of: MemberReviewView & { readonly review: string }; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { data } = useCall(listResultsOfReview, { review: of.review });
  const [open, setOpen] = useState<MemberResultView | null>(null);
  const waiting = data?.items.filter(({ standing }) => standing === 'objected') ?? [];
  return (
    <section className="evaluation-objections" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul>{waiting.map((it) => (
        <li key={it.result}>
          <b>{it.person.name}</b> <StatusTag status={tagOfResult[it.standing]} /> {it.answerBy === null ? null : <span className="evaluation-hint">{t.until(dayText(it.answerBy, language))}</span>} <span>{it.history.at(-1)?.words}</span>
          {it.may.answer ? <Button size="small" onClick={() => setOpen(it)}>{t.answer}</Button> : null}
        </li>
      ))}</ul>
      <SideForm title={t.answer} open={open !== null} onClose={() => setOpen(null)}>{open ? <AnswerForm of={open} review={of} onDone={() => { setOpen(null); onDone(); }} /> : null}</SideForm>
    </section>
  );
}

interface Fields extends Partial<Regrade> {
  readonly verdict: 'regrade' | 'back' | 'rejected';
  readonly words: string;
}

function AnswerForm({ of, review, onDone }: { readonly of: MemberResultView; readonly review: MemberReviewView; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const say = useWords();
  const answering = useWrite(answerResult);
  const [chosen, choose] = useState<Fields['verdict'] | null>(null);
  const send = ({ verdict, words, grade = '', day = '', minutes = '', talkedOn = null }: Fields) => answering.mutate({
    result: of.result, version: of.version, words, verdict: verdict === 'rejected' ? 'rejected' : 'upheld', regrade: verdict === 'regrade' ? { grade, day, minutes, talkedOn } : null,
  }, { onSuccess: onDone });
  return (
    <KeptForm<Fields> of={`answer ${of.result} ${of.version}`} tabOnly layout="vertical" onFinish={send}>
      <p><b>{of.person.name}</b> · {t.grade}{marks.colon}<Figure value={say(of.grade)} grounds={fetchResult(of.result)} /></p>
      <p className="evaluation-hint">{of.history.at(-1)?.words}</p>
      <Form.Item name="verdict" label={t.verdict} rules={[{ required: true, message: t.needed }]}>
        <Radio.Group className="evaluation-radios" onChange={({ target }) => choose(target.value as Fields['verdict'])}>
          {of.may.regrade ? <Radio value="regrade">{t.regrade}</Radio> : null}<Radio value="back">{t.back}</Radio><Radio value="rejected">{t.rejected}</Radio>
        </Radio.Group>
      </Form.Item>
      {chosen === 'regrade' ? <RegradeFields of={of} grades={review.grades} taking={review.taking} members={review.members} /> : null}
      <NonClassifiedNotice />
      <Form.Item name="words" label={t.why} extra={t.hint} rules={[{ required: true, min: 2, message: t.needed }]}><Input.TextArea rows={4} maxLength={500} /></Form.Item>
      {answering.error ? <Form.Item><ErrorNote refusal={answering.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={answering.isPending}>{t.send}</Button>
    </KeptForm>
  );
}
