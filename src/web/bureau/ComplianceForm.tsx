import { Button, Form, Input, Radio } from 'antd';
import type { SwitchName } from '#domain/bureau/compliance.ts';
import { setCompliance } from '#domain/bureau/compliance-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: { state: '变更为', open: '开启', closed: '关闭', document: '依据文号', sample: '如 机党发〔2026〕21号', by: '决定机关或会议', on: '决定日期', until: '有效期至', always: '不填为长期', save: '变更', missing: '请填写' },
  en: { state: 'To be', open: 'open', closed: 'closed', document: 'Number of the document', sample: 'such as 机党发〔2026〕21号', by: 'Who decided', on: 'Decided on', until: 'Last day', always: 'empty: until changed', save: 'Change', missing: 'Fill this in' },
});

interface Fields {
  readonly opened: boolean;
  readonly document: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly until?: string | null;
}

/** A change of a switch with the authority for it. */
export function ComplianceForm({ name, opened, onDone }: { readonly name: SwitchName; readonly opened: boolean; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const setting = useWrite(setCompliance);
  const needed = [{ required: true, message: t.missing }];
  return (
    <Form<Fields> layout="vertical" initialValues={{ opened: !opened, decidedOn: today }} onFinish={({ until, ...fields }) => setting.mutate({ switch: name, ...fields, until: until ?? null }, { onSuccess: onDone })}>
      <Form.Item name="opened" label={t.state}><Radio.Group options={[{ value: true, label: t.open }, { value: false, label: t.closed }]} /></Form.Item>
      <Form.Item name="document" label={t.document} rules={needed}><Input maxLength={100} placeholder={t.sample} /></Form.Item>
      <Form.Item name="decidedBy" label={t.by} rules={needed}><Input maxLength={100} /></Form.Item>
      <Form.Item name="decidedOn" label={t.on} rules={needed}><DayField latest={today} /></Form.Item>
      <Form.Item name="until" label={t.until}><DayField clearable placeholder={t.always} /></Form.Item>
      {setting.error ? <Form.Item><ErrorNote refusal={setting.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={setting.isPending}>{t.save}</Button>
    </Form>
  );
}
