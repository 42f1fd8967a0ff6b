import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { z } from 'zod';
import type { HiddenParticular, MembershipSpell, PersonPage, postSpell } from '#domain/people/contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { AppointForm } from './AppointForm.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import { EndForm } from './EndForm.tsx';
import { EndPostForm } from './EndPostForm.tsx';
import { TransferForm } from './TransferForm.tsx';

const texts = defineTexts({
  zh: { change: '修改信息', transfer: '转接组织关系', appoint: '任党内职务', more: '更多', correct: '更正组织关系', end: '结束组织关系', endPost: '免党内职务' },
  en: { change: 'Edit particulars', transfer: 'Transfer', appoint: 'Appoint to a post', more: 'More', correct: 'Correct the membership', end: 'End the membership', endPost: 'End the post' },
});

export type PersonTask =
  | { readonly kind: 'change' | 'transfer' | 'appoint' }
  | { readonly kind: 'correct' | 'end'; readonly spell: MembershipSpell }
  | { readonly kind: 'endPost'; readonly post: z.output<typeof postSpell> };

interface Properties {
  readonly person: PersonPage;
  readonly task: PersonTask | null;
  /** Null closes the form. */
  readonly onTask: (task: PersonTask | null) => void;
  readonly onBegin: (task: PersonTask) => void;
  readonly onShown: (field: HiddenParticular, value: string) => void;
  readonly onDone: (said: string) => void;
}

/** What may be done about a person, each in a form beside the page. */
export function PersonActions({ person, task, onTask, onBegin, onShown, onDone }: Properties) {
  const t = useTexts(texts);
  return (
    <>
      {person.notToMove === null ? <Moves onBegin={onBegin} /> : <Button onClick={() => onBegin({ kind: 'change' })}>{t.change}</Button>}
      <SideForm title={task === null ? '' : `${t[task.kind]} · ${person.name}`} open={task !== null} onClose={() => onTask(null)}>
        {task === null ? null : <TaskForm person={person} task={task} onShown={onShown} onDone={onDone} />}
      </SideForm>
    </>
  );
}

function Moves({ onBegin }: Pick<Properties, 'onBegin'>) {
  const t = useTexts(texts);
  const others = [{ key: 'change', label: t.change }, { key: 'appoint', label: t.appoint }];
  return (
    <>
      <Dropdown menu={{ items: others, onClick: ({ key }) => onBegin({ kind: key === 'change' ? 'change' : 'appoint' }) }} trigger={['click']}><Button>{t.more} <DownOutlined /></Button></Dropdown>
      <Button type="primary" onClick={() => onBegin({ kind: 'transfer' })}>{t.transfer}</Button>
    </>
  );
}

function TaskForm({ person, task, onShown, onDone }: Pick<Properties, 'person' | 'onShown' | 'onDone'> & { readonly task: PersonTask }) {
  switch (task.kind) {
    case 'change': return <ChangeForm person={person} onShown={onShown} onDone={onDone} />;
    case 'transfer': return <TransferForm person={person} onDone={onDone} />;
    case 'appoint': return <AppointForm person={person} onDone={onDone} />;
    case 'correct': return <CorrectForm spell={task.spell} onDone={onDone} />;
    case 'end': return <EndForm spell={task.spell} onDone={onDone} />;
    case 'endPost': return <EndPostForm post={task.post} onDone={onDone} />;
  }
}
