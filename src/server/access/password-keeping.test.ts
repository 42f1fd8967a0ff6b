import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { changePassword, signIn } from '#domain/access/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { argon2id, chosenKeeping, keepingOf, pbkdf2Sm3 } from './password-keeping.ts';
import { isPassword, renewedHash } from './passwords.ts';

const ways = [['Argon2id', argon2id], ['HMAC-SM3', pbkdf2Sm3]] as const;

describe('a password', () => {
  it.each(ways)('kept by %s is taken again, and no other', async (_name, way) => {
    const stored = await way.keep('长安街 1 号 夜班');
    expect(keepingOf(stored)).toBe(way);
    expect(stored).not.toBe(await way.keep('长安街 1 号 夜班'));
    expect(await Promise.all(['长安街 1 号 夜班', '长安街 1 号 夜班 ', ''].map((it) => way.fits(stored, it)))).toEqual([true, false, false]);
  });

  it.each(ways)('kept by %s is taken whichever way is chosen, and renewed only for the other', async (_name, way) => {
    const stored = await way.keep(PASSWORD);
    for (const [, chosen] of ways) {
      expect([await isPassword(PASSWORD, stored, chosen), await isPassword('wrong', stored, chosen), await isPassword(PASSWORD, undefined, chosen)]).toEqual([true, false, false]);
      const renewed = await renewedHash(PASSWORD, stored, chosen);
      expect(renewed && keepingOf(renewed)).toBe(chosen === way ? undefined : chosen);
    }
  });
});

it('is kept by Argon2id unless the other way is chosen by its name', () => {
  expect([{}, { PASSWORD_HASH: '' }, { PASSWORD_HASH: 'argon2id' }, { PASSWORD_HASH: 'sm3' }].map(chosenKeeping)).toEqual([argon2id, argon2id, argon2id, pbkdf2Sm3]);
  expect(() => chosenKeeping({ PASSWORD_HASH: 'SM3' })).toThrow(/PASSWORD_HASH 应为 argon2id 或 sm3[^]*not "SM3"/);
  expect(() => chosenKeeping({ PASSWORD_HASH: 'toString' })).toThrow(/PASSWORD_HASH/);
});

describe('an installation that chose HMAC-SM3', () => {
  let bureau: TestBureau;
  beforeAll(async () => void (bureau = await testBureau()));
  afterAll(() => bureau.drop());
  afterEach(() => vi.unstubAllEnvs());

  const stored = async (userName: string): Promise<string> => (await bureau.within(({ tx }) =>
    tx.one<{ it: string }>(sql`SELECT password_hash AS it FROM account WHERE user_name = ${userName}`)))?.it ?? '';
  const enters = (userName: string, password = PASSWORD): Promise<unknown> => bureau.as('nobody').call(signIn, { userName, password });

  it('renews the hash of whoever comes in, also twice at the same moment, and of nobody who does not', async () => {
    vi.stubEnv('PASSWORD_HASH', 'sm3');
    const before = [await stored('luojian'), await stored('heqing')];
    expect(before.map(keepingOf)).toEqual([argon2id, argon2id]);
    expect(await bureau.as('nobody').refusal(signIn, { userName: 'heqing', password: 'wrong' })).toBe('SignInFailed');
    await Promise.all([enters('luojian'), enters('luojian')]);
    expect(keepingOf(await stored('luojian'))).toBe(pbkdf2Sm3);
    expect(await stored('heqing')).toBe(before[1]);
    await enters('luojian');
  });

  it('keeps a new password by it, and lets everybody in when the choice is taken back', async () => {
    vi.stubEnv('PASSWORD_HASH', 'sm3');
    await bureau.as('tangyue').call(changePassword, { current: PASSWORD, next: 'xin-mima-2026-yeban' });
    expect(keepingOf(await stored('tangyue'))).toBe(pbkdf2Sm3);
    vi.unstubAllEnvs();
    await enters('tangyue', 'xin-mima-2026-yeban');
    expect(keepingOf(await stored('tangyue'))).toBe(argon2id);
  });
});
