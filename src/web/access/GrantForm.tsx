import { Button, Form, Select } from 'antd';
import type { AccountRow } from '#domain/access/account-contract.ts';
import { grantRole } from '#domain/access/grant-contract.ts';
import { administratorRoles, homeRoles, roleLabels, roles, type Role } from '#domain/access/roles.ts';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { OrganisationField } from './OrganisationField.tsx';
import { accessTexts } from './access-texts.ts';

const texts = defineTexts({
  zh: {
    role: '职责', inBranch: '支部职责（须组织关系在该组织或其下级）', above: '机关与领导', administrators: '管理员（不得兼任其他职责）',
    where: '在哪个党组织', scope: '权限及于该组织和它的全部下级。', open: '不填为长期', grant: '授予',
    done: (role: string, organisation: string, from: string) => `已授予“${role}”（${organisation}），自 ${from} 起；对方下一次操作即生效。`,
  },
  en: {
    role: 'Role', inBranch: 'In a branch (held by somebody who belongs there)', above: 'Office and leaders', administrators: 'Administrators (with no other role)',
    where: 'On which organisation', scope: 'It holds there and everywhere below.', open: 'empty: until ended', grant: 'Grant',
    done: (role, organisation, from) => `Granted: ${role}, ${organisation}, from ${from} on. It holds with the next thing the person does.`,
  },
});

interface Fields {
  readonly role: Role;
  readonly organisation: string;
  readonly from: string;
  readonly to?: string | null;
}

/** A role on an organisation and everything below it, from a day on, for good or until a last day. */
export function GrantForm({ account, onDone }: { readonly account: AccountRow; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const words = useTexts(accessTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const [form] = Form.useForm<Fields>();
  const granting = useWrite(grantRole);
  const tree = useCall(readOrganisations, {});
  const nameOf = (id: string) => tree.data?.items.find((it) => it.id === id)?.shortName ?? '';
  const group = (label: string, wanted: (role: Role) => boolean) => ({ label, title: label, options: roles.filter(wanted).map((it) => ({ value: it, label: say(roleLabels[it]) })) });
  const choices = [
    ...(account.person ? [group(t.inBranch, (it) => homeRoles.includes(it)), group(t.above, (it) => !homeRoles.includes(it) && !administratorRoles.includes(it))] : []),
    group(t.administrators, (it) => administratorRoles.includes(it)),
  ];
  const needed = [{ required: true, message: words.choose }];
  const top = tree.data?.items.find((it) => it.parent === null)?.id;
  // A role of the office granted on its holder's own branch would hold there alone, and nobody would see why.
  const follow = ({ role }: Partial<Fields>) => { if (role !== undefined) form.setFieldValue('organisation', homeRoles.includes(role) ? account.branch?.id : top); };
  const send = ({ role, organisation, from, to }: Fields) => granting.mutate({ account: account.id, role, organisation, from, to: to ?? null }, {
    onSuccess: () => onDone(t.done(say(roleLabels[role]), nameOf(organisation), from)),
  });
  return (
    <Form<Fields> form={form} layout="vertical" initialValues={{ organisation: account.branch?.id, from: today }} onValuesChange={follow} onFinish={send}>
      <Form.Item name="role" label={t.role} rules={needed}><Select options={choices} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
      <Form.Item name="organisation" label={t.where} extra={t.scope} rules={needed}><OrganisationField /></Form.Item>
      <div className="field-pair">
        <Form.Item name="from" label={words.from} rules={needed}><DayField /></Form.Item>
        <Form.Item name="to" label={words.to}><DayField clearable placeholder={t.open} /></Form.Item>
      </div>
      {granting.error ? <Form.Item><ErrorNote refusal={granting.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={granting.isPending}>{t.grant}</Button>
    </Form>
  );
}
