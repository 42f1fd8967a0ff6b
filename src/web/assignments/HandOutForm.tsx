import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { handOutAssignment, readAssignmentForm } from '#domain/assignments/contract.ts';
import { addDays } from '#domain/calendar/civil-date.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { assignmentTexts } from './assignment-texts.ts';

const texts = defineTexts({
  zh: { send: '交办', missing: '请填写', choose: '请选择', hint: '写清做什么、做到什么程度；承办人会在待办中看到。' },
  en: { send: 'Hand out', missing: 'Fill this in', choose: 'Choose', hint: 'What is to be done and how far; it stands on the desk of whoever does it.' },
});

interface Fields {
  readonly organisation: string;
  readonly person: string;
  readonly what: string;
  readonly until: string;
}

const USUAL_DAYS = 7;

/** 交办: what, to whom, until when. */
export function HandOutForm({ onDone }: { readonly onDone: (name: string, until: string) => void }) {
  const t = useTexts(texts);
  const words = useTexts(assignmentTexts);
  const { today } = useWhoAmI();
  const [place, setPlace] = useState<string | undefined>(undefined);
  const choice = useCall(readAssignmentForm, place === undefined ? {} : { organisation: place }, { keep: true });
  const handing = useWrite(handOutAssignment);
  const [form] = Form.useForm<Fields>();
  if (choice.error) return <ErrorNote refusal={choice.error.refusal} />;
  if (!choice.data) return <LinesSkeleton />;
  const { organisations, organisation, people } = choice.data;
  const needed = [{ required: true, message: t.choose }];
  const send = (fields: Fields) => handing.mutate(fields, { onSuccess: () => onDone(people.find(({ id }) => id === fields.person)?.name ?? '', fields.until) });
  return (
    <KeptForm<Fields> of="task" form={form} layout="vertical" onFinish={send} onTaken={({ organisation: at }) => { if (at !== undefined) setPlace(at); }} initialValues={{ organisation, until: addDays(today, USUAL_DAYS) }}>
      <Form.Item name="organisation" label={words.organisation} rules={needed} hidden={organisations.length < 2}>
        <Select
          showSearch={{ optionFilterProp: 'label' }} options={organisations.map((it) => ({ value: it.id, label: it.name }))}
          onChange={(chosen) => { setPlace(chosen); form.resetFields(['person']); }}
        />
      </Form.Item>
      <Form.Item name="person" label={words.person} rules={needed}>
        <PersonsField people={people} />
      </Form.Item>
      <NonClassifiedNotice />
      <Form.Item name="what" label={words.what} extra={t.hint} rules={[{ required: true, whitespace: true, message: t.missing }]}><Input.TextArea maxLength={200} rows={2} className="grows" /></Form.Item>
      <Form.Item name="until" label={words.until} rules={needed}><DayField /></Form.Item>
      {handing.error ? <Form.Item><ErrorNote refusal={handing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={handing.isPending}>{t.send}</Button>
    </KeptForm>
  );
}
