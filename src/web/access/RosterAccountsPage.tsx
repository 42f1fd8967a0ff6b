import { Button, Progress } from 'antd';
import { useState } from 'react';
import { readRosterAccounts, type RosterAccount } from '#domain/access/roster-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { OrganisationField } from './OrganisationField.tsx';
import { PasswordSheets } from './PasswordSheets.tsx';
import { PostRoles, postRoleKey } from './PostRoles.tsx';
import { RosterPeople } from './RosterPeople.tsx';
import { useIssuing } from './use-issuing.ts';
import '#web/ui/room.css';
import './accounts.css';

const texts = defineTexts({
  zh: {
    title: '按花名册开通账号', back: '返回账号与职责', lost: '初始密码单遗失？批量重置', where: '党组织', everywhere: '全部党组织',
    hint: '用户名即警号（内部编号）。已有账号的人员，账号和密码不变，只补授由职务推出的职责；重复办理不会重复开通。',
    more: (shown: number, total: number) => `共 ${total} 人待办理，这里列出前 ${shown} 人，请按党组织分批办理。`,
    open: (accounts: number, roles: number) => `开通 ${accounts} 个账号，授予 ${roles} 项职责`, running: (done: number, total: number) => `正在办理 ${done} / ${total}，请勿关闭本页`,
    none: '没有待开通账号的人员', next: '范围内的人员都已有账号和由职务推出的职责，或者还没有导入花名册。',
  },
  en: {
    title: 'Accounts from the roster', back: 'Back to the accounts', lost: 'A page of passwords is lost? Reset many', where: 'Organisation', everywhere: 'All organisations',
    hint: 'The user name is the number. Who has an account keeps it and its password and gets only the roles of his posts; doing it twice opens nothing twice.',
    more: (shown, total) => `${total} people in all; the first ${shown} are listed. Go organisation by organisation.`,
    open: (accounts, roles) => `Open ${accounts} accounts, grant ${roles} roles`, running: (done, total) => `${done} of ${total}; keep this page open`,
    none: 'Nobody is without an account', next: 'Everybody here has one with the roles of his posts, or no roster has been imported yet.',
  },
});

/** Opens accounts for everybody on the roster, or for one organisation, with the roles that follow from their posts. */
export function RosterAccountsPage() {
  const t = useTexts(texts);
  const [asked, ask] = useAddress({ organisation: '' });
  const roster = useCall(readRosterAccounts, asked.organisation === '' ? {} : { organisation: asked.organisation }, { keep: true });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const issuing = useIssuing();
  const [closed, setClosed] = useState(false);
  if (issuing.outcome && !closed) return <PasswordSheets kind="opened" outcome={issuing.outcome} onDone={() => setClosed(true)} />;
  if (roster.error) return <PageFault refusal={roster.error.refusal} onRetry={() => void roster.refetch()} />;
  if (!roster.data) return <PageSkeleton />;
  const { items, total } = roster.data;
  const chosen = items.filter((it) => !left.has(it.person));
  const toOpen = chosen.map((it) => ({ key: it.person, number: it.number, name: it.name, branch: it.branch, opens: it.userName === null, roles: rolesLeft(it, without) }))
    .filter((it) => it.opens || it.roles.length > 0);
  const roles = toOpen.reduce((sum, it) => sum + it.roles.length, 0);
  const begin = () => { setClosed(false); void issuing.open(toOpen); };
  return (
    <>
      <PageHeader title={t.title} count={total} actions={<><PathLink to={paths.accounts()} className="link-button">{t.back}</PathLink><PathLink to={paths.resetPasswords()} className="link-button">{t.lost}</PathLink></>} />
      <p className="room-hint">{t.hint}</p>
      <div className="room-bar"><OrganisationField label={t.where} value={asked.organisation} onChange={(organisation) => ask({ organisation })} everywhere={t.everywhere} /></div>
      {items.length < total ? <p className="room-hint">{t.more(items.length, total)}</p> : null}
      {items.length === 0 ? <EmptyState title={t.none} next={t.next} /> : (
        <>
          <PostRoles people={chosen} without={without} onTurn={(key, on) => setWithout(turned(without, key, !on))} />
          <RosterPeople people={items} left={left} without={without} onTurn={(people, on) => setLeft(people.reduce((set, it) => turned(set, it, !on), left))} />
          <div className="roster-foot">
            {issuing.running ? <LeaveQuestion running /> : null}
            {issuing.running ? <Progress percent={Math.round((100 * issuing.done) / Math.max(1, issuing.total))} /> : null}
            <Button type="primary" disabled={toOpen.length === 0} loading={issuing.running} onClick={begin}>
              {issuing.running ? t.running(issuing.done, issuing.total) : t.open(toOpen.filter((it) => it.opens).length, roles)}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

const rolesLeft = (it: RosterAccount, without: ReadonlySet<string>) => it.proposed.filter((role) => !without.has(postRoleKey(role)));

const turned = (set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> => (on ? new Set([...set, key]) : new Set([...set].filter((it) => it !== key)));
