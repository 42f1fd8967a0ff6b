import { Form } from 'antd';
import { daysBetween } from '#domain/calendar/civil-date.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { DayField } from '#web/ui/DayField.tsx';

const texts = defineTexts({
  zh: { from: '开始日期', to: '结束日期', open: '未定', missing: '请选择日期', days: (days: number) => `共 ${days} 天，首尾两天都算`, backwards: '结束日期早于开始日期' },
  en: { from: 'First day', to: 'Last day', open: 'Open', missing: 'Choose a day', days: (days) => `${days} days, both ends included`, backwards: 'It ends before it begins' },
});

/** From the first to the last day, with how many that are; the server looks again. */
export function SpellFields({ endOpen = false }: { readonly endOpen?: boolean }) {
  const t = useTexts(texts);
  const form = Form.useFormInstance<{ from?: string; to?: string | null }>();
  const from = Form.useWatch('from', form);
  const to = Form.useWatch('to', form);
  const needed = [{ required: true, message: t.missing }];
  return (
    <div className="rota-pair">
      <Form.Item name="from" label={t.from} rules={needed}><DayField /></Form.Item>
      <Form.Item
        name="to" label={t.to} dependencies={['from']} extra={from && to && to >= from ? t.days(daysBetween(from, to) + 1) : undefined}
        rules={[...(endOpen ? [] : needed), { validator: async (_, value: string | null) => { if (from && value && value < from) throw new Error(t.backwards); } }]}
      >
        <DayField clearable={endOpen} {...(endOpen ? { placeholder: t.open } : {})} />
      </Form.Item>
    </div>
  );
}
