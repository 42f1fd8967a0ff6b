import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { allowedPeriods } from '#domain/activities/own-period.ts';
import { periodOf } from '#domain/calendar/civil-date.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { DayField, TimeField } from './DayField.tsx';
import { Field } from './Field.tsx';
import type { ChangeDraft, Draft } from './record-draft.ts';
import { Section } from './Section.tsx';

const texts = defineTexts({
  zh: {
    title: '时间和地点', add: '增加场次', remove: (at: number) => `删去场次 ${at}`, sitting: (at: number) => `场次 ${at}`, day: '日期', from: '开始', to: '结束', place: '地点',
    several: '轮班人员分场参加时，各场次记在同一次活动里；每人只到一场。', period: '所属期', reason: '归到其他月份的说明', reasonHint: '如：通知文号',
  },
  en: {
    title: 'Time and place', add: 'Add a sitting', remove: (at: number) => `Remove sitting ${at}`, sitting: (at: number) => `Sitting ${at}`, day: 'Day', from: 'From', to: 'To', place: 'Place',
    several: 'Where shifts come at different hours, all sittings belong to one session; each person comes to one.', period: 'Period', reason: 'Why it belongs to another month', reasonHint: 'Such as the number of the notice',
  },
});

type Sitting = Draft['sittings'][number];

interface Properties {
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly today: string;
}

export function TimeBlock({ draft, change, today }: Properties) {
  const t = useTexts(texts);
  const { sittings } = draft;
  const set = (at: number, changed: Partial<Sitting>) => change((before) => {
    const next = before.sittings.map((it, index) => (index === at ? { ...it, ...changed } : it));
    const periods = allowedPeriods(next, before.activities);
    return { sittings: next, period: periods.includes(before.period) && at > 0 ? before.period : periods[0] ?? before.period };
  });
  const add = () => change((before) => {
    const last = before.sittings.at(-1);
    return { sittings: [...before.sittings, { day: last?.day ?? today, from: '22:30', to: '23:30', place: '' }] };
  });
  const remove = (at: number) => change((before) => ({
    sittings: before.sittings.filter((_, index) => index !== at),
    marks: before.marks.map((it) => (it.sitting < at ? it : { ...it, sitting: Math.max(0, it.sitting - 1) })),
  }));
  return (
    <Section title={t.title}>
      {sittings.map((sitting, at) => (
        <div key={at} className="sitting-row">
          {sittings.length > 1 ? <b className="sitting-name">{t.sitting(at + 1)}</b> : null}
          <SittingFields sitting={sitting} today={today} onChange={(changed) => set(at, changed)} />
          {sittings.length > 1 ? <Button type="text" icon={<DeleteOutlined />} aria-label={t.remove(at + 1)} onClick={() => remove(at)} /> : null}
        </div>
      ))}
      {sittings.length > 1 ? <p className="activity-hint">{t.several}</p> : null}
      <Button disabled={sittings.length >= 20} onClick={add}>{t.add}</Button>
      <PeriodFields draft={draft} change={change} />
    </Section>
  );
}

interface SittingProperties {
  readonly sitting: Sitting;
  /** No later day can be chosen; null where one plans ahead. */
  readonly today: string | null;
  readonly onChange: (changed: Partial<Sitting>) => void;
}

/** Day, hours and place. */
export function SittingFields({ sitting, today, onChange }: SittingProperties) {
  const t = useTexts(texts);
  return (
    <>
      <Field label={t.day}>{(id) => <DayField id={id} value={sitting.day} max={today ?? undefined} onChange={(day) => onChange({ day })} />}</Field>
      <Field label={t.from}>{(id) => <TimeField id={id} value={sitting.from} onChange={(from) => onChange({ from })} />}</Field>
      <Field label={t.to}>{(id) => <TimeField id={id} value={sitting.to} onChange={(to) => onChange({ to })} />}</Field>
      <Field label={t.place} wide>{(id) => <Input id={id} value={sitting.place} maxLength={200} onChange={(event) => onChange({ place: event.target.value })} />}</Field>
    </>
  );
}

/** Only where another month than that of the day is possible at all. */
function PeriodFields({ draft, change }: { readonly draft: Draft; readonly change: ChangeDraft }) {
  const t = useTexts(texts);
  const days = draft.sittings.filter(({ day }) => day !== '');
  const periods = days.length === 0 ? [] : allowedPeriods(days, draft.activities);
  if (periods.length < 2) return null;
  const other = draft.period !== periodOf(days.map(({ day }) => day).toSorted()[0] ?? '');
  return (
    <div className="fields">
      <Field label={t.period}>
        {(id) => <select id={id} className="native" value={draft.period} onChange={(event) => change({ period: event.target.value })}>{periods.map((it) => <option key={it}>{it}</option>)}</select>}
      </Field>
      {other ? <Field label={t.reason} wide>{(id) => <Input id={id} value={draft.reason} maxLength={500} placeholder={t.reasonHint} onChange={(event) => change({ reason: event.target.value })} />}</Field> : null}
    </div>
  );
}
