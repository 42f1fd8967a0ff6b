import * as accounts from '#domain/access/account-contract.ts';
import * as sessions from '#domain/access/contract.ts';
import * as grants from '#domain/access/grant-contract.ts';
import * as factors from '#domain/access/second-factor-contract.ts';
import { signInByTicket } from '#domain/access/ticket-contract.ts';
import * as roster from '#domain/access/roster-contract.ts';
import * as compliance from '#domain/bureau/compliance-contract.ts';
import * as bureaus from '#domain/bureau/contract.ts';
import * as complaints from '#domain/complaints/contract.ts';
import * as audit from '#domain/audit/contract.ts';
import { readSystemState } from '#domain/operations/contract.ts';
import { stepOf, timeCode } from '#server/access/time-code.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { ticketFor } from '#test/portal.ts';
import { accountNamed, asking, type Asked } from './bench.ts';

const FIRST = 'k7mq-x2vd-9hpe';
const TODAY = NOW.slice(0, 10);

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** What a phone with that secret shows now, and ten codes for when it is lost. */
const enrolment = (now: Date) => ({
  password: PASSWORD, secret: SECRET, code: timeCode(SECRET, stepOf(now)), recoveryCodes: Array.from({ length: 10 }, (_, at) => `abc${at % 8 + 2}-x2v${at < 8 ? 'd' : 'e'}`),
});

const enrolled = (bureau: TestBureau, account: string): Promise<unknown> => bureau.within(({ tx, now }) => tx.run(sql`
  INSERT INTO second_factor (account_id, sealed_secret, enrolled_at, last_step) VALUES (${account}, 'of a phone', ${now}, 0) ON CONFLICT (account_id) DO NOTHING`));

export const accessRequests: readonly Asked[] = [
  asking(sessions.signIn, 'newcomer', () => ({ userName: 'wenlan', password: PASSWORD })),
  asking(signInByTicket, 'newcomer', ({ bureau }) => ({ ticket: ticketFor('wenlan', bureau.now()) })),
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
  asking(grants.readViewpoint, 'anquan', async ({ bureau }) => ({ account: await accountNamed(bureau, 'luojian') })),
  asking(factors.readSecondFactor, 'newcomer', () => ({})),
  asking(factors.enrolSecondFactor, 'newcomer', (bench) => enrolment(bench.bureau.now())),
  // Not of who signs in above: all requests are made ready before one is sent.
  asking(factors.removeSecondFactor, 'luojian', async ({ bureau }) => {
    await enrolled(bureau, await accountNamed(bureau, 'luojian'));
    return { password: PASSWORD };
  }),
  asking(factors.resetSecondFactor, 'anquan', async (bench) => {
    const { account } = await bench.newAccount();
    await enrolled(bench.bureau, account);
    return { account };
  }),
  asking(factors.readSecondFactorRoles, 'anquan', () => ({})),
  asking(factors.demandSecondFactor, 'anquan', (bench) => ({ roles: bench.next() % 2 === 0 ? ['publicist' as const] : ['publicist' as const, 'disciplineOfficer' as const] })),
  asking(compliance.readCompliance, 'wenlan', () => ({})),
  asking(compliance.setCompliance, 'juling', () => ({ switch: 'branchPointsOnPhone' as const, opened: true, document: '机党发〔2026〕21号', decidedBy: '局党委会议', decidedOn: '2026-11-10', until: null })),
  asking(complaints.fileComplaint, 'wenlan', () => ({ text: '登记簿的字太小', kind: 'suggestion' as const, page: '/registers' })),
  asking(complaints.listComplaints, 'wenlan', () => ({})),
  asking(complaints.answerComplaint, 'fangmin', async (bench) => {
    const { id } = await bench.as('wenlan').call(complaints.fileComplaint, { kind: 'complaint' as const, text: '补学时间太短', page: '/' });
    return { complaint: id, text: '已请示延长' };
  }),
  asking(audit.readAuditTrail, 'shenji', () => ({})),
  asking(readSystemState, 'xitong', () => ({})),
  asking(audit.readMyDone, 'newcomer', () => ({})),
  asking(audit.exportAuditTrail, 'shenji', () => ({ operation: 'exportAuditTrail' })),
];
