import { Button, Form, Radio } from 'antd';
import type { AccountGrant } from '#domain/access/account-contract.ts';
import { endGrant } from '#domain/access/grant-contract.ts';
import { roleLabels } from '#domain/access/roles.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { accessTexts } from './access-texts.ts';

const texts = defineTexts({
  zh: {
    when: '何时终止', atOnce: '立即（对方下一次操作即失效）', onDay: '到某日为止', last: '最后一天', end: '终止',
    ended: (role: string) => `“${role}”已终止。`, endsOn: (role: string, last: string) => `“${role}”到 ${last} 为止。`,
  },
  en: {
    when: 'When', atOnce: 'At once (with the next thing the person does)', onDay: 'After a last day', last: 'Last day', end: 'End',
    ended: (role) => `${role}: ended.`, endsOn: (role, last) => `${role}: until ${last}.`,
  },
});

interface Fields {
  readonly when: 'atOnce' | 'onDay';
  readonly last?: string;
}

/** Ends a role at once, or gives it a last day. */
export function EndGrantForm({ grant, onDone }: { readonly grant: AccountGrant; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const words = useTexts(accessTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const ending = useWrite(endGrant);
  const [form] = Form.useForm<Fields>();
  const when = Form.useWatch('when', form) ?? 'atOnce';
  const role = say(roleLabels[grant.role]);
  const send = (fields: Fields) => {
    const last = fields.when === 'onDay' ? fields.last ?? today : null;
    ending.mutate({ grant: grant.id, last }, { onSuccess: () => onDone(last === null ? t.ended(role) : t.endsOn(role, last)) });
  };
  return (
    <Form<Fields> form={form} layout="vertical" initialValues={{ when: 'atOnce', last: today }} onFinish={send}>
      <p className="end-grant-of"><b>{role}</b> {grant.organisationName}　{words.days(grant.from, grant.to)}</p>
      <Form.Item name="when" label={t.when}>
        <Radio.Group className="radio-lines" options={[{ value: 'atOnce', label: t.atOnce }, { value: 'onDay', label: t.onDay }]} />
      </Form.Item>
      {when === 'onDay' ? <Form.Item name="last" label={t.last} rules={[{ required: true, message: words.choose }]}><DayField {...(grant.to === null ? {} : { latest: grant.to })} /></Form.Item> : null}
      {ending.error ? <Form.Item><ErrorNote refusal={ending.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={ending.isPending}>{t.end}</Button>
    </Form>
  );
}
