import { Button, Form } from 'antd';
import { transferPerson, type PersonPage } from '#domain/people/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { BelongingFields, belongingOf, type BelongingValues } from './BelongingFields.tsx';
import { endedTexts } from './ended-texts.ts';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: {
    intro: '换支部、换小组、转正、改变身份都在这里办理：原来的一段到前一日为止，新的一段从这一日起。', hint: '可填以前的日期，这一日以来的应到和积分随之重新计算。',
    transfer: '转接', transferred: (from: string) => `已转接，自 ${from} 起。`,
  },
  en: {
    intro: 'Another branch or group, full membership, another kind of staff: the old spell ends the day before, the new one begins with the day.', hint: 'An earlier day is possible; what was expected and the points since then are counted anew.',
    transfer: 'Transfer', transferred: (from) => `Transferred from ${from} on.`,
  },
});

type Fields = BelongingValues & { readonly from: string };

/** From a day on somebody belongs elsewhere, or as something else. */
export function TransferForm({ person, onDone }: { readonly person: PersonPage; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const { from, choose } = useTexts(personTexts);
  const { ended } = useTexts(endedTexts);
  const { today } = useWhoAmI();
  const transferring = useWrite(transferPerson);
  const newest = person.memberships[0];
  const send = (fields: Fields) => transferring.mutate(
    { person: person.id, version: newest?.version ?? null, ...belongingOf(fields), from: fields.from },
    { onSuccess: ({ endedPosts, endedTeams }) => onDone(t.transferred(fields.from) + ended(endedPosts, endedTeams)) },
  );
  return (
    <Form<Fields>
      layout="vertical" onFinish={send}
      initialValues={{ organisation: newest?.branch.id, group: newest?.group?.id, stage: newest?.stage ?? 'full', staffKind: newest?.staffKind ?? 'officer', from: today }}
    >
      <p className="room-hint">{t.intro}</p>
      <BelongingFields />
      <Form.Item name="from" label={from} extra={t.hint} rules={[{ required: true, message: choose }]}><DayField latest={today} /></Form.Item>
      {transferring.error ? <Form.Item><ErrorNote refusal={transferring.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={transferring.isPending}>{t.transfer}</Button>
    </Form>
  );
}
