import { Button, Form } from 'antd';
import { categoryLabels, mayHangUnder, type OrganisationCategory } from '#domain/orgs/categories.ts';
import { changeOrganisation, type OrganisationNode } from '#domain/orgs/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NameFields, type NamedFields } from './NameFields.tsx';

const texts = defineTexts({ zh: { save: '保存' }, en: { save: 'Save' } });

interface Properties {
  readonly organisation: OrganisationNode;
  readonly above: OrganisationNode | undefined;
  readonly onDone: () => void;
}

/** Another name, number, category or founding day. */
export function ChangeForm({ organisation, above, onDone }: Properties) {
  const { save } = useTexts(texts);
  const changing = useWrite(changeOrganisation);
  const { id, version, category, number, name, shortName, founded } = organisation;
  const fitting = (Object.keys(categoryLabels) as OrganisationCategory[]).toSorted().filter((it) => it === category || mayHangUnder(it, above?.category ?? null));
  return (
    <Form<NamedFields>
      layout="vertical" initialValues={{ category, number, name, shortName, founded }}
      onFinish={(fields) => changing.mutate({ organisation: id, version, ...fields }, { onSuccess: onDone })}
    >
      <NameFields categories={fitting} />
      {changing.error ? <Form.Item><ErrorNote refusal={changing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={changing.isPending}>{save}</Button>
    </Form>
  );
}
