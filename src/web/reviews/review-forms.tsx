import { Button, Form, Input, Select } from 'antd';
import { addDays } from '#domain/calendar/civil-date.ts';
import { approveReview, circulateReview, issueReviewNotice, moveSelfReviewDay, openReview, returnReview, reviseReview, type BranchReviewView, type ReviewHead } from '#domain/reviews/contract.ts';
import { isBefore } from '#domain/reviews/review.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { stepWords } from './review-texts.ts';

const texts = defineTexts({
  zh: {
    selfUntil: '自评截止日', selfHint: '年终后，各支部书记在本支部页面核对年度得分并提交自评。', open: '布置', moveSelf: '调整',
    until: '公示截止日', untilHint: (day: string) => `公示从今天起，当日不计，不少于 5 个工作日，最早到 ${day}。只列拟定为最高等次的支部。`, provisional: '当年工作日历尚未公布，公示期满日暂不能确定。', notice: '发布公示',
    on: '审定日期', document: '审定文号', approve: '登记审定', circularOn: '通报日期', circular: '通报文号', circulate: '登记通报',
    to: '退回到', why: '理由', back: '退回', revise: '开始修订', reviseHint: '已通报的结果保留不变；修订须重新核分、研究、公示、审定、通报。', missing: '请填写',
  },
  en: {
    selfUntil: 'Self-reviews until', selfHint: 'Once the year is over each secretary looks at the score of his branch and files the self-review.', open: 'Open', moveSelf: 'Move the day',
    until: 'Notice until', untilHint: (day) => `The notice begins today, which does not count, and stands for 5 working days at least: until ${day} or later. It names only the branches proposed for the best grade.`,
    provisional: 'The working calendar of the year is not announced; the last day is not certain yet.', notice: 'Give notice',
    on: 'Day of the approval', document: 'Document', approve: 'Enter the approval', circularOn: 'Day of the circular', circular: 'Number of the circular', circulate: 'Enter the circular',
    to: 'Back to', why: 'Reason', back: 'Send back', revise: 'Begin the revision', reviseHint: 'What was circulated stays as it is. The revision is scored, decided, noticed, approved and circulated anew.', missing: 'Fill this in',
  },
});

const TWO_WEEKS = 14;

interface Properties {
  readonly of: BranchReviewView;
  readonly onDone: () => void;
}
interface HeadProperties {
  readonly of: BranchReviewView;
  readonly head: ReviewHead;
  readonly onDone: () => void;
}

export function OpenForm({ of, onDone }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const opening = useWrite(openReview);
  return (
    <Form<{ selfUntil: string }> layout="vertical" initialValues={{ selfUntil: addDays(today, TWO_WEEKS) }} onFinish={(typed) => opening.mutate({ organisation: of.organisation.id, year: of.year, ...typed }, { onSuccess: onDone })}>
      <Form.Item name="selfUntil" label={t.selfUntil} extra={t.selfHint} rules={[{ required: true, message: t.missing }]}><DayField /></Form.Item>
      {opening.error ? <Form.Item><ErrorNote refusal={opening.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={opening.isPending}>{t.open}</Button>
    </Form>
  );
}

export function SelfDayForm({ head, onDone }: Omit<HeadProperties, 'of'>) {
  const t = useTexts(texts);
  const moving = useWrite(moveSelfReviewDay);
  return (
    <Form<{ selfUntil: string; reason: string }> layout="vertical" initialValues={{ selfUntil: head.selfUntil }} onFinish={(typed) => moving.mutate({ review: head.review, version: head.version, ...typed }, { onSuccess: onDone })}>
      <NonClassifiedNotice />
      <Form.Item name="selfUntil" label={t.selfUntil} rules={[{ required: true, message: t.missing }]}><DayField /></Form.Item>
      <Form.Item name="reason" label={t.why} rules={[{ required: true, min: 2, message: t.missing }]}><Input.TextArea rows={3} maxLength={300} /></Form.Item>
      {moving.error ? <Form.Item><ErrorNote refusal={moving.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={moving.isPending}>{t.moveSelf}</Button>
    </Form>
  );
}

export function NoticeForm({ of, head, onDone }: HeadProperties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const noticing = useWrite(issueReviewNotice);
  const least = of.noticeUntil;
  return (
    <Form<{ until: string }> layout="vertical" initialValues={{ until: least?.day }} onFinish={(typed) => noticing.mutate({ review: head.review, version: head.version, ...typed }, { onSuccess: onDone })}>
      <Form.Item name="until" label={t.until} extra={least === null ? null : `${t.untilHint(dayText(least.day, language))}${least.provisional ? t.provisional : ''}`} rules={[{ required: true, message: t.missing }]}><DayField /></Form.Item>
      {noticing.error ? <Form.Item><ErrorNote refusal={noticing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={noticing.isPending}>{t.notice}</Button>
    </Form>
  );
}

/** A step that is a decision of somebody above: its day and the number of its document. */
export function DocumentForm({ head, step, onDone }: { readonly head: ReviewHead; readonly step: 'approval' | 'circular'; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const approving = useWrite(approveReview);
  const circulating = useWrite(circulateReview);
  const writing = step === 'approval' ? approving : circulating;
  const needed = [{ required: true, min: 2, message: t.missing }];
  return (
    <Form<{ on: string; document: string }> layout="vertical" initialValues={{ on: today }} onFinish={(typed) => writing.mutate({ review: head.review, version: head.version, ...typed }, { onSuccess: onDone })}>
      <Form.Item name="on" label={step === 'approval' ? t.on : t.circularOn} rules={needed}><DayField latest={today} /></Form.Item>
      <Form.Item name="document" label={step === 'approval' ? t.document : t.circular} rules={needed}><Input maxLength={60} /></Form.Item>
      {writing.error ? <Form.Item><ErrorNote refusal={writing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={writing.isPending}>{step === 'approval' ? t.approve : t.circulate}</Button>
    </Form>
  );
}

const earlier = ['deliberated', 'scored', 'opened'] as const;

export function BackForm({ head, onDone }: { readonly head: ReviewHead; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const returning = useWrite(returnReview);
  const choices = earlier.filter((stage) => isBefore(stage, head.stage));
  return (
    <Form<{ to: (typeof earlier)[number]; reason: string }> layout="vertical" initialValues={{ to: choices[0] }} onFinish={(typed) => returning.mutate({ review: head.review, version: head.version, ...typed }, { onSuccess: onDone })}>
      <NonClassifiedNotice />
      <Form.Item name="to" label={t.to} rules={[{ required: true, message: t.missing }]}><Select options={choices.map((stage) => ({ value: stage, label: say(stepWords[stage].title) }))} /></Form.Item>
      <Form.Item name="reason" label={t.why} rules={[{ required: true, min: 2, message: t.missing }]}><Input.TextArea rows={3} maxLength={300} /></Form.Item>
      {returning.error ? <Form.Item><ErrorNote refusal={returning.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={returning.isPending}>{t.back}</Button>
    </Form>
  );
}

export function ReviseForm({ head, onDone }: { readonly head: ReviewHead; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const revising = useWrite(reviseReview);
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={(typed) => revising.mutate({ review: head.review, version: head.version, ...typed }, { onSuccess: onDone })}>
      <NonClassifiedNotice />
      <Form.Item name="reason" label={t.why} extra={t.reviseHint} rules={[{ required: true, min: 2, message: t.missing }]}><Input.TextArea rows={3} maxLength={300} /></Form.Item>
      {revising.error ? <Form.Item><ErrorNote refusal={revising.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={revising.isPending}>{t.revise}</Button>
    </Form>
  );
}
