import { Button, Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { amendTargetPlan, type PlanItemView, type TargetPlanView } from '#domain/targets/contract.ts';
import { isSpread } from '#domain/targets/item-target.ts';
import { targetWords, unitWords } from '#domain/targets/unit-words.ts';
import { postLabels } from '#domain/people/posts.ts';
import { useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { type PlanRow } from './plan-rows.ts';
import { planTexts } from './plan-texts.ts';
import { regrouped, spreadEvenly } from './spread.ts';

const texts = defineTexts({
  zh: {
    rule: '评分标准', asks: (words: string) => `方案要求 ${words}`, below: '低于方案要求，得分仍按方案计算。', per: '分解到', months: '月', quarters: '季度', sum: (sum: number, target: number) => `合计 ${sum}，目标值 ${target}`, even: '平均分配',
    month: (at: number) => `${at}月`, quarter: (at: number) => `第${at}季度`, same: (count: number) => `同一方面其余 ${count} 项没有责任人的，也由此人负责`, own: '不填则按方案标准', save: '保存', saved: (label: string, assigned: number, planned: number) => `“${label}”已保存，${assigned}/${planned} 项已落实责任人和时限。`, missing: '请填写', late: (day: string) => `方案时限 ${day}`,
  },
  en: {
    rule: 'Marking rule', asks: (words) => `The scheme asks for ${words}`, below: 'Less than the scheme asks; the mark still goes by the scheme.', per: 'Spread over', months: 'months', quarters: 'quarters', sum: (sum, target) => `${sum} in all, the target is ${target}`, even: 'Spread evenly',
    month: (at) => `M${at}`, quarter: (at) => `Q${at}`, same: (count) => `also for the other ${count} items of this aspect that nobody answers for`, own: 'Left empty, the standard of the scheme holds', save: 'Save', saved: (label, assigned, planned) => `“${label}” saved; ${assigned} of ${planned} items have a person and a day.`, missing: 'Fill this in', late: (day) => `${day} by the scheme`,
  },
});

interface Fields {
  readonly target: number;
  readonly split: readonly (number | null)[];
  readonly responsible?: string | null;
  readonly due?: string | null;
  readonly standard?: string;
  readonly same?: boolean;
}

interface Properties {
  readonly plan: TargetPlanView;
  readonly row: PlanRow;
  readonly onDone: (said: string) => void;
}

/** One item of the plan: how much, in which months, by whom, until when, and when it is done. */
export function LineForm({ plan, row, onDone }: Properties) {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(planTexts);
  const say = useWords();
  const [form] = Form.useForm<Fields>();
  // Whoever changes it meanwhile is not written over: the version is the one that was read when the form opened.
  const [version] = useState(plan.version);
  const saving = useWrite(amendTargetPlan);
  const { item } = row;
  const asked = item.asked;
  const target = Form.useWatch('target', form);
  if (asked === null) return null;
  const inPercent = asked.unit === 'percent';
  const others = row.aspect.items.filter((it) => it.id !== item.id && it.line !== null && it.line.responsible === null);
  const send = (fields: Fields) => {
    const change = { item: item.id, target: inPercent ? Math.round(fields.target * 100) : fields.target, split: fields.split.map((one) => one ?? 0), responsible: fields.responsible ?? null, due: fields.due ?? null, standard: fields.standard ?? '' };
    const also = fields.same === true && change.responsible !== null ? others.flatMap((it) => lineWith(it, change.responsible)) : [];
    saving.mutate({ organisation: plan.organisation.id, year: plan.year, version, lines: [change, ...also] }, { onSuccess: ({ assigned, planned }) => onDone(t.saved(say(item.label), assigned, planned)) });
  };
  const people = plan.candidates.map(({ post, ...it }) => (post === null ? it : { ...it, number: say(postLabels[post]) }));
  const gone = item.line?.responsible && !item.line.responsible.here ? [{ id: item.line.responsible.id, name: item.line.responsible.name, number: words.moved }] : [];
  const below = target !== undefined && target !== null && (inPercent ? Math.round(target * 100) : target) < asked.target;
  return (
    <KeptForm<Fields> of={`target ${plan.organisation.id} ${plan.year} ${item.id} ${version ?? ''}`} form={form} layout="vertical" requiredMark={false} onFinish={send} initialValues={initialOf(item)} className="plan-form">
      <aside className="plan-rule"><b>{t.rule}</b> {say(item.rule)}{item.guidance === null ? null : <p>{say(item.guidance)}</p>}</aside>
      <Form.Item name="target" label={words.target} extra={`${t.asks(say(targetWords(asked.unit, asked.target)))}${below ? `${marks.stop}${t.below}` : ''}`} rules={[{ required: true, message: t.missing }]}>
        <InputNumber precision={inPercent ? 2 : 0} suffix={say(unitWords(asked.unit))} className="plan-target-field" disabled={asked.unit === 'cases'} />
      </Form.Item>
      {isSpread(asked.unit) ? <SplitFields target={target ?? 0} form={form} /> : <Form.Item name="split" hidden><Input /></Form.Item>}
      <Form.Item name="responsible" label={words.responsible}><PersonsField clearable people={[...people, ...gone]} /></Form.Item>
      {others.length === 0 ? null : <Form.Item name="same" valuePropName="checked"><Checkbox>{t.same(others.length)}</Checkbox></Form.Item>}
      <Form.Item name="due" label={words.due} extra={t.late(asked.due)}><DayField clearable /></Form.Item>
      <NonClassifiedNotice />
      <Form.Item name="standard" label={words.standard} extra={t.own}><Input.TextArea rows={2} maxLength={300} className="grows" {...(item.standard ? { placeholder: say(item.standard) } : {})} /></Form.Item>
      {saving.error ? <Form.Item><ErrorNote refusal={saving.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={saving.isPending}>{t.save}</Button>
    </KeptForm>
  );
}

/** Twelve months or four quarters; their sum must be the target. */
function SplitFields({ target, form }: { readonly target: number; readonly form: ReturnType<typeof Form.useForm<Fields>>[0] }) {
  const t = useTexts(texts);
  const split = Form.useWatch('split', form) ?? [];
  const monthly = split.length === 12;
  const sum = split.reduce<number>((all, one) => all + (one ?? 0), 0);
  const put = (next: readonly number[]) => form.setFieldsValue({ split: [...next] });
  return (
    <>
      <Form.Item label={t.per} className="plan-per">
        <Radio.Group
          value={monthly ? 12 : 4} onChange={(event) => put(regrouped(split.map((one) => one ?? 0), Number(event.target.value) === 12 ? 12 : 4))}
          options={[{ value: 12, label: t.months }, { value: 4, label: t.quarters }]}
        />
        <Button size="small" onClick={() => put(spreadEvenly(target, monthly ? 12 : 4))}>{t.even}</Button>
      </Form.Item>
      <div className={monthly ? 'plan-slots' : 'plan-slots quarters'}>
        <Form.List name="split">
          {(slots) => slots.map(({ key, name }) => (
            <Form.Item key={key} name={name} label={monthly ? t.month(name + 1) : t.quarter(name + 1)}><InputNumber precision={0} controls={false} /></Form.Item>
          ))}
        </Form.List>
      </div>
      <p className={sum === target ? 'plan-hint' : 'plan-nobody'} role="status">{t.sum(sum, target)}</p>
    </>
  );
}

function initialOf({ asked, line }: PlanItemView): Partial<Fields> {
  const from = line ?? asked;
  if (from === null) return {};
  const percent = from.unit === 'percent';
  return {
    target: percent ? from.target / 100 : from.target, split: [...from.split], due: from.due, ...(line === null ? {} : { responsible: line.responsible?.id ?? null, standard: line.standard }),
  };
}

/** The line as it is, with somebody to answer for it. */
const lineWith = ({ id, line }: PlanItemView, responsible: string | null) =>
  (line === null ? [] : [{ item: id, target: line.target, split: [...line.split], responsible, due: line.due, standard: line.standard }]);
