import { Button, Form } from 'antd';
import { categoryLabels, mayHangUnder, type OrganisationCategory } from '#domain/orgs/categories.ts';
import { foundOrganisation, type OrganisationNode } from '#domain/orgs/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NameFields, type NamedFields } from './NameFields.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { ParentField } from './ParentField.tsx';

const texts = defineTexts({ zh: { found: '新建' }, en: { found: 'Found it' } });

interface Properties {
  readonly nodes: readonly OrganisationNode[];
  /** Chosen already when it is founded from the page of the one above. */
  readonly parent: string | null;
  readonly onDone: (name: string, founded: string) => void;
}

const categories = (Object.keys(categoryLabels) as OrganisationCategory[]).toSorted();

/** A new organisation under one that the asker may edit; only categories that suit it are offered. */
export function FoundForm({ nodes, parent, onDone }: Properties) {
  const { found } = useTexts(texts);
  const words = useTexts(organisationTexts);
  const { today } = useWhoAmI();
  const founding = useWrite(foundOrganisation);
  const [form] = Form.useForm<NamedFields & { parent: string }>();
  const chosen = Form.useWatch('parent', form) ?? parent;
  const above = nodes.find((it) => it.id === chosen);
  const possible = nodes.filter((it) => it.editable && it.category !== '699');
  const fitting = above ? categories.filter((it) => mayHangUnder(it, above.category)) : categories;
  return (
    <Form<NamedFields & { parent: string }>
      form={form} layout="vertical" initialValues={{ parent: parent ?? possible.find((it) => it.category === '611')?.id, founded: today }}
      onFinish={(fields) => founding.mutate(fields, { onSuccess: () => onDone(fields.shortName, fields.founded) })}
    >
      <Form.Item name="parent" label={words.parent} rules={[{ required: true, message: words.choose }]}><ParentField nodes={possible} /></Form.Item>
      <NameFields categories={fitting} />
      {founding.error ? <Form.Item><ErrorNote refusal={founding.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={founding.isPending}>{found}</Button>
    </Form>
  );
}
