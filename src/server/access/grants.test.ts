import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeAccount, endSessions, readAccount, readAccounts, resetPassword, type AccountRow } from '#domain/access/account-contract.ts';
import { readSession } from '#domain/access/contract.ts';
import { endGrant, grantRole, readRights, readViewpoint } from '#domain/access/grant-contract.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import type { CastName, CastOrganisation } from '#test/cast.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());
beforeEach(() => bureau.setNow(NOW));

const TODAY = '2026-11-17';
const STRANGER = '01890000-0000-7000-8000-000000000000';
const on = (name: CastOrganisation): string => bureau.cast.organisation[name];

async function accountOf(userName: string): Promise<AccountRow> {
  const { items } = await bureau.as('anquan').call(readAccounts, { search: userName, size: 100 });
  const found = items.find((it) => it.userName === userName);
  if (!found) throw new Error(`no account ${userName}`);
  return found;
}
const wish = async (userName: string, role: AccountRow['roles'][number]['role'], organisation: string, from = TODAY, to: string | null = null) =>
  ({ account: (await accountOf(userName)).id, role, organisation, from, to });
const rolesOf = async (name: CastName): Promise<string[]> => (await bureau.as(name).call(readSession, {})).grants.map((it) => it.role);
const grantCount = async (): Promise<number> => {
  const row = await bureau.within((call) => call.tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM role_grant`));
  return row?.n ?? 0;
};

describe('a grant', () => {
  it('holds from its first day to its last, for the organisation and below', async () => {
    await bureau.as('anquan').call(grantRole, await wish('wenlan', 'organiser', on('detention'), '2026-11-20', '2026-11-25'));
    const held: string[] = [];
    for (const day of ['2026-11-19', '2026-11-20', '2026-11-25', '2026-11-26']) {
      bureau.setNow(`${day}T23:59:00+08:00`);
      if ((await rolesOf('wenlan')).includes('organiser')) held.push(day);
    }
    expect(held).toEqual(['2026-11-20', '2026-11-25']);
  });

  it('that is ended at once holds no more at the next request, and says who ended it', async () => {
    const { id } = await bureau.as('anquan').call(grantRole, await wish('wenlan', 'recorder', on('detention')));
    expect(await rolesOf('wenlan')).toEqual(['recorder']);
    await bureau.as('anquan').call(endGrant, { grant: id, last: null });
    expect(await rolesOf('wenlan')).toEqual([]);
    expect(await bureau.as('anquan').refusal(endGrant, { grant: id, last: null })).toBe('GrantEnded');
    const { grants } = await bureau.as('anquan').call(readAccount, { account: (await accountOf('wenlan')).id });
    expect(grants.find((it) => it.id === id)).toMatchObject({ standing: 'over', grantedBy: 'anquan', endedBy: 'anquan' });
  });

  it('can be given a last day, never a later one', async () => {
    const { id } = await bureau.as('anquan').call(grantRole, await wish('wenlan', 'publicist', on('detention')));
    await bureau.as('anquan').call(endGrant, { grant: id, last: '2026-11-30' });
    expect(await bureau.as('anquan').refusal(endGrant, { grant: id, last: '2026-12-01' })).toBe('GrantDates');
    expect(await bureau.as('anquan').refusal(endGrant, { grant: id, last: '2026-11-16' })).toBe('GrantDates');
    bureau.setNow('2026-12-01T00:30:00+08:00');
    expect(await rolesOf('wenlan')).toEqual([]);
  });

  it('twice at the same time is one grant', async () => {
    const wanted = await wish('heqing', 'bureauLeader', on('bureau'));
    const before = await grantCount();
    const answers = await Promise.all([1, 2, 3, 4].map(() => bureau.as('anquan').request(grantRole, wanted)));
    expect(answers.map((it) => it.status).sort()).toEqual([200, 409, 409, 409]);
    expect(await grantCount()).toBe(before + 1);
  });

  it.each([
    ['for oneself', 'anquan', 'auditAdministrator', 'bureau', 'GrantToSelf'],
    ['of a second administrator', 'shenji', 'systemAdministrator', 'bureau', 'AdministratorsApart'],
    ['of the work to an administrator', 'xitong', 'inspector', 'bureau', 'AdministratorsApart'],
    ['of an administrator to who records', 'jiping', 'auditAdministrator', 'bureau', 'AdministratorsApart'],
    ['of a branch to somebody from elsewhere', 'gucheng', 'secretary', 'detention', 'GrantWithoutHome'],
    ['of a branch to somebody who left', 'liubo', 'organiser', 'detention', 'GrantWithoutHome'],
    ['that is held already', 'luojian', 'secretary', 'detention', 'GrantHeld'],
  ] as const)('%s is refused and leaves no row', async (_, who, role, organisation, answer) => {
    const before = await grantCount();
    expect(await bureau.as('anquan').refusal(grantRole, await wish(who, role, on(organisation)))).toBe(answer);
    expect(await grantCount()).toBe(before);
  });

  it('is not for others to give or to end', async () => {
    const wanted = await wish('wenlan', 'recorder', on('detention'));
    const { grants } = await bureau.as('anquan').call(readAccount, { account: (await accountOf('luojian')).id });
    for (const name of ['luojian', 'shenyi', 'xitong', 'shenji', 'wenlan'] as const) {
      expect(await bureau.as(name).refusal(grantRole, wanted)).toBe('NotAllowed');
      expect(await bureau.as(name).refusal(endGrant, { grant: grants[0]?.id ?? '', last: null })).toBe('NotAllowed');
    }
    expect(await bureau.as('anquan').refusal(endGrant, { grant: STRANGER, last: null })).toBe('NotFound');
    expect(await bureau.as('anquan').refusal(grantRole, { ...wanted, account: STRANGER })).toBe('NotFound');
    expect(await bureau.as('anquan').refusal(grantRole, { ...wanted, organisation: STRANGER })).toBe('GrantBeyondOwn');
    expect(await bureau.as('liubo').refusal(grantRole, wanted)).toBe('NotSignedIn');
  });

  it('of the last administrator of a kind cannot be ended', async () => {
    const { grants } = await bureau.as('anquan').call(readAccount, { account: (await accountOf('shenji')).id });
    expect(await bureau.as('anquan').refusal(endGrant, { grant: grants[0]?.id ?? '', last: null })).toBe('LastAdministrator');
  });
});

describe('a role of a branch', () => {
  it('holds only while its holder belongs there, whoever forgot to end it', async () => {
    const { cast } = bureau;
    const { fact_id, version } = await bureau.within(async (call) => {
      const row = await call.tx.one<{ fact_id: string; version: number }>(sql`
        SELECT m.fact_id, f.version FROM membership m JOIN fact f ON f.fact_id = m.fact_id WHERE m.person_id = ${cast.person.tangyue}`);
      if (!row) throw new Error('no membership');
      return row;
    });
    expect(await rolesOf('tangyue')).toEqual(['deputySecretary']);
    const spell = { person: cast.person.tangyue, group: null, stage: 'full', staffKind: 'officer' } as const;
    await bureau.within(async (call) => {
      await amendFact(call, { kind: 'membership', factId: fact_id, version, state: { ...spell, organisation: on('detention'), from: '2020-01-01', to: '2026-11-20' } });
      await recordFact(call, { kind: 'membership', state: { ...spell, organisation: on('command'), from: '2026-11-21', to: null } });
    });
    bureau.setNow('2026-11-20T23:00:00+08:00');
    expect(await rolesOf('tangyue')).toEqual(['deputySecretary']);
    bureau.setNow('2026-11-21T00:10:00+08:00');
    expect(await rolesOf('tangyue')).toEqual([]);
    const { grants } = await bureau.as('anquan').call(readAccount, { account: (await accountOf('tangyue')).id });
    expect(grants.map((it) => it.standing)).toEqual(['suspended']);
  });

  it('is shown as it is applied, for everybody', async () => {
    for (const name of ['fangmin', 'luojian', 'jiping', 'zhengqi', 'heqing', 'shenyi', 'xitong', 'anquan', 'shenji'] as const) {
      const { account, grants } = await bureau.as('anquan').call(readAccount, { account: (await accountOf(name)).id });
      const shown = grants.filter((it) => it.standing === 'inForce').map((it) => it.role).sort();
      expect([shown, account.roles.map((it) => it.role).sort()]).toEqual([(await rolesOf(name)).sort(), shown]);
    }
  });
});

describe('why may he', () => {
  it('names the grants behind each right over an organisation', async () => {
    const { id } = await accountOf('luojian');
    const { rights } = await bureau.as('anquan').call(readRights, { account: id, organisation: on('groupA') });
    const confirm = rights.find((it) => it.act === 'confirmSessions');
    expect(confirm?.because.map((it) => [it.role, it.organisationName])).toEqual([['secretary', '看守所党支部']]);
    expect(rights.find((it) => it.act === 'adoptScheme')?.because).toEqual([]);
    const beside = await bureau.as('anquan').call(readRights, { account: id, organisation: on('command') });
    expect(beside.rights.flatMap((it) => it.because)).toEqual([]);
  });

  it('gives a person who left no right at all', async () => {
    const { rights } = await bureau.as('anquan').call(readRights, { account: (await accountOf('liubo')).id, organisation: on('detention') });
    expect(rights.flatMap((it) => it.because)).toEqual([]);
  });
});

describe('a delegated security administrator', () => {
  beforeAll(async () => {
    const grants = await bureau.as('anquan').call(readAccount, { account: (await accountOf('wenlan')).id });
    for (const it of grants.grants.filter((grant) => grant.standing !== 'over')) await bureau.as('anquan').call(endGrant, { grant: it.id, last: null });
    await bureau.as('anquan').call(grantRole, await wish('wenlan', 'securityAdministrator', on('detention')));
    const { account } = await bureau.as('anquan').call(readAccount, { account: (await accountOf('jiping')).id });
    await bureau.as('anquan').call(grantRole, { account: account.id, role: 'partyAffairsOfficer', organisation: on('organs'), from: TODAY, to: null });
  });

  it('sees the accounts of his subtree and acts on those that lie wholly in it', async () => {
    const { items } = await bureau.as('wenlan').call(readAccounts, { size: 100 });
    const manageable = items.filter((it) => it.manageable).map((it) => it.userName);
    expect(items.map((it) => it.userName)).toContain('jiping');
    expect(manageable).toContain('zhengqi');
    expect(manageable).not.toContain('jiping');
    expect(items.map((it) => it.userName)).not.toContain('gucheng');
  });

  it('reaches nobody beyond it, by no operation', async () => {
    const beyond = (await accountOf('jiping')).id;
    const unknown = (await accountOf('gucheng')).id;
    const wenlan = bureau.as('wenlan');
    for (const [account, answer] of [[beyond, 'GrantBeyondOwn'], [unknown, 'NotFound']] as const) {
      expect([
        await wenlan.refusal(readAccount, { account }),
        await wenlan.refusal(resetPassword, { account, firstPassword: 'k7mq-x2vd-9hpe' }),
        await wenlan.refusal(closeAccount, { account }),
        await wenlan.refusal(endSessions, { account }),
        await wenlan.refusal(readRights, { account, organisation: on('detention') }),
        await wenlan.refusal(grantRole, { account, role: 'recorder', organisation: on('detention'), from: TODAY, to: null }),
      ]).toEqual(Array<string>(6).fill(answer));
    }
  });

  it('grants nothing above or beside his own organisation', async () => {
    const account = (await accountOf('zhengqi')).id;
    const grant = (organisation: CastOrganisation) => ({ account, role: 'inspector' as const, organisation: on(organisation), from: TODAY, to: null });
    for (const organisation of ['bureau', 'organs', 'command'] as const) {
      expect(await bureau.as('wenlan').refusal(grantRole, grant(organisation))).toBe('GrantBeyondOwn');
    }
    await bureau.as('wenlan').call(grantRole, grant('groupA'));
    expect((await rolesOf('zhengqi')).toSorted()).toEqual(['groupLeader', 'inspector']);
  });
});

describe('the product as somebody else sees it', () => {
  it('says who he is to it and every right with its grant, holds no data of his branch, and leaves a trace', async () => {
    const { id } = await accountOf('luojian');
    const { who, rights } = await bureau.as('anquan').call(readViewpoint, { account: id });
    expect(who).toMatchObject({ userName: 'luojian', person: { name: '罗建' }, grants: [{ role: 'secretary', organisationName: '看守所党支部' }] });
    expect(rights.find((it) => it.act === 'confirmSessions')?.because).toMatchObject([{ role: 'secretary', organisationName: '看守所党支部' }]);
    expect(rights.map((it) => it.act)).not.toContain('manageAccounts');
    expect(JSON.stringify({ who, rights })).not.toContain('温岚');
    const trail = await bureau.within(({ tx }) => tx.many(sql`SELECT 1 FROM audit_entry WHERE operation = 'readViewpoint' AND subject_id = ${id}`));
    expect(trail.length).toBe(1);
  });

  it('is that of nobody for who has left, and is for the security administrator alone', async () => {
    expect((await bureau.as('anquan').call(readViewpoint, { account: (await accountOf('liubo')).id })).rights).toEqual([]);
    expect(await bureau.as('shenyi').refusal(readViewpoint, { account: (await accountOf('luojian')).id })).toBe('NotAllowed');
  });
});
