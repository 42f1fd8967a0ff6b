import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePassword, readSession, signIn } from '#domain/access/contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

describe('signing in', () => {
  it('opens a session for the right password and says who one is', async () => {
    const answer = await bureau.as('nobody').call(signIn, { userName: 'luojian', password: PASSWORD });
    expect(answer.person?.name).toBe('罗建');
    expect(answer.branch?.name).toBe('看守所党支部');
    expect(answer.grants.map((it) => it.role)).toEqual(['secretary']);
  });

  it('refuses a wrong password and an unknown user with the same words', async () => {
    const known = await bureau.as('nobody').refusal(signIn, { userName: 'luojian', password: 'wrong' });
    const unknown = await bureau.as('nobody').refusal(signIn, { userName: 'nobody-at-all', password: 'wrong' });
    expect([known, unknown]).toEqual(['SignInFailed', 'SignInFailed']);
  });

  it('delays after wrong passwords in a row, and counts them although each was refused', async () => {
    const refusals: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) refusals.push(await bureau.as('nobody').refusal(signIn, { userName: 'gucheng', password: 'wrong' }));
    expect(refusals).toEqual([...Array<string>(5).fill('SignInFailed'), 'SignInDelayed']);
    expect(await bureau.as('nobody').refusal(signIn, { userName: 'gucheng', password: PASSWORD })).toBe('SignInDelayed');
  });

  it('ends the other sessions of an account when its password changes', async () => {
    await bureau.as('tangyue').call(changePassword, { current: PASSWORD, next: 'Another-evening-7' });
    expect(await bureau.as('tangyue').refusal(readSession, {})).toBe('NotSignedIn');
  });
});
