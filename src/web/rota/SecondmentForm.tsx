import { Button, Form, Select } from 'antd';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { amendSecondment, recordSecondment } from '#domain/rota/absence-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import type { AbsenceFormProperties } from './LeaveForm.tsx';
import { SpellFields } from './SpellFields.tsx';

const texts = defineTexts({
  zh: {
    person: '借调人员', missing: '请选择', seconded: '借调去向', outside: '外单位（不在本局）', save: '登记借调', amend: '保存修改',
    done: (name: string, from: string) => `已登记${name} 自 ${from} 起借调，组织关系不变，期间在本支部免计。`, waiting: '本人的借调须由他人审核后生效。',
  },
  en: {
    person: 'Who is seconded', missing: 'Choose', seconded: 'Where to', outside: 'Outside this bureau', save: 'Enter a secondment', amend: 'Save',
    done: (name, from) => `${name} is seconded from ${from}; the membership stays, attendance at home is not counted.`, waiting: ' One’s own secondment waits for somebody else to confirm it.',
  },
});

const OUTSIDE = 'outside';

interface Fields {
  readonly person: string;
  readonly seconded: string;
  readonly from: string;
  readonly to: string | null | undefined;
}

/** 借调: works elsewhere, inside the bureau or outside; the membership stays. */
export function SecondmentForm({ organisation, people, row, onDone }: AbsenceFormProperties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const recording = useWrite(recordSecondment);
  const amending = useWrite(amendSecondment);
  const tree = useCall(readOrganisations, {});
  const send = ({ person, ...fields }: Fields) => {
    const name = (row?.people ?? people ?? []).find((it) => it.id === person)?.name ?? '';
    const onSuccess = ({ waiting }: { waiting: boolean }) => onDone(t.done(name, fields.from) + (waiting ? t.waiting : ''));
    const spell = { from: fields.from, to: fields.to ?? null, seconded: fields.seconded === OUTSIDE ? null : fields.seconded };
    if (row) amending.mutate({ secondment: row.fact, version: row.version, ...spell }, { onSuccess });
    else recording.mutate({ organisation, person, ...spell }, { onSuccess });
  };
  const error = recording.error ?? amending.error;
  const places = (tree.data?.items ?? []).filter((it) => it.category !== '699' && it.id !== organisation);
  const initial = row
    ? { person: row.people[0]?.id, seconded: row.seconded?.id ?? OUTSIDE, from: row.from, to: row.to }
    : { seconded: OUTSIDE, from: today, to: null };
  return (
    <Form<Fields> layout="vertical" onFinish={send} initialValues={initial}>
      <Form.Item name="person" label={t.person} rules={[{ required: true, message: t.missing }]}>
        <PersonsField people={row ? row.people : people} disabled={row !== null} />
      </Form.Item>
      <Form.Item name="seconded" label={t.seconded} rules={[{ required: true, message: t.missing }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={[{ value: OUTSIDE, label: t.outside }, ...places.map((it) => ({ value: it.id, label: it.shortName }))]} />
      </Form.Item>
      <SpellFields endOpen />
      {error ? <Form.Item><ErrorNote refusal={error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={recording.isPending || amending.isPending}>{row ? t.amend : t.save}</Button>
    </Form>
  );
}
