import { Button, Form, Input, Radio, Select } from 'antd';
import { declareRecusal, endRecusal, type listRecusals, type RecusalLine } from '#domain/spot-checks/sheet-contract.ts';
import type { z } from 'zod';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { recusalTexts } from './recusal-texts.ts';

const texts = defineTexts({
  zh: { enter: '登记', end: '终止', last: '最后一天', missing: '请填写', toHint: '长期的留空', endHint: '这一天仍回避，次日起可编入检查组。' },
  en: { enter: 'Enter', end: 'End it', last: 'Last day', missing: 'Fill this in', toHint: 'empty without an end', endHint: 'Recused on that day still, free from the next.' },
});

interface Fields {
  readonly organisation: string;
  readonly because: RecusalLine['because'];
  readonly person?: string;
  readonly from: string;
  readonly to?: string | null;
  readonly reason: string;
}

/** Who is recused from which branch: the office enters 联系点, for himself anybody speaks himself. */
export function RecusalForm({ of, onDone }: { readonly of: z.output<typeof listRecusals.output>; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const words = useTexts(recusalTexts);
  const { today } = useWhoAmI();
  const [form] = Form.useForm<Fields>();
  const because = Form.useWatch('because', form);
  const entering = useWrite(declareRecusal);
  const needed = [{ required: true, message: t.missing }];
  const ways = [...(of.people.length > 0 ? ['contact' as const] : []), ...(of.self ? ['declared' as const] : [])];
  const send = ({ person, to = null, ...typed }: Fields) =>
    entering.mutate({ ...typed, to, ...(typed.because === 'contact' && person !== undefined ? { person } : {}) }, { onSuccess: onDone });
  return (
    <Form<Fields> form={form} layout="vertical" initialValues={{ because: ways[0], from: today }} onFinish={send}>
      <NonClassifiedNotice />
      <Form.Item name="because" label={words.because} rules={needed}><Radio.Group options={ways.map((value) => ({ value, label: words[value] }))} /></Form.Item>
      {because === 'contact' ? <Form.Item name="person" label={words.person} rules={needed}><PersonsField people={of.people} many={false} /></Form.Item> : null}
      <Form.Item name="organisation" label={words.organisation} rules={needed}><Select showSearch={{ optionFilterProp: 'label' }} options={of.organisations.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      <Form.Item name="from" label={words.from} rules={needed}><DayField /></Form.Item>
      <Form.Item name="to" label={words.to} extra={t.toHint}><DayField clearable /></Form.Item>
      <Form.Item name="reason" label={words.reason} rules={[{ required: true, min: 2, message: t.missing }]}><Input.TextArea rows={2} maxLength={200} /></Form.Item>
      {entering.error ? <Form.Item><ErrorNote refusal={entering.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={entering.isPending}>{t.enter}</Button>
    </Form>
  );
}

export function EndRecusalForm({ row, onDone }: { readonly row: RecusalLine; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const ending = useWrite(endRecusal);
  return (
    <Form<{ to: string }> layout="vertical" initialValues={{ to: today < row.from ? row.from : today }} onFinish={({ to }) => ending.mutate({ recusal: row.recusal, version: row.version, to }, { onSuccess: onDone })}>
      <p className="room-hint">{row.person.name} · {row.organisation.name}</p>
      <Form.Item name="to" label={t.last} extra={t.endHint} rules={[{ required: true, message: t.missing }]}><DayField /></Form.Item>
      {ending.error ? <Form.Item><ErrorNote refusal={ending.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={ending.isPending}>{t.end}</Button>
    </Form>
  );
}
