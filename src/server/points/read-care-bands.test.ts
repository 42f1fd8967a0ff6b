import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCareBands, readCareScopes } from '#domain/points/care-contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';

const scheme = `
scheme: care
version: 1
label: { zh: 关怀（测试）, en: Care (test) }
takesEffect: 2026-01-01
records:
  - { id: praise, label: { zh: 表扬, en: Praise }, persons: one, keptBy: branch, key: [day, persons] }
  - { id: talk, label: { zh: 谈心谈话, en: Talk }, persons: many, parts: [{ id: talker, label: { zh: 谈话人 } }, { id: talked, label: { zh: 谈话对象 } }], keptBy: branch, privacy: own, key: [day, persons] }
points:
  kind: part
  id: memberPoints
  label: { zh: 积分, en: Points }
  clause: 第七条
  full: 20.00
  children:
    - { kind: rule, id: praised, label: { zh: 表扬, en: Praised }, clause: 第八条, full: 20.00, match: { records: [praise] }, value: { kind: fixed, each: 2.00 } }
proposals:
  - { id: careTalk, label: { zh: 谈心帮扶, en: A talk }, of: memberPoints, below: 3.00, per: month, running: 2, enteredIn: talk, as: talked, clause: 第九条 }
  - { id: reference, label: { zh: 评优参考, en: Reference }, of: memberPoints, from: 4.00, per: year, clause: 第九条 }
`;
let bureau: TestBureau;
const record = (register: string, day: string, persons: readonly (readonly [string, string | null])[]) => ({
  kind: 'record' as const, state: { register, organisation: bureau.cast.organisation.detention, day, until: null, persons: persons.map(([person, as]) => ({ person, as })), values: {} } });

/** 温岚 has 4.00 in October and 2.00 in September; everybody else has nothing in both months; today is 17 November. */
beforeAll(async () => {
  bureau = await testBureau(null, 'none');
  const { wenlan, luojian, zhengqi } = bureau.cast.person;
  await bureau.within((call) => putIntoForce(call, { text: scheme, from: '2026-01-01' }), '2026-01-01T09:00:00+08:00');
  await bureau.within((call) => recordFacts(call, [
    record('praise', '2026-09-02', [[wenlan, null]]), record('praise', '2026-10-02', [[wenlan, null]]), record('praise', '2026-10-09', [[wenlan, null]]),
    record('talk', '2026-11-03', [[luojian, 'talker'], [zhengqi, 'talked']]),
  ]));
});
afterAll(() => bureau.drop());

const bands = async (name: CastName) => bureau.as(name).call(readCareBands, { organisation: bureau.cast.organisation.detention });
const named = ({ bands: all }: Awaited<ReturnType<typeof bands>>, id: string) => all.find(({ band }) => band === id)?.members.map(({ person }) => person.id) ?? [];

it('says who is below for two months running and who is above for the year, by number and without a rank', async () => {
  const { wenlan, luojian, zhengqi } = bureau.cast.person;
  const seen = await bands('luojian');
  expect(seen.bands.map(({ band, clause, condition, enteredIn, as }) => [band, clause, condition.zh, enteredIn, as])).toEqual([
    ['careTalk', '第九条', '连续 2 期低于 3.00 分', 'talk', 'talked'], ['reference', '第九条', '达到 4.00 分', null, null]]);
  expect(named(seen, 'reference')).toEqual([wenlan]);
  expect(named(seen, 'careTalk')).toEqual(expect.arrayContaining([luojian, zhengqi]));
  expect(named(seen, 'careTalk'), 'one good month ends the run').not.toContain(wenlan);
  const numbers = seen.bands[0]?.members.map(({ person }) => person.number) ?? [];
  expect(numbers).toEqual(numbers.toSorted());
});

it('says when somebody was talked with, and not who only led a talk', async () => {
  const { luojian, zhengqi } = bureau.cast.person;
  const followed = new Map((await bands('fangmin')).bands[0]?.members.map(({ person, followed: on }) => [person.id, on]));
  expect([followed.get(zhengqi), followed.get(luojian)]).toEqual(['2026-11-03', null]);
});

it('is nothing to whoever keeps the records, to colleagues or to another branch', async () => {
  for (const name of ['jiping', 'zhengqi', 'wenlan', 'gucheng', 'heqing', 'juling'] as const) expect(await bureau.as(name).refusal(readCareBands, { organisation: bureau.cast.organisation.detention }), name).toBe('NotFound');
  expect((await bureau.as('luojian').call(readCareScopes, {})).items.map(({ name }) => name)).toEqual(['看守所党支部']);
  expect((await bureau.as('wenlan').call(readCareScopes, {})).items).toEqual([]);
});
