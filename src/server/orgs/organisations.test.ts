import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as orgs from '#domain/orgs/contract.ts';
import { readPeople } from '#domain/people/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
});
afterAll(() => bureau.drop());

const office = () => bureau.as('fangmin');
const at = (key: keyof TestBureau['cast']['organisation']): string => bureau.cast.organisation[key];
const newBranch = (number: string, part = {}) => ({
  category: '631' as const, number, name: `中共示例市公安局${number}支部`, shortName: `${number}党支部`, founded: '2026-03-01', parent: at('organs'), ...part,
});
const factRows = () => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM fact_log`))?.n);
const nodeOf = async (id: string, day?: string) =>
  (await office().call(orgs.readOrganisations, { day })).items.find((it) => it.id === id);

describe('reading the tree', () => {
  test('the office sees heads and secretaries of what is below it', async () => {
    const { items } = await office().call(orgs.readOrganisations, {});
    expect(items.map((it) => it.number)).toEqual(['A', 'A1', 'A9', 'A105', 'A118', 'A118-1', 'A118-2', 'A118-3']);
    const detention = items.find((it) => it.id === at('detention'));
    expect(detention).toMatchObject({ members: 20, people: 20, secretary: { name: '罗建' }, parent: at('organs'), editable: true });
    expect(items.find((it) => it.id === at('organs'))?.members).toBe(24);
    const groups = items.filter((it) => it.parent === at('detention'));
    expect(groups.map((it) => it.members)).toEqual([7, 6, 5]);
    expect(items.find((it) => it.id === at('bureau'))).toMatchObject({ editable: false });
    expect(items.find((it) => it.id === at('bureau'))).not.toHaveProperty('members');
  });

  test.each(['2026-11-17', '2026-06-30'])('every head count of %s is the length of the list that it leads to', async (day) => {
    for (const who of ['fangmin', 'luojian', 'gucheng'] as const) {
      const { items } = await bureau.as(who).call(orgs.readOrganisations, { day });
      const listed = async (organisation: string, stage?: 'member') =>
        (await bureau.as(who).call(readPeople, { organisation, day, size: 1, ...(stage ? { stage } : {}) })).total;
      for (const it of items.filter(({ members }) => members !== undefined)) {
        expect([it.people, it.members], `${who} ${it.shortName}`).toEqual([await listed(it.id), await listed(it.id, 'member')]);
      }
    }
  });

  test('a branch secretary sees the tree and figures of the own branch only', async () => {
    const { items } = await bureau.as('gucheng').call(orgs.readOrganisations, {});
    expect(items.filter((it) => it.members !== undefined).map((it) => it.id)).toEqual([at('command')]);
    expect(items.some((it) => it.editable)).toBe(false);
  });

  test('posts are shown to whom people may be shown', async () => {
    const seen = await office().call(orgs.readOrganisation, { organisation: at('detention') });
    expect(seen.posts?.map((it) => [it.post, it.name])).toEqual([['secretary', '罗建'], ['deputySecretary', '唐悦']]);
    expect(seen.placements).toEqual([{ parent: at('organs'), parentName: '机关党委', from: '2020-01-01' }]);
    expect(await bureau.as('gucheng').call(orgs.readOrganisation, { organisation: at('detention') })).not.toHaveProperty('posts');
    expect(await office().refusal(orgs.readOrganisation, { organisation: randomUUID() })).toBe('NotFound');
    expect(await bureau.as('nobody').refusal(orgs.readOrganisations, {})).toBe('NotSignedIn');
  });
});

describe('founding', () => {
  test('a branch appears from its founding day on', async () => {
    const { id } = await office().call(orgs.foundOrganisation, newBranch('B201'));
    expect(await nodeOf(id)).toMatchObject({ shortName: 'B201党支部', founded: '2026-03-01', members: 0, secretary: null });
    expect(await nodeOf(id, '2026-02-28')).toBeUndefined();
  });

  test('twice with the same key is once', async () => {
    const key = randomUUID();
    const [one, two] = await Promise.all([1, 2].map(() => office().call(orgs.foundOrganisation, newBranch('B202'), { key })));
    expect(one).toEqual(two);
  });

  test('two at once cannot take the same number', async () => {
    const answers = await Promise.allSettled([1, 2].map(() => office().call(orgs.foundOrganisation, newBranch('B203'))));
    expect(answers.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await office().refusal(orgs.foundOrganisation, newBranch('B203'))).toBe('OrganisationNumberTaken');
  });

  test('what does not fit is refused in words and leaves no row', async () => {
    const before = await factRows();
    const refused = (part: object, who: 'fangmin' | 'luojian' | 'anquan' = 'fangmin') => bureau.as(who).refusal(orgs.foundOrganisation, newBranch('B299', part));
    expect(await refused({ parent: at('detention') })).toBe('ParentUnfit');
    expect(await refused({ founded: '2026-11-18' })).toBe('DayInFuture');
    expect(await refused({ founded: '2019-12-31' })).toBe('ParentAbsent');
    expect(await refused({ shortName: '看守所党支部' })).toBe('OrganisationNameTaken');
    expect(await refused({ parent: randomUUID() })).toBe('NotFound');
    expect(await refused({ number: '带空格 的' })).toBe('InputInvalid');
    expect(await refused({}, 'luojian')).toBe('NotAllowed');
    expect(await refused({}, 'anquan')).toBe('NotAllowed');
    expect(await refused({ parent: at('bureau') })).toBe('NotAllowed');
    expect(await factRows()).toBe(before);
  });

  test('the sentence names who could do it', async () => {
    const answer = await bureau.as('luojian').request(orgs.foundOrganisation, newBranch('B298'));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ words: { zh: '您在此党组织没有“维护组织机构”的权限，可由机关党委书记、专职副书记、党务干部办理。' } });
  });
});

describe('changing', () => {
  test('a new name holds at once; a stale version is refused', async () => {
    const { id, version } = await office().call(orgs.foundOrganisation, newBranch('B301'));
    const { parent: _, ...change } = newBranch('B301', { shortName: '改名党支部' });
    const after = await office().call(orgs.changeOrganisation, { organisation: id, version, ...change });
    expect(after.version).toBe(2);
    expect(await nodeOf(id)).toMatchObject({ shortName: '改名党支部', version: 2 });
    expect(await office().refusal(orgs.changeOrganisation, { organisation: id, version, ...change })).toBe('FactChanged');
  });

  test('people since 2020 keep the founding day', async () => {
    const node = await nodeOf(at('command'));
    const { category, number, name, shortName } = node ?? newBranch('?');
    const change = { organisation: at('command'), version: 1, category, number, name, shortName, founded: '2021-01-01' };
    expect(await office().refusal(orgs.changeOrganisation, change)).toBe('FoundedAfterUse');
    expect(await bureau.as('gucheng').refusal(orgs.changeOrganisation, change)).toBe('NotAllowed');
  });
});

describe('moving', () => {
  test('from a day on it hangs elsewhere, before it does not', async () => {
    const { id: general } = await office().call(orgs.foundOrganisation, newBranch('B400', { category: '621', shortName: '总支B400' }));
    const { id, version } = await office().call(orgs.foundOrganisation, newBranch('B401'));
    await office().call(orgs.moveOrganisation, { organisation: id, version, parent: general, from: '2026-09-01' });
    expect([(await nodeOf(id, '2026-08-31'))?.parent, (await nodeOf(id, '2026-09-01'))?.parent]).toEqual([at('organs'), general]);
    expect(await office().refusal(orgs.moveOrganisation, { organisation: id, version: 2, parent: general, from: '2026-08-01' })).toBe('PlacedLater');
    expect(await office().refusal(orgs.moveOrganisation, { organisation: general, version: 1, parent: id, from: '2026-09-02' })).toBe('ParentUnfit');
    expect(await office().refusal(orgs.moveOrganisation, { organisation: id, version: 2, parent: at('bureau'), from: '2026-09-02' })).toBe('NotAllowed');
  });

  test('the days of a closed year and of the future are refused', async () => {
    const { id, version } = await office().call(orgs.foundOrganisation, newBranch('B402', { founded: '2022-01-01' }));
    const move = (from: string) => office().refusal(orgs.moveOrganisation, { organisation: id, version, parent: at('organs'), from });
    expect(await move('2024-12-31')).toBe('YearClosed');
    expect(await move('2026-11-18')).toBe('DayInFuture');
  });
});

describe('dissolving', () => {
  test('needs an empty organisation, ends with its day and can be undone', async () => {
    expect(await office().refusal(orgs.dissolveOrganisation, { organisation: at('groupA'), version: 1, day: '2026-11-16' })).toBe('OrganisationNotEmpty');
    expect(await office().refusal(orgs.dissolveOrganisation, { organisation: at('detention'), version: 1, day: '2026-11-16' })).toBe('OrganisationNotEmpty');
    const { id } = await office().call(orgs.foundOrganisation, newBranch('B501'));
    await office().call(orgs.dissolveOrganisation, { organisation: id, version: 1, day: '2026-10-31' });
    expect([await nodeOf(id, '2026-10-31'), await nodeOf(id, '2026-11-01')]).toEqual([expect.objectContaining({ dissolved: '2026-10-31' }), undefined]);
    const ended = await office().call(orgs.readOrganisation, { organisation: id });
    expect(ended.organisation.dissolved).toBe('2026-10-31');
    expect(await office().refusal(orgs.dissolveOrganisation, { organisation: id, version: 2, day: '2026-10-31' })).toBe('OrganisationDissolved');
    expect(await office().refusal(orgs.foundOrganisation, newBranch('B501'))).toBe('OrganisationNumberTaken');
    expect(await bureau.as('luojian').refusal(orgs.restoreOrganisation, { organisation: id, version: 2 })).toBe('NotAllowed');
    await office().call(orgs.restoreOrganisation, { organisation: id, version: 2 });
    expect(await nodeOf(id)).toMatchObject({ dissolved: null, version: 3 });
    expect(await office().refusal(orgs.restoreOrganisation, { organisation: id, version: 3 })).toBe('OrganisationNotDissolved');
  });

  test('every write is in the audit trail with the organisation', async () => {
    const rows = await bureau.within(({ tx }) => tx.many<{ operation: string }>(sql`
      SELECT DISTINCT operation FROM audit_entry WHERE subject_kind = 'organisation' ORDER BY operation`));
    expect(rows.map((it) => it.operation)).toEqual([
      'changeOrganisation', 'dissolveOrganisation', 'foundOrganisation', 'moveOrganisation', 'restoreOrganisation']);
  });
});
