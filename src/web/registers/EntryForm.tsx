import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { addMonths, type CivilDate, periodOf } from '#domain/calendar/civil-date.ts';
import { amendRegisterEntry, type EntryRow, readRegisterForm, recordRegisterEntry, type RegisterCard } from '#domain/registers/contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { GuideLinks } from '#web/shell/GuideLinks.tsx';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { ValueField } from '#web/ui/ValueField.tsx';
import { registerTexts } from './register-texts.ts';
import './registers.css';

const texts = defineTexts({
  zh: { guidance: '填写说明', save: '登记', amend: '保存修改', open: '仍在持续的留空', other: '不属于发生日期所在月份的，写明理由，如“上年度民主评议”。' },
  en: { guidance: 'How to fill it in', save: 'Enter', amend: 'Save', open: 'empty while it lasts', other: 'Not the month of the day: say why, such as an appraisal of the year before.' },
});

interface Properties {
  readonly register: string;
  /** Where the list stands, as the first choice. */
  readonly organisation: string;
  /** What is amended; null for a new entry. */
  readonly row: EntryRow | null;
  /** What a new entry begins with, where somebody was sent to fill a gap. */
  readonly start?: EntryStart;
  readonly onDone: (saved: { readonly entry: string; readonly waiting: boolean }) => void;
}

/** 所属期, people in a part, and the entry from which the new one follows; each empty where nothing is known. */
export interface EntryStart {
  readonly period: string;
  readonly people: readonly string[];
  readonly as: string;
  readonly from: string;
}

/** The form that the declaration of a register makes. */
export function EntryForm({ register, organisation, row, start, onDone }: Properties) {
  const [place, setPlace] = useState(row?.organisation.id ?? organisation);
  const [day, setDay] = useState<CivilDate | null>(row?.day ?? null);
  const form = useCall(readRegisterForm, { register, ...(place === '' ? {} : { organisation: place }), ...(day === null ? {} : { day }), ...(start === undefined || start.from === '' ? {} : { from: start.from }) }, { keep: true });
  if (form.error) return <ErrorNote refusal={form.error.refusal} />;
  if (!form.data) return <LinesSkeleton />;
  return <Fields choice={form.data} row={row} start={start} onPlace={setPlace} onDay={setDay} onDone={onDone} />;
}

interface Typed {
  readonly organisation: string;
  readonly day: CivilDate;
  readonly until?: CivilDate | null;
  readonly period?: string;
  readonly reason?: string;
  /** By part; people without parts stand under `all`. */
  readonly persons?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly values?: Readonly<Record<string, string | boolean | undefined>>;
}

interface FieldsProperties {
  readonly choice: ReturnType<typeof readRegisterForm.output.parse>;
  readonly row: EntryRow | null;
  readonly start: EntryStart | undefined;
  readonly onPlace: (organisation: string) => void;
  readonly onDay: (day: CivilDate | null) => void;
  readonly onDone: Properties['onDone'];
}

const ALL = 'all';

function Fields({ choice, row, start, onPlace, onDay, onDone }: FieldsProperties) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const { register, people, organisations } = choice;
  const recording = useWrite(recordRegisterEntry);
  const amending = useWrite(amendRegisterEntry);
  const [form] = Form.useForm<Typed>();
  const day = Form.useWatch('day', form) ?? row?.day ?? today;
  const period = Form.useWatch('period', form);
  const months = [0, 1, 2, 3].map((back) => addMonths(periodOf(day), -back));
  const send = (typed: Typed) => {
    const fields = inputOf(register, typed);
    if (row) amending.mutate({ entry: row.entry, version: row.version, ...fields }, { onSuccess: onDone });
    else recording.mutate({ organisation: typed.organisation, register: register.id, ...fields }, { onSuccess: onDone });
  };
  const taken = ({ organisation, day: on }: Partial<Typed>) => {
    if (organisation !== undefined) onPlace(organisation);
    if (on !== undefined) onDay(on);
  };
  const error = recording.error ?? amending.error;
  const needed = [{ required: true, message: words.choose }];
  const nameOf = (at: string) => placeName(at, register, words.persons, say);
  const parts = register.persons === 'none' ? [] : register.parts.length > 0 ? register.parts.map((it) => ({ id: it.id, label: say(it.label) })) : [{ id: ALL, label: words.persons }];
  return (
    <KeptForm<Typed>
      of={`entry ${register.id} ${row ? `${row.entry} ${row.version}` : JSON.stringify(start ?? null)}`} tabOnly={register.privacy !== 'open'} form={form} layout="vertical" onFinish={send}
      initialValues={initialOf(choice, row, today, start)} className="entry-form" onTaken={taken}
    >
      {register.guidance ? <aside className="entry-guidance"><b>{t.guidance}</b> {say(register.guidance)} <span>{words.privacy[register.privacy]}</span></aside> : null}
      <GuideLinks registers={[register.id]} />
      <Form.Item name="organisation" label={words.organisation} rules={needed} hidden={organisations.length < 2 || row !== null}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={organisations.map((it) => ({ value: it.id, label: it.name }))} onChange={onPlace} />
      </Form.Item>
      <div className="entry-pair">
        <Form.Item name="day" label={register.lasts ? words.from : words.day} rules={needed}><DayField {...(register.ahead ? {} : { latest: today })} onChange={onDay} /></Form.Item>
        {register.lasts ? <Form.Item name="until" label={words.until} extra={t.open}><DayField clearable /></Form.Item> : (
          <Form.Item name="period" label={words.period}><Select options={months.map((it) => ({ value: it, label: it }))} placeholder={periodOf(day)} allowClear /></Form.Item>
        )}
      </div>
      {period !== undefined && period !== periodOf(day) ? <Form.Item name="reason" label={words.reason} extra={t.other} rules={[{ required: true, message: words.missing }]}><Input maxLength={200} /></Form.Item> : null}
      {parts.map(({ id, label }) => (
        <Form.Item key={id} name={['persons', id]} label={label} rules={needed}><PersonsField people={people} many={register.persons === 'many'} /></Form.Item>
      ))}
      {register.fields.some(({ kind }) => kind === 'text' || kind === 'matter') ? <NonClassifiedNotice /> : null}
      {register.fields.map((field) => <ValueField key={field.id} field={field} />)}
      {error ? <Form.Item><ErrorNote refusal={error.refusal} placeName={nameOf} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={recording.isPending || amending.isPending}>{row ? t.amend : t.save}</Button>
    </KeptForm>
  );
}

