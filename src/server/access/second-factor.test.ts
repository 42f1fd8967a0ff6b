import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAccounts } from '#domain/access/account-contract.ts';
import { readSession, signIn } from '#domain/access/contract.ts';
import { demandSecondFactor, enrolSecondFactor, readSecondFactor, removeSecondFactor, resetSecondFactor } from '#domain/access/second-factor-contract.ts';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type Caller, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { benchOf, type Bench } from '#test/operations/bench.ts';
import { stepOf, timeCode } from './time-code.ts';

let bureau: TestBureau;
let bench: Bench;
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
});
afterAll(() => bureau.drop());
beforeEach(() => bureau.setNow(NOW));

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const CODES = Array.from({ length: 10 }, (_, at) => `abcd-x2v${'abcdefghjk'[at] ?? ''}`);
const minutes = (count: number): void => bureau.setNow(new Date(new Date(NOW).getTime() + count * 60_000).toISOString());
const code = (): string => timeCode(SECRET, stepOf(bureau.now()));

interface Enrolled {
  readonly account: string;
  readonly userName: string;
  readonly caller: Caller;
}

async function enrolled(): Promise<Enrolled> {
  const { account, caller } = await bench.newAccount();
  await caller.call(enrolSecondFactor, { password: PASSWORD, secret: SECRET, code: code(), recoveryCodes: CODES });
  return { account, caller, userName: (await caller.call(readSession, {})).userName };
}

const enter = async (userName: string, given?: string, password = PASSWORD): Promise<string> => {
  const answer = await bureau.as('nobody').request(signIn, { userName, password, ...(given === undefined ? {} : { code: given }) });
  return answer.ok ? 'in' : ((await answer.json()) as { name: string }).name;
};

describe('signing in with a second factor', () => {
  it('asks for the code after the right password only, and takes it once', async () => {
    const { userName } = await enrolled();
    minutes(1);
    expect(await enter(userName, undefined, 'wrong-password-1')).toBe('SignInFailed');
    expect(await enter(userName)).toBe('SecondFactorNeeded');
    const now = code();
    expect(await enter(userName, now)).toBe('in');
    expect(await enter(userName, now), 'a code was taken twice').toBe('SecondFactorWrong');
    minutes(2);
    expect(await enter(userName, code())).toBe('in');
  });

  it('lets one of two in that come with one code at the same moment', async () => {
    const { userName } = await enrolled();
    minutes(1);
    const now = code();
    expect((await Promise.all([enter(userName, now), enter(userName, now)])).toSorted()).toEqual(['SecondFactorWrong', 'in']);
  });

  it('counts wrong codes like wrong passwords, and asking for one costs nothing', async () => {
    const { userName } = await enrolled();
    minutes(1);
    for (let at = 0; at < 6; at += 1) expect(await enter(userName)).toBe('SecondFactorNeeded');
    const tried = [await enter(userName, '000000'), await enter(userName, '000001'), await enter(userName, '000002'), await enter(userName, '000003')];
    expect(tried).toEqual(['SecondFactorWrong', 'SecondFactorWrong', 'SecondFactorWrong', 'SignInDelayed']);
    expect(await enter(userName), 'the delay was lifted by asking for a code').toBe('SignInDelayed');
    minutes(3);
    expect(await enter(userName, code())).toBe('in');
  });

  it('takes each recovery code once', async () => {
    const { userName, caller } = await enrolled();
    minutes(1);
    expect([await enter(userName, CODES[0]), await enter(userName, CODES[0]), await enter(userName, CODES[1]), await enter(userName, 'zzzz-zzzz')]).toEqual(
      ['in', 'SecondFactorWrong', 'in', 'SecondFactorWrong']);
    expect(await caller.call(readSecondFactor, {})).toMatchObject({ recoveryLeft: 8, demanded: false });
  });
});

describe('enrolling', () => {
  it('needs the password and the code of the phone, and happens once', async () => {
    const { caller } = await bench.newAccount();
    const input = { password: PASSWORD, secret: SECRET, code: code(), recoveryCodes: CODES };
    expect(await caller.refusal(enrolSecondFactor, { ...input, password: 'wrong-password-1' })).toBe('PasswordWrong');
    expect(await caller.refusal(enrolSecondFactor, { ...input, code: '000000' })).toBe('SecondFactorWrong');
    expect((await caller.call(readSecondFactor, {})).enrolledAt).toBeNull();
    await caller.call(enrolSecondFactor, input);
    expect(await caller.refusal(enrolSecondFactor, input)).toBe('SecondFactorThere');
  });

  it('leaves neither secret nor recovery code in clear in any table', async () => {
    await enrolled();
    const kept = await bureau.within(({ tx }) => tx.many<{ kept: string }>(sql`
      SELECT row_to_json(it)::text AS kept FROM second_factor it UNION ALL SELECT row_to_json(it)::text FROM recovery_code it
      UNION ALL SELECT row_to_json(it)::text FROM idempotency it UNION ALL SELECT row_to_json(it)::text FROM audit_entry it`));
    const all = kept.map((it) => it.kept).join('\n');
    for (const secret of [SECRET, '12345678901234567890', CODES[3] ?? '']) expect(all).not.toContain(secret);
  });

  it('can be taken back by the owner, with his password', async () => {
    const { caller, userName } = await enrolled();
    expect(await caller.refusal(removeSecondFactor, { password: 'wrong-password-1' })).toBe('PasswordWrong');
    await caller.call(removeSecondFactor, { password: PASSWORD });
    expect(await enter(userName)).toBe('in');
    expect(await caller.refusal(removeSecondFactor, { password: PASSWORD })).toBe('SecondFactorMissing');
  });

  it('is reset by the security administrator, and by nobody else', async () => {
    const { account, userName } = await enrolled();
    expect(await bureau.as('shenyi').refusal(resetSecondFactor, { account })).toBe('NotAllowed');
    await bureau.as('anquan').call(resetSecondFactor, { account });
    expect(await enter(userName)).toBe('in');
  });
});

describe('a role that demands a second factor', () => {
  it('opens nothing before it is enrolled, everything after, and is not left without it', async () => {
    await bureau.as('anquan').call(demandSecondFactor, { roles: ['secretary'] });
    const gucheng = bureau.as('gucheng');
    expect(await gucheng.refusal(readOrganisations, {})).toBe('SecondFactorMustEnrol');
    expect((await gucheng.call(readSession, {})).mustEnrol).toBe(true);
    await bureau.as('wenlan').call(readOrganisations, {});
    await gucheng.call(enrolSecondFactor, { password: PASSWORD, secret: SECRET, code: code(), recoveryCodes: CODES });
    await gucheng.call(readOrganisations, {});
    expect(await gucheng.refusal(removeSecondFactor, { password: PASSWORD })).toBe('SecondFactorDemanded');
    await bureau.as('anquan').call(demandSecondFactor, { roles: [] });
    const { items } = await bureau.as('anquan').call(readAccounts, { search: 'gucheng' });
    expect(items[0]?.state).toBe('active');
  });
});
