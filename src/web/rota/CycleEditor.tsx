import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { ShiftTeamRow } from '#domain/rota/contract.ts';
import { knownCycles } from '#domain/rota/known-cycles.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';

const texts = defineTexts({
  zh: {
    days: '周期天数', fill: '套用常见班制', day: (at: number) => `第 ${at} 天`, free: '不值班', start: '上班时间', hours: '时长（小时）', add: '班次', remove: '去掉此班次', unit: '小时',
  },
  en: {
    days: 'Days in the cycle', fill: 'Fill in a known cycle', day: (at) => `Day ${at}`, free: 'Off duty', start: 'Begins at', hours: 'Hours', add: 'Shift', remove: 'Remove this shift', unit: 'hours',
  },
});

type Cycle = ShiftTeamRow['cycle'];

interface Properties {
  readonly value?: Cycle;
  readonly onChange?: (cycle: Cycle) => void;
  /** A known cycle brings its rest after night duty with it. */
  readonly onRest: (hours: number) => void;
}

const DAYS_MAX = 56;
const SHIFTS_MAX = 3;

/** The days of a cycle with their shifts; a day without one is free. */
export function CycleEditor({ value = [], onChange, onRest }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const change = (day: number, shifts: Cycle[number]) => onChange?.(value.map((it, at) => (at === day ? shifts : it)));
  const resize = (days: number | null) => {
    if (days) onChange?.(Array.from({ length: days }, (_, at) => value[at] ?? []));
  };
  const fill = (id: string) => {
    const known = knownCycles.find((it) => it.id === id);
    if (!known) return;
    onChange?.(known.cycle.map((shifts) => shifts.map((it) => ({ ...it }))));
    onRest(known.restHours);
  };
  return (
    <div className="cycle-editor">
      <div className="cycle-head">
        <label>{t.days} <InputNumber min={1} max={DAYS_MAX} precision={0} value={value.length} onChange={resize} /></label>
        <Select aria-label={t.fill} placeholder={t.fill} value={null} options={knownCycles.map((it) => ({ value: it.id, label: say(it.label) }))} onChange={fill} />
      </div>
      <ol>
        {value.map((shifts, day) => (
          <li key={day}>
            <span className="cycle-day">{t.day(day + 1)}</span>
            <span className="cycle-shifts">
              {shifts.length === 0 ? <span className="cycle-free">{t.free}</span> : null}
              {shifts.map((shift, at) => (
                <ShiftFields
                  key={at} shift={shift} onChange={(next) => change(day, shifts.map((it, index) => (index === at ? next : it)))}
                  onRemove={() => change(day, shifts.filter((_, index) => index !== at))}
                />
              ))}
            </span>
            <Button
              type="text" size="small" icon={<PlusOutlined />} disabled={shifts.length >= SHIFTS_MAX}
              onClick={() => change(day, [...shifts, { start: '08:00', hours: 8 }])}
            >
              {t.add}
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface ShiftProperties {
  readonly shift: Cycle[number][number];
  readonly onChange: (shift: Cycle[number][number]) => void;
  readonly onRemove: () => void;
}

function ShiftFields({ shift, onChange, onRemove }: ShiftProperties) {
  const t = useTexts(texts);
  return (
    <span className="cycle-shift">
      <TimePicker
        aria-label={t.start} format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} value={dayjs(`2026-01-01T${shift.start}`)}
        onChange={(time) => { if (time) onChange({ ...shift, start: time.format('HH:mm') }); }}
      />
      <InputNumber aria-label={t.hours} min={1} max={24} precision={0} value={shift.hours} onChange={(hours) => { if (hours) onChange({ ...shift, hours }); }} />
      {t.unit}
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t.remove} onClick={onRemove} />
    </span>
  );
}
