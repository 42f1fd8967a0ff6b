import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { accountState, readAccounts, type AccountRow } from '#domain/access/account-contract.ts';
import { role } from '#domain/access/contract.ts';
import { roleLabels } from '#domain/access/roles.ts';
import { paths } from '#web/paths.ts';
import { fromFirstPage, useAddress } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { AccountFilters } from './AccountFilters.tsx';
import { AccountStateTag, accountStates } from './StateTag.tsx';
import { OpenAccounts } from './OpenAccounts.tsx';
import { accessTexts } from './access-texts.ts';
import '#web/ui/room.css';
import './accounts.css';

const texts = defineTexts({
  zh: { title: '账号与职责', open: '开通账号', roster: '按花名册批量开通', factor: '动态口令规定', none: '没有符合条件的账号', next: '请放宽筛选条件，或为人员开通账号。', noRole: '无职责' },
  en: { title: 'Accounts and roles', open: 'Open accounts', roster: 'From the roster', factor: 'Second factor', none: 'No account matches', next: 'Ask for less, or open accounts for people.', noRole: 'no role' },
});

/** Who can sign in, and what he may do; for the security administrator. */
export function AccountsPage() {
  const t = useTexts(texts);
  const [asked, ask] = useAddress({ q: '', role: '', state: '' });
  const [view, setView] = useTableView(undefined, ['q', 'role', 'state']);
  const [opening, setOpening] = useState(false);
  const [handing, setHanding] = useState(false);
  const wantedRole = role.safeParse(asked.role).data;
  const state = accountState.safeParse(asked.state).data;
  const filter = { ...(asked.q === '' ? {} : { search: asked.q }), ...(wantedRole ? { role: wantedRole } : {}), ...(state ? { state } : {}) };
  const accounts = useCall(readAccounts, { ...filter, page: view.page, size: view.size }, { keep: true });
  const say = useWords();
  const columns = useColumns();
  if (accounts.error) return <PageFault refusal={accounts.error.refusal} onRetry={() => void accounts.refetch()} />;
  return (
    <>
      <PageHeader
        title={t.title} count={accounts.data?.total}
        actions={<><PathLink to={paths.secondFactorRoles()} className="link-button">{t.factor}</PathLink><PathLink to={paths.rosterAccounts()} className="link-button">{t.roster}</PathLink><Button type="primary" icon={<UserAddOutlined />} onClick={() => setOpening(true)}>{t.open}</Button></>}
      />
      <DataTable
        name="accounts" title={t.title} rows={accounts.data?.items} rowKey={(row) => row.id} columns={columns} view={view} onView={setView} 
        pages={{ count: accounts.data?.total, rowsOf: async (page, size) => (await call(readAccounts, { ...filter, page, size })).items }}
        asked={[asked.q, wantedRole ? say(roleLabels[wantedRole]) : '', state ? say(accountStates[state].words) : '']}
        empty={{ title: t.none, next: t.next }} card={(row) => <AccountCard row={row} />}
        filters={<AccountFilters asked={asked} onAsk={(change) => ask(fromFirstPage(change))} />}
      />
      <SideForm title={t.open} open={opening} onClose={() => { if (!handing) setOpening(false); }}>
        <OpenAccounts onHanding={() => setHanding(true)} onDone={() => { setHanding(false); setOpening(false); }} />
      </SideForm>
    </>
  );
}

function useColumns(): readonly [Column<AccountRow>, ...Column<AccountRow>[]] {
  const t = useTexts(accessTexts);
  const { noRole } = useTexts(texts);
  const say = useWords();
  const roles = useRoleTexts();
  return [
    { key: 'userName', title: t.userName, text: (row) => row.userName, cell: (row) => <PathLink to={paths.account(row.id)}>{row.userName}</PathLink> },
    { key: 'person', title: t.person, text: (row) => row.person?.name ?? t.nobody, cell: (row) => row.person?.name ?? <span className="faint">{t.nobody}</span> },
    { key: 'number', title: t.number, text: (row) => row.person?.number ?? '' },
    { key: 'branch', title: t.branch, text: (row) => row.branch?.name ?? '' },
    {
      key: 'roles', title: t.roles, text: (row) => roles(row).join(t.join),
      cell: (row) => (row.roles.length === 0 ? <span className="faint">{noRole}</span> : <ul className="role-lines">{roles(row).map((it) => <li key={it}>{it}</li>)}</ul>),
    },
    { key: 'state', title: t.state, text: (row) => say(accountStates[row.state].words), cell: (row) => <AccountStateTag state={row.state} /> },
  ];
}

function useRoleTexts(): (row: AccountRow) => readonly string[] {
  const say = useWords();
  return (row) => row.roles.map((it) => `${say(roleLabels[it.role])} · ${it.organisation}`);
}

function AccountCard({ row }: { readonly row: AccountRow }) {
  const t = useTexts(accessTexts);
  const { noRole } = useTexts(texts);
  const roles = useRoleTexts()(row);
  return (
    <PathLink to={paths.account(row.id)} className="account-card">
      <span><b>{row.person?.name ?? row.userName}</b> <AccountStateTag state={row.state} /></span>
      <small>{[row.userName, row.branch?.name ?? t.nobody].join(' · ')}</small>
      {roles.length === 0 ? <small>{noRole}</small> : roles.map((it) => <small key={it}>{it}</small>)}
    </PathLink>
  );
}
