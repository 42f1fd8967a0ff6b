import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeAccount, createAccount, endMySessions, endSessions, readAccount, readAccountCandidates, readAccounts, readMySessions,
  reopenAccount, resetPassword, type AccountRow,
} from '#domain/access/account-contract.ts';
import { changePassword, readSession, signIn } from '#domain/access/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const FIRST = 'k7mq-x2vd-9hpe';
const STRANGER = '01890000-0000-7000-8000-000000000000';
const anquan = () => bureau.as('anquan');

async function accountOf(userName: string): Promise<AccountRow> {
  const { items } = await anquan().call(readAccounts, { search: userName, size: 100 });
  const found = items.find((it) => it.userName === userName);
  if (!found) throw new Error(`no account ${userName}`);
  return found;
}
const trySignIn = async (userName: string, password: string): Promise<string> => {
  const answer = await bureau.as('nobody').request(signIn, { userName, password });
  return answer.ok ? 'signed in' : ((await answer.json()) as { name: string }).name;
};
const auditOf = (account: string): Promise<{ operation: string }[]> => bureau.within((call) =>
  call.tx.many<{ operation: string }>(sql`SELECT operation FROM audit_entry WHERE subject_id = ${account} ORDER BY id`));

describe('the list of accounts', () => {
  it('shows home, roles in force and state, by user name', async () => {
    const { items, total } = await anquan().call(readAccounts, {});
    expect(total).toBe(15);
    expect(items.map((it) => it.userName)).toEqual(items.map((it) => it.userName).toSorted());
    expect(items.find((it) => it.userName === 'luojian')).toMatchObject({
      state: 'active', manageable: true, person: { name: '罗建' }, branch: { name: '看守所党支部' }, roles: [{ role: 'secretary', organisation: '看守所党支部' }] });
    expect(items.find((it) => it.userName === 'liubo')).toMatchObject({ state: 'departed', roles: [] });
    expect(items.find((it) => it.userName === 'shenji')).toMatchObject({ person: null, branch: null, roles: [{ role: 'auditAdministrator' }] });
  });

  it.each([
    [{ search: '罗建' }, ['luojian']], [{ search: 'LUOJ' }, ['luojian']], [{ search: '%' }, []], [{ search: '_' }, []],
    [{ role: 'secretary' as const }, ['gucheng', 'luojian']], [{ role: 'recorder' as const }, ['jiping', 'liubo']], [{ state: 'departed' as const }, ['liubo']],
    [{ role: 'secretary' as const, state: 'closed' as const }, []],
  ])('is narrowed by %j to %j', async (filter, names) => {
    const { items, total } = await anquan().call(readAccounts, filter);
    expect([items.map((it) => it.userName), total]).toEqual([names, names.length]);
  });

  it('comes in pages that add up', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => anquan().call(readAccounts, { page, size: 5 })));
    expect(pages.map((it) => it.items.length)).toEqual([5, 5, 5, 0]);
    expect(pages.map((it) => it.total)).toEqual([15, 15, 15, 15]);
    expect(new Set(pages.flatMap((it) => it.items.map((row) => row.id))).size).toBe(15);
  });

  it('is for the security administrator alone', async () => {
    for (const name of ['shenyi', 'luojian', 'wenlan', 'xitong', 'shenji'] as const) {
      expect(await bureau.as(name).refusal(readAccounts, {})).toBe('NotAllowed');
      expect(await bureau.as(name).refusal(readAccountCandidates, {})).toBe('NotAllowed');
      expect(await bureau.as(name).refusal(readAccount, { account: STRANGER })).toBe('NotAllowed');
    }
  });
});

