import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { answerResult, listResultsOfReview, type MemberResultView } from '#domain/evaluations/result-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { evaluationTexts, tagOfResult } from './evaluation-texts.ts';

const texts = defineTexts({
  zh: { title: '待答复的异议', answer: '答复异议', verdict: '结论', upheld: '成立：退回支部重新评定', rejected: '不成立：维持审定结果', why: '答复', needed: '请填写', send: '答复', hint: '答复本人可见。等次和分数不在此处改动。' },
  en: { title: 'Objections that wait', answer: 'Answer', verdict: 'Decision', upheld: 'Upheld: back to the branch, which decides anew', rejected: 'Rejected: the result stands', why: 'Answer', needed: 'Fill this in', send: 'Answer', hint: 'The member reads this. No grade and no value is changed here.' },
});

/** Objections of members to what they were told; the office, which approved it, answers. */
export function ResultAnswers({ review }: { readonly review: string }) {
  const t = useTexts(texts);
  const { data } = useCall(listResultsOfReview, { review });
  const [open, setOpen] = useState<MemberResultView | null>(null);
  const waiting = data?.items.filter(({ standing }) => standing === 'objected') ?? [];
  return (
    <section className="evaluation-objections" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul>{waiting.map((it) => (
        <li key={it.result}>
          <b>{it.person.name}</b> <StatusTag status={tagOfResult[it.standing]} /> <span>{it.history.at(-1)?.words}</span>
          {it.may.answer ? <Button size="small" onClick={() => setOpen(it)}>{t.answer}</Button> : null}
        </li>
      ))}</ul>
      <SideForm title={t.answer} open={open !== null} onClose={() => setOpen(null)}>{open ? <AnswerForm of={open} onDone={() => setOpen(null)} /> : null}</SideForm>
    </section>
  );
}

function AnswerForm({ of, onDone }: { readonly of: MemberResultView; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const answering = useWrite(answerResult);
  const send = (fields: { verdict: 'upheld' | 'rejected'; words: string }) => answering.mutate({ result: of.result, version: of.version, ...fields }, { onSuccess: onDone });
  const needed = [{ required: true, message: t.needed }];
  return (
    <Form layout="vertical" onFinish={send}>
      <p>{of.person.name} · {words.approved}</p>
      <Form.Item name="verdict" label={t.verdict} rules={needed}><Radio.Group className="evaluation-radios"><Radio value="upheld">{t.upheld}</Radio><Radio value="rejected">{t.rejected}</Radio></Radio.Group></Form.Item>
      <NonClassifiedNotice />
      <Form.Item name="words" label={t.why} extra={t.hint} rules={[{ required: true, min: 2, message: t.needed }]}><Input.TextArea rows={4} maxLength={500} /></Form.Item>
      {answering.error ? <Form.Item><ErrorNote refusal={answering.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={answering.isPending}>{t.send}</Button>
    </Form>
  );
}
