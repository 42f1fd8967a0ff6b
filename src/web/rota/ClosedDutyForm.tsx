import { Button, Form, Radio } from 'antd';
import { amendClosedDuty, recordClosedDuty } from '#domain/rota/absence-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import type { AbsenceFormProperties } from './LeaveForm.tsx';
import { SpellFields } from './SpellFields.tsx';

const texts = defineTexts({
  zh: {
    people: '执勤人员', missing: '请选择', study: '封闭点是否组织学习', held: '组织学习，可在封闭点参学', notHeld: '不组织学习', save: '登记全封闭执勤', amend: '保存修改',
    done: (people: number, from: string, to: string) => `已登记 ${people} 人 ${from} 至 ${to} 全封闭执勤，期间集中学习免计。`, waiting: '其中您本人须由他人审核后生效。',
  },
  en: {
    people: 'Who is on closed duty', missing: 'Choose', study: 'Study at the post', held: 'Held there, they can attend it', notHeld: 'Not held', save: 'Enter closed duty', amend: 'Save',
    done: (people, from, to) => `${people} people are on closed duty from ${from} to ${to}; study is not counted in that time.`, waiting: ' Your own part waits for somebody else to confirm it.',
  },
});

interface Fields {
  readonly persons: string[];
  readonly from: string;
  readonly to: string;
  readonly studyAtPost: boolean;
}

/** 全封闭执勤: a list of people for weeks at a time. */
export function ClosedDutyForm({ organisation, people, row, onDone }: AbsenceFormProperties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const recording = useWrite(recordClosedDuty);
  const amending = useWrite(amendClosedDuty);
  const send = (fields: Fields) => {
    const onSuccess = ({ waiting }: { waiting: boolean }) => onDone(t.done(fields.persons.length, fields.from, fields.to) + (waiting ? t.waiting : ''));
    if (row) amending.mutate({ closedDuty: row.fact, version: row.version, ...fields }, { onSuccess });
    else recording.mutate({ organisation, ...fields }, { onSuccess });
  };
  const error = recording.error ?? amending.error;
  const initial = row
    ? { persons: row.people.map((it) => it.id), from: row.from, to: row.to, studyAtPost: row.studyAtPost ?? false }
    : { persons: [], from: today, studyAtPost: true };
  return (
    <Form<Fields> layout="vertical" onFinish={send} initialValues={initial}>
      <Form.Item name="persons" label={t.people} rules={[{ required: true, message: t.missing }]}><PersonsField people={people} many /></Form.Item>
      <SpellFields />
      <Form.Item name="studyAtPost" label={t.study} required>
        <Radio.Group className="rota-radios"><Radio value>{t.held}</Radio><Radio value={false}>{t.notHeld}</Radio></Radio.Group>
      </Form.Item>
      {error ? <Form.Item><ErrorNote refusal={error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={recording.isPending || amending.isPending}>{row ? t.amend : t.save}</Button>
    </Form>
  );
}
