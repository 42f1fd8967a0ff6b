import { Button, Checkbox, Progress } from 'antd';
import { useState } from 'react';
import { readAccounts, type AccountRow } from '#domain/access/account-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { OrganisationField } from './OrganisationField.tsx';
import { PasswordSheets } from './PasswordSheets.tsx';
import { AccountStateTag } from './StateTag.tsx';
import { useIssuing } from './use-issuing.ts';
import '#web/ui/room.css';
import './accounts.css';

const texts = defineTexts({
  zh: {
    title: '批量重置初始密码', back: '返回按花名册开通账号', where: '党组织', choose: '请选择一个党支部。', untouched: '只列未修改初始密码的账号',
    hint: '原密码立即失效，所有登录退出；新的初始密码按支部打印一次。初始密码单遗失时，请只重置尚未修改的账号，别人的密码不受影响。',
    all: (count: number) => `全选（${count} 人）`, first: (shown: number, total: number) => `共 ${total} 个账号，一次办理前 ${shown} 个。`,
    reset: (count: number) => `重置 ${count} 个密码`, running: (done: number, total: number) => `正在办理 ${done} / ${total}，请勿关闭本页`,
    none: '没有符合条件的账号', next: '该支部没有未修改初始密码的账号；需要重置其他账号的，请取消上面的勾选。',
  },
  en: {
    title: 'Reset first passwords of many', back: 'Back to accounts from the roster', where: 'Organisation', choose: 'Choose a branch.', untouched: 'Only those who have not changed their first password',
    hint: 'The old password ends at once, with every session; the new first passwords are printed once, by branch. When a page is lost, reset only those who have not changed theirs: nobody else is touched.',
    all: (count) => `All ${count}`, first: (shown, total) => `${total} accounts; the first ${shown} are done at once.`,
    reset: (count) => `Reset ${count} passwords`, running: (done, total) => `${done} of ${total}; keep this page open`,
    none: 'No account matches', next: 'Nobody here still has his first password; to reset others, untick the box above.',
  },
});

/** A page of first passwords was lost: new ones for a branch, those who already have a password of their own left alone. */
export function ResetPasswordsPage() {
  const t = useTexts(texts);
  const who = useWhoAmI();
  const [asked, ask] = useAddress({ organisation: '', all: '' });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const filter = { organisation: asked.organisation, size: 100, ...(asked.all === '' ? { state: 'firstPassword' as const } : {}) };
  const accounts = useCall(readAccounts, filter, { enabled: asked.organisation !== '', keep: true });
  const issuing = useIssuing();
  const [closed, setClosed] = useState(false);
  if (issuing.outcome && !closed) return <PasswordSheets kind="reset" outcome={issuing.outcome} onDone={() => setClosed(true)} />;
  const rows = asked.organisation === '' ? [] : (accounts.data?.items ?? []).filter((it) => it.manageable && it.id !== who.account && (it.state === 'active' || it.state === 'firstPassword'));
  const chosen = rows.filter((it) => !left.has(it.id));
  const begin = () => { setClosed(false); void issuing.reset(chosen.map(personOf)); };
  return (
    <>
      <PageHeader title={t.title} actions={<PathLink to={paths.rosterAccounts()} className="link-button">{t.back}</PathLink>} />
      <p className="room-hint">{t.hint}</p>
      <div className="room-bar">
        <OrganisationField label={t.where} value={asked.organisation || undefined} onChange={(organisation) => ask({ organisation })} />
        <Checkbox checked={asked.all === ''} onChange={({ target }) => ask({ all: target.checked ? '' : 'yes' })}>{t.untouched}</Checkbox>
      </div>
      {accounts.error ? <ErrorNote refusal={accounts.error.refusal} onRetry={() => void accounts.refetch()} /> : null}
      {asked.organisation === '' ? <p className="faint">{t.choose}</p> : null}
      {asked.organisation !== '' && accounts.isPending ? <LinesSkeleton count={5} /> : null}
      {accounts.data && asked.organisation !== '' && rows.length === 0 ? <EmptyState title={t.none} next={t.next} /> : null}
      {accounts.data && accounts.data.total > accounts.data.items.length ? <p className="room-hint">{t.first(accounts.data.items.length, accounts.data.total)}</p> : null}
      {rows.length === 0 ? null : (
        <>
          <ResetList rows={rows} left={left} onLeft={setLeft} />
          <div className="roster-foot">
            {issuing.running ? <LeaveQuestion running /> : null}
            {issuing.running ? <Progress percent={Math.round((100 * issuing.done) / Math.max(1, issuing.total))} /> : null}
            <Button type="primary" disabled={chosen.length === 0} loading={issuing.running} onClick={begin}>{issuing.running ? t.running(issuing.done, issuing.total) : t.reset(chosen.length)}</Button>
          </div>
        </>
      )}
    </>
  );
}

const personOf = (it: AccountRow) => ({
  key: it.id, number: it.person?.number ?? '', name: it.person?.name ?? it.userName, branch: it.branch ?? { id: '', name: '' },
});

function ResetList({ rows, left, onLeft }: { readonly rows: readonly AccountRow[]; readonly left: ReadonlySet<string>; readonly onLeft: (left: ReadonlySet<string>) => void }) {
  const t = useTexts(texts);
  const chosen = rows.filter((it) => !left.has(it.id)).length;
  return (
    <div className="roster-branches">
      <Checkbox checked={chosen === rows.length} indeterminate={chosen > 0 && chosen < rows.length} onChange={({ target }) => onLeft(target.checked ? new Set() : new Set(rows.map((it) => it.id)))}>{t.all(rows.length)}</Checkbox>
      <ul>
        {rows.map((it) => (
          <li key={it.id}>
            <Checkbox checked={!left.has(it.id)} onChange={({ target }) => onLeft(target.checked ? new Set([...left].filter((id) => id !== it.id)) : new Set([...left, it.id]))}>
              {it.person?.name ?? it.userName} <span className="faint">{it.userName}</span>
            </Checkbox>
            <AccountStateTag state={it.state} />
          </li>
        ))}
      </ul>
    </div>
  );
}
