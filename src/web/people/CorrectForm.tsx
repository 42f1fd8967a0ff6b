import { Button, Form } from 'antd';
import { correctMembership, type MembershipSpell } from '#domain/people/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { BelongingFields, belongingOf, type BelongingValues } from './BelongingFields.tsx';
import { endedTexts } from './ended-texts.ts';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { intro: '只用于更正登记错误：这一段自始按更正后的内容计算。人员真的有变动时，请用“转接组织关系”。', open: '至今', corrected: '已更正。' },
  en: { intro: 'Only for mistakes: the spell holds from its beginning as corrected. When somebody really moves, use a transfer.', open: 'still', corrected: 'Corrected.' },
});

type Fields = BelongingValues & { readonly from: string; readonly to: string | null };

/** A spell that was entered wrongly. */
export function CorrectForm({ spell, onDone }: { readonly spell: MembershipSpell; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const words = useTexts(personTexts);
  const { ended } = useTexts(endedTexts);
  const { today } = useWhoAmI();
  const correcting = useWrite(correctMembership);
  const send = (fields: Fields) => correcting.mutate(
    { membership: spell.id, version: spell.version, ...belongingOf(fields), from: fields.from, to: fields.to ?? null },
    { onSuccess: ({ endedPosts, endedTeams }) => onDone(t.corrected + ended(endedPosts, endedTeams)) },
  );
  return (
    <Form<Fields>
      layout="vertical" onFinish={send}
      initialValues={{ organisation: spell.branch.id, group: spell.group?.id, stage: spell.stage, staffKind: spell.staffKind, from: spell.from, to: spell.to }}
    >
      <p className="room-hint">{t.intro}</p>
      <BelongingFields />
      <div className="field-pair">
        <Form.Item name="from" label={words.from} rules={[{ required: true, message: words.choose }]}><DayField latest={today} /></Form.Item>
        <Form.Item name="to" label={words.to}><DayField latest={today} clearable placeholder={t.open} /></Form.Item>
      </div>
      {correcting.error ? <Form.Item><ErrorNote refusal={correcting.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={correcting.isPending}>{words.save}</Button>
    </Form>
  );
}