function initialOf(choice: FieldsProperties['choice'], row: EntryRow | null, today: CivilDate, start: EntryStart | undefined): Partial<Typed> {
  const { register, organisation } = choice;
  if (!row) return { organisation, ...begunOf(choice, today, start) };
  const period = row.period === periodOf(row.day) ? {} : { period: row.period };
  return { organisation: row.organisation.id, day: row.day, until: row.until, ...period, persons: byPart(register, row.persons.map(({ id, as }) => ({ person: id, as }))), values: row.values };
}

/** What is known of a new entry: only people of the place stand in its lists. */
function begunOf({ register, people, begun }: FieldsProperties['choice'], today: CivilDate, start: EntryStart | undefined): Omit<Partial<Typed>, 'organisation'> {
  const named = (start?.people ?? []).map((person) => ({ person, as: register.parts.some(({ id }) => id === start?.as) ? start?.as ?? null : null }));
  // Who is named by the gap stands in the entry that called for it as well, and is one person.
  const others = (begun?.persons ?? []).filter((it) => !named.some(({ person, as }) => person === it.person && as === it.as));
  const persons = [...named, ...others].filter(({ person }) => people.some(({ id }) => id === person));
  const period = start?.period ?? '';
  return {
    day: begun?.day ?? today, ...(begun?.until ? { until: begun.until } : {}), ...(period === '' || register.lasts || period === periodOf(today) ? {} : { period }),
    ...(persons.length === 0 ? {} : { persons: byPart(register, persons) }), values: begun?.values ?? {},
  };
}

function byPart(register: RegisterCard, persons: readonly { readonly person: string; readonly as: string | null }[]): NonNullable<Typed['persons']> {
  const named = (as: string | null): readonly string[] => persons.filter((it) => it.as === as).map(({ person }) => person);
  const one = (ids: readonly string[]) => (register.persons === 'one' ? ids[0] : ids);
  return register.parts.length > 0 ? Object.fromEntries(register.parts.map(({ id }) => [id, one(named(id))])) : { [ALL]: one(named(null)) };
}

function inputOf(register: RegisterCard, { day, until = null, period, reason = '', persons = {}, values = {} }: Typed) {
  const list = (ids: string | readonly string[] | undefined): readonly string[] => (ids === undefined ? [] : typeof ids === 'string' ? [ids] : ids);
  return {
    day, until: until ?? null, ...(period === undefined || register.lasts ? {} : { period }), reason,
    persons: Object.entries(persons).flatMap(([as, ids]) => list(ids).map((person) => ({ person, as: as === ALL ? null : as }))),
    values: Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string | boolean] => pair[1] !== undefined && pair[1] !== null)),
  };
}

/** A place of the input as the form calls it. */
function placeName(at: string, register: RegisterCard, persons: string, say: (words: { zh: string; en: string }) => string): string {
  if (at.startsWith('persons')) return persons;
  const field = register.fields.find(({ id }) => at === `values.${id}`);
  return field ? say(field.label) : at;
}
