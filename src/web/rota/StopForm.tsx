import { Button, Form, Input, Radio, Select } from 'antd';
import type { z } from 'zod';
import { addDays, type CivilDate, modulo, weekday } from '#domain/calendar/civil-date.ts';
import { declareStudyStop, readStopForm, type StopDeclared } from '#domain/rota/stop-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { DayField } from '#web/ui/DayField.tsx';

const texts = defineTexts({
  zh: {
    scope: '范围', scopeHint: '所选党组织及其全部下属。', day: '原定日期', what: '活动', way: '处理', stop: '停学，不再补上', move: '顺延到另一天', movedTo: '顺延至',
    moveHint: '已安排、尚未记录的场次一并移到这一天。', document: '通知文号', missing: '请选择', send: '发布',
  },
  en: {
    scope: 'Scope', scopeHint: 'The organisation and everything below it.', day: 'Day', what: 'Activities', way: 'What happens', stop: 'Cancelled for good', move: 'Postponed to another day', movedTo: 'New day',
    moveHint: 'Sessions arranged and not yet recorded move to this day.', document: 'Number of the notice', missing: 'Choose', send: 'Publish',
  },
});

interface Fields {
  readonly organisation: string;
  readonly day: string;
  readonly activities: string[];
  readonly way: 'stop' | 'move';
  readonly movedTo?: string | null;
  readonly document?: string;
}

type Choice = z.output<typeof readStopForm.output>;

interface Properties {
  readonly choice: Choice;
  readonly onDone: (declared: StopDeclared) => void;
}

/** One action for everything below a scope: what falls out or moves, from which day, by which notice. */
export function StopForm({ choice, onDone }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const declaring = useWrite(declareStudyStop);
  const [form] = Form.useForm<Fields>();
  const weekly = choice.activities.find((it) => it.weekday !== null);
  const initial = { organisation: choice.scopes[0]?.id, day: nextDay(today, weekly?.weekday ?? 1), activities: weekly ? [weekly.id] : [], way: 'stop' as const };
  const day = Form.useWatch('day', form) ?? initial.day;
  const way = Form.useWatch('way', form);
  const onDay = useCall(readStopForm, { day }, { keep: true });
  const needed = [{ required: true, message: t.missing }];
  const send = ({ organisation, activities, document = '', movedTo = null, ...fields }: Fields) => declaring.mutate({
    organisation, day: fields.day, activities, document, movedTo: fields.way === 'move' ? movedTo : null,
  }, { onSuccess: onDone });
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={send} initialValues={initial}>
      <Form.Item name="organisation" label={t.scope} extra={t.scopeHint} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={choice.scopes.map((it) => ({ value: it.id, label: it.shortName }))} />
      </Form.Item>
      <Form.Item name="day" label={t.day} rules={needed}><DayField /></Form.Item>
      <Form.Item name="activities" label={t.what} rules={needed}>
        <Select mode="multiple" options={(onDay.data ?? choice).activities.map((it) => ({ value: it.id, label: say(it) }))} />
      </Form.Item>
      <Form.Item name="way" label={t.way} required>
        <Radio.Group className="rota-radios" onChange={() => form.setFieldsValue({ movedTo: form.getFieldValue('movedTo') ?? addDays(day, 1) })}>
          <Radio value="stop">{t.stop}</Radio><Radio value="move">{t.move}</Radio>
        </Radio.Group>
      </Form.Item>
      {way === 'move' ? <Form.Item name="movedTo" label={t.movedTo} extra={t.moveHint} rules={needed}><DayField /></Form.Item> : null}
      <NonClassifiedNotice />
      <Form.Item name="document" label={t.document}><Input maxLength={100} /></Form.Item>
      {declaring.error ? <Form.Item><ErrorNote refusal={declaring.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={declaring.isPending}>{t.send}</Button>
    </Form>
  );
}

/** The next such day of the week from today on. */
const nextDay = (today: CivilDate, wanted: number): CivilDate => addDays(today, modulo(wanted - weekday(today), 7));
