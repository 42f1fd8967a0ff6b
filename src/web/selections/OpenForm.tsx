import { Button, Form, Input, InputNumber, Select } from 'antd';
import { openSelection } from '#domain/selections/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { selectionTexts } from './selection-texts.ts';

const texts = defineTexts({
  zh: { place: '评选单位', year: '年度', of: '评选项目', usual: '优秀共产党员', quota: '名额', send: '开展' },
  en: { place: 'Held by', year: 'Year', of: 'Award', usual: '优秀共产党员', quota: 'Places', send: 'Open it' },
});

interface Fields {
  readonly organisation: string;
  readonly year: number;
  readonly title: string;
  readonly quota: number;
}

interface Properties {
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly year: number;
  readonly onDone: (title: string, year: number) => void;
}

/** 开展评选: of which year, for what, how many places. */
export function OpenForm({ places, year, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(selectionTexts);
  const opening = useWrite(openSelection);
  const needed = [{ required: true, message: words.missing }];
  return (
    <Form<Fields> layout="vertical" initialValues={{ organisation: places.at(-1)?.id, year, title: t.usual }} onFinish={(fields) => opening.mutate(fields, { onSuccess: () => onDone(fields.title, fields.year) })}>
      <Form.Item name="organisation" label={t.place} rules={needed} hidden={places.length < 2}><Select options={places.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      <Form.Item name="year" label={t.year} rules={needed}><InputNumber min={2000} max={2199} /></Form.Item>
      <Form.Item name="title" label={t.of} rules={[{ required: true, whitespace: true, min: 2, message: words.missing }]}><Input maxLength={60} /></Form.Item>
      <Form.Item name="quota" label={t.quota} rules={needed}><InputNumber min={1} max={500} precision={0} /></Form.Item>
      {opening.error ? <Form.Item><ErrorNote refusal={opening.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={opening.isPending}>{t.send}</Button>
    </Form>
  );
}
