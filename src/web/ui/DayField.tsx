import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { usePhone } from './screen.ts';
import './room.css';

interface Properties {
  readonly id?: string;
  readonly value?: CivilDate | null;
  readonly onChange?: (day: CivilDate | null) => void;
  /** Whether it may stand empty, and what that means. */
  readonly placeholder?: string;
  readonly clearable?: boolean;
  /** The last day one may choose. */
  readonly latest?: CivilDate;
  readonly label?: string;
}

const FORMATS = ['YYYY-MM-DD ddd', 'YYYY-MM-DD', 'YYYYMMDD'];

/** A civil day in a form, 2026-11-16 周一; the value stays the text '2026-11-16', so no time zone can move it. */
export function DayField({ id, value, onChange, placeholder, clearable = false, latest, label }: Properties) {
  const phone = usePhone();
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })} {...(label === undefined ? {} : { 'aria-label': label })} className="day-field" format={FORMATS} value={value ? dayjs(value) : null} allowClear={clearable}
      inputReadOnly={phone} {...(latest === undefined ? {} : { maxDate: dayjs(latest) })}
      // Enter takes over the day that was typed; it must not send the whole form besides.
      onKeyDown={(event) => { if (event.key === 'Enter') event.preventDefault(); }}
      {...(placeholder === undefined ? {} : { placeholder })} onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
