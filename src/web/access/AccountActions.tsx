import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { closeAccount, reopenAccount, type AccountGrant, type AccountPage } from '#domain/access/account-contract.ts';
import { resetSecondFactor } from '#domain/access/second-factor-contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { EndGrantForm } from './EndGrantForm.tsx';
import { GrantForm } from './GrantForm.tsx';
import { ResetForm } from './ResetForm.tsx';

const texts = defineTexts({
  zh: {
    grant: '授予职责', endGrant: '终止职责', reset: '重置密码', factor: '重置动态口令', factorWhat: '重置后，本人的动态口令和恢复码作废，所有登录退出；只能由本人重新启用，不能撤销。请先核实确系本人申请。', close: '停用账号', reopen: '恢复账号', more: '更多',
    closed: '账号已停用，所有登录已退出。需要时可以恢复。', reopened: '账号已恢复，未终止的职责重新生效。', factorGone: '动态口令已重置，所有登录已退出；本人可用密码登录后重新启用。',
  },
  en: {
    grant: 'Grant a role', endGrant: 'End a role', reset: 'Reset the password', factor: 'Reset the second factor', factorWhat: 'The second factor and its recovery codes are void and all sessions end; only the owner can enrol it anew. Make sure first that it was the owner who asked.', close: 'Close the account', reopen: 'Reopen the account', more: 'More',
    closed: 'The account is closed and signed out everywhere. It can be reopened.', reopened: 'The account is open again; roles that were not ended hold again.', factorGone: 'The second factor is gone and all sessions have ended; the owner signs in by password and enrols anew.',
  },
});

export type AccountTask = { readonly kind: 'grant' | 'reset' | 'factor' } | { readonly kind: 'endGrant'; readonly grant: AccountGrant };

interface Properties {
  readonly page: AccountPage;
  readonly task: AccountTask | null;
  /** Null closes the form. */
  readonly onTask: (task: AccountTask | null) => void;
  readonly onBegin: (task: AccountTask) => void;
  readonly onDone: (said: string | null) => void;
}

/** What may be done about an account; roles and passwords in a form beside the page, closing at once, because it can be undone. */
export function AccountActions({ page, task, onTask, onBegin, onDone }: Properties) {
  const t = useTexts(texts);
  const closing = useWrite(closeAccount);
  const reopening = useWrite(reopenAccount);
  const [handing, setHanding] = useState(false);
  const offerUndo = useUndo();
  const { account } = page;
  const closed = account.state === 'closed';
  const turn = closed ? reopening : closing;
  const others = [{ key: 'reset', label: t.reset, disabled: closed }, ...(page.secondFactorSince === null ? [] : [{ key: 'factor', label: t.factor }]), { key: 'turn', label: closed ? t.reopen : t.close }];
  const close = () => closing.mutate({ account: account.id }, { onSuccess: () => {
    onDone(null);
    offerUndo(t.closed, (key) => call(reopenAccount, { account: account.id }, { key }));
  } });
  const choose = (key: string) => {
    if (key === 'reset') onBegin({ kind: 'reset' });
    else if (key === 'factor') onBegin({ kind: 'factor' });
    else if (closed) reopening.mutate({ account: account.id }, { onSuccess: () => onDone(t.reopened) });
    else close();
  };
  return (
    <>
      {turn.error ? <ErrorNote refusal={turn.error.refusal} /> : null}
      <Dropdown menu={{ items: others, onClick: ({ key }) => choose(key) }} trigger={['click']}><Button loading={turn.isPending}>{t.more} <DownOutlined /></Button></Dropdown>
      <Button type="primary" disabled={closed} onClick={() => onBegin({ kind: 'grant' })}>{t.grant}</Button>
      <SideForm title={task === null ? '' : `${t[task.kind]} · ${account.person?.name ?? account.userName}`} open={task !== null} onClose={() => { if (!handing) onTask(null); }}>
        {task === null ? null : <TaskForm page={page} task={task} onHanding={() => setHanding(true)} onDone={(said) => { setHanding(false); onDone(said); }} />}
      </SideForm>
    </>
  );
}

interface TaskProperties extends Pick<Properties, 'page' | 'onDone'> {
  readonly task: AccountTask;
  readonly onHanding: () => void;
}

function TaskForm({ page, task, onHanding, onDone }: TaskProperties) {
  switch (task.kind) {
    case 'grant': return <GrantForm account={page.account} onDone={onDone} />;
    case 'factor': return <FactorForm account={page.account.id} onDone={onDone} />;
    case 'reset': return <ResetForm account={page.account} onHanding={onHanding} onDone={() => onDone(null)} />;
    case 'endGrant': return <EndGrantForm grant={task.grant} onDone={onDone} />;
  }
}

/** Nobody but the owner brings it back, so it is said first what follows. */
function FactorForm({ account, onDone }: { readonly account: string; readonly onDone: (said: string | null) => void }) {
  const t = useTexts(texts);
  const resetting = useWrite(resetSecondFactor);
  return (
    <div className="drawer-form">
      <p>{t.factorWhat}</p>
      {resetting.error ? <ErrorNote refusal={resetting.error.refusal} /> : null}
      <Button type="primary" loading={resetting.isPending} onClick={() => resetting.mutate({ account }, { onSuccess: () => onDone(t.factorGone) })}>{t.factor}</Button>
    </div>
  );
}
