import { afterAll, beforeAll, expect, it } from 'vitest';
import { amendSession, readRecordForm, recordSession, withdrawSession } from '#domain/activities/contract.ts';
import { readSessionRecord } from '#domain/activities/record-contract.ts';
import { recordRegisterEntry } from '#domain/registers/contract.ts';
import { type BranchCourse, listCourses } from '#domain/training/course-contract.ts';
import { listLectures, recommendLecture } from '#domain/training/lecture-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
let course: string;

beforeAll(async () => {
  bureau = await testBureau();
  ({ entry: course } = await bureau.as('fangmin').call(recordRegisterEntry, {
    organisation: bureau.cast.organisation.organs, register: 'course', day: '2026-03-01', until: '2026-11-12', persons: [], values: { name: '党史故事100讲', lessons: '100' } }));
});
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const evening = (day: string, studied: { of: string; lesson: number | null }[]) => recordOf(detention(), day, { studied });
const sessionRows = (): Promise<number> => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM session`))?.n ?? -1);
const studiedBy = async (name: 'fangmin' | 'wenlan' | 'gucheng', branch: string): Promise<BranchCourse['lessons'] | undefined> =>
  (await bureau.as(name).call(listCourses, { course })).branches.find(({ organisation }) => organisation.id === branch)?.lessons;

it('the record of a session says which lessons it took up, and the branch has them with the sessions behind', async () => {
  expect((await bureau.as('jiping').call(readRecordForm, { organisation: detention() })).studies).toEqual([{ of: course, title: '党史故事100讲', lessons: 100, from: '2026-03-01', until: '2026-11-12', by: '' }]);
  const first = await bureau.as('jiping').call(recordSession, evening('2026-11-02', [{ of: course, lesson: 1 }, { of: course, lesson: 2 }]));
  const second = await bureau.as('jiping').call(recordSession, evening('2026-11-09', [{ of: course, lesson: 2 }]));
  const both = [{ lesson: 1, sessions: [{ session: first.session, day: '2026-11-02' }] }, { lesson: 2, sessions: [{ session: first.session, day: '2026-11-02' }, { session: second.session, day: '2026-11-09' }] }];
  expect(await studiedBy('wenlan', detention())).toEqual(both);
  expect(await studiedBy('fangmin', detention())).toEqual(both);
  // What another branch did is not told to a branch, and nothing is told of persons.
  expect(await studiedBy('gucheng', detention())).toBeUndefined();
  expect(JSON.stringify(await bureau.as('fangmin').call(listCourses, { course }))).not.toContain(bureau.cast.person.wenlan);
  expect((await bureau.as('wenlan').call(readSessionRecord, { session: first.session })).studied).toEqual([{ of: course, lesson: 1, title: '党史故事100讲' }, { of: course, lesson: 2, title: '党史故事100讲' }]);

  const amended = await bureau.as('jiping').call(amendSession, { ...amendOf('2026-11-02', first), studied: [{ of: course, lesson: 3 }] });
  expect((await studiedBy('wenlan', detention()))?.map(({ lesson }) => lesson)).toEqual([2, 3]);
  await bureau.as('jiping').call(withdrawSession, { session: first.session, version: amended.version, reason: '记错了' });
  expect((await studiedBy('wenlan', detention()))?.map(({ lesson }) => lesson)).toEqual([2]);
});

function amendOf(day: string, { session, version }: { session: string; version: number }) {
  const { organisation: _, arranged: __, ...record } = evening(day, []);
  return { ...record, session, version };
}

it('a lesson that the course does not have, one twice, a day on which it does not run and an unknown course are refused; nothing is written', async () => {
  const before = await sessionRows();
  const refusal = (day: string, studied: { of: string; lesson: number | null }[]) => bureau.as('jiping').refusal(recordSession, evening(day, studied));
  expect(await refusal('2026-11-10', [{ of: course, lesson: 101 }])).toBe('LessonBeyond');
  expect(await refusal('2026-11-10', [{ of: course, lesson: 5 }, { of: course, lesson: 5 }])).toBe('StudiedTwice');
  expect(await refusal('2026-11-16', [{ of: course, lesson: 5 }])).toBe('CourseNotOn');
  expect(await refusal('2026-11-10', [{ of: detention(), lesson: 5 }])).toBe('StudiedUnknown');
  expect(await sessionRows()).toBe(before);
});

it('a lecture that the office recommends is offered to every branch, which takes it up in its own record', async () => {
  const given = await bureau.as('jiping').call(recordSession, recordOf(detention(), '2026-10-12', { topic: '我来讲党课：监区里的坚守', activities: ['partyLecture'], sittings: [{ day: '2026-10-12', from: '15:00', to: '16:00', place: '' }], speakers: [bureau.cast.person.wenlan] }));
  const command = bureau.cast.organisation.command;
  const listed = async () => (await bureau.as('gucheng').call(listLectures, { year: 2026 })).items;
  expect(await listed()).toEqual([]);
  expect(await bureau.as('luojian').refusal(recommendLecture, { session: given.session, recommended: true })).toBe('NotAllowed');
  expect(await bureau.as('gucheng').refusal(recommendLecture, { session: given.session, recommended: true })).toBe('NotFound');
  await bureau.as('fangmin').call(recommendLecture, { session: given.session, recommended: true });
  expect(await bureau.as('fangmin').refusal(recommendLecture, { session: given.session, recommended: true })).toBe('RecommendedAlready');
  expect(await listed()).toEqual([expect.objectContaining({ session: given.session, topic: '我来讲党课：监区里的坚守', speakers: ['温岚'], organisation: { id: detention(), name: '看守所党支部' }, recommended: true, visible: false, heard: [] })]);

  const { studies } = await bureau.as('gucheng').call(readRecordForm, { organisation: command });
  expect(studies).toContainEqual({ of: given.session, title: '我来讲党课：监区里的坚守', lessons: null, from: '2026-10-12', until: null, by: '看守所党支部' });
  const heard = await bureau.as('gucheng').call(recordSession, recordOf(command, '2026-11-09', { studied: [{ of: given.session, lesson: null }] }));
  expect((await listed())[0]?.heard).toEqual([{ session: heard.session, organisation: { id: command, name: '指挥中心党支部' }, day: '2026-11-09', visible: true }]);

  // Taken back it is offered no more; the record that took it up keeps it, also when it is amended.
  await bureau.as('fangmin').call(recommendLecture, { session: given.session, recommended: false });
  expect(await bureau.as('gucheng').refusal(recordSession, recordOf(command, '2026-11-10', { studied: [{ of: given.session, lesson: null }] }))).toBe('StudiedUnknown');
  const { organisation: _, arranged: __, ...record } = recordOf(command, '2026-11-09', { topic: '听党课', studied: [{ of: given.session, lesson: null }] });
  await bureau.as('gucheng').call(amendSession, { ...record, session: heard.session, version: heard.version });
  const plain = await bureau.as('jiping').call(recordSession, evening('2026-10-19', []));
  expect(await bureau.as('fangmin').refusal(recommendLecture, { session: plain.session, recommended: true })).toBe('NoLecture');
});
