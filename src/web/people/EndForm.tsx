import { Button, Form } from 'antd';
import { endMembership, type MembershipSpell } from '#domain/people/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { endedTexts } from './ended-texts.ts';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { intro: '用于调出本局、离世等不再有组织关系的情形。职务和班组一并结束，其账号自次日起不能登录；已有记录和积分保留。', end: '结束组织关系', done: (to: string) => `已结束，${to} 为最后一日。办错了可用“更正”改回。` },
  en: { intro: 'For whoever leaves the bureau. Posts and places in teams end as well and the account is closed from the next day; records and points stay.', end: 'End the membership', done: (to) => `Ended; ${to} is the last day. A mistake can be corrected.` },
});

/** The person leaves the bureau. */
export function EndForm({ spell, onDone }: { readonly spell: MembershipSpell; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const words = useTexts(personTexts);
  const { ended } = useTexts(endedTexts);
  const { today } = useWhoAmI();
  const ending = useWrite(endMembership);
  const send = ({ to }: { to: string }) => ending.mutate(
    { membership: spell.id, version: spell.version, to }, { onSuccess: ({ endedPosts, endedTeams }) => onDone(t.done(to) + ended(endedPosts, endedTeams)) });
  return (
    <Form<{ to: string }> layout="vertical" initialValues={{ to: today }} onFinish={send}>
      <p className="room-hint">{t.intro}</p>
      <Form.Item name="to" label={words.to} rules={[{ required: true, message: words.choose }]}><DayField latest={today} /></Form.Item>
      {ending.error ? <Form.Item><ErrorNote refusal={ending.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={ending.isPending}>{t.end}</Button>
    </Form>
  );
}
