import { Button, Form } from 'antd';
import { enterPerson } from '#domain/people/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { BelongingFields, belongingOf, type BelongingValues } from './BelongingFields.tsx';
import { ParticularFields, particularsOf, type ParticularValues } from './ParticularFields.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({ zh: { enter: '新增', hint: '从这一天起列入该支部应到人员。' }, en: { enter: 'Enter', hint: 'From this day on expected at what the branch holds.' } });

type Fields = ParticularValues & BelongingValues & { readonly from: string };

interface Properties {
  readonly branch: string | undefined;
  readonly onDone: (person: string, name: string) => void;
}

/** Somebody new, with the branch from a day on. Many at once are imported as a roster. */
export function EnterForm({ branch, onDone }: Properties) {
  const t = useTexts(personTexts);
  const { enter, hint } = useTexts(texts);
  const { today } = useWhoAmI();
  const entering = useWrite(enterPerson);
  const send = (fields: Fields) => entering.mutate({ ...particularsOf(fields), ...belongingOf(fields), from: fields.from }, { onSuccess: ({ id }) => onDone(id, fields.name) });
  return (
    <Form<Fields> layout="vertical" onFinish={send} initialValues={{ organisation: branch, stage: 'full', staffKind: 'officer', from: today }}>
      <ParticularFields />
      <BelongingFields />
      <Form.Item name="from" label={t.from} extra={hint} rules={[{ required: true, message: t.choose }]}><DayField latest={today} /></Form.Item>
      {entering.error ? <Form.Item><ErrorNote refusal={entering.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={entering.isPending}>{enter}</Button>
    </Form>
  );
}
