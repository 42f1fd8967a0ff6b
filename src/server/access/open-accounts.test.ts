import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccounts, readAccount } from '#domain/access/account-contract.ts';
import { signIn } from '#domain/access/contract.ts';
import { openAccounts, readRosterAccounts, resetPasswords, type RosterAccount } from '#domain/access/roster-contract.ts';
import { appointPost } from '#domain/people/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const FIRST = 'k7mq-x2vd-9hpe';
const STRANGER = '01890000-0000-7000-8000-000000000000';
const anquan = () => bureau.as('anquan');
const other = (at: number): string => bureau.cast.others[at] ?? '';

const lacking = async (organisation?: string): Promise<readonly RosterAccount[]> =>
  (await anquan().call(readRosterAccounts, organisation === undefined ? {} : { organisation })).items;
const opening = (person: string, roles: readonly { role: 'secretary' | 'organiser' | 'publicist' | 'recorder'; organisation: string }[] = []) =>
  ({ person, firstPassword: FIRST, roles: [...roles] });
const enters = async (userName: string, password: string): Promise<number> => (await bureau.as('nobody').request(signIn, { userName, password })).status;

describe('who on the roster lacks an account', () => {
  it('is listed by branch and number, with the role of the post that is held today', async () => {
    await bureau.as('fangmin').call(appointPost, { person: other(0), organisation: bureau.cast.organisation.detention, post: 'publicist', from: '2026-03-01' });
    const items = await lacking();
    expect(items.map((it) => it.number)).toEqual(items.map((it) => it.number).toSorted());
    expect(items.find((it) => it.person === other(0))).toMatchObject({ userName: null, proposed: [{ post: 'publicist', role: 'publicist', organisationName: '看守所党支部' }] });
    expect(items.find((it) => it.person === other(1))).toMatchObject({ userName: null, proposed: [] });
    expect(items.map((it) => it.person)).not.toContain(bureau.cast.person.wenlan);
  });

  it('also whoever has an account and not the role of his post', async () => {
    await bureau.within(({ tx }) => tx.run(sql`UPDATE role_grant SET ended_at = now() WHERE role = 'deputySecretary'`));
    expect((await lacking()).find((it) => it.person === bureau.cast.person.tangyue)).toMatchObject({ userName: 'tangyue', proposed: [{ role: 'deputySecretary' }] });
  });

  it('is asked for one branch, and is for the security administrator alone', async () => {
    expect((await lacking(bureau.cast.organisation.command)).length).toBe(0);
    expect((await lacking(bureau.cast.organisation.groupA)).length).toBe(5);
    expect(await bureau.as('shenyi').refusal(readRosterAccounts, {})).toBe('NotAllowed');
  });
});

