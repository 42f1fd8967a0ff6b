import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPersons } from '#domain/activities/contract.ts';
import { readAuditTrail } from '#domain/audit/contract.ts';
import * as orgs from '#domain/orgs/contract.ts';
import * as people from '#domain/people/contract.ts';
import { renewAllNameKeys } from '#server/facts/renew-name-keys.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
});
afterAll(() => bureau.drop());

const office = () => bureau.as('fangmin');
const at = (key: keyof TestBureau['cast']['organisation']): string => bureau.cast.organisation[key];
const person = (key: keyof TestBureau['cast']['person']): string => bureau.cast.person[key];
const writtenRows = () => bureau.within(async ({ tx }) => tx.one(sql`
  SELECT (SELECT count(*) FROM fact_log) AS log, (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM audit_entry WHERE operation <> 'test') AS audit`));
const page = (id: string) => office().call(people.readPerson, { person: id });

let next = 300;
const newcomer = (part = {}) => ({
  number: `N${(next += 1)}`, name: '石磊', gender: 'male' as const, birthDate: '1990-05-01', details: { joinedParty: '2015-07-01', becameFull: '2016-07-01' },
  organisation: at('command'), group: null, stage: 'full' as const, staffKind: 'officer' as const, from: '2026-03-01', ...part,
});
const entered = async (part = {}): Promise<string> => (await office().call(people.enterPerson, newcomer(part))).id;

describe('the list', () => {
  test('the office sees all branches below, a branch its own, a group leader the group', async () => {
    const totals = await Promise.all((['fangmin', 'luojian', 'gucheng', 'zhengqi', 'wenlan', 'anquan'] as const).map(async (who) =>
      (await bureau.as(who).call(people.readPeople, { size: 5 })).total));
    expect(totals).toEqual([24, 20, 4, 7, 0, 0]);
  });

  test('is filtered by branch, stage, staff kind and words, page by page', async () => {
    const list = (input: object) => office().call(people.readPeople, input);
    expect((await list({ organisation: at('detention') })).total).toBe(20);
    expect((await list({ organisation: at('groupB') })).total).toBe(6);
    expect((await list({ organisation: at('bureau') })).total).toBe(24);
    expect((await list({ stage: 'probationary' })).items.map((it) => it.name)).toEqual(['看守辰']);
    expect((await list({ staffKind: 'auxiliary' })).total).toBe(3);
    expect((await list({ search: '罗建' })).items).toMatchObject([{ name: '罗建', branch: { name: '看守所党支部' }, posts: ['secretary'], stage: 'full' }]);
    expect((await list({ search: 'LUOJ' })).total).toBe(1);
    expect((await list({ search: '%' })).total).toBe(0);
    const [one, two] = [await list({ size: 10 }), await list({ size: 10, page: 2 })];
    expect(new Set([...one.items, ...two.items].map((it) => it.id)).size).toBe(20);
    expect((await list({ day: '2026-06-30' })).total).toBe(25);
  });

  test('below anything above shows a narrower asker his own part, and a page past the end keeps the total', async () => {
    const asked = (who: 'luojian' | 'zhengqi', organisation: string) => bureau.as(who).call(people.readPeople, { organisation });
    expect((await asked('luojian', at('bureau'))).total).toBe(20);
    expect((await asked('zhengqi', at('organs'))).total).toBe(7);
    expect((await asked('zhengqi', at('groupB'))).total).toBe(0);
    expect(await office().call(people.readPeople, { page: 9 })).toEqual({ items: [], total: 24 });
  });

  test('of a branch that is not the own one is empty, whatever is asked', async () => {
    expect(await bureau.as('luojian').call(people.readPeople, { organisation: at('command') })).toEqual({ items: [], total: 0 });
  });
});

