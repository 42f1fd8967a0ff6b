import { Button, Form } from 'antd';
import { mayHangUnder } from '#domain/orgs/categories.ts';
import { moveOrganisation, type OrganisationNode } from '#domain/orgs/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { ParentField } from './ParentField.tsx';

const texts = defineTexts({
  zh: { to: '调整到', from: '自何日起', hint: '这一天以前的隶属、统计和考核不变。', move: '调整隶属' },
  en: { to: 'Move under', from: 'From', hint: 'Before that day nothing changes: neither its place nor figures nor assessments.', move: 'Move it' },
});

interface Properties {
  readonly organisation: OrganisationNode;
  readonly nodes: readonly OrganisationNode[];
  readonly onDone: (parent: string, from: string) => void;
}

/** From a day on it hangs under another organisation. */
export function MoveForm({ organisation, nodes, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(organisationTexts);
  const { today } = useWhoAmI();
  const moving = useWrite(moveOrganisation);
  const possible = nodes.filter((it) => it.editable && it.id !== organisation.id && it.id !== organisation.parent && mayHangUnder(organisation.category, it.category));
  const send = ({ parent, from }: { parent: string; from: string }) => moving.mutate(
    { organisation: organisation.id, version: organisation.version, parent, from },
    { onSuccess: () => onDone(nodes.find((it) => it.id === parent)?.shortName ?? '', from) },
  );
  return (
    <Form<{ parent: string; from: string }> layout="vertical" initialValues={{ from: today }} onFinish={send}>
      <Form.Item name="parent" label={t.to} rules={[{ required: true, message: words.choose }]}><ParentField nodes={possible} /></Form.Item>
      <Form.Item name="from" label={t.from} extra={t.hint} rules={[{ required: true, message: words.choose }]}><DayField latest={today} /></Form.Item>
      {moving.error ? <Form.Item><ErrorNote refusal={moving.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={moving.isPending}>{t.move}</Button>
    </Form>
  );
}
