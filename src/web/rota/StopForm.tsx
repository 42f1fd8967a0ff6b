import { Button, Form, Input, Radio, Select } from 'antd';
import { addDays } from '#domain/calendar/civil-date.ts';
import { declareStudyStop, readStopForm, type StopDeclared } from '#domain/rota/stop-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { DayField } from './DayField.tsx';

const texts = defineTexts({
  zh: {
    scope: '范围', scopeHint: '所选党组织及其全部下属。', day: '原定日期', what: '活动', way: '处理', stop: '停学，不再补上', move: '顺延到另一天', movedTo: '顺延至',
    moveHint: '已安排、尚未记录的场次一并移到这一天。', document: '通知文号', documentHint: '可不填', missing: '请选择', send: '发布',
  },
  en: {
    scope: 'Scope', scopeHint: 'The organisation and everything below it.', day: 'Day', what: 'Activities', way: 'What happens', stop: 'Cancelled for good', move: 'Postponed to another day', movedTo: 'New day',
    moveHint: 'Sessions arranged and not yet recorded move to this day.', document: 'Number of the notice', documentHint: 'May stay empty', missing: 'Choose', send: 'Publish',
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

interface Properties {
  readonly scopes: readonly { readonly id: string; readonly shortName: string }[];
  readonly onDone: (declared: StopDeclared) => void;
}

/** One action for everything below a scope: what falls out or moves, from which day, by which notice. */
export function StopForm({ scopes, onDone }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const declaring = useWrite(declareStudyStop);
  const [form] = Form.useForm<Fields>();
  const day = Form.useWatch('day', form) ?? today;
  const way = Form.useWatch('way', form);
  const choice = useCall(readStopForm, { day }, { keep: true });
  const activities = choice.data?.activities ?? [];
  const needed = [{ required: true, message: t.missing }];
  const send = (fields: Fields) => declaring.mutate({
    organisation: fields.organisation, day: fields.day, activities: fields.activities, document: fields.document ?? '',
    movedTo: fields.way === 'move' ? fields.movedTo ?? null : null,
  }, { onSuccess: onDone });
  const weekly = activities.filter((it) => it.weekly).map((it) => it.id);
  return (
    <Form<Fields> key={weekly.join()} form={form} layout="vertical" onFinish={send} initialValues={{ organisation: scopes[0]?.id, day: today, activities: weekly, way: 'stop' }}>
      <Form.Item name="organisation" label={t.scope} extra={t.scopeHint} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={scopes.map((it) => ({ value: it.id, label: it.shortName }))} />
      </Form.Item>
      <Form.Item name="day" label={t.day} rules={needed}><DayField /></Form.Item>
      <Form.Item name="activities" label={t.what} rules={needed}>
        <Select mode="multiple" loading={choice.isPending} options={activities.map((it) => ({ value: it.id, label: say(it) }))} />
      </Form.Item>
      <Form.Item name="way" label={t.way}>
        <Radio.Group className="rota-radios" onChange={() => form.setFieldsValue({ movedTo: form.getFieldValue('movedTo') ?? addDays(day, 1) })}>
          <Radio value="stop">{t.stop}</Radio><Radio value="move">{t.move}</Radio>
        </Radio.Group>
      </Form.Item>
      {way === 'move' ? <Form.Item name="movedTo" label={t.movedTo} extra={t.moveHint} rules={needed}><DayField /></Form.Item> : null}
      <NonClassifiedNotice />
      <Form.Item name="document" label={t.document}><Input maxLength={100} placeholder={t.documentHint} /></Form.Item>
      {declaring.error ? <Form.Item><ErrorNote refusal={declaring.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={declaring.isPending}>{t.send}</Button>
    </Form>
  );
}
