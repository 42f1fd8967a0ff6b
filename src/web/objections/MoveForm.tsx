import { Button, Form, Input } from 'antd';
import { type ObjectionView, requestReview, withdrawObjection } from '#domain/objections/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { objectionTexts } from './objection-texts.ts';

const texts = defineTexts({
  zh: { requestReview: '写明不同意答复的理由和补充的佐证材料，由上级复核，复核决定为最终结论。', withdraw: '撤回后原记录和分数不变，办理过程保留可查。' },
  en: { requestReview: 'Say why the answer is not right and what else shows it. The body above reviews it, and its decision is final.', withdraw: 'The entry and the number stay as they are; the course stays readable.' },
});

interface Properties {
  readonly of: ObjectionView;
  readonly act: 'requestReview' | 'withdraw';
  readonly onDone: () => void;
}

/** What whoever objected may still do: go on, or let it be. */
export function MoveForm({ of: { objection, version }, act, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const [asking, withdrawing] = [useWrite(requestReview), useWrite(withdrawObjection)];
  const current = act === 'requestReview' ? asking : withdrawing;
  return (
    <KeptForm<{ said: string }> of={`objection ${objection} ${version} ${act}`} tabOnly layout="vertical" onFinish={({ said }) => current.mutate({ objection, version, words: said }, { onSuccess: onDone })}>
      <NonClassifiedNotice />
      <Form.Item name="said" label={words.why} extra={t[act]} rules={[{ required: true, min: 2, message: words.needed }]}><Input.TextArea rows={4} maxLength={500} /></Form.Item>
      {current.error ? <Form.Item><ErrorNote refusal={current.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={current.isPending}>{words.send}</Button>
    </KeptForm>
  );
}
