import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAuditTrail } from '#domain/audit/contract.ts';
import { changePassword, readSession, signIn } from '#domain/access/contract.ts';
import { demandSecondFactor, enrolSecondFactor } from '#domain/access/second-factor-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { stepOf, timeCode } from './time-code.ts';
import { administratorsNow, unlockAdministrator } from './unlock-administrator.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const FIRST = 'k7mq-x2vd-9hpe';
const NEXT = 'Evening-of-the-first-1';
const enter = async (password: string): Promise<string> => {
  const answer = await bureau.as('nobody').request(signIn, { userName: 'anquan', password });
  return answer.ok ? 'in' : ((await answer.json()) as { name: string }).name;
};

it('lets the only security administrator in again, who lost password and phone, and the trail tells the auditor', async () => {
  const anquan = bureau.as('anquan');
  const recoveryCodes = Array.from({ length: 10 }, (_, at) => `abcd-x2v${'abcdefghjk'[at] ?? ''}`);
  await anquan.call(enrolSecondFactor, { password: PASSWORD, secret: SECRET, code: timeCode(SECRET, stepOf(bureau.now())), recoveryCodes });
  for (let turn = 0; turn < 6; turn += 1) await enter('wrong-password-1');

  expect(await bureau.within((call) => unlockAdministrator(call, 'anquan', FIRST))).toEqual({ userName: 'anquan', role: 'securityAdministrator' });

  expect(await anquan.refusal(readSession, {})).toBe('NotSignedIn');
  const entered = await bureau.as('nobody').request(signIn, { userName: 'anquan', password: FIRST });
  expect(entered.status).toBe(200);
  const token = /=([^;]+)/.exec(entered.headers.get('set-cookie') ?? '')?.[1];
  const again = bureau.withToken(token);
  expect(await again.refusal(demandSecondFactor, { roles: [] })).toBe('PasswordMustChange');
  await again.call(changePassword, { current: FIRST, next: NEXT });
  expect(await enter(NEXT)).toBe('in');

  const { items } = await bureau.as('shenji').call(readAuditTrail, { operation: 'test' });
  expect(items.some((it) => it.subject?.kind === 'account' && it.details['role'] === 'securityAdministrator' && it.details['secondFactorGone'] === true)).toBe(true);
});

it('opens no door to anybody else: neither the office, nor a branch, nor a name that nobody has', async () => {
  for (const name of ['dangwu', 'luojian', 'nobody-at-all']) expect(await bureau.within((call) => unlockAdministrator(call, name, FIRST)), name).toBeUndefined();
  expect(await bureau.within(({ tx, now }) => administratorsNow(tx, now))).toEqual([
    { userName: 'shenji', role: 'auditAdministrator' }, { userName: 'anquan', role: 'securityAdministrator' }, { userName: 'xitong', role: 'systemAdministrator' },
  ]);
});