describe('opening accounts for many', () => {
  it('opens them with the number as user name, grants what was ticked, and a second run changes nothing', async () => {
    const detention = bureau.cast.organisation.detention;
    const people = [opening(other(0), [{ role: 'publicist', organisation: detention }]), opening(other(1))];
    const { items } = await anquan().call(openAccounts, { people });
    expect(items.map((it) => [it.userName, it.opened, it.granted, it.refusals]).toSorted()).toEqual([['020000', true, 1, []], ['020001', true, 0, []]]);
    expect(await enters('020000', FIRST)).toBe(200);
    const { items: listed } = await anquan().call(readAccounts, { search: '020000' });
    expect(listed[0]).toMatchObject({ state: 'firstPassword', roles: [{ role: 'publicist', organisation: '看守所党支部' }] });

    const again = await anquan().call(openAccounts, { people: people.map((it) => ({ ...it, firstPassword: 'another-pass-99' })) });
    expect(again.items.map((it) => [it.opened, it.granted, it.refusals])).toEqual([[false, 0, []], [false, 0, []]]);
    expect(await enters('020000', 'another-pass-99')).toBe(401);
    expect((await lacking()).map((it) => it.person)).not.toContain(other(0));
  });

  it('gives the role of a post to who has an account, and leaves his password', async () => {
    const { items } = await anquan().call(openAccounts, { people: [{ person: bureau.cast.person.tangyue, firstPassword: FIRST, roles: [{ role: 'deputySecretary', organisation: bureau.cast.organisation.detention }] }] });
    expect(items[0]).toMatchObject({ userName: 'tangyue', opened: false, granted: 1 });
    expect(await enters('tangyue', FIRST)).toBe(401);
  });

  it('names who is refused and opens the others', async () => {
    const command = bureau.cast.organisation.command;
    const { items } = await anquan().call(openAccounts, { people: [
      opening(STRANGER), opening(other(2), [{ role: 'secretary', organisation: command }]), { ...opening(other(3)), firstPassword: 'weak' }, opening(other(4)),
    ] });
    const said = new Map(items.map((it) => [it.person, [it.opened, it.granted, it.refusals.map(({ name }) => name).join()]]));
    expect([STRANGER, other(2), other(3), other(4)].map((it) => said.get(it))).toEqual([
      [false, 0, 'NotFound'], [true, 0, 'GrantWithoutHome'], [false, 0, 'PasswordWeak'], [true, 0, '']]);
  });

  it('keeps every rule of granting: no work beside administration, and nobody but the security administrator', async () => {
    await anquan().call(openAccounts, { people: [opening(other(5))] });
    const { items } = await anquan().call(openAccounts, { people: [{ ...opening(other(5)), roles: [
      { role: 'auditAdministrator', organisation: bureau.cast.organisation.bureau }, { role: 'recorder', organisation: bureau.cast.organisation.detention }] }] });
    expect(items[0]?.granted).toBe(1);
    expect(items[0]?.refusals.map((it) => it.name)).toEqual(['AdministratorsApart']);
    expect(await bureau.as('fangmin').refusal(openAccounts, { people: [opening(other(6))] })).toBe('NotAllowed');
  });

  it('is in the trail account by account, and no table holds a password', async () => {
    const canary = 'canary-0f-roster-2';
    await anquan().call(openAccounts, { people: [{ ...opening(other(7)), firstPassword: canary }] });
    const kept = await bureau.within(({ tx }) => tx.many<{ kept: string }>(sql`
      SELECT row_to_json(it)::text AS kept FROM idempotency it UNION ALL SELECT row_to_json(it)::text FROM audit_entry it
      UNION ALL SELECT row_to_json(it)::text FROM account it UNION ALL SELECT row_to_json(it)::text FROM job it`));
    expect(kept.map((it) => it.kept).join('\n')).not.toContain(canary);
    const { items } = await anquan().call(readAccounts, { search: '020007' });
    const trail = await bureau.within(({ tx }) => tx.many(sql`SELECT 1 FROM audit_entry WHERE operation = 'openAccounts' AND subject_id = ${items[0]?.id ?? ''}`));
    expect(trail.length).toBe(1);
  });
});

describe('first passwords anew for a branch', () => {
  it('resets those it may, names the others, and ends the sessions', async () => {
    const { items: listed } = await anquan().call(readAccounts, { organisation: bureau.cast.organisation.detention, state: 'firstPassword', size: 100 });
    expect(listed.map((it) => it.userName)).toContain('020001');
    expect(listed.map((it) => it.userName)).not.toContain('gucheng');
    const one = listed.find((it) => it.userName === '020001')?.id ?? '';
    const own = (await anquan().call(readAccounts, { search: 'anquan' })).items[0]?.id ?? '';
    const { items } = await anquan().call(resetPasswords, { accounts: [{ account: one, firstPassword: 'new-first-word-7' }, { account: own, firstPassword: FIRST }] });
    expect(new Map(items.map((it) => [it.account, it.refusals.map(({ name }) => name).join()]))).toEqual(new Map([[one, ''], [own, 'OwnAccount']]));
    expect([await enters('020001', FIRST), await enters('020001', 'new-first-word-7')]).toEqual([401, 200]);
    expect((await anquan().call(readAccount, { account: one })).account.state).toBe('firstPassword');
  });
});
