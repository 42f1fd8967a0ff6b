import { Button, Form } from 'antd';
import { isBranch } from '#domain/orgs/categories.ts';
import type { OrganisationNode } from '#domain/orgs/contract.ts';
import { mergeBranch } from '#domain/people/merger-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { ParentField } from './ParentField.tsx';

const texts = defineTexts({
  zh: { into: '并入', from: '自何日起', hint: '这一天起，全体人员的组织关系转入对方；本支部及其党小组于前一日撤销，党内职务和班组随之终止。前一日以前的活动、统计和已公布的结果仍归本支部，个人积分不变。', merge: '合并' },
  en: { into: 'Merge into', from: 'From', hint: 'From that day everybody belongs to the other branch; this one and its groups end the day before, with posts and places in shift teams. Sessions, figures and what was published up to then stay with this branch, and nobody’s points change.', merge: 'Merge' },
});

interface Properties {
  readonly organisation: OrganisationNode;
  readonly nodes: readonly OrganisationNode[];
  readonly onDone: (into: string, people: number) => void;
}

/** From a day on everybody of a branch belongs to another one. */
export function MergeForm({ organisation, nodes, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(organisationTexts);
  const { today } = useWhoAmI();
  const merging = useWrite(mergeBranch);
  const possible = nodes.filter((it) => it.editable && it.id !== organisation.id && it.dissolved === null && isBranch(it.category));
  const send = ({ into, from }: { into: string; from: string }) => merging.mutate(
    { organisation: organisation.id, version: organisation.version, into, from },
    { onSuccess: ({ people }) => onDone(nodes.find((it) => it.id === into)?.shortName ?? '', people) },
  );
  return (
    <Form<{ into: string; from: string }> layout="vertical" initialValues={{ from: today }} onFinish={send}>
      <Form.Item name="into" label={t.into} rules={[{ required: true, message: words.choose }]}><ParentField nodes={possible} /></Form.Item>
      <Form.Item name="from" label={t.from} extra={t.hint} rules={[{ required: true, message: words.choose }]}><DayField latest={today} /></Form.Item>
      {merging.error ? <Form.Item><ErrorNote refusal={merging.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={merging.isPending}>{t.merge}</Button>
    </Form>
  );
}
