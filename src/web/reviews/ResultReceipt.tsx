import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type BranchReviewOfOne, signReviewResult } from '#domain/reviews/branch-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';

const texts = defineTexts({
  zh: {
    title: '考核结果签收', waits: '考核结果已通报，请书记或副书记签收。签收表示收到，不影响提出异议。', remark: '签收意见', hint: '如：已在支部委员会传达，按反馈意见整改。', sign: '签收考核结果', done: '已签收，机关党委可见。',
    signed: (day: string, by: string) => `${day} 由${by}签收`,
  },
  en: {
    title: 'Receipt of the result', waits: 'The result is circulated; the secretary or deputy signs for it. To sign is to have received it, and leaves the right to object.', remark: 'Remark', hint: 'Such as: read to the committee; what was found will be put right.', sign: 'Sign for the result', done: 'Signed for; the office can see it.',
    signed: (day, by) => `signed for by ${by} on ${day}`,
  },
});

/** 签收: who has received the result for the branch, and when; until then the button for those who may. */
export function ResultReceipt({ of }: { readonly of: BranchReviewOfOne }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const signing = useWrite(signReviewResult);
  const [done, setDone] = useState(false);
  const { head, line } = of;
  if (head?.stage !== 'circulated' || !line) return null;
  const { receipt } = line;
  return (
    <section className="review-section" aria-label={t.title}>
      <h2>{t.title} <StatusTag status={receipt === null ? 'sent' : 'signed'} /></h2>
      {done ? <SuccessNote>{t.done}</SuccessNote> : null}
      {receipt === null ? <p className="review-hint">{t.waits}</p> : <p>{t.signed(dayText(receipt.on, language), receipt.by)} {receipt.remark}</p>}
      {of.may.sign ? (
        <Form<{ remark?: string }> layout="vertical" onFinish={({ remark = '' }) => signing.mutate({ organisation: of.organisation.id, review: head.review, remark }, { onSuccess: () => setDone(true) })}>
          <NonClassifiedNotice />
          <Form.Item name="remark" label={t.remark} extra={t.hint}><Input.TextArea rows={2} maxLength={300} /></Form.Item>
          {signing.error ? <Form.Item><ErrorNote refusal={signing.error.refusal} /></Form.Item> : null}
          <Button type="primary" htmlType="submit" loading={signing.isPending}>{t.sign}</Button>
        </Form>
      ) : null}
    </section>
  );
}
