import { Button, Form, Input, Select } from 'antd';
import { addDays } from '#domain/calendar/civil-date.ts';
import { openProblem } from '#domain/spot-checks/problem-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { sheetTexts } from './sheet-texts.ts';

const texts = defineTexts({ zh: { save: '挂账', missing: '请填写' }, en: { save: 'Open it', missing: 'Fill this in' } });
const DUE_DAYS = 30;

interface Fields {
  readonly organisation: string;
  readonly what: string;
  readonly until: string;
}
interface Properties {
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
}

/** 挂账 of what the branch found itself, such as the list after the organisational-life meeting. */
export function OpenProblemForm({ places, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  const { today } = useWhoAmI();
  const opening = useWrite(openProblem);
  const needed = [{ required: true, message: t.missing }];
  return (
    <KeptForm<Fields> of="problem" layout="vertical" initialValues={{ organisation: places[0]?.id, until: addDays(today, DUE_DAYS) }} onFinish={(fields) => opening.mutate({ ...fields, item: null }, { onSuccess: onDone })}>
      <Form.Item name="organisation" label={words.branch} rules={needed} hidden={places.length < 2}><Select showSearch={{ optionFilterProp: 'label' }} options={places.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      <NonClassifiedNotice />
      <Form.Item name="what" label={words.what} rules={[{ required: true, whitespace: true, min: 2, message: t.missing }]}><Input.TextArea maxLength={300} rows={2} className="grows" /></Form.Item>
      <Form.Item name="until" label={words.until} rules={needed}><DayField /></Form.Item>
      {opening.error ? <Form.Item><ErrorNote refusal={opening.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={opening.isPending}>{t.save}</Button>
    </KeptForm>
  );
}