describe('one person', () => {
  test('is not there for a stranger, is there for the own branch and for himself', async () => {
    expect((await page(person('zhengqi'))).posts).toMatchObject([{ post: 'groupLeader', organisation: { name: '第一党小组' } }]);
    const ask = (who: 'luojian' | 'gucheng' | 'wenlan' | 'anquan', whom: 'wenlan' | 'luojian') => bureau.as(who).request(people.readPerson, { person: person(whom) });
    expect((await ask('luojian', 'wenlan')).status).toBe(200);
    expect((await ask('gucheng', 'wenlan')).status).toBe(404);
    expect((await ask('wenlan', 'wenlan')).status).toBe(200);
    expect((await ask('wenlan', 'luojian')).status).toBe(404);
    expect((await ask('anquan', 'luojian')).status).toBe(404);
  });

  test('who has left stays on file for the last branch', async () => {
    expect((await page(person('liubo'))).memberships).toMatchObject([{ to: '2026-06-30' }]);
    expect((await bureau.as('gucheng').request(people.readPerson, { person: person('liubo') })).status).toBe(404);
  });
});

describe('entering', () => {
  test('writes person and membership, found by initials and syllables at once', async () => {
    const id = await entered({ name: '曾静', group: null });
    expect(await page(id)).toMatchObject({ name: '曾静', details: { joinedParty: '2015-07-01' }, memberships: [{ branch: { id: at('command') }, from: '2026-03-01', to: null }] });
    const found = async (search: string) => (await office().call(people.readPeople, { search })).items.map((it) => it.id);
    for (const search of ['zj', 'zengjing', 'Zeng Jing', 'zengj', '曾静']) expect([search, await found(search)]).toEqual([search, [id]]);
    expect(await found('cengjing')).toEqual([]);
    expect((await office().call(findPersons, { organisation: at('command'), q: 'zeng jing' })).items.map((it) => it.id)).toEqual([id]);
  });

  test('who was entered before names were read in syllables is found by them once the keys are renewed', async () => {
    expect((await office().call(people.readPeople, { search: 'fangmin' })).items.map(({ number }) => number)).toEqual(['fangmin']);
    await bureau.within(({ tx }) => tx.run(sql`UPDATE person SET number = 'F7', name_key = '方敏 f7 fm' WHERE id = ${person('fangmin')}`));
    expect((await office().call(people.readPeople, { search: 'fangmin' })).items).toEqual([]);
    await renewAllNameKeys(bureau.database, ['alpha'], () => false);
    expect((await office().call(people.readPeople, { search: 'fang min' })).items.map(({ name }) => name)).toEqual(['方敏']);
    await bureau.within(({ tx }) => tx.run(sql`UPDATE person SET number = 'fangmin' WHERE id = ${person('fangmin')}`));
  });

  test('twice with the same key is once', async () => {
    const [input, key] = [newcomer(), randomUUID()];
    const [one, two] = await Promise.all([1, 2].map(() => office().call(people.enterPerson, input, { key })));
    expect(one).toEqual(two);
    expect(await office().refusal(people.enterPerson, input)).toBe('PersonNumberTaken');
  });

  test('what cannot be is refused and leaves no row', async () => {
    const before = await writtenRows();
    const refused = (part: object, who: 'fangmin' | 'jiping' | 'luojian' = 'fangmin') => bureau.as(who).refusal(people.enterPerson, newcomer(part));
    expect(await refused({ from: '2026-11-18' })).toBe('DayInFuture');
    expect(await refused({ from: '2026-02-30' })).toBe('InputInvalid');
    expect(await refused({ organisation: at('organs') })).toBe('BranchAbsent');
    expect(await refused({ from: '2019-12-31' })).toBe('BranchAbsent');
    expect(await refused({ group: at('groupA') })).toBe('GroupElsewhere');
    expect(await refused({ details: { joinedParty: '2016-07-01', becameFull: '2015-07-01' } })).toBe('PersonDatesReversed');
    expect(await refused({ organisation: randomUUID() })).toBe('NotFound');
    expect(await refused({ organisation: at('detention') }, 'jiping')).toBe('NotAllowed');
    expect(await refused({ organisation: at('command') }, 'luojian')).toBe('NotAllowed');
    expect(await writtenRows()).toEqual(before);
  });
});

