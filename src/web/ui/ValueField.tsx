import { Form, Input, Select, Switch } from 'antd';
import type { RegisterFieldCard } from '#domain/registers/contract.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { DayField } from './DayField.tsx';

const texts = defineTexts({
  zh: { yes: '是', no: '否', missing: '请填写', mustBe: '须为“是”才能登记', choose: '请选择', yuan: '元', minutes: '分钟', matter: '按文件写全；系统以它核对是否重复登记。', between: (least: number | null, most: number | null) => (least === null ? `不大于 ${most}` : most === null ? `不小于 ${least}` : `${least} 至 ${most}`) },
  en: { yes: 'Yes', no: 'No', missing: 'Fill this in', mustBe: 'Only with a yes can it be entered', choose: 'Choose', yuan: 'yuan', minutes: 'minutes', matter: 'In full; by it two entries are told to be the same.', between: (least, most) => (least === null ? `at most ${most}` : most === null ? `at least ${least}` : `${least} to ${most}`) },
});

/** One field of an entry, as its kind asks: a list, a day, a switch with words, a number with its unit, a text. */
export function ValueField({ field }: { readonly field: RegisterFieldCard }) {
  const t = useTexts(texts);
  const say = useWords();
  const name = ['values', field.id];
  const rules = field.required ? [{ required: true, message: field.kind === 'level' ? t.choose : t.missing }] : [];
  const bounds = (field.least === null && field.most === null) || field.kind === 'count' ? undefined : t.between(field.least, field.most);
  const item = { name, label: say(field.label), rules };
  switch (field.kind) {
    case 'level': return <Form.Item {...item}><Select allowClear={!field.required} options={field.levels.map((it) => ({ value: it.id, label: say(it.label) }))} /></Form.Item>;
    case 'flag': return <Form.Item {...item} rules={field.required ? [{ validator: async (_, on: unknown) => { if (on !== true) throw new Error(t.mustBe); } }] : []} valuePropName="checked"><Switch checkedChildren={t.yes} unCheckedChildren={t.no} /></Form.Item>;
    case 'date': return <Form.Item {...item}><DayField clearable={!field.required} /></Form.Item>;
    case 'money': return <Form.Item {...item} extra={bounds}><Input inputMode="decimal" suffix={t.yuan} /></Form.Item>;
    case 'minutes': return <Form.Item {...item} extra={bounds}><Input inputMode="numeric" suffix={t.minutes} /></Form.Item>;
    case 'count': case 'ordinal': return <Form.Item {...item}><Input inputMode="numeric" /></Form.Item>;
    case 'mark': return <Form.Item {...item} extra={bounds}><Input inputMode="decimal" /></Form.Item>;
    case 'matter': return <Form.Item {...item} extra={t.matter}><Input maxLength={100} /></Form.Item>;
    case 'text': return <Form.Item {...item}><Input.TextArea maxLength={500} rows={2} className="grows" /></Form.Item>;
  }
}
