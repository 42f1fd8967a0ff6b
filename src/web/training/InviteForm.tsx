import { Button, Form, Input, Select } from 'antd';
import { addDays } from '#domain/calendar/civil-date.ts';
import { inviteLecturer, type LecturerRow } from '#domain/training/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { trainingTexts } from './training-texts.ts';

const texts = defineTexts({ zh: { send: '发出邀请', hint: '对方可以应邀并商定日期，也可以说明理由婉拒。' }, en: { send: 'Send the invitation', hint: 'He may accept with a day of his own, or decline with a reason.' } });

interface Fields {
  readonly organisation: string;
  readonly topic: string;
  readonly day: string;
}

interface Properties {
  readonly row: LecturerRow;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
}

const USUAL_DAYS = 7;

/** 邀请讲师: for which branch, about what, on which day. */
export function InviteForm({ row, places, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const { today } = useWhoAmI();
  const inviting = useWrite(inviteLecturer);
  const needed = [{ required: true, message: words.choose }];
  return (
    <Form<Fields> layout="vertical" initialValues={{ organisation: places.length === 1 ? places[0]?.id : undefined, day: addDays(today, USUAL_DAYS) }} onFinish={(fields) => inviting.mutate({ ...fields, entry: row.entry }, { onSuccess: onDone })}>
      <p className="room-hint">{row.subject} · {t.hint}</p>
      <Form.Item name="organisation" label={words.branch} rules={needed} hidden={places.length < 2}><Select showSearch={{ optionFilterProp: 'label' }} options={places.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      <NonClassifiedNotice />
      <Form.Item name="topic" label={words.topic} rules={[{ required: true, whitespace: true, min: 2, message: words.missing }]}><Input maxLength={200} /></Form.Item>
      <Form.Item name="day" label={words.wished} rules={needed}><DayField /></Form.Item>
      {inviting.error ? <Form.Item><ErrorNote refusal={inviting.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={inviting.isPending}>{t.send}</Button>
    </Form>
  );
}