describe('correcting particulars', () => {
  test('changes them, and the number stays unique', async () => {
    const id = await entered();
    const { organisation: _1, group: _2, stage: _3, staffKind: _4, from: _5, ...personal } = newcomer({ name: '石岩', details: {} });
    await office().call(people.changePerson, { person: id, ...personal });
    expect(await page(id)).toMatchObject({ name: '石岩', number: personal.number, details: {} });
    await office().call(people.changePerson, { person: id, ...personal, gender: null, details: { phone: '13900000001' } });
    const { items: trail } = await bureau.as('shenji').call(readAuditTrail, { operation: 'changePerson', subject: id });
    expect(trail.map(({ changes }) => changes.map(({ field, before, after }) => [field.zh, before, after]))).toEqual([[['性别', null, null], ['联系电话', null, null]], expect.arrayContaining([['姓名', null, null]])]);
    expect(JSON.stringify(trail)).not.toContain('13900000001');
    await office().call(people.changePerson, { person: id, ...personal });
    expect(await office().refusal(people.changePerson, { person: id, ...personal, number: 'luojian' })).toBe('PersonNumberTaken');
    expect(await bureau.as('luojian').refusal(people.changePerson, { person: id, ...personal })).toBe('NotFound');
    expect(await bureau.as('heqing').refusal(people.changePerson, { person: person('heqing'), ...personal })).toBe('NotAllowed');
  });
});

describe('a transfer', () => {
  const transfer = (id: string, part = {}) => ({
    person: id, version: 1, organisation: at('detention'), group: at('groupA'), stage: 'full' as const, staffKind: 'officer' as const, from: '2026-09-01', ...part });

  test('known late ends one spell and begins the next, with the posts of the old branch', async () => {
    const id = await entered();
    await office().call(people.appointPost, { person: id, organisation: at('command'), post: 'publicist', from: '2026-04-01' });
    const answer = await office().call(people.transferPerson, transfer(id));
    expect(answer).toMatchObject({ version: 1, endedPosts: 1, endedTeams: 0 });
    expect(await page(id)).toMatchObject({
      memberships: [{ branch: { name: '看守所党支部' }, group: { name: '第一党小组' }, from: '2026-09-01', to: null }, { branch: { name: '指挥中心党支部' }, to: '2026-08-31' }],
      posts: [{ post: 'publicist', to: '2026-08-31' }],
    });
    const counted = async (day: string) => (await bureau.as('luojian').call(people.readPeople, { day, search: '石磊' })).items.some((it) => it.id === id);
    expect([await counted('2026-08-31'), await counted('2026-09-01')]).toEqual([false, true]);
  });

  test('ends places in the shift teams of the old branch', async () => {
    const id = await entered({ organisation: at('detention') });
    await bureau.within(async (call) => {
      const team = await recordFact(call, { kind: 'shiftTeam', state: { organisation: at('detention'), anchor: '2026-01-01', cycle: [[], []], restHours: 0, from: '2026-01-01', to: null }, text: { name: '一班' } });
      await recordFact(call, { kind: 'teamPlacement', state: { person: id, team: team.factId, from: '2026-03-01', to: null } });
    });
    const moved = await office().call(people.transferPerson, transfer(id, { organisation: at('command'), group: null }));
    expect(moved.endedTeams).toBe(1);
    expect((await page(id)).teams).toMatchObject([{ team: { name: '一班' }, to: '2026-08-31' }]);
  });

  test('of stage or group from a day on is a new spell in the same branch', async () => {
    const id = await entered({ stage: 'probationary', details: {} });
    await office().call(people.transferPerson, transfer(id, { organisation: at('command'), group: null, from: '2026-07-01' }));
    expect((await page(id)).memberships.map((it) => [it.stage, it.from, it.to])).toEqual([['full', '2026-07-01', null], ['probationary', '2026-03-01', '2026-06-30']]);
  });

  test('twice at once happens once', async () => {
    const id = await entered();
    const answers = await Promise.allSettled([1, 2].map(() => office().call(people.transferPerson, transfer(id))));
    expect(answers.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await page(id)).memberships).toHaveLength(2);
  });

  test('is refused without the right at both ends, into a closed year, before the newest spell, or of a stale version', async () => {
    const id = await entered();
    const before = await writtenRows();
    const refused = (part: object, who: 'fangmin' | 'gucheng' | 'luojian' = 'fangmin') => bureau.as(who).refusal(people.transferPerson, transfer(id, part));
    expect(await refused({}, 'gucheng')).toBe('NotAllowed');
    expect(await refused({}, 'luojian')).toBe('NotFound');
    expect(await refused({ from: '2024-12-31' })).toBe('YearClosed');
    expect(await refused({ from: '2026-03-01' })).toBe('MembershipLater');
    expect(await refused({ from: '2026-12-01' })).toBe('DayInFuture');
    expect(await refused({ version: 2 })).toBe('FactChanged');
    expect(await refused({ organisation: at('command'), group: null })).toBe('MembershipSame');
    expect(await writtenRows()).toEqual(before);
  });
});

