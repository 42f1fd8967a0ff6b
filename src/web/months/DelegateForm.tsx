import { Button, Form, Select } from 'antd';
import { addDays } from '#domain/calendar/civil-date.ts';
import { delegateConfirming, type SelfCheckView } from '#domain/months/self-check-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: { who: '代行人', from: '起', to: '止', hint: '代行期间可审核并提交本支部月自查，期满自动终止。', missing: '请选择', send: '授权' },
  en: { who: 'Deputy', from: 'From', to: 'To', hint: 'Until then the deputy may confirm and submit the self-checks of the branch; it ends by itself.', missing: 'Choose', send: 'Delegate' },
});

const WEEK = 7;

interface Fields {
  readonly deputy: string;
  readonly from: string;
  readonly to: string;
}

export function DelegateForm({ of, onDone }: { readonly of: SelfCheckView; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const delegating = useWrite(delegateConfirming);
  const needed = [{ required: true, message: t.missing }];
  return (
    <Form<Fields> layout="vertical" initialValues={{ from: today, to: addDays(today, WEEK) }} onFinish={(fields) => delegating.mutate({ organisation: of.organisation.id, ...fields }, { onSuccess: onDone })}>
      <Form.Item name="deputy" label={t.who} extra={t.hint} rules={needed}><Select options={of.candidates.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      <Form.Item name="from" label={t.from} rules={needed}><DayField /></Form.Item>
      <Form.Item name="to" label={t.to} rules={needed}><DayField /></Form.Item>
      {delegating.error ? <Form.Item><ErrorNote refusal={delegating.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={delegating.isPending}>{t.send}</Button>
    </Form>
  );
}
