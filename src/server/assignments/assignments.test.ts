import { afterAll, beforeAll, expect, it } from 'vitest';
import * as assignments from '#domain/assignments/contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { reopenAssignment } from '#domain/assignments/restoring-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { footprint } from '#test/operations/footprint.ts';

let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const handOut = (by: CastName, to: 'wenlan' | 'luojian' | 'zhengqi', until = '2026-11-20') => bureau.as(by).call(assignments.handOutAssignment, {
  organisation: bureau.cast.organisation.detention, person: bureau.cast.person[to], what: '整理党员活动室', until });
const page = (who: CastName, assignment: string) => bureau.as(who).call(assignments.readAssignment, { assignment });
const list = (who: CastName, view: 'mine' | 'passedOn' | 'handedOut' | 'branch') => bureau.as(who).call(assignments.listAssignments, { view });

it('goes its way: handed out, handed in, returned with a reason, handed in again, accepted', async () => {
  const task = await handOut('tangyue', 'wenlan');
  expect((await list('wenlan', 'mine')).items[0]).toMatchObject({ what: '整理党员活动室', stage: 'open', by: '唐悦', mine: true, late: false });
  let read = await bureau.as('wenlan').call(assignments.handInAssignment, { ...task, report: '已整理' });
  read = await bureau.as('tangyue').call(assignments.returnAssignment, { ...read, reason: '请补充目录' });
  expect(await page('wenlan', task.assignment)).toMatchObject({ row: { stage: 'returned', handedInOn: null }, may: { handIn: { allowed: true }, accept: { allowed: false } } });
  bureau.setNow('2026-11-21T09:00:00+08:00');
  read = await bureau.as('wenlan').call(assignments.handInAssignment, { ...read, report: '目录已补' });
  await bureau.as('tangyue').call(assignments.acceptAssignment, read);
  const settled = await page('tangyue', task.assignment);
  expect(settled).toMatchObject({ row: { stage: 'accepted', handedInOn: '2026-11-21', late: true }, report: '目录已补' });
  expect(settled.versions.map((it) => [it.stage, it.by, it.said])).toEqual([
    ['accepted', '唐悦', ''], ['handedIn', '温岚', '目录已补'], ['returned', '唐悦', '请补充目录'], ['handedIn', '温岚', '已整理'], ['open', '唐悦', '']]);
  bureau.setNow('2026-11-17T09:00:00+08:00');
});