describe('correcting and ending a membership', () => {
  test('a corrected beginning holds from then on', async () => {
    const id = await entered();
    const [spell] = (await page(id)).memberships;
    const change = { membership: spell?.id ?? '', version: 1, organisation: at('command'), group: null, stage: 'full' as const, staffKind: 'civilian' as const, from: '2026-02-01', to: null };
    expect(await office().call(people.correctMembership, change)).toMatchObject({ version: 2 });
    expect((await page(id)).memberships).toMatchObject([{ from: '2026-02-01', staffKind: 'civilian' }]);
    expect(await office().refusal(people.correctMembership, change)).toBe('FactChanged');
    expect(await office().refusal(people.correctMembership, { ...change, version: 2, to: '2026-01-31' })).toBe('MembershipBackwards');
    expect(await bureau.as('luojian').refusal(people.correctMembership, { ...change, version: 2 })).toBe('NotFound');
  });

  test('spells do not overlap after a correction', async () => {
    const id = await entered();
    await office().call(people.transferPerson, { person: id, version: 1, organisation: at('detention'), group: null, stage: 'full', staffKind: 'officer', from: '2026-09-01' });
    const [newer] = (await page(id)).memberships;
    const change = { membership: newer?.id ?? '', version: 1, organisation: at('detention'), group: null, stage: 'full' as const, staffKind: 'officer' as const, to: null };
    expect(await office().refusal(people.correctMembership, { ...change, from: '2026-08-31' })).toBe('MembershipOverlaps');
  });

  test('who leaves loses posts with the last day and cannot leave twice', async () => {
    const id = await entered();
    await office().call(people.appointPost, { person: id, organisation: at('organs'), post: 'committeeMember', from: '2026-04-01' });
    const [spell] = (await page(id)).memberships;
    const end = { membership: spell?.id ?? '', version: 1, to: '2026-10-31' };
    expect(await bureau.as('jiping').refusal(people.endMembership, end)).toBe('NotFound');
    expect(await office().refusal(people.endMembership, { ...end, to: '2026-02-28' })).toBe('MembershipBackwards');
    expect(await office().call(people.endMembership, end)).toMatchObject({ version: 2, endedPosts: 1 });
    expect((await page(id)).posts).toMatchObject([{ to: '2026-10-31' }]);
    expect(await office().refusal(people.endMembership, { ...end, version: 2 })).toBe('MembershipEnded');
  });
});

