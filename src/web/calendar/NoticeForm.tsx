import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { amendCalendar, announceCalendar, type CalendarOfYear, type Notice } from '#domain/calendar/contract.ts';
import { holidayWords } from '#domain/calendar/holiday-words.ts';
import type { HolidayName } from '#domain/calendar/working-days.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import './calendar.css';

const texts = defineTexts({
  zh: {
    check: '以下为已公布的通知内容，请与本单位收到的文件核对后保存。', holidays: '放假', workdays: '调休上班', name: '节日', from: '放假第一天', to: '放假最后一天', begins: '起', ends: '止', day: '调休上班日',
    addHoliday: '增加一段假期', addWorkday: '增加一天', removeHoliday: '删去这段假期', removeWorkday: '删去这一天', document: '通知文号', missing: '请填写', send: '保存',
  },
  en: {
    check: 'This is the notice as published. Check it against the document you received, then save.', holidays: 'Days off', workdays: 'Make-up workdays', name: 'Holiday', from: 'First day off', to: 'Last day off', begins: 'From', ends: 'To', day: 'Make-up workday',
    addHoliday: 'Add a holiday', addWorkday: 'Add a day', removeHoliday: 'Remove this holiday', removeWorkday: 'Remove this day', document: 'Number of the notice', missing: 'Fill in', send: 'Save',
  },
});

interface Fields {
  readonly document?: string;
  readonly holidays: readonly { readonly names: HolidayName[]; readonly from: string; readonly to: string }[];
  readonly workdays: readonly string[];
}

interface Properties {
  readonly of: CalendarOfYear;
  readonly onDone: (holidays: number, workdays: number) => void;
}

const named = Object.keys(holidayWords).filter((it) => it !== 'other');
/** The seven holidays of every year, their days to be filled in from the notice. */
const emptyNotice = { document: '', holidays: named.map((name) => ({ names: [name], from: null, to: null })), workdays: [] };

/** The notice of a year as the office types it in; a published one is filled in already. */
export function NoticeForm({ of: { year, announced, offered }, onDone }: Properties) {
  const t = useTexts(texts);
  const announcing = useWrite(announceCalendar);
  const amending = useWrite(amendCalendar);
  const [form] = Form.useForm<Fields>();
  const send = ({ document = '', holidays, workdays }: Fields) => {
    const notice: Notice = { document, holidays: holidays.map(({ names, from, to }) => ({ names, from, to })), workdays: [...workdays] };
    const onSuccess = () => onDone(notice.holidays.length, notice.workdays.length);
    if (announced) amending.mutate({ calendar: announced.calendar, version: announced.version, ...notice }, { onSuccess });
    else announcing.mutate({ year: String(year), ...notice }, { onSuccess });
  };
  const error = announcing.error ?? amending.error;
  return (
    <Form<Fields> form={form} className="calendar-form" layout="vertical" onFinish={send} initialValues={announced ?? offered ?? emptyNotice}>
      {offered ? <p className="calendar-check">{t.check}</p> : null}
      <h3>{t.holidays}</h3>
      <HolidayLines onFrom={(at, from) => form.setFieldValue(['holidays', at, 'to'], form.getFieldValue(['holidays', at, 'to']) ?? from)} />
      <h3>{t.workdays}</h3>
      <WorkdayLines />
      <NonClassifiedNotice />
      <Form.Item name="document" label={t.document}><Input maxLength={100} /></Form.Item>
      {error ? <Form.Item><ErrorNote refusal={error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={announcing.isPending || amending.isPending}>{t.send}</Button>
    </Form>
  );
}

function HolidayLines({ onFrom }: { readonly onFrom: (at: number, from: string | null) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const needed = [{ required: true, message: t.missing }];
  const options = Object.entries(holidayWords).map(([value, words]) => ({ value, label: say(words) }));
  return (
    <Form.List name="holidays">
      {(lines, { add, remove }) => (
        <div className="notice-lines">
          <div className="notice-line notice-heads" aria-hidden="true"><span>{t.name}</span><span>{t.from}</span><span>{t.to}</span></div>
          {lines.map(({ key, name }) => (
            <div key={key} className="notice-line" role="group">
              <Form.Item name={[name, 'names']} rules={needed}><Select mode="multiple" maxCount={3} aria-label={t.name} placeholder={t.name} options={options} /></Form.Item>
              <Form.Item name={[name, 'from']} rules={needed}><NotedDay label={t.from} placeholder={t.begins} onPicked={(day) => onFrom(name, day)} /></Form.Item>
              <Form.Item name={[name, 'to']} rules={needed}><DayField label={t.to} placeholder={t.ends} /></Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t.removeHoliday} onClick={() => remove(name)} />
            </div>
          ))}
          <Button onClick={() => add({ names: [], from: null, to: null })}>{t.addHoliday}</Button>
        </div>
      )}
    </Form.List>
  );
}

interface NotedProperties {
  readonly label: string;
  readonly placeholder: string;
  readonly onPicked: (day: string | null) => void;
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
}

/** The first day of a holiday: where no last one is chosen yet, it is the same. */
const NotedDay = ({ label, placeholder, onPicked, onChange, value = null }: NotedProperties) => (
  <DayField label={label} placeholder={placeholder} value={value} onChange={(day) => { onChange?.(day); onPicked(day); }} />
);

function WorkdayLines() {
  const t = useTexts(texts);
  return (
    <Form.List name="workdays">
      {(lines, { add, remove }) => (
        <div className="notice-lines workdays">
          {lines.map(({ key, name }) => (
            <div key={key} className="notice-line" role="group">
              <Form.Item name={name} rules={[{ required: true, message: t.missing }]}><DayField label={t.day} placeholder={t.day} /></Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t.removeWorkday} onClick={() => remove(name)} />
            </div>
          ))}
          <Button onClick={() => add(null)}>{t.addWorkday}</Button>
        </div>
      )}
    </Form.List>
  );
}
