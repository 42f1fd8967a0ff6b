import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRecordForm, recordSession } from '#domain/activities/contract.ts';
import { readSessionRecord } from '#domain/activities/record-contract.ts';
import { readRequirements } from '#domain/boards/requirement-contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
/** Two people on the committee of the bureau; today is 17 November. */
beforeAll(async () => {
  bureau = await testBureau();
  const { organisation, person } = bureau.cast;
  await bureau.within((call) => recordFacts(call, (['shenyi', 'fangmin'] as const).map((name) => ({
    kind: 'post' as const, state: { person: person[name], organisation: organisation.bureau, post: name === 'shenyi' ? 'secretary' as const : 'committeeMember' as const, from: '2026-01-01', to: null },
  }))));
});
afterAll(() => bureau.drop());

const hold = (day: string) => {
  const { organisation, person } = bureau.cast;
  return bureau.as('dangwu').call(recordSession, {
    organisation: organisation.bureau, arranged: null, activities: ['committeeStudy'], contents: [], topic: '专题学习', period: day.slice(0, 7),
    reason: '', sittings: [{ day, from: '09:00', to: '11:00', place: '' }], host: person.shenyi, minuteTaker: null, speakers: [], exchanges: [], attendees: [person.luojian],
    lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', allPresent: true, marks: [],
  });
};
const november = async () => (await bureau.as('dangwu').call(readRequirements, {})).items[0]?.windows.at(-1);

it('the study group is owed twice a month, recorded with its members and those asked in, and met by the second', async () => {
  const { items: [line] } = await bureau.as('dangwu').call(readRequirements, {});
  expect(line).toMatchObject({ requirement: 'committeeStudyTwice', clause: '第六条第六项', organisation: { name: '局党委' }, activity: 'committeeStudy', may: { record: true, plan: true } });
  expect(line?.windows.map(({ state }) => state)).toEqual([...Array.from({ length: 10 }, () => 'gap'), 'due']);
  const form = await bureau.as('dangwu').call(readRecordForm, { organisation: bureau.cast.organisation.bureau });
  expect(form.persons.map(({ name }) => name)).toEqual(expect.arrayContaining(['沈奕', '方敏']));
  const { session } = await hold('2026-11-05');
  const record = await bureau.as('dangwu').call(readSessionRecord, { session });
  expect(record.attendees.map((it) => (typeof it === 'string' ? it : it.id))).toEqual([bureau.cast.person.luojian]);
  expect(await november()).toMatchObject({ done: 1, asked: 2, state: 'due' });
  await hold('2026-11-12');
  expect(await november()).toMatchObject({ done: 2, asked: 2, state: 'met', grounds: { children: [{ label: { zh: '11-05 理论学习中心组学习' } }, { label: { zh: '11-12 理论学习中心组学习' } }] } });
});

it('is nothing to those who may not see what the committee holds', async () => {
  for (const name of ['luojian', 'wenlan', 'gucheng', 'fangmin', 'xitong'] as const) expect((await bureau.as(name).call(readRequirements, {})).items, name).toEqual([]);
  expect((await bureau.as('juling').call(readRequirements, {})).items[0]?.may).toEqual({ record: false, plan: false });
});
