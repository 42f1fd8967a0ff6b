import { useState } from 'react';
import { readAccount } from '#domain/access/account-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { AccountActions, type AccountTask } from './AccountActions.tsx';
import { AccountGrants } from './AccountGrants.tsx';
import { AccountRights } from './AccountRights.tsx';
import { AccountSessions } from './AccountSessions.tsx';
import { AccountStateTag } from './StateTag.tsx';
import { accessTexts } from './access-texts.ts';
import '#web/ui/room.css';
import './accounts.css';

const texts = defineTexts({
  zh: {
    back: '返回账号与职责', created: '开通时间', factor: '动态口令', since: (at: string) => `${at} 启用`, delayed: (until: string) => `连续输错密码，${until} 前不能登录；重置密码即可解除。`,
    departed: '组织关系已不在本单位，账号打不开任何内容；如已调离，请停用。', own: '这是您本人的账号，只能由另一名安全管理员办理。', none: '无',
  },
  en: {
    back: 'Back to the accounts', created: 'Opened', factor: 'Second factor', since: (at: string) => `since ${at}`, delayed: (until) => `Too many wrong passwords: not tried before ${until}. Resetting the password lifts this.`,
    departed: 'The person has no home in the bureau today, so the account opens nothing. Close it if he has left.', own: 'This is your own account. Another security administrator must act on it.', none: 'none',
  },
});

/** One account: whose it is, what it may do and why, where it is signed in. */
export function AccountPage() {
  const t = useTexts(texts);
  const words = useTexts(accessTexts);
  const page = useCall(readAccount, { account: useField('account') });
  const [task, setTask] = useState<AccountTask | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { account, own, delayedUntil, createdAt, secondFactorSince } = page.data;
  const begin = (next: AccountTask) => { setDone(null); setTask(next); };
  const finish = (said: string | null) => { setTask(null); setDone(said); };
  return (
    <>
      <PageHeader
        title={account.person?.name ?? account.userName} beside={<AccountStateTag state={account.state} />}
        actions={<><PathLink to={paths.accounts()} className="link-button">{t.back}</PathLink>{own ? null : <AccountActions page={page.data} task={task} onTask={setTask} onBegin={begin} onDone={finish} />}</>}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {own ? <p className="room-hint">{t.own}</p> : null}
      {account.state === 'departed' ? <p className="room-hint">{t.departed}</p> : null}
      {delayedUntil ? <p className="room-hint">{t.delayed(minuteText(delayedUntil))}</p> : null}
      <dl className="room-facts">
        <div><dt>{words.userName}</dt><dd>{account.userName}</dd></div>
        <div><dt>{words.person}</dt><dd>{account.person ? `${account.person.name} ${account.person.number}` : words.nobody}</dd></div>
        <div><dt>{words.branch}</dt><dd>{account.branch ? <PathLink to={paths.organisation(account.branch.id)}>{account.branch.name}</PathLink> : t.none}</dd></div>
        <div><dt>{t.created}</dt><dd>{minuteText(createdAt)}</dd></div>
        <div><dt>{t.factor}</dt><dd>{secondFactorSince === null ? t.none : t.since(minuteText(secondFactorSince))}</dd></div>
      </dl>
      <AccountGrants page={page.data} onEnd={(grant) => begin({ kind: 'endGrant', grant })} />
      <AccountSessions page={page.data} onDone={setDone} />
      <AccountRights account={account} />
    </>
  );
}
