import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { isBranch, isGroup } from '#domain/orgs/categories.ts';
import { restoreOrganisation, type OrganisationNode } from '#domain/orgs/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import type { InclusionCard } from '#domain/orgs/inclusion-contract.ts';
import { DissolveForm } from './DissolveForm.tsx';
import { FoundForm } from './FoundForm.tsx';
import { InclusionForm } from './InclusionForm.tsx';
import { MergeForm } from './MergeForm.tsx';
import { MoveForm } from './MoveForm.tsx';

const texts = defineTexts({
  zh: {
    change: '修改', more: '更多', move: '调整隶属', dissolve: '撤销', merge: '并入其他支部', merged: (into: string, people: number) => `已并入${into}，转入 ${people} 人；此前的统计和已公布的结果不变。`, inclusion: '启用日期', included: (day: string) => `自 ${day} 起纳入考核，之前显示“未纳入”。`, restore: '恢复', below: '新建下级',
    changed: '已保存。', moved: (parent: string, from: string) => `自 ${from} 起隶属${parent}，此前的统计不变。`,
    restored: '已恢复建制。撤销、并入时转出的人员和终止的党内职务、班组不随之恢复，请另行办理；人员多的，可重新导入花名册。', founded: (name: string, day: string) => `已在其下建立“${name}”，自 ${day} 起。`,
  },
  en: {
    change: 'Edit', more: 'More', move: 'Move', dissolve: 'Dissolve', merge: 'Merge into another branch', merged: (into, people) => `Merged into ${into} with ${people} people; earlier figures and what was published stay.`, inclusion: 'Day of inclusion', included: (day) => `Reckoned with from ${day}; before it shows “not included”.`, restore: 'Undo the dissolution', below: 'New organisation below',
    changed: 'Saved.', moved: (parent, from) => `From ${from} it belongs under ${parent}; earlier figures stay.`,
    restored: 'Restored. People who were moved out and posts and teams that were ended with it do not come back by themselves; enter them anew, many of them by a roster.', founded: (name, day) => `“${name}” has been founded below it, from ${day}.`,
  },
});

type Task = 'change' | 'move' | 'dissolve' | 'found' | 'inclusion' | 'merge';

interface Properties {
  readonly organisation: OrganisationNode;
  readonly nodes: readonly OrganisationNode[];
  readonly inclusion: InclusionCard;
  readonly onDone: (said: string | null) => void;
}

/** What may be done to an organisation, each in a form beside the page. */
export function OrganisationActions({ organisation, nodes, inclusion, onDone }: Properties) {
  const t = useTexts(texts);
  const [task, setTask] = useState<Task | null>(null);
  const restoring = useWrite(restoreOrganisation);
  const said = (words: string | null) => { setTask(null); onDone(words); };
  if (organisation.dissolved !== null) {
    return (
      <>
        {restoring.error ? <ErrorNote refusal={restoring.error.refusal} /> : null}
        <Button loading={restoring.isPending} onClick={() => restoring.mutate({ organisation: organisation.id, version: organisation.version }, { onSuccess: () => said(t.restored) })}>{t.restore}</Button>
      </>
    );
  }
  const others: readonly { readonly key: Task; readonly label: string }[] = [
    ...(organisation.parent === null ? [] : [{ key: 'move', label: t.move }, { key: 'dissolve', label: t.dissolve }] as const),
    ...(isBranch(organisation.category) ? [{ key: 'merge', label: t.merge }] as const : []), ...(inclusion.editable ? [{ key: 'inclusion', label: t.inclusion }] as const : []),
  ];
  const titles: Readonly<Record<Task, string>> = { change: t.change, move: t.move, dissolve: t.dissolve, found: t.below, inclusion: t.inclusion, merge: t.merge };
  return (
    <>
      {others.length === 0 ? null : (
        <Dropdown menu={{ items: [...others], onClick: ({ key }) => setTask(others.find((it) => it.key === key)?.key ?? null) }} trigger={['click']}><Button>{t.more} <DownOutlined /></Button></Dropdown>
      )}
      {isGroup(organisation.category) ? null : <Button icon={<PlusOutlined />} onClick={() => setTask('found')}>{t.below}</Button>}
      <Button onClick={() => setTask('change')}>{t.change}</Button>
      <SideForm title={task === null ? '' : `${titles[task]} · ${organisation.shortName}`} open={task !== null} onClose={() => setTask(null)}>
        {task === 'change' ? <ChangeForm organisation={organisation} above={nodes.find((it) => it.id === organisation.parent)} onDone={() => said(t.changed)} /> : null}
        {task === 'move' ? <MoveForm organisation={organisation} nodes={nodes} onDone={(parent, from) => said(t.moved(parent, from))} /> : null}
        {task === 'dissolve' ? <DissolveForm organisation={organisation} onDone={() => said(null)} /> : null}
        {task === 'merge' ? <MergeForm organisation={organisation} nodes={nodes} onDone={(into, people) => said(t.merged(into, people))} /> : null}
        {task === 'inclusion' ? <InclusionForm organisation={organisation} inclusion={inclusion} onDone={(day) => said(day === null ? null : t.included(day))} /> : null}
        {task === 'found' ? <FoundForm nodes={nodes} parent={organisation.id} onDone={(name, day) => said(t.founded(name, day))} /> : null}
      </SideForm>
    </>
  );
}
