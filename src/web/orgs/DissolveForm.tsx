import { Button, Form } from 'antd';
import { dissolveOrganisation, type OrganisationNode, restoreOrganisation } from '#domain/orgs/contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { organisationTexts } from './organisation-texts.ts';

const texts = defineTexts({
  zh: { day: '最后一日', hint: '须先转出全部人员、调整或撤销下级。以前的记录和积分不变；办错了可以恢复。', dissolve: '撤销组织', dissolved: (day: string) => `已撤销，${day} 为最后一日。` },
  en: { day: 'Last day', hint: 'People and organisations below must have moved first. Earlier records and points stay; a mistake can be undone.', dissolve: 'Dissolve it', dissolved: (day) => `Dissolved; ${day} is its last day.` },
});

/** The organisation ends with a day. */
export function DissolveForm({ organisation, onDone }: { readonly organisation: OrganisationNode; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const { choose } = useTexts(organisationTexts);
  const { today } = useWhoAmI();
  const dissolving = useWrite(dissolveOrganisation);
  const offerUndo = useUndo();
  const send = ({ day }: { day: string }) => dissolving.mutate({ organisation: organisation.id, version: organisation.version, day }, { onSuccess: ({ id, version }) => {
    onDone();
    offerUndo(t.dissolved(day), (key) => call(restoreOrganisation, { organisation: id, version }, { key }));
  } });
  return (
    <Form<{ day: string }> layout="vertical" initialValues={{ day: today }} onFinish={send}>
      <Form.Item name="day" label={t.day} extra={t.hint} rules={[{ required: true, message: choose }]}><DayField latest={today} /></Form.Item>
      {dissolving.error ? <Form.Item><ErrorNote refusal={dissolving.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={dissolving.isPending}>{t.dissolve}</Button>
    </Form>
  );
}
