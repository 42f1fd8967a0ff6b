import { Button, Form } from 'antd';
import { type AbsenceRow, amendLeave, recordLeave } from '#domain/rota/absence-contract.ts';
import type { PersonCard } from '#domain/rota/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { ReasonField } from './ReasonField.tsx';
import { SpellFields } from './SpellFields.tsx';

const texts = defineTexts({
  zh: {
    person: '请假人', missing: '请选择', save: '登记请假', amend: '保存修改', own: '本人的请假须由支部书记、副书记或机关党委审核后生效。',
    done: (name: string, from: string, to: string, days: number) => `已登记${name} ${from} 至 ${to} 请假，共 ${days} 天；期间的应到随之调整。`,
    waiting: (name: string, from: string, to: string) => `已登记${name} ${from} 至 ${to} 请假，待他人审核后生效。`,
  },
  en: {
    person: 'Who is on leave', missing: 'Choose', save: 'Enter leave', amend: 'Save', own: 'Leave of your own takes effect once the secretary, the deputy or the office has confirmed it.',
    done: (name, from, to, days) => `${name} is on leave from ${from} to ${to}, ${days} days; attendance in that time follows.`,
    waiting: (name, from, to) => `Leave of ${name} from ${from} to ${to} is entered and waits for somebody else to confirm it.`,
  },
});

interface Fields {
  readonly person: string;
  readonly reason: string;
  readonly from: string;
  readonly to: string;
}

export interface AbsenceFormProperties {
  readonly organisation: string;
  readonly people: readonly PersonCard[] | undefined;
  /** What is amended; null for a new entry. */
  readonly row: AbsenceRow | null;
  readonly onDone: (said: string) => void;
}

export function LeaveForm({ organisation, people, row, onDone }: AbsenceFormProperties) {
  const t = useTexts(texts);
  const who = useWhoAmI();
  const recording = useWrite(recordLeave);
  const amending = useWrite(amendLeave);
  const [form] = Form.useForm<Fields>();
  const person = Form.useWatch('person', form);
  const from = Form.useWatch('from', form);
  const send = (fields: Fields) => {
    const name = (row?.people ?? people ?? []).find((it) => it.id === fields.person)?.name ?? '';
    const onSuccess = ({ days, waiting }: { days: number; waiting: boolean }) =>
      onDone(waiting ? t.waiting(name, fields.from, fields.to) : t.done(name, fields.from, fields.to, days));
    if (row) amending.mutate({ leave: row.fact, version: row.version, reason: fields.reason, from: fields.from, to: fields.to }, { onSuccess });
    else recording.mutate({ organisation, ...fields }, { onSuccess });
  };
  const error = recording.error ?? amending.error;
  const initial = row ? { person: row.people[0]?.id, reason: row.reason, from: row.from, to: row.to } : { from: who.today };
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={send} initialValues={initial}>
      <Form.Item name="person" label={t.person} rules={[{ required: true, message: t.missing }]}>
        <PersonsField people={row ? row.people : people} disabled={row !== null} />
      </Form.Item>
      {person !== undefined && person === who.person?.id ? <p className="rota-hint">{t.own}</p> : null}
      <ReasonField day={from ?? who.today} />
      <SpellFields />
      {error ? <Form.Item><ErrorNote refusal={error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={recording.isPending || amending.isPending}>{row ? t.amend : t.save}</Button>
    </Form>
  );
}
