import { Button, Form, Input } from 'antd';
import { approveMemberReview, type MemberReviewView, returnMemberReview, withdrawBallots } from '#domain/evaluations/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';

const texts = defineTexts({
  zh: { why: '退回理由', back: '退回', day: '审定日期', document: '审定文号', documentHint: '如：机关党委〔2027〕3号', approve: '审定', told: '审定后，每名党员即可查看本人的等次、分数和依据。', needed: '请填写', withdraw: '撤回', whyWithdrawn: '撤回理由', withdrawHint: '本次测评录入的票数全部撤回，留有记录；撤回后可重新录入。' },
  en: { why: 'Reason', back: 'Return', day: 'Day of the approval', document: 'Document', documentHint: 'Such as: Organs committee [2027] No. 3', approve: 'Approve', told: 'With the approval every member can read his own grade, value and grounds.', needed: 'Fill this in', withdraw: 'Take them back', whyWithdrawn: 'Reason', withdrawHint: 'All counts of this ballot are taken back, which stays on record; they can be entered anew.' },
});

interface Properties {
  readonly of: MemberReviewView;
  readonly onDone: (told: number) => void;
}

/** The office sends the evaluation back to the branch. */
export function ReturnForm({ of, onDone }: Properties) {
  const t = useTexts(texts);
  const returning = useWrite(returnMemberReview);
  const send = ({ reason }: { reason: string }) => returning.mutate({ review: of.review ?? '', version: of.version ?? 0, reason }, { onSuccess: () => onDone(0) });
  return (
    <Form layout="vertical" onFinish={send}>
      <NonClassifiedNotice />
      <Form.Item name="reason" label={t.why} rules={[{ required: true, min: 2, message: t.needed }]}><Input.TextArea rows={4} maxLength={500} /></Form.Item>
      {returning.error ? <Form.Item><ErrorNote refusal={returning.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={returning.isPending}>{t.back}</Button>
    </Form>
  );
}

/** The organs committee approves, by its day and document. */
export function ApproveForm({ of, onDone }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const approving = useWrite(approveMemberReview);
  const send = ({ day, document }: { day: string; document: string }) =>
    approving.mutate({ review: of.review ?? '', version: of.version ?? 0, day, document }, { onSuccess: ({ told }) => onDone(told) });
  return (
    <Form layout="vertical" onFinish={send} initialValues={{ day: today }}>
      <Form.Item name="day" label={t.day} rules={[{ required: true, message: t.needed }]}><DayField latest={today} /></Form.Item>
      <Form.Item name="document" label={t.document} rules={[{ required: true, min: 2, message: t.needed }]}><Input maxLength={100} placeholder={t.documentHint} /></Form.Item>
      <p className="evaluation-hint">{t.told}</p>
      {approving.error ? <Form.Item><ErrorNote refusal={approving.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={approving.isPending}>{t.approve}</Button>
    </Form>
  );
}

/** The branch takes back what it counted, as a whole. */
export function WithdrawBallotsForm({ of, onDone }: Properties) {
  const t = useTexts(texts);
  const withdrawing = useWrite(withdrawBallots);
  const send = ({ reason }: { reason: string }) => withdrawing.mutate({ review: of.review ?? '', version: of.version ?? 0, reason }, { onSuccess: ({ entries }) => onDone(entries) });
  return (
    <Form layout="vertical" onFinish={send}>
      <NonClassifiedNotice />
      <Form.Item name="reason" label={t.whyWithdrawn} extra={t.withdrawHint} rules={[{ required: true, min: 2, message: t.needed }]}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
      {withdrawing.error ? <Form.Item><ErrorNote refusal={withdrawing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={withdrawing.isPending}>{t.withdraw}</Button>
    </Form>
  );
}
