import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readMySessions } from '#domain/access/account-contract.ts';
import { changePassword, readSession, signIn, signOut } from '#domain/access/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());
beforeEach(() => bureau.setNow(NOW));

const guess = (userName: string, password = 'wrong'): Promise<string> => bureau.as('nobody').refusal(signIn, { userName, password });
const after = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

/** Signs in and gives the header that carries the new session. */
async function signedIn(userName: string, headers: Record<string, string> = {}): Promise<{ cookie: string }> {
  const answer = await bureau.as('nobody').request(signIn, { userName, password: PASSWORD }, { headers });
  expect(answer.status).toBe(200);
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}
const read = async (headers: { cookie: string }): Promise<number> => (await bureau.as('nobody').request(readSession, {}, { headers })).status;

describe('signing in', () => {
  it('notes the kind of device, and nothing else of it', async () => {
    const headers = await signedIn('gucheng', { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36 Edg/131.0' });
    const mine = await bureau.as('nobody').request(readMySessions, {}, { headers });
    expect(((await mine.json()) as { items: { current: boolean; device: string }[] }).items.find((it) => it.current)?.device).toBe('Windows · Edge');
  });

  it('opens a session for the right password and says who one is', async () => {
    const answer = await bureau.as('nobody').call(signIn, { userName: 'luojian', password: PASSWORD });
    expect(answer.person?.name).toBe('罗建');
    expect(answer.branch?.name).toBe('看守所党支部');
    expect(answer.grants.map((it) => it.role)).toEqual(['secretary']);
  });

  it('answers a wrong password and an unknown user alike, try by try, delay included', async () => {
    const answers = async (userName: string): Promise<unknown[]> => {
      const seen: unknown[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const answer = await bureau.as('nobody').request(signIn, { userName, password: 'wrong' });
        const { requestId, ...body } = (await answer.json()) as { requestId: string };
        seen.push([answer.status, body, [...answer.headers.keys()]]);
      }
      return seen;
    };
    expect(await answers('nobody-at-all')).toEqual(await answers('heqing'));
  });

  it('delays longer and longer, and counts tries although each was refused', async () => {
    const tried: string[] = [];
    for (const second of [0, 0, 0, 1, 59, 60, 61, 359, 360, 361, 1259]) {
      bureau.setNow(after(second));
      tried.push(`${second} ${await guess('gucheng')}`);
    }
    expect(tried.filter((it) => it.endsWith('SignInFailed')).map((it) => it.split(' ')[0]), 'T14: live guesses').toEqual(['0', '0', '0', '60', '360']);
    expect(await guess('gucheng', PASSWORD)).toBe('SignInDelayed');
    bureau.setNow(after(1260));
    await signedIn('gucheng');
    expect([await guess('gucheng'), await guess('gucheng'), await guess('gucheng'), await guess('gucheng')])
      .toEqual(['SignInFailed', 'SignInFailed', 'SignInFailed', 'SignInDelayed']);
  });

  it('counts guesses at the same moment one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess('tangyue')));
    expect(answers.filter((it) => it === 'SignInFailed').length).toBe(3);
    expect(answers.filter((it) => it === 'SignInDelayed').length).toBe(17);
  });

  it('forgets wrong tries after a day', async () => {
    for (let turn = 0; turn < 5; turn += 1) await guess('shenyi');
    bureau.setNow(after(25 * 3600));
    await guess('shenyi');
    const rows = await bureau.within((call) => call.tx.many<{ tries: number }>(sql`SELECT tries FROM sign_in_tries`));
    expect(rows).toEqual([{ tries: 1 }]);
  });

  it('keeps neither the tried name nor the tried password', async () => {
    await guess('my-password-typed-here', 'canary-of-a-guess');
    const kept = await bureau.within((call) => call.tx.many<{ kept: string }>(sql`
      SELECT row_to_json(it)::text AS kept FROM sign_in_tries it UNION ALL SELECT row_to_json(it)::text FROM audit_entry it`));
    expect(kept.map((it) => it.kept).join('\n')).not.toMatch(/my-password-typed-here|canary-of-a-guess/);
  });

  it('audits a wrong password for the account, and nothing for a name that does not exist', async () => {
    const count = async (): Promise<number> => {
      const row = await bureau.within((call) => call.tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM audit_entry WHERE operation = 'wrongPassword'`));
      return row?.n ?? 0;
    };
    const before = await count();
    await guess('jiping');
    await guess('nobody-at-all');
    expect(await count()).toBe(before + 1);
  });

  it('lets a storm through and others go on, though fewer connections than guests', async () => {
    const names = ['luojian', 'wenlan', 'zhengqi', 'fangmin', 'xitong', 'anquan', 'shenji'] as const;
    const storm = [...names, ...names].map((name) => signedIn(name));
    expect(await bureau.as('wenlan').call(readSession, {})).toMatchObject({ userName: 'wenlan' });
    expect((await Promise.all(storm)).length).toBe(14);
  });

  it('is over for somebody who has left the bureau, and says so only to who knows the password', async () => {
    expect(await bureau.as('liubo').refusal(readSession, {})).toBe('NotSignedIn');
    expect([await guess('liubo'), await guess('liubo', PASSWORD)]).toEqual(['SignInFailed', 'AccountClosed']);
  });
});

describe('a session', () => {
  it('has a new token with each sign-in, whatever token the browser brought', async () => {
    const first = await signedIn('wenlan');
    const second = await signedIn('wenlan', first);
    expect(second.cookie).not.toBe(first.cookie);
    expect(await signedIn('wenlan', { cookie: 'zhibu-alpha=chosen-by-somebody' })).not.toEqual({ cookie: 'zhibu-alpha=chosen-by-somebody' });
  });

  it('is gone after signing out', async () => {
    const headers = await signedIn('wenlan');
    expect((await bureau.as('nobody').request(signOut, {}, { headers })).headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await read(headers)).toBe(401);
  });

  it('ends after two idle hours, and after twelve however busy', async () => {
    const idle = await signedIn('wenlan');
    const busy = await signedIn('wenlan');
    const seen: number[] = [];
    for (let hour = 1; hour < 13; hour += 1) {
      bureau.setNow(after(hour * 3600 - 60));
      seen.push(await read(busy));
      if (hour === 1) expect(await read(idle)).toBe(200);
      if (hour === 4) expect(await read(idle)).toBe(401);
    }
    expect(seen).toEqual(Array<number>(12).fill(200));
    bureau.setNow(after(12 * 3600 + 1));
    expect(await read(busy)).toBe(401);
  });

  it('that has ended leaves no row once somebody signs in', async () => {
    await signedIn('wenlan');
    bureau.setNow(after(13 * 3600));
    await signedIn('wenlan');
    const left = await bureau.within(({ tx }) => tx.many(sql`SELECT token_hash FROM login_session WHERE expires_at < ${after(13 * 3600)}`));
    expect(left).toEqual([]);
  });

  it('goes on under a new token when its password changes, and all others end', async () => {
    const here = await signedIn('zhengqi');
    const elsewhere = await signedIn('zhengqi');
    const changed = await bureau.as('nobody').request(changePassword, { current: PASSWORD, next: 'Another-evening-7' }, { headers: here });
    const now = { cookie: changed.headers.get('set-cookie')?.split(';')[0] ?? '' };
    expect([await read(now), await read(here), await read(elsewhere)]).toEqual([200, 401, 401]);
    expect([await guess('zhengqi', PASSWORD), (await bureau.as('nobody').call(signIn, { userName: 'zhengqi', password: 'Another-evening-7' })).userName])
      .toEqual(['SignInFailed', 'zhengqi']);
  });

  it('can have its password guessed no faster from inside than from the log-in page', async () => {
    const headers = await signedIn('fangmin');
    const inside = async (): Promise<string> => {
      const answer = await bureau.as('nobody').request(changePassword, { current: 'wrong', next: 'Another-evening-7' }, { headers });
      return ((await answer.json()) as { name: string }).name;
    };
    expect([await inside(), await inside(), await guess('fangmin'), await inside(), await guess('fangmin', PASSWORD)])
      .toEqual(['PasswordWrong', 'PasswordWrong', 'SignInFailed', 'SignInDelayed', 'SignInDelayed']);
  });

  it.each([
    ['the same as before', PASSWORD, 'PasswordUnchanged'], ['too short', 'short-1', 'PasswordWeak'], ['with the user name in it', 'Anquan-2026-x', 'PasswordWeak'],
  ])('refuses a new password %s and keeps the old one', async (_, next, name) => {
    expect(await bureau.as('anquan').refusal(changePassword, { current: PASSWORD, next })).toBe(name);
    expect(await bureau.as('anquan').call(readSession, {})).toMatchObject({ userName: 'anquan' });
  });
});
