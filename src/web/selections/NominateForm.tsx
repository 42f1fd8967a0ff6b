import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { listCandidates, nominateMember, type SelectionView } from '#domain/selections/contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { selectionTexts } from './selection-texts.ts';

const texts = defineTexts({
  zh: { send: '推荐', hint: (conditions: string) => `可推荐：${conditions}。按编号排列，不分先后。`, notYet: '本支部的年度综合评价还没有审定，审定后才有可推荐人选。', none: '没有可推荐的人选。', minutesHint: '如：2026年6月5日支委会' },
  en: { send: 'Propose', hint: (conditions) => `May be proposed: ${conditions}. By number, in no order of merit.`, notYet: 'The evaluation of this branch is not approved yet; nobody can be proposed before.', none: 'Nobody can be proposed.', minutesHint: 'Such as: committee meeting of 5 June 2026' },
});

interface Fields {
  readonly organisation: string;
  readonly person: string;
  readonly minutes: string;
  readonly reason: string;
}

/** 推荐人选: whom the committee of the branch proposes, by which minutes and why. */
export function NominateForm({ it, onDone }: { readonly it: SelectionView; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const words = useTexts(selectionTexts);
  const say = useWords();
  const [place, setPlace] = useState(it.nominating[0]?.id ?? '');
  const candidates = useCall(listCandidates, { selection: it.selection, organisation: place }, { enabled: place !== '' });
  const nominating = useWrite(nominateMember);
  const [form] = Form.useForm<Fields>();
  if (candidates.error) return <ErrorNote refusal={candidates.error.refusal} />;
  if (!candidates.data) return <LinesSkeleton />;
  const { items, conditions, approved } = candidates.data;
  const needed = [{ required: true, message: words.choose }];
  const typed = [{ required: true, whitespace: true, min: 2, message: words.missing }];
  return (
    <KeptForm<Fields> of={`nominate ${it.selection}`} onTaken={({ organisation }) => { if (organisation !== undefined) setPlace(organisation); }} form={form} layout="vertical" initialValues={{ organisation: place }} onFinish={(fields) => nominating.mutate({ ...fields, selection: it.selection }, { onSuccess: onDone })}>
      <Form.Item name="organisation" label={words.branch} rules={needed} hidden={it.nominating.length < 2}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={it.nominating.map(({ id, name }) => ({ value: id, label: name }))} onChange={(chosen: string) => { setPlace(chosen); form.resetFields(['person']); }} />
      </Form.Item>
      <p className="room-hint">{t.hint(conditions.map((each) => say(each)).join(words.join))}</p>
      {items.length === 0 ? <p className="room-hint">{approved ? t.none : t.notYet}</p> : null}
      <Form.Item name="person" label={words.name} rules={needed}><PersonsField people={items} /></Form.Item>
      <Form.Item name="minutes" label={words.minutes} rules={typed}><Input maxLength={100} placeholder={t.minutesHint} /></Form.Item>
      <NonClassifiedNotice />
      <Form.Item name="reason" label={words.reason} rules={typed}><Input.TextArea maxLength={500} rows={3} className="grows" /></Form.Item>
      {nominating.error ? <Form.Item><ErrorNote refusal={nominating.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={nominating.isPending}>{t.send}</Button>
    </KeptForm>
  );
}
