import { Button, Form, Input, Radio } from 'antd';
import { ANSWER_DAYS, fileComplaint } from '#domain/complaints/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';

const texts = defineTexts({
  zh: {
    complaint: '投诉', suggestion: '建议', text: '内容', send: '提交', missing: '请填写内容', sample: '哪里不对、哪里太繁、怎样更好',
    follows: (days: number) => `由党务办在 ${days} 个工作日内答复。党务办和机关纪委看得到您的姓名；内容不进入操作日志，也不影响积分和考核。对积分、得分有异议的，请在该分值的依据中提出异议。`,
  },
  en: {
    complaint: 'Complaint', suggestion: 'Suggestion', text: 'What about', send: 'Send', missing: 'Write something', sample: 'What is wrong, what is too much, what would be better',
    follows: (days) => `The office answers within ${days} working days. It and the discipline commission see your name; the words stand in no audit trail and change no points. To object to a figure, use its grounds.`,
  },
});

interface Fields {
  readonly kind: 'complaint' | 'suggestion';
  readonly text: string;
}

/** Two kinds, one box. */
export function ComplaintForm({ page, onDone }: { readonly page: string; readonly onDone: (due: string) => void }) {
  const t = useTexts(texts);
  const filing = useWrite(fileComplaint);
  const [form] = Form.useForm<Fields>();
  const send = (fields: Fields) => filing.mutate({ ...fields, page: page.slice(0, 200) }, { onSuccess: ({ due }) => { form.resetFields(); onDone(due); } });
  return (
    <KeptForm<Fields> of="complaint" tabOnly form={form} layout="vertical" requiredMark={false} className="complaint-form" initialValues={{ kind: 'suggestion' }} onFinish={send}>
      <NonClassifiedNotice />
      <Form.Item name="kind"><Radio.Group options={(['suggestion', 'complaint'] as const).map((it) => ({ value: it, label: t[it] }))} /></Form.Item>
      <Form.Item name="text" label={t.text} extra={t.follows(ANSWER_DAYS)} rules={[{ required: true, whitespace: true, message: t.missing }]}>
        <Input.TextArea rows={4} maxLength={2000} placeholder={t.sample} />
      </Form.Item>
      {filing.error ? <Form.Item><ErrorNote refusal={filing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={filing.isPending}>{t.send}</Button>
    </KeptForm>
  );
}
