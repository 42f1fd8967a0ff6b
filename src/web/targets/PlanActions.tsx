import { Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { fileTargetPlan, generateTargetPlan, returnTargetPlan, type TargetPlanView } from '#domain/targets/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';

const texts = defineTexts({
  zh: {
    generate: '一键生成', add: '补充未列入的项目', generated: (added: number, assigned: number, planned: number) => `已生成 ${added} 项，其中 ${assigned}/${planned} 项已有责任人和时限。请逐项核对，再由书记上报。`,
    file: '上报', again: '再次上报', sure: '上报机关党委？', open: (count: number) => `还有 ${count} 项没有落实责任人或时限，可以先上报，落实后再次上报。`, all: '各项责任人和时限都已落实。', yes: '上报', no: '再看看',
    filed: (late: boolean, complete: boolean) => `已上报${late ? '（逾期）' : ''}。${complete ? '各项责任人和时限都已落实。' : '尚有项目未落实责任人或时限，落实后请再次上报。'}`,
    back: '退回并说明', reason: '退回理由', missing: '请填写理由', send: '退回', returned: '已退回支部。',
  },
  en: {
    generate: 'Generate', add: 'Add what is not in it', generated: (added, assigned, planned) => `${added} items made; ${assigned} of ${planned} have a person and a day. Check them; then the secretary files the plan.`,
    file: 'File', again: 'File again', sure: 'File it with the office?', open: (count) => `${count} items have no person or no day yet. It can be filed now and again once they have.`, all: 'Every item has a person and a day.', yes: 'File', no: 'Not yet',
    filed: (late, complete) => `Filed${late ? ' (late)' : ''}. ${complete ? 'Every item has a person and a day.' : 'Some items have no person or no day; file it again once they have.'}`,
    back: 'Return with a reason', reason: 'Reason', missing: 'Say why', send: 'Return', returned: 'Returned to the branch.',
  },
});

interface Properties {
  readonly plan: TargetPlanView;
  readonly onDone: (said: string) => void;
}

/** What the reader may do with the plan as a whole. */
export function PlanActions({ plan, onDone }: Properties) {
  const t = useTexts(texts);
  const [returning, setReturning] = useState(false);
  const generating = useWrite(generateTargetPlan);
  const filing = useWrite(fileTargetPlan);
  const about = { organisation: plan.organisation.id, year: plan.year, version: plan.version };
  const { applicable, planned, assigned } = plan.counts;
  const generate = () => generating.mutate(about, { onSuccess: (it) => onDone(t.generated(it.added, it.assigned, it.planned)) });
  const file = () => filing.mutate(about, { onSuccess: ({ late, complete }) => onDone(t.filed(late === true, complete)) });
  const error = generating.error ?? filing.error;
  const fresh = plan.stage === 'none';
  return (
    <>
      {plan.may.fill && planned < applicable ? <Button type={fresh ? 'primary' : 'default'} loading={generating.isPending} onClick={generate}>{fresh ? t.generate : t.add}</Button> : null}
      {plan.may.return ? <Button onClick={() => setReturning(true)}>{t.back}</Button> : null}
      {plan.may.file ? (
        <Popconfirm title={t.sure} description={assigned < applicable ? t.open(applicable - assigned) : t.all} okText={t.yes} cancelText={t.no} onConfirm={file} placement="bottomRight" icon={null}>
          <Button type="primary" loading={filing.isPending}>{plan.filedOn === null ? t.file : t.again}</Button>
        </Popconfirm>
      ) : null}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
      <SideForm title={t.back} open={returning} onClose={() => setReturning(false)}>
        <ReturnForm plan={plan} onDone={() => { setReturning(false); onDone(t.returned); }} />
      </SideForm>
    </>
  );
}

function ReturnForm({ plan, onDone }: { readonly plan: TargetPlanView; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const returning = useWrite(returnTargetPlan);
  const send = ({ reason }: { readonly reason: string }) => returning.mutate({ plan: plan.plan ?? '', version: plan.version ?? 0, reason }, { onSuccess: onDone });
  return (
    <Form layout="vertical" onFinish={send}>
      <NonClassifiedNotice />
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 2, whitespace: true, message: t.missing }]}><Input.TextArea rows={3} maxLength={300} className="grows" /></Form.Item>
      {returning.error ? <Form.Item><ErrorNote refusal={returning.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={returning.isPending}>{t.send}</Button>
    </Form>
  );
}