it('is taken back while nobody has answered, and passed on with its reason to somebody of the branch, for whom it counts', async () => {
  const tasksOf = async (who: 'wenlan' | 'zhengqi') => (await bureau.as(who).call(readPoints, { person: bureau.cast.person[who], year: 2026 })).parts.map(({ value }) => value);
  const own = await tasksOf('wenlan');
  const task = await handOut('tangyue', 'wenlan');
  const { zhengqi, jiping, tangyue, gucheng } = bureau.cast.person;
  const pass = (who: CastName, read: typeof task, person: string) => bureau.as(who).refusal(assignments.passOnAssignment, { ...read, person, reason: '出差办案' });
  expect(await bureau.as('wenlan').refusal(assignments.takeBackReport, task)).toBe('NothingToTakeBack');
  let read = await bureau.as('wenlan').call(assignments.handInAssignment, { ...task, report: '已整理' });
  expect(await pass('wenlan', read, zhengqi)).toBe('AlreadyHandedIn');
  expect(await bureau.as('tangyue').refusal(assignments.takeBackReport, read)).toBe('NotYourTask');
  read = await bureau.as('wenlan').call(assignments.takeBackReport, read);
  expect(await page('wenlan', task.assignment)).toMatchObject({ row: { stage: 'open', handedInOn: null }, report: '', may: { handIn: { allowed: true }, takeBack: { allowed: false }, passOn: { allowed: true } } });
  expect((await page('wenlan', task.assignment)).others.map(({ name }) => name)).toEqual(expect.arrayContaining(['郑琦', '季平']));
  for (const [to, refusal] of [[tangyue, 'PassedToNobodyElse'], [bureau.cast.person.wenlan, 'PassedToNobodyElse'], [gucheng, 'AssigneeNotHere']] as const) expect(await pass('wenlan', read, to)).toBe(refusal);
  expect(await pass('jiping', read, zhengqi)).toBe('NotTheHander');
  expect(await pass('luojian', read, bureau.cast.person.luojian)).toBe('AssignmentToOneself');
  const before = read;
  read = await bureau.as('wenlan').call(assignments.passOnAssignment, { ...read, person: zhengqi, reason: '出差办案' });
  expect(await pass('luojian', before, jiping)).toBe('FactChanged');
  expect(await bureau.as('wenlan').refusal(assignments.handInAssignment, { ...read, report: '' })).toBe('NotYourTask');
  expect((await list('wenlan', 'passedOn')).items.map((it) => [it.assignment, it.person.name, it.mine])).toEqual([[task.assignment, '郑琦', false]]);
  expect(await page('wenlan', task.assignment)).toMatchObject({ row: { mine: false }, may: { handIn: { allowed: false }, passOn: { allowed: false }, accept: { allowed: false } } });
  for (const who of ['zhengqi', 'jiping'] as const) expect(await list(who, 'passedOn'), 'somebody who never passed a task on has a list of such').toMatchObject({ items: [], passedOn: false });
  const passed = await page('zhengqi', task.assignment);
  expect(passed).toMatchObject({ row: { mine: true, until: '2026-11-20', by: '唐悦' } });
  expect(passed.versions.map((it) => [it.stage, it.passedTo, it.said])[0]).toEqual(['open', '郑琦', '出差办案']);
  read = await bureau.as('zhengqi').call(assignments.handInAssignment, { ...read, report: '' });
  await bureau.as('tangyue').call(assignments.acceptAssignment, read);
  const counted = await bureau.within(({ tx }) => tx.many<{ person: string }>(sql`SELECT person_id AS person FROM assignment WHERE fact_id = ${task.assignment}`));
  expect(await tasksOf('wenlan'), 'a task that was passed on moved the points of who had it').toEqual(own);
  expect(counted, 'the task counts for somebody who no longer has it').toEqual([{ person: zhengqi }]);
});

it('is accepted by whoever handed it out or the secretary, and by nobody for himself (A-9)', async () => {
  const task = await handOut('tangyue', 'luojian');
  const read = await bureau.as('luojian').call(assignments.handInAssignment, { ...task, report: '' });
  expect(await bureau.as('luojian').refusal(assignments.acceptAssignment, read)).toBe('OwnTask');
  expect(await bureau.as('fangmin').refusal(assignments.acceptAssignment, read)).toBe('NotTheHander');
  expect(await bureau.as('jiping').refusal(assignments.acceptAssignment, read)).toBe('NotTheHander');
  await bureau.as('tangyue').call(assignments.acceptAssignment, read);
  const second = await bureau.as('wenlan').call(assignments.handInAssignment, { ...(await handOut('fangmin', 'wenlan')), report: '' });
  await bureau.as('luojian').call(assignments.acceptAssignment, second);
});

it('is handed in by the person alone, and settled once', async () => {
  const task = await handOut('luojian', 'wenlan');
  expect(await bureau.as('luojian').refusal(assignments.handInAssignment, { ...task, report: '' })).toBe('NotYourTask');
  expect(await bureau.as('luojian').refusal(assignments.acceptAssignment, task)).toBe('NotHandedIn');
  const read = await bureau.as('luojian').call(assignments.closeAssignment, { ...task, as: 'notDone', reason: '到期未办' });
  const before = await footprint(bureau);
  expect(await bureau.as('wenlan').refusal(assignments.handInAssignment, { ...read, report: '' })).toBe('AssignmentSettled');
  expect(await bureau.as('luojian').refusal(assignments.amendAssignment, { ...read, what: '另一件', until: '2026-12-01' })).toBe('AssignmentSettled');
  expect(await bureau.as('wenlan').refusal(assignments.handInAssignment, { ...task, report: '' })).toBe('AssignmentSettled');
  expect(await footprint(bureau)).toEqual(before);
});

