import { Button, Form, Input } from 'antd';
import { type MonthRow, reopenMonth } from '#domain/months/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';

const texts = defineTexts({
  zh: { why: '解锁理由', missing: '请说明理由', hint: '解锁记入工作记录，理由对能查看月度办理的人员可见。', send: '解锁' },
  en: { why: 'Reason', missing: 'Give the reason', hint: 'Reopening is kept in the log, and its reason is shown to everybody who may see the months.', send: 'Reopen' },
});

interface Properties {
  readonly closing: NonNullable<MonthRow['closing']>;
  readonly onDone: () => void;
}

export function ReopenForm({ closing, onDone }: Properties) {
  const t = useTexts(texts);
  const reopening = useWrite(reopenMonth);
  const send = ({ reason }: { reason: string }) => reopening.mutate({ closing: closing.fact, version: closing.version, reason }, { onSuccess: onDone });
  return (
    <Form layout="vertical" onFinish={send}>
      <NonClassifiedNotice />
      <Form.Item name="reason" label={t.why} extra={t.hint} rules={[{ required: true, min: 2, message: t.missing }]}><Input.TextArea rows={3} maxLength={200} /></Form.Item>
      {reopening.error ? <Form.Item><ErrorNote refusal={reopening.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={reopening.isPending}>{t.send}</Button>
    </Form>
  );
}
