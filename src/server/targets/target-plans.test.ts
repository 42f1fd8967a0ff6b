import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { readBranchDesk } from '#domain/boards/contract.ts';
import { delegateConfirming } from '#domain/months/self-check-contract.ts';
import { transferPerson } from '#domain/people/contract.ts';
import {
  amendTargetPlan, fileTargetPlan, generateTargetPlan, listTargetPlans, readTargetPlan, returnTargetPlan, type TargetPlanView,
} from '#domain/targets/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';

const year = 2026;
let bureau: TestBureau;
let organisation: string;
beforeAll(async () => {
  bureau = await testBureau();
  organisation = bureau.cast.organisation.detention;
});
afterAll(() => bureau.drop());

const at = (day: string): void => bureau.setNow(`${day}T09:00:00+08:00`);
const read = (name: CastName = 'jiping', of = organisation): Promise<TargetPlanView> => bureau.as(name).call(readTargetPlan, { organisation: of, year });
const itemOf = ({ aspects }: TargetPlanView, id: string) => {
  const found = aspects.flatMap(({ items }) => items).find((item) => item.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
};
const lineOf = (view: TargetPlanView, id: string) => {
  const { line } = itemOf(view, id);
  if (!line) throw new Error(`no line of ${id}`);
  return { item: id, target: line.target, split: [...line.split], responsible: line.responsible?.id ?? null, due: line.due, standard: line.standard };
};
const markOf = async (item: string) => {
  const { aspects } = await bureau.as('luojian').call(readBranchScore, { organisation, year });
  return aspects.flatMap(({ items }) => items).find(({ id }) => id === item);
};
const somebody = (): string => bureau.cast.others[0] ?? '';
const deskOf = async () => (await bureau.as('luojian').call(readBranchDesk, { organisation })).plan;
const versions = () => bureau.within((call) => call.tx.many<{ version: number }>(sql`SELECT version FROM fact_log WHERE kind = 'targetPlan' AND state->>'organisation' = ${organisation}`));

describe('the year of a branch is broken down', () => {
  it('begins with nothing, and says by when it is due', async () => {
    at('2026-01-12');
    const view = await read();
    expect(view).toMatchObject({ stage: 'none', version: null, deadlines: { filing: '2026-01-31', assigning: '2026-02-28' }, counts: { planned: 0, assigned: 0 } });
    expect(view.may).toEqual({ fill: true, file: false, return: false });
    expect(await bureau.as('luojian').refusal(fileTargetPlan, { organisation, year, version: null })).toBe('PlanNotMade');
    expect((await markOf('plan'))?.state).toBe('notDue');
    expect(await deskOf(), 'the desk of the branch says so').toEqual({ year, stage: 'none', changed: false, open: 0, due: '2026-01-31', overdue: false });
  });

  it('is generated in one click, from the scheme and the posts of the branch', async () => {
    const made = await bureau.as('jiping').call(generateTargetPlan, { organisation, year, version: null });
    const view = await read();
    // A secretary and a deputy are no committee, so its meetings are not asked.
    expect(made).toMatchObject({ version: 1, added: 31, planned: 31, assigned: 31 });
    expect(view.counts).toEqual({ applicable: 31, planned: 31, assigned: 31 });
    expect(itemOf(view, 'committeeMeetings')).toMatchObject({ state: 'notApplicable', asked: null, line: null });
    expect(itemOf(view, 'themeDays').line).toMatchObject({ unit: 'months', target: 12, due: '2026-12-31', responsible: { name: '罗建', here: true }, standard: '' });
    expect(itemOf(view, 'visits').line?.responsible?.name).toBe('唐悦');
    expect(itemOf(view, 'themeDays').state).toBe('notDue');
    expect(itemOf(view, 'missionLessons').state).toBe('nothingYet');
    expect(await bureau.as('jiping').refusal(generateTargetPlan, { organisation, year, version: 1 })).toBe('PlanHasAll');
  });

  it('is changed line by line, and what it does not say stays', async () => {
    const view = await read();
    const line = { ...lineOf(view, 'themeDays'), responsible: somebody(), due: '2026-11-30', standard: '每月 20 日前开展，当日记录。' };
    const answer = await bureau.as('jiping').call(amendTargetPlan, { organisation, year, version: 1, lines: [line, { ...lineOf(view, 'warning'), responsible: null }] });
    expect(answer).toMatchObject({ version: 2, planned: 31, assigned: 30 });
    const after = await read();
    expect(lineOf(after, 'themeDays')).toEqual(line);
    expect(itemOf(after, 'warning').line?.responsible).toBeNull();
    expect(itemOf(after, 'assemblies')).toEqual(itemOf(view, 'assemblies'));
  });

  it('is filed by the secretary in January with one item open: the plan counts, not the breaking down', async () => {
    expect(await bureau.as('jiping').refusal(fileTargetPlan, { organisation, year, version: 2 })).toBe('NotAllowed');
    expect(await bureau.as('luojian').call(fileTargetPlan, { organisation, year, version: 2 })).toMatchObject({ version: 3, late: false, complete: false });
    expect(await read('luojian')).toMatchObject({ stage: 'filed', filedOn: '2026-01-12', late: false, assignedOn: null });
    expect(await markOf('plan')).toMatchObject({ value: 200, weight: 200, state: 'inProgress' });
    expect(await bureau.as('luojian').refusal(fileTargetPlan, { organisation, year, version: 3 })).toBe('PlanFiledAlready');
    expect(await deskOf()).toEqual({ year, stage: 'filed', changed: false, open: 1, due: '2026-02-28', overdue: false });
    at('2026-03-01');
    expect((await deskOf())?.overdue).toBe(true);
    expect(await markOf('plan'), 'since nobody answers for one item').toMatchObject({ value: 100, state: 'lacks' });
  });

  it('gives the whole mark once everybody was named in February', async () => {
    at('2026-02-20');
    const view = await read();
    await bureau.as('jiping').call(amendTargetPlan, { organisation, year, version: 3, lines: [{ ...lineOf(view, 'warning'), responsible: bureau.cast.person.tangyue }] });
    expect(await read()).toMatchObject({ stage: 'draft', filedOn: '2026-01-12', assignedOn: null, counts: { assigned: 31 } });
    expect(await bureau.as('luojian').call(fileTargetPlan, { organisation, year, version: 4 })).toMatchObject({ complete: true, late: false });
    at('2026-03-01');
    expect(await markOf('plan')).toMatchObject({ value: 200, state: 'done' });
    expect(await deskOf(), 'nothing is left to do').toBeNull();
    expect(itemOf(await read(), 'plan')).toMatchObject({ state: 'done', done: 2, progressToDate: 10_000 });
  });

  it('goes back with a reason, and keeps the day on which it first came', async () => {
    const { plan, version } = await read();
    expect(await bureau.as('gucheng').refusal(returnTargetPlan, { plan: plan ?? '', version: version ?? 0, reason: '请补充' })).toBe('NotFound');
    await bureau.as('fangmin').call(returnTargetPlan, { plan: plan ?? '', version: version ?? 0, reason: '第 5.1 项请明确到人。' });
    expect(await read()).toMatchObject({ stage: 'returned', returned: '第 5.1 项请明确到人。', filedOn: '2026-01-12', may: { fill: true } });
    expect(await bureau.as('fangmin').refusal(returnTargetPlan, { plan: plan ?? '', version: (version ?? 0) + 1, reason: '再退' })).toBe('PlanNotFiled');
    await bureau.as('luojian').call(fileTargetPlan, { organisation, year, version: (version ?? 0) + 1 });
    const after = await read();
    expect(after).toMatchObject({ stage: 'filed', returned: null, filedOn: '2026-01-12', assignedOn: '2026-02-20' });
    expect(itemOf(after, 'themeDays').line?.standard, 'the words of the branch outlive a return').toBe('每月 20 日前开展，当日记录。');
    expect(after.history.map(({ stage }) => stage)).toEqual(['draft', 'draft', 'filed', 'draft', 'filed', 'returned', 'filed']);
  });

  it('is past its own day where the branch set one, though the scheme still waits', async () => {
    at('2026-12-05');
    expect(itemOf(await read(), 'themeDays').state, 'months without one are a gap first').toBe('lacks');
    const view = await read();
    await bureau.as('jiping').call(amendTargetPlan, { organisation, year, version: view.version, lines: [{ ...lineOf(view, 'heartTalks'), due: '2026-11-30' }] });
    expect(itemOf(await read(), 'heartTalks').state).toBe('overdue');
  });

  it('shows that whoever answers for an item has left the branch, and keeps him there until somebody is named', async () => {
    const person = somebody();
    const move = { person, version: 1, organisation: bureau.cast.organisation.command, group: null, stage: 'full' as const, staffKind: 'officer' as const, from: '2026-12-05' };
    await bureau.as('fangmin').call(transferPerson, move);
    const view = await read();
    expect(itemOf(view, 'themeDays').line?.responsible).toMatchObject({ id: person, here: false });
    await bureau.as('jiping').call(amendTargetPlan, { organisation, year, version: view.version, lines: [{ ...lineOf(view, 'themeDays'), standard: '当日记录。' }] });
    const again = { organisation, year, version: (view.version ?? 0) + 1, lines: [{ ...lineOf(view, 'warning'), responsible: person }] };
    expect(await bureau.as('jiping').refusal(amendTargetPlan, again)).toBe('ResponsibleNotHere');
  });
});

describe('what a plan refuses, it does not write', () => {
  const change = async (item: string, over: Partial<ReturnType<typeof lineOf>>, version?: number) => {
    const view = await read();
    return { organisation, year, version: version ?? view.version, lines: [{ ...lineOf(view, item), ...over }] };
  };

  it.each([
    ['TargetOutOfRange', 'a target below nothing', 'themeDays', { target: -1 }],
    ['TargetOutOfRange', 'a thirteenth month', 'themeDays', { target: 13 }],
    ['TargetOutOfRange', 'more than everybody', 'attendanceRate', { target: 10_001 }],
    ['SplitNotTarget', 'months that do not make up the target', 'themeDays', { target: 11 }],
    ['SplitNotTarget', 'a month below nothing', 'themeDays', { target: 12, split: [-1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1] }],
    ['SplitNotTarget', 'five parts of a year', 'assemblies', { split: [1, 1, 1, 1, 0] }],
    ['SplitNotAsked', 'a rate by the month', 'attendanceRate', { split: [0, 0, 0, 0] }],
    ['DueOutsideYear', 'a day of the next year', 'themeDays', { due: '2027-01-10' }],
  ] as const)('%s: %s', async (name, _, item, over) => {
    const before = await versions();
    expect(await bureau.as('jiping').refusal(amendTargetPlan, await change(item, { ...over, ...('split' in over ? { split: [...over.split] } : {}) } as never))).toBe(name);
    expect(await versions()).toEqual(before);
  });

  it('somebody of another branch, an item that does not apply or does not exist, and a version that is not the last', async () => {
    const before = await versions();
    const { gucheng } = bureau.cast.person;
    expect(await bureau.as('jiping').refusal(amendTargetPlan, await change('themeDays', { responsible: gucheng }))).toBe('ResponsibleNotHere');
    const line = (item: string) => ({ item, target: 0, split: [], responsible: null, due: null, standard: '' });
    const { version } = await read();
    expect(await bureau.as('jiping').refusal(amendTargetPlan, { organisation, year, version, lines: [line('committeeMeetings')] })).toBe('ItemNotApplicable');
    expect(await bureau.as('jiping').refusal(amendTargetPlan, { organisation, year, version, lines: [line('nothing')] })).toBe('NotFound');
    expect(await bureau.as('jiping').refusal(amendTargetPlan, await change('themeDays', {}, 1))).toBe('FactChanged');
    expect(await versions()).toEqual(before);
  });

  it('a year that is over, and one too far ahead', async () => {
    expect(await bureau.as('jiping').refusal(generateTargetPlan, { organisation, year: 2025, version: null })).toBe('PlanYearClosed');
    expect(await bureau.as('jiping').refusal(generateTargetPlan, { organisation, year: 2028, version: null })).toBe('PlanYearAhead');
    expect(await bureau.as('jiping').call(generateTargetPlan, { organisation, year: 2027, version: null })).toMatchObject({ version: 1, planned: 31 });
  });
});

describe('the plans of all branches', () => {
  it('are listed for the office by number, with who has not handed in and how much has somebody', async () => {
    at('2026-12-05');
    const { items, deadlines } = await bureau.as('fangmin').call(listTargetPlans, { year });
    expect(deadlines).toEqual({ filing: '2026-01-31', assigning: '2026-02-28' });
    expect(items.map(({ organisation: { name }, stage, planned, assigned, late }) => [name, stage, planned, assigned, late])).toEqual([
      ['指挥中心党支部', 'none', 0, 0, null], ['看守所党支部', 'draft', 31, 31, false]]);
  });

  it('show a branch itself alone, to its members as well; to administrators nothing', async () => {
    for (const name of ['luojian', 'wenlan'] as const) expect((await bureau.as(name).call(listTargetPlans, { year })).items.map(({ organisation: { name: it } }) => it)).toEqual(['看守所党支部']);
    expect((await bureau.as('anquan').call(listTargetPlans, { year })).items).toEqual([]);
    expect(await bureau.as('gucheng').refusal(readTargetPlan, { organisation, year })).toBe('NotFound');
  });

  it('may come late, and say so', async () => {
    const { command } = bureau.cast.organisation;
    const made = await bureau.as('gucheng').call(generateTargetPlan, { organisation: command, year, version: null });
    expect(await bureau.as('gucheng').call(fileTargetPlan, { organisation: command, year, version: made.version })).toMatchObject({ late: true });
    expect((await bureau.as('fangmin').call(listTargetPlans, { year })).items[0]).toMatchObject({ stage: 'filed', filedOn: '2026-12-05', late: true });
  });

  it('are filed in place of the secretary by whoever he lets act for him', async () => {
    const { version } = await read();
    expect(await bureau.as('tangyue').refusal(fileTargetPlan, { organisation, year, version })).toBe('NotAllowed');
    await bureau.as('luojian').call(delegateConfirming, { organisation, deputy: bureau.cast.person.tangyue, from: '2026-12-05', to: '2026-12-10' });
    expect(await bureau.as('tangyue').call(fileTargetPlan, { organisation, year, version })).toMatchObject({ late: false });
  });
});