it('is taken up again as it stood, by whoever may settle it, when it was called off by a slip', async () => {
  const task = await handOut('tangyue', 'wenlan');
  const handed = await bureau.as('wenlan').call(assignments.handInAssignment, { ...task, report: '已整理' });
  expect(await bureau.as('tangyue').refusal(reopenAssignment, handed)).toBe('NothingToReopen');
  const closed = await bureau.as('tangyue').call(assignments.closeAssignment, { ...handed, as: 'cancelled', reason: '点错了' });
  expect((await page('tangyue', task.assignment)).may).toMatchObject({ reopen: { allowed: true }, close: { allowed: false } });
  const before = await footprint(bureau);
  expect(await bureau.as('wenlan').refusal(reopenAssignment, closed)).toBe('OwnTask');
  expect(await bureau.as('gucheng').refusal(reopenAssignment, closed)).toBe('NotFound');
  expect(await bureau.as('tangyue').refusal(reopenAssignment, task)).toBe('FactChanged');
  expect(await footprint(bureau)).toEqual(before);
  bureau.setNow('2026-11-21T09:00:00+08:00');
  const read = await bureau.as('luojian').call(reopenAssignment, closed);
  expect(await page('wenlan', task.assignment)).toMatchObject({ row: { stage: 'handedIn', handedInOn: '2026-11-17', late: false }, report: '已整理', may: { reopen: { allowed: false } } });
  await bureau.as('tangyue').call(assignments.acceptAssignment, read);
  expect(await bureau.as('tangyue').refusal(reopenAssignment, { ...read, version: read.version + 1 })).toBe('NothingToReopen');
  bureau.setNow('2026-11-17T09:00:00+08:00');
});

it('is handed to somebody of the branch, not to oneself, and not for a day gone by', async () => {
  const asked = { organisation: bureau.cast.organisation.detention, person: bureau.cast.person.wenlan, what: '布置会场', until: '2026-11-20' };
  expect(await bureau.as('luojian').refusal(assignments.handOutAssignment, { ...asked, person: bureau.cast.person.luojian })).toBe('AssignmentToOneself');
  expect(await bureau.as('luojian').refusal(assignments.handOutAssignment, { ...asked, person: bureau.cast.person.gucheng })).toBe('AssigneeNotHere');
  expect(await bureau.as('luojian').refusal(assignments.handOutAssignment, { ...asked, until: '2026-11-16' })).toBe('DueBeforeHanded');
  expect(await bureau.as('wenlan').refusal(assignments.handOutAssignment, asked)).toBe('NotAllowed');
  expect(await bureau.as('gucheng').refusal(assignments.handOutAssignment, asked)).toBe('NotFound');
});

it('is known to those concerned and to the desks of the branch; an amendment is by the version that was read', async () => {
  const task = await handOut('luojian', 'zhengqi');
  for (const name of ['zhengqi', 'luojian', 'tangyue', 'jiping', 'fangmin'] as const) expect((await page(name, task.assignment)).row.assignment, name).toBe(task.assignment);
  for (const name of ['wenlan', 'gucheng', 'heqing', 'xitong'] as const) expect(await bureau.as(name).refusal(assignments.readAssignment, { assignment: task.assignment }), name).toBe('NotFound');
  expect((await list('wenlan', 'branch')).items).toEqual([]);
  expect((await list('jiping', 'branch')).items.map((it) => it.assignment)).toContain(task.assignment);
  await bureau.as('luojian').call(assignments.amendAssignment, { ...task, what: '布置主题党日会场', until: '2026-11-25' });
  expect(await bureau.as('zhengqi').refusal(assignments.handInAssignment, { ...task, report: '' })).toBe('FactChanged');
});
