import { Form, Select } from 'antd';
import type { FactState } from '#domain/facts/contract.ts';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { staffKindLabels, stageLabels } from '#domain/people/labels.ts';
import { useCall } from '#web/shell/calling.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { personTexts } from './person-texts.ts';

type Membership = FactState<'membership'>;
export type BelongingValues = Pick<Membership, 'organisation' | 'stage' | 'staffKind'> & { readonly group: string | null | undefined };

const stages = Object.keys(stageLabels) as Membership['stage'][];
const staffKinds = Object.keys(staffKindLabels) as Membership['staffKind'][];

/** Branch, group, stage and kind of staff: what one spell of belonging says. */
export function BelongingFields() {
  const t = useTexts(personTexts);
  const say = useWords();
  const form = Form.useFormInstance<BelongingValues>();
  const branch = Form.useWatch('organisation', form);
  const tree = useCall(readOrganisations, {});
  const nodes = tree.data?.items ?? [];
  const branches = nodes.filter((it) => it.category === '631' || it.category === '632');
  const groups = nodes.filter((it) => it.category === '699' && it.parent === branch);
  const needed = [{ required: true, message: t.choose }];
  return (
    <>
      <Form.Item name="organisation" label={t.branch} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'find' }} loading={tree.isPending} onChange={() => form.setFieldsValue({ group: null })}
          options={branches.map((it) => ({ value: it.id, label: it.shortName, find: `${it.number} ${it.name} ${it.shortName}` }))}
        />
      </Form.Item>
      {groups.length === 0 ? null : (
        <Form.Item name="group" label={t.group}>
          <Select allowClear placeholder={t.noGroup} options={groups.map((it) => ({ value: it.id, label: it.shortName }))} />
        </Form.Item>
      )}
      <div className="field-pair">
        <Form.Item name="stage" label={t.stage} rules={needed}><Select options={stages.map((it) => ({ value: it, label: say(stageLabels[it]) }))} /></Form.Item>
        <Form.Item name="staffKind" label={t.staffKind} rules={needed}><Select options={staffKinds.map((it) => ({ value: it, label: say(staffKindLabels[it]) }))} /></Form.Item>
      </div>
    </>
  );
}

/** An empty group is said as null. */
export const belongingOf = ({ organisation, group, stage, staffKind }: BelongingValues): Pick<Membership, 'organisation' | 'group' | 'stage' | 'staffKind'> =>
  ({ organisation, group: group ?? null, stage, staffKind });
