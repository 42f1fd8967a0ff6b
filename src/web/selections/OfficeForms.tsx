import { Button, Checkbox, Form, Input } from 'antd';
import { addDays } from '#domain/calendar/civil-date.ts';
import { decideSelection, nominateMember, postSelectionNotice, returnSelection, type SelectionView, withdrawNomination } from '#domain/selections/contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { selectionTexts } from './selection-texts.ts';

const texts = defineTexts({
  zh: { taken: '推荐已撤回。', whom: (quota: number) => `人选（至多 ${quota} 名）`, from: '公示开始', until: '公示截止', days: '公示当日不计，不少于 5 个工作日；以工作日历为准。', post: '公示', document: '决定文号', decide: '登记决定' },
  en: { taken: 'The proposal is taken back.', whom: (quota) => `Members, ${quota} at most`, from: 'Posted on', until: 'Until', days: 'Five working days at least, not counting the first, by the working calendar.', post: 'Give notice', document: 'Document number', decide: 'Enter the decision' },
});

interface Properties {
  readonly it: SelectionView;
  readonly onDone: () => void;
}

const label = ({ person, organisation }: { readonly person: { readonly name: string; readonly number: string }; readonly organisation: string }): string => `${person.name}　${person.number}　${organisation}`;
const NOTICE_SPAN = 8;

/** 公示: whom, from when to when. */
export function NoticeForm({ it, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(selectionTexts);
  const { today } = useWhoAmI();
  const posting = useWrite(postSelectionNotice);
  const needed = [{ required: true, message: words.choose }];
  return (
    <Form<{ persons: string[]; from: string; until: string }>
      layout="vertical" initialValues={{ from: today, until: addDays(today, NOTICE_SPAN) }} onFinish={(fields) => posting.mutate({ ...fields, selection: it.selection }, { onSuccess: onDone })}
    >
      <Form.Item name="persons" label={t.whom(it.quota)} rules={needed}>
        <Checkbox.Group className="selection-choice" options={it.nominees.map(({ person, organisation }) => ({ value: person.id, label: label({ person, organisation: organisation.name }) }))} />
      </Form.Item>
      <Form.Item name="from" label={t.from} rules={needed}><DayField /></Form.Item>
      <Form.Item name="until" label={t.until} extra={t.days} rules={needed}><DayField /></Form.Item>
      {posting.error ? <Form.Item><ErrorNote refusal={posting.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={posting.isPending}>{t.post}</Button>
    </Form>
  );
}

/** 决定: whom of those noticed, by which document. */
export function DecideForm({ it, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(selectionTexts);
  const deciding = useWrite(decideSelection);
  const noticed = (it.notice?.persons ?? []).filter(({ struck }) => !struck);
  return (
    <Form<{ persons: string[]; document: string }>
      layout="vertical" initialValues={{ persons: noticed.map(({ person }) => person.id) }} onFinish={(fields) => deciding.mutate({ ...fields, selection: it.selection }, { onSuccess: onDone })}
    >
      <Form.Item name="persons" label={t.whom(it.quota)} rules={[{ required: true, message: words.choose }]}>
        <Checkbox.Group className="selection-choice" options={noticed.map((each) => ({ value: each.person.id, label: label(each) }))} />
      </Form.Item>
      <Form.Item name="document" label={t.document} rules={[{ required: true, whitespace: true, min: 2, message: words.missing }]}><Input maxLength={100} /></Form.Item>
      {deciding.error ? <Form.Item><ErrorNote refusal={deciding.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={deciding.isPending}>{t.decide}</Button>
    </Form>
  );
}

interface ReasonProperties extends Properties {
  /** Whose proposal is taken back; null: the notice. */
  readonly person: string | null;
  readonly label: string;
  readonly act: string;
}

export function ReasonForm({ it, person, label: said, act, onDone }: ReasonProperties) {
  const t = useTexts(texts);
  const words = useTexts(selectionTexts);
  const returning = useWrite(returnSelection);
  const withdrawing = useWrite(withdrawNomination);
  const error = returning.error ?? withdrawing.error;
  const offerUndo = useUndo();
  const { selection, nominees } = it;
  const send = ({ reason }: { reason: string }) => {
    if (person === null) returning.mutate({ selection, reason }, { onSuccess: onDone });
    else withdrawing.mutate({ selection, person, reason }, { onSuccess: () => {
      onDone();
      const gone = nominees.find((one) => one.person.id === person);
      if (gone) offerUndo(t.taken, (key) => call(nominateMember, { selection, organisation: gone.organisation.id, person, minutes: gone.minutes, reason: gone.reason }, { key }));
    } });
  };
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={send}>
      <NonClassifiedNotice />
      <Form.Item name="reason" label={said} rules={[{ required: true, whitespace: true, min: 2, message: words.missing }]}><Input.TextArea maxLength={500} rows={3} className="grows" /></Form.Item>
      {error ? <Form.Item><ErrorNote refusal={error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={returning.isPending || withdrawing.isPending}>{act}</Button>
    </Form>
  );
}