describe('posts', () => {
  test('an organisation has one secretary at a time', async () => {
    const id = await entered();
    const post = { person: id, organisation: at('command'), post: 'secretary' as const, from: '2026-11-01' };
    expect(await office().refusal(people.appointPost, post)).toBe('PostTaken');
    const [held] = (await page(person('gucheng'))).posts;
    await office().call(people.endPost, { post: held?.id ?? '', version: 1, to: '2026-10-31' });
    await office().call(people.appointPost, post);
    const tree = await office().call(orgs.readOrganisations, {});
    expect(tree.items.find((it) => it.id === at('command'))?.secretary).toEqual({ person: id, name: '石磊' });
  });

  test('two at once do not both become secretary', async () => {
    const { id: organisation } = await office().call(orgs.foundOrganisation, {
      category: '631', number: 'B9', name: '中共示例市公安局九支部', shortName: '九支部', founded: '2026-01-01', parent: at('organs') });
    const [one, two] = [await entered({ organisation }), await entered({ organisation })];
    const answers = await Promise.allSettled([one, two].map((id) => office().call(people.appointPost, { person: id, organisation, post: 'secretary', from: '2026-04-01' })));
    expect(answers.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('need a full member of the branch, and may be withdrawn when entered by mistake', async () => {
    const id = await entered({ stage: 'probationary', details: {} });
    const post = { person: id, organisation: at('command'), post: 'organiser' as const, from: '2026-04-01' };
    expect(await office().refusal(people.appointPost, post)).toBe('PostNeedsMembership');
    expect(await office().refusal(people.appointPost, { ...post, organisation: at('groupA') })).toBe('PostUnfit');
    const full = await entered();
    const given = await office().call(people.appointPost, { ...post, person: full });
    expect(await office().refusal(people.appointPost, { ...post, person: full })).toBe('PostHeld');
    expect(await bureau.as('luojian').refusal(people.withdrawPost, { post: given.id, version: 1 })).toBe('NotFound');
    await office().call(people.withdrawPost, { post: given.id, version: 1 });
    expect((await page(full)).posts).toEqual([]);
    expect(await office().refusal(people.withdrawPost, { post: given.id, version: 1 })).toBe('NotFound');
    expect(await office().refusal(people.endPost, { post: randomUUID(), version: 1, to: '2026-10-01' })).toBe('NotFound');
  });
});

describe('nobody moves himself', () => {
  const own = { group: null, staffKind: 'officer' as const, from: '2026-03-01' };

  test('A-9: the office and a secretary are told who else could, and nothing is written', async () => {
    const before = await writtenRows();
    for (const who of ['fangmin', 'luojian'] as const) {
      const home = at(who === 'fangmin' ? 'command' : 'detention');
      const me = await bureau.as(who).call(people.readPerson, { person: person(who) });
      const [spell] = me.memberships;
      const asked = { membership: spell?.id ?? '', version: 1 };
      expect(me.notToMove?.zh).toContain('另一人');
      const refusals = await Promise.all([
        bureau.as(who).refusal(people.transferPerson, { person: person(who), version: 1, ...own, organisation: home, stage: 'none' }),
        bureau.as(who).refusal(people.correctMembership, { ...asked, ...own, organisation: home, stage: 'probationary', to: null }),
        bureau.as(who).refusal(people.endMembership, { ...asked, to: '2026-10-31' }),
        bureau.as(who).refusal(people.appointPost, { person: person(who), organisation: home, post: 'publicist', from: '2026-02-01' }),
      ]);
      expect(refusals, 'A-9: somebody moved himself').toEqual(Array.from({ length: 4 }, () => 'OwnMembershipOrPost'));
    }
    const [post] = (await page(person('luojian'))).posts;
    const held = { post: post?.id ?? '', version: post?.version ?? 0 };
    expect(await bureau.as('luojian').refusal(people.endPost, { ...held, to: '2026-10-31' })).toBe('OwnMembershipOrPost');
    expect(await bureau.as('luojian').refusal(people.withdrawPost, held)).toBe('OwnMembershipOrPost');
    expect(await writtenRows()).toEqual(before);
  });

  test('another does it, and sees no reason against it', async () => {
    expect((await page(person('zhengqi'))).notToMove).toBeNull();
    expect((await bureau.as('wenlan').call(people.readPerson, { person: person('wenlan') })).notToMove).toBeNull();
    const given = await bureau.as('luojian').call(people.appointPost, { person: person('tangyue'), organisation: at('detention'), post: 'publicist', from: '2026-02-01' });
    await bureau.as('luojian').call(people.withdrawPost, { post: given.id, version: given.version });
  });
});

describe('what rules may know of a person', () => {
  const known = (id: string) => bureau.within(({ tx }) => tx.one<{ joinedParty: string | null; missing: number; version: number }>(sql`
    SELECT p.joined_party AS "joinedParty", p.missing, f.version FROM particulars p JOIN fact f ON f.fact_id = p.fact_id WHERE p.person_id = ${id}`));

  test('follows what was entered and changed: the day of joining and the columns that are empty', async () => {
    const id = await entered();
    expect(await known(id)).toEqual({ joinedParty: '2015-07-01', missing: 4, version: 1 });
    const { number, name, gender, birthDate } = newcomer({ number: `N${(next += 1)}` });
    const details = { joinedParty: '2015-07-01', becameFull: '2016-07-01', ethnicity: '汉族', education: '大学本科', position: '民警' };
    await office().call(people.changePerson, { person: id, number, name, gender, birthDate, details });
    expect(await known(id)).toEqual({ joinedParty: '2015-07-01', missing: 1, version: 2 });
    await office().call(people.changePerson, { person: id, number, name: '石垒', gender, birthDate, details });
    expect((await known(id))?.version).toBe(2);
  });
});
