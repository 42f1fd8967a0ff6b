import { Button, Form, Input, Select } from 'antd';
import { addDays } from '#domain/calendar/civil-date.ts';
import { grantLateFiling, type Months } from '#domain/months/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { monthText } from '#web/ui/month-words.ts';

const texts = defineTexts({
  zh: { who: '党支部', month: '补报月份', until: '截止日期', why: '理由', missing: '请填写', none: '本年没有已锁定的月份，无需授权。', send: '授权' },
  en: { who: 'Branch', month: 'Month', until: 'Until', why: 'Reason', missing: 'Fill this in', none: 'No month of this year is locked; nobody needs a grant.', send: 'Allow' },
});

const WEEK = 7;

interface Fields {
  readonly organisation: string;
  readonly period: string;
  readonly until: string;
  readonly reason: string;
}

interface Properties {
  readonly of: Months;
  readonly today: string;
  readonly onDone: () => void;
}

export function GrantForm({ of, today, onDone }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const granting = useWrite(grantLateFiling);
  const locked = of.months.filter(({ state }) => state === 'locked').map(({ period }) => period);
  const needed = [{ required: true, message: t.missing }];
  if (locked.length === 0) return <p className="months-hint">{t.none}</p>;
  return (
    <Form<Fields> layout="vertical" initialValues={{ period: locked.at(-1), until: addDays(today, WEEK) }} onFinish={(fields) => granting.mutate(fields, { onSuccess: onDone })}>
      <Form.Item name="organisation" label={t.who} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={of.branches.map((it) => ({ value: it.id, label: it.name }))} />
      </Form.Item>
      <Form.Item name="period" label={t.month} rules={needed}><Select options={locked.map((it) => ({ value: it, label: monthText(it, language) }))} /></Form.Item>
      <Form.Item name="until" label={t.until} rules={needed}><DayField /></Form.Item>
      <NonClassifiedNotice />
      <Form.Item name="reason" label={t.why} rules={[{ required: true, min: 2, message: t.missing }]}><Input.TextArea rows={3} maxLength={200} /></Form.Item>
      {granting.error ? <Form.Item><ErrorNote refusal={granting.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={granting.isPending}>{t.send}</Button>
    </Form>
  );
}
