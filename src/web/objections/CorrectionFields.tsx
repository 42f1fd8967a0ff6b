import { Form, InputNumber, Radio, Select } from 'antd';
import { makeUpWayWords } from '#domain/activities/status-words.ts';
import type { Correctable, Correction } from '#domain/objections/contract.ts';
import { markWords } from '#domain/objections/fact-words.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { ValueField } from '#web/ui/ValueField.tsx';
import { ALL } from './decision-fields.ts';
import { objectionTexts } from './objection-texts.ts';

const texts = defineTexts({
  zh: {
    how: '更正方式', mark: '更正考勤', values: '更正登记内容', makeUp: '更正补学', leave: '更正请假', handedIn: '更正交办任务办结日期', checked: '更正抽查核定分', item: '考核项目', checkedMark: '核定分', outOf: (full: string) => `满分 ${full}`, madeUpOn: '补学日期', wayOf: '补学方式', handedInOn: '交回日期', toDay: '结束日期', withdraw: '撤回这条记录', confirm: '予以计入（审核通过）', entered: '已补记，以这条记录为准', void: '抽取作废，重新组织', asMark: '更正为', reason: '事由', persons: '人员', day: '发生日期', from: '开始日期', until: '结束日期',
    none: '这条记录不能在此更正。',
  },
  en: {
    how: 'How it is put right', mark: 'Correct the attendance', values: 'Correct the entry', makeUp: 'Correct the make-up', leave: 'Correct the leave', handedIn: 'Correct the day of handing in', checked: 'Correct a mark of the sheet', item: 'Item', checkedMark: 'Mark', outOf: (full) => `out of ${full}`, madeUpOn: 'Made up on', wayOf: 'How', handedInOn: 'Handed in on', toDay: 'To', withdraw: 'Withdraw the entry', confirm: 'Count it (confirmed)', entered: 'It was entered since: this one', void: 'The draw is void and done anew', asMark: 'Corrected to', reason: 'Reason', persons: 'People', day: 'Day', from: 'From', until: 'Until',
    none: 'This entry cannot be put right here.',
  },
});

interface Properties {
  readonly of: Correctable;
  readonly way: Correction['kind'] | undefined;
  readonly mark: Extract<Correction, { kind: 'mark' }>['mark'] | undefined;
}

/** The ways that the room of the fact allows, and the fields of the chosen one. */
export function CorrectionFields({ of, way, mark }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const say = useWords();
  if (of.ways.length === 0) return <p className="objection-hint">{t.none}</p>;
  const needed = [{ required: true, message: words.choose }];
  return (
    <>
      <Form.Item name="way" label={t.how} rules={needed}><Radio.Group className="objection-radios">{of.ways.map((it) => <Radio key={it} value={it}>{t[it]}</Radio>)}</Radio.Group></Form.Item>
      {way === 'mark' ? (
        <div className="objection-pair">
          <Form.Item name="mark" label={t.asMark} rules={needed}><Select options={Object.entries(markWords).map(([value, label]) => ({ value, label: say(label) }))} /></Form.Item>
          {mark === 'excused' || mark === 'absent' ? (
            <Form.Item name="reason" label={t.reason} rules={mark === 'excused' ? needed : []}>
              <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={of.reasons.map((it) => ({ value: it.id, label: say(it.label) }))} />
            </Form.Item>
          ) : null}
        </div>
      ) : null}
      {way === 'values' ? <EntryFields of={of} /> : null}
      {way === 'checked' ? <MarkFields of={of} /> : null}
      {way === 'makeUp' || way === 'leave' || way === 'handedIn' ? <DatedFields of={of} way={way} /> : null}
    </>
  );
}

/** One item of a sheet, and what it should have been marked with. */
function MarkFields({ of: { sheet } }: { readonly of: Correctable }) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const say = useWords();
  const needed = [{ required: true, message: words.needed }];
  const item = Form.useWatch<string | undefined>('item');
  const full = sheet?.find((it) => it.item === item)?.full ?? null;
  return (
    <div className="objection-pair">
      <Form.Item name="item" label={t.item} rules={needed}><Select showSearch={{ optionFilterProp: 'label' }} options={(sheet ?? []).map((it) => ({ value: it.item, label: say(it.label) }))} /></Form.Item>
      <Form.Item name="checked" label={t.checkedMark} extra={full === null ? null : t.outOf(String(full / 100))} rules={needed}><InputNumber min={0} {...(full === null ? {} : { max: full / 100 })} step={0.1} precision={2} /></Form.Item>
    </div>
  );
}

/** A make-up, a leave and a task are put right in their days, and in what goes with them. */
function DatedFields({ of, way }: { readonly of: Correctable; readonly way: 'makeUp' | 'leave' | 'handedIn' }) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const needed = [{ required: true, message: words.needed }];
  if (way === 'leave') return (
    <>
      <div className="objection-pair">
        <Form.Item name="from" label={t.from} rules={needed}><DayField /></Form.Item>
        <Form.Item name="to" label={t.toDay} rules={needed}><DayField /></Form.Item>
      </div>
      <Form.Item name="reason" label={t.reason} rules={needed}><Select showSearch={{ optionFilterProp: 'label' }} options={of.reasons.map((it) => ({ value: it.id, label: say(it.label) }))} /></Form.Item>
    </>
  );
  return (
    <div className="objection-pair">
      <Form.Item name="day" label={way === 'makeUp' ? t.madeUpOn : t.handedInOn} rules={needed}><DayField latest={today} /></Form.Item>
      {way === 'makeUp' ? <Form.Item name="makeUpWay" label={t.wayOf} rules={needed}><Select options={Object.entries(makeUpWayWords).map(([value, label]) => ({ value, label: say(label) }))} /></Form.Item> : null}
    </div>
  );
}

function EntryFields({ of: { register, people } }: { readonly of: Correctable }) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  if (!register) return null;
  const needed = [{ required: true, message: words.needed }];
  const parts = register.persons === 'none' ? [] : register.parts.length > 0 ? register.parts.map((it) => ({ id: it.id, label: say(it.label) })) : [{ id: ALL, label: t.persons }];
  return (
    <>
      <div className="objection-pair">
        <Form.Item name="day" label={register.lasts ? t.from : t.day} rules={needed}><DayField latest={today} /></Form.Item>
        {register.lasts ? <Form.Item name="until" label={t.until}><DayField clearable /></Form.Item> : null}
      </div>
      {parts.map(({ id, label }) => <Form.Item key={id} name={['persons', id]} label={label} rules={needed}><PersonsField people={people} many={register.persons === 'many'} /></Form.Item>)}
      {register.fields.map((field) => <ValueField key={field.id} field={field} />)}
    </>
  );
}
