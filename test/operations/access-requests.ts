import * as accounts from '#domain/access/account-contract.ts';
import * as sessions from '#domain/access/contract.ts';
import * as grants from '#domain/access/grant-contract.ts';
import * as roster from '#domain/access/roster-contract.ts';
import * as bureaus from '#domain/bureau/contract.ts';
import * as audit from '#domain/audit/contract.ts';
import { NOW } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { accountNamed, asking, type Asked } from './bench.ts';

const FIRST = 'k7mq-x2vd-9hpe';
const TODAY = NOW.slice(0, 10);

export const accessRequests: readonly Asked[] = [
  asking(sessions.signIn, 'newcomer', () => ({ userName: 'wenlan', password: PASSWORD })),
  asking(sessions.signOut, 'newcomer', () => ({})),
  asking(sessions.readSession, 'newcomer', () => ({})),
  asking(sessions.changePassword, 'newcomer', (bench) => ({ current: PASSWORD, next: `Next-evening-${bench.next()}` })),
  asking(sessions.readSignInPage, 'newcomer', () => ({})),
  asking(accounts.readMySessions, 'newcomer', () => ({})),
  asking(accounts.endMySessions, 'newcomer', () => ({})),
  asking(accounts.readAccounts, 'anquan', () => ({})),
  asking(accounts.readAccount, 'anquan', async ({ bureau }) => ({ account: await accountNamed(bureau, 'luojian') })),
  asking(accounts.readAccountCandidates, 'anquan', () => ({})),
  asking(accounts.createAccount, 'anquan', async (bench) => ({ person: await bench.newPerson(), firstPassword: FIRST })),
  asking(roster.readRosterAccounts, 'anquan', () => ({})),
  asking(roster.openAccounts, 'anquan', async (bench) => ({
    people: [{ person: await bench.newPerson(), firstPassword: FIRST, roles: [{ role: 'recorder' as const, organisation: bench.on('detention') }] }] })),
  asking(roster.resetPasswords, 'anquan', async (bench) => ({ accounts: [{ account: (await bench.newAccount()).account, firstPassword: FIRST }] })),
  asking(accounts.resetPassword, 'anquan', async (bench) => ({ account: (await bench.newAccount()).account, firstPassword: FIRST })),
  asking(accounts.closeAccount, 'anquan', async (bench) => ({ account: (await bench.newAccount()).account })),
  asking(accounts.reopenAccount, 'anquan', async (bench) => {
    const { account } = await bench.newAccount();
    await bench.as('anquan').call(accounts.closeAccount, { account });
    return { account };
  }),
  asking(accounts.endSessions, 'anquan', async (bench) => ({ account: (await bench.newAccount()).account })),
  asking(grants.grantRole, 'anquan', async (bench) => ({
    account: (await bench.newAccount()).account, role: 'recorder' as const, organisation: bench.on('detention'), from: TODAY, to: null })),
  asking(grants.endGrant, 'anquan', async (bench) => {
    const { account } = await bench.newAccount();
    const { id } = await bench.as('anquan').call(grants.grantRole, { account, role: 'recorder', organisation: bench.on('detention'), from: TODAY, to: null });
    return { grant: id, last: null };
  }),
  asking(grants.readRights, 'anquan', async (bench) => ({ account: await accountNamed(bench.bureau, 'luojian'), organisation: bench.on('detention') })),
  asking(bureaus.readBeginning, 'dangwu', () => ({})),
  asking(bureaus.nameBureau, 'dangwu', (bench) => ({ zh: `示例市公安局第${bench.next()}`, en: 'Sample bureau' })),
  asking(audit.readAuditTrail, 'shenji', () => ({})),
  asking(audit.exportAuditTrail, 'shenji', () => ({ operation: 'exportAuditTrail' })),
];
