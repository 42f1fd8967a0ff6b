import { Button, Form, Input } from 'antd';
import { nameBureau } from '#domain/bureau/contract.ts';
import { firstBureauName } from '#domain/bureau/beginning.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';

const texts = defineTexts({
  zh: { zh: '单位名称', en: '英文名称', save: '保存名称', done: '名称已保存，各页和打印件随即更新。', missing: '请填写，至少两个字', sample: '如：某市公安局' },
  en: { zh: 'Name in Chinese', en: 'Name in English', save: 'Save the name', done: 'The name is saved; pages and papers follow.', missing: 'Fill this in, two characters at least', sample: 'Such as: Public Security Bureau of …' },
});

interface Fields {
  readonly zh: string;
  readonly en?: string;
}

/** What the bureau is called, in both languages. */
export function BureauNameForm() {
  const t = useTexts(texts);
  const { bureau } = useWhoAmI();
  const naming = useWrite(nameBureau);
  const unnamed = bureau.zh === firstBureauName.zh;
  const needed = [{ required: true, whitespace: true, min: 2, message: t.missing }];
  const enough = [{ whitespace: true, min: 2, message: t.missing }];
  // A bureau without an English name is called by its own on the English pages.
  const save = ({ zh, en = '' }: Fields): void => naming.mutate({ zh, en: en.trim() === '' ? zh : en });
  return (
    <Form<Fields> layout="vertical" className="bureau-name" initialValues={unnamed ? {} : { zh: bureau.zh, en: bureau.en }} onFinish={save}>
      <Form.Item name="zh" label={t.zh} rules={needed}><Input maxLength={60} placeholder={t.sample} /></Form.Item>
      <Form.Item name="en" label={t.en} rules={enough}><Input maxLength={60} /></Form.Item>
      <Button type={unnamed ? 'primary' : 'default'} htmlType="submit" loading={naming.isPending}>{t.save}</Button>
      {naming.error ? <ErrorNote refusal={naming.error.refusal} /> : null}
      {naming.isSuccess ? <SuccessNote>{t.done}</SuccessNote> : null}
    </Form>
  );
}