describe('opening an account', () => {
  it('takes the number as user name, demands a new password, and opens nothing else', async () => {
    const person = bureau.cast.others[0] ?? '';
    expect((await anquan().call(readAccountCandidates, { search: '020000' })).items.map((it) => it.id)).toEqual([person]);
    const made = await anquan().call(createAccount, { person, firstPassword: FIRST });
    expect(made.userName).toBe('020000');
    expect((await anquan().call(readAccountCandidates, { search: '020000' })).items).toEqual([]);
    expect(await accountOf('020000')).toMatchObject({ state: 'firstPassword', roles: [] });

    const entered = await bureau.as('nobody').request(signIn, { userName: '020000', password: FIRST });
    expect(await entered.json()).toMatchObject({ mustChangePassword: true });
    const headers = { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' };
    const mine = await bureau.as('nobody').request(readMySessions, {}, { headers });
    expect([mine.status, ((await mine.json()) as { name: string }).name]).toEqual([403, 'PasswordMustChange']);
    const changed = await bureau.as('nobody').request(changePassword, { current: FIRST, next: 'Evening-study-20' }, { headers });
    const then = { cookie: changed.headers.get('set-cookie')?.split(';')[0] ?? '' };
    expect((await bureau.as('nobody').request(readMySessions, {}, { headers: then })).status).toBe(200);
    expect(await accountOf('020000')).toMatchObject({ state: 'active' });
  });

  it('offers people of one branch or group, and how many there are', async () => {
    const inBranch = async (organisation: keyof typeof bureau.cast.organisation): Promise<number> =>
      (await anquan().call(readAccountCandidates, { organisation: bureau.cast.organisation[organisation] })).total;
    expect([await inBranch('bureau'), await inBranch('groupC'), await inBranch('command')]).toEqual([await inBranch('detention'), 5, 0]);
    expect((await anquan().call(readAccountCandidates, { organisation: STRANGER })).items).toEqual([]);
  });

  it('keeps the first password in no answer, no log and no table', async () => {
    const person = bureau.cast.others[1] ?? '';
    const canary = 'canary-0f-first-2';
    const answer = await anquan().request(createAccount, { person, firstPassword: canary });
    const account = ((await answer.clone().json()) as { account: string }).account;
    await anquan().call(resetPassword, { account, firstPassword: `${canary}-again` });
    const kept = await bureau.within((call) => call.tx.many<{ kept: string }>(sql`
      SELECT row_to_json(it)::text AS kept FROM idempotency it UNION ALL SELECT row_to_json(it)::text FROM audit_entry it
      UNION ALL SELECT row_to_json(it)::text FROM account it`));
    expect(`${await answer.text()}${kept.map((it) => it.kept).join('\n')}`).not.toContain(canary);
  });

  it('refuses a second account, a taken name, a weak password and a stranger', async () => {
    const person = bureau.cast.others[2] ?? '';
    const refusals = [
      await anquan().refusal(createAccount, { person: bureau.cast.person.luojian, firstPassword: FIRST }),
      await anquan().refusal(createAccount, { person, userName: 'luojian', firstPassword: FIRST }),
      await anquan().refusal(createAccount, { person, firstPassword: 'weak' }),
      await anquan().refusal(createAccount, { person: STRANGER, firstPassword: FIRST }),
      await anquan().refusal(createAccount, { person: bureau.cast.person.liubo, firstPassword: FIRST }),
      await bureau.as('shenyi').refusal(createAccount, { person, firstPassword: FIRST }),
    ];
    expect(refusals).toEqual(['PersonHasAccount', 'UserNameTaken', 'PasswordWeak', 'NotFound', 'NotFound', 'NotAllowed']);
    expect((await anquan().call(readAccountCandidates, { search: '020002' })).items.length).toBe(1);
  });

  it('by two at the same time opens one', async () => {
    const person = bureau.cast.others[3] ?? '';
    const answers = await Promise.all([1, 2, 3].map(() => anquan().request(createAccount, { person, firstPassword: FIRST })));
    expect(answers.map((it) => it.status).sort()).toEqual([200, 409, 409]);
  });
});

describe('an account', () => {
  it('whose password is reset ends its sessions, its delay, and demands a new one', async () => {
    const { id } = await accountOf('tangyue');
    for (let turn = 0; turn < 3; turn += 1) await trySignIn('tangyue', 'wrong');
    expect((await anquan().call(readAccount, { account: id })).delayedUntil).not.toBeNull();
    await anquan().call(resetPassword, { account: id, firstPassword: FIRST });
    expect(await bureau.as('tangyue').refusal(readSession, {})).toBe('NotSignedIn');
    expect([await trySignIn('tangyue', PASSWORD), await trySignIn('tangyue', FIRST)]).toEqual(['SignInFailed', 'signed in']);
    expect(await accountOf('tangyue')).toMatchObject({ state: 'firstPassword' });
    expect((await auditOf(id)).map((it) => it.operation)).toContain('resetPassword');
  });

  it('that is closed opens nothing from the next request on, and can be opened again', async () => {
    const { id } = await accountOf('gucheng');
    await anquan().call(closeAccount, { account: id });
    expect(await bureau.as('gucheng').refusal(readSession, {})).toBe('NotSignedIn');
    expect([await trySignIn('gucheng', 'wrong'), await trySignIn('gucheng', PASSWORD)]).toEqual(['SignInFailed', 'AccountClosed']);
    expect(await accountOf('gucheng')).toMatchObject({ state: 'closed', roles: [] });
    expect(await anquan().refusal(closeAccount, { account: id })).toBe('AccountStateUnchanged');
    await anquan().call(reopenAccount, { account: id });
    expect(await trySignIn('gucheng', PASSWORD)).toBe('signed in');
    expect(await anquan().refusal(reopenAccount, { account: id })).toBe('AccountStateUnchanged');
    expect((await auditOf(id)).map((it) => it.operation).filter((it) => it.endsWith('Account'))).toEqual(['closeAccount', 'reopenAccount']);
  });

  it('cannot be closed while its password is being proven', async () => {
    const { id } = await accountOf('heqing');
    const entering = Array.from({ length: 2 }, () => bureau.as('nobody').request(signIn, { userName: 'heqing', password: PASSWORD }));
    await anquan().call(closeAccount, { account: id });
    await Promise.all(entering);
    const left = await bureau.within((call) => call.tx.many(sql`SELECT token_hash FROM login_session WHERE account_id = ${id}`));
    expect(left).toEqual([]);
  });

  it('is nobody\'s own to close or reset, and the last administrator stays', async () => {
    const own = await accountOf('anquan');
    const auditor = await accountOf('shenji');
    expect(await anquan().refusal(closeAccount, { account: own.id })).toBe('OwnAccount');
    expect(await anquan().refusal(resetPassword, { account: own.id, firstPassword: FIRST })).toBe('OwnAccount');
    expect(await anquan().refusal(closeAccount, { account: auditor.id })).toBe('LastAdministrator');
    expect(await anquan().refusal(closeAccount, { account: STRANGER })).toBe('NotFound');
    expect(await bureau.as('shenji').refusal(closeAccount, { account: own.id })).toBe('NotAllowed');
  });

  it('shows its sessions, and they can be ended from afar, one or all', async () => {
    const { id } = await accountOf('jiping');
    await trySignIn('jiping', PASSWORD);
    await trySignIn('jiping', PASSWORD);
    const { sessions } = await anquan().call(readAccount, { account: id });
    expect(sessions.length).toBe(3);
    expect(await anquan().call(endSessions, { account: id, session: sessions[0]?.session ?? '' })).toEqual({ ended: 1 });
    expect(await anquan().call(endSessions, { account: id })).toEqual({ ended: 2 });
    expect(await bureau.as('jiping').refusal(readSession, {})).toBe('NotSignedIn');
    expect(await bureau.as('shenji').refusal(endSessions, { account: id })).toBe('NotAllowed');
  });

  it('ends its own other sessions, never somebody else\'s', async () => {
    await trySignIn('zhengqi', PASSWORD);
    await trySignIn('zhengqi', PASSWORD);
    const { items } = await bureau.as('zhengqi').call(readMySessions, {});
    expect([items.length, items.filter((it) => it.current).length]).toEqual([3, 1]);
    const theirs = (await bureau.as('luojian').call(readMySessions, {})).items[0]?.session ?? '';
    expect(await bureau.as('zhengqi').call(endMySessions, { session: theirs })).toEqual({ ended: 0 });
    expect(await bureau.as('zhengqi').call(endMySessions, {})).toEqual({ ended: 2 });
    expect((await bureau.as('zhengqi').call(readSession, {})).userName).toBe('zhengqi');
    expect((await bureau.as('luojian').call(readSession, {})).userName).toBe('luojian');
  });
});
