import { DatePicker, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { usePhone } from '#web/ui/screen.ts';

interface DayProperties {
  readonly id: string;
  /** '' while nothing is chosen. */
  readonly value: CivilDate;
  readonly onChange: (day: CivilDate) => void;
  readonly min?: CivilDate | undefined;
  readonly max?: CivilDate | undefined;
}

/** A civil day as an office writes it, 2026-11-16 周一; the value stays a text, so no time zone can move it. */
export function DayField({ id, value, onChange, min, max }: DayProperties) {
  const phone = usePhone();
  return (
    <DatePicker
      id={id} className="day-field" format={['YYYY-MM-DD ddd', 'YYYY-MM-DD', 'YYYYMMDD']} allowClear={false} inputReadOnly={phone} value={value === '' ? null : dayjs(value)}
      {...(min === undefined ? {} : { minDate: dayjs(min) })} {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}

interface TimeProperties {
  readonly id: string;
  /** '19:00', or '' while nothing is chosen. */
  readonly value: string;
  readonly onChange: (time: string) => void;
}

/** A clock time; what is picked or typed holds at once. */
export function TimeField({ id, value, onChange }: TimeProperties) {
  const phone = usePhone();
  return (
    <TimePicker
      id={id} className="day-field" format={['HH:mm', 'HHmm', 'H:mm']} minuteStep={5} allowClear={false} needConfirm={false} inputReadOnly={phone} suffixIcon={null}
      value={value === '' ? null : dayjs(`2000-01-01T${value}`)} onChange={(time) => onChange(time ? time.format('HH:mm') : '')}
    />
  );
}
