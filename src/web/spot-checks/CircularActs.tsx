import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type Circular, issueCircular } from '#domain/spot-checks/circular-contract.ts';
import { paths } from '#web/paths.ts';
import { useWrite } from '#web/shell/calling.ts';
import { isUnderWay, JobBar } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';

const texts = defineTexts({
  zh: {
    issue: '发布通报', revise: '发布修订', reason: '修订理由', hint: '修订后原通报仍可查看，改动处注明原数值。', needed: '请填写', far: (done: number, total: number | null) => (total === null ? `${done} 个支部` : `${done} / ${total} 个支部`),
    later: (names: readonly string[], count: number) => `通报发布后，${names.join('、')}${count > 3 ? ` 等 ${count} 个支部` : ''}有补录或更正。已发布的通报不变；影响得分的，可以发布修订。`, see: '查看支部得分',
  },
  en: {
    issue: 'Issue the circular', revise: 'Issue a revision', reason: 'Why it is revised', hint: 'What was issued stays to be read, and changed numbers say what they were.', needed: 'Fill this in', far: (done, total) => (total === null ? `${done} branches` : `${done} of ${total} branches`),
    later: (names, count) => `Since the circular was issued, entries of ${names.join(', ')}${count > 3 ? ` and ${count - 3} more branches` : ''} came or were corrected. What was issued stays; where scores are others now, a revision can be issued.`, see: 'See the scores',
  },
});
const NAMED = 3;

/** What the office does with the circular of a quarter: issue it, and revise it when entries came since. */
export function CircularActs({ of, draw, onIssued }: { readonly of: Circular; readonly draw: string; readonly onIssued: () => void }) {
  const t = useTexts(texts);
  const issuing = useWrite(issueCircular);
  const [revising, setRevising] = useState(false);
  const first = of.issues.length === 0;
  const send = (reason: string) => issuing.mutate({ draw, reason }, { onSuccess: () => { setRevising(false); onIssued(); } });
  const moving = isUnderWay(of.job);
  return (
    <div className="unprinted check-circular-acts">
      {of.later.length === 0 ? null : <p role="status">{t.later(of.later.slice(0, NAMED).map(({ name }) => name), of.later.length)} <PathLink to={paths.scoreBoard()}>{t.see}</PathLink></p>}
      {of.job === null ? null : of.job.refusal ? <ErrorNote refusal={{ words: of.job.refusal.words, places: [] }} /> : <JobBar job={of.job} far={t.far} />}
      {issuing.error && !revising ? <ErrorNote refusal={issuing.error.refusal} /> : null}
      {of.may.issue && !moving ? <Button type={first ? 'primary' : 'default'} loading={issuing.isPending} onClick={() => (first ? send('') : setRevising(true))}>{first ? t.issue : t.revise}</Button> : null}
      <SideForm title={t.revise} open={revising} onClose={() => setRevising(false)}>
        <Form<{ reason: string }> layout="vertical" onFinish={({ reason }) => send(reason)}>
          <NonClassifiedNotice />
          <Form.Item name="reason" label={t.reason} extra={t.hint} rules={[{ required: true, min: 2, message: t.needed }]}><Input.TextArea rows={3} maxLength={300} /></Form.Item>
          {issuing.error ? <Form.Item><ErrorNote refusal={issuing.error.refusal} /></Form.Item> : null}
          <Button type="primary" htmlType="submit" loading={issuing.isPending}>{t.revise}</Button>
        </Form>
      </SideForm>
    </div>
  );
}
