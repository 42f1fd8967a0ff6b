import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announceCalendar } from '#domain/calendar/contract.ts';
import { confirmRota } from '#domain/rota/absence-contract.ts';
import {
  amendShiftTeam, changeCycle, listRotaOrganisations, listShiftTeams, makeShiftTeams, placePeople, readExpectation, readRotaMonth, recordShiftTeam,
  withdrawShiftTeam,
} from '#domain/rota/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const person = (at: number): string => bureau.cast.others[at] ?? '';
const logged = (): Promise<number> => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log`))?.n ?? 0);
const threeTeams = (names: readonly string[], from = '2026-01-01') =>
  ({ organisation: detention(), known: 'threeTeamsTwoShifts', names: [...names], firstDay: '2026-11-02', from });
const own = (name: string) => ({
  organisation: detention(), name, anchor: '2026-11-02', cycle: [[{ start: '08:00', hours: 9 }], []], restHours: 0, from: '2026-01-01', to: null });
const studyOf = async (id: string, day: string) => {
  const { people } = await bureau.as('luojian').call(readExpectation, { organisation: detention(), day, from: '19:00', to: '21:00', activities: 'mondayStudy' });
  return people.find((it) => it.person.id === id);
};

describe('the teams of a cycle', () => {
  it('are made in one action, each a day behind the one before, with their names', async () => {
    const { teams } = await bureau.as('jiping').call(makeShiftTeams, threeTeams(['一班', '二班', '三班']));
    const { items } = await bureau.as('luojian').call(listShiftTeams, { organisation: detention() });
    expect(items.map((it) => it.team)).toEqual(teams);
    expect(items.map(({ name, anchor, known }) => [name, anchor, known])).toEqual([
      ['一班', '2026-11-02', 'threeTeamsTwoShifts'], ['二班', '2026-11-03', 'threeTeamsTwoShifts'], ['三班', '2026-11-04', 'threeTeamsTwoShifts']]);
  });

  it('twice with the same key are made once', async () => {
    const input = { organisation: detention(), known: 'fourTeamsThreeShifts', names: ['甲', '乙', '丙', '丁'], firstDay: '2026-11-02', from: '2026-01-01' };
    const key = 'teams-with-one-key-0001';
    const first = await bureau.as('jiping').call(makeShiftTeams, input, { key });
    expect(await bureau.as('jiping').call(makeShiftTeams, input, { key })).toEqual(first);
    for (const team of first.teams) await bureau.as('jiping').call(withdrawShiftTeam, { team, version: 1 });
  });

  it.each([
    ['too few names', { names: ['早班', '晚班'] }, 'TeamNamesIncomplete'],
    ['a name twice', { names: ['早班', '早班', '晚班'] }, 'TeamNameTaken'],
    ['a name that is there', { names: ['早班', '一班', '晚班'] }, 'TeamNameTaken'],
    ['a cycle that nobody knows', { known: 'sixTeams' }, 'InputInvalid'],
  ])('with %s are refused, and nothing is written', async (_, change, name) => {
    const before = await logged();
    expect(await bureau.as('jiping').refusal(makeShiftTeams, { ...threeTeams(['早班', '中班', '晚班']), ...change })).toBe(name);
    expect(await logged()).toBe(before);
  });

  it('are no business of a stranger, and a member is told whose they are', async () => {
    expect(await bureau.as('gucheng').refusal(makeShiftTeams, threeTeams(['早班', '中班', '晚班']))).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(makeShiftTeams, threeTeams(['早班', '中班', '晚班']))).toBe('NotAllowed');
    expect(await bureau.as('gucheng').refusal(listShiftTeams, { organisation: detention() })).toBe('NotFound');
    expect(await bureau.as('zhengqi').refusal(makeShiftTeams, threeTeams(['早班', '中班', '晚班']))).toBe('NotAllowed');
  });
});

describe('a team with a cycle of its own', () => {
  it.each([
    ['without a shift', { cycle: [[], []] }, 'CycleWithoutShift'],
    ['whose shifts overlap', { cycle: [[{ start: '08:00', hours: 24 }], [{ start: '07:00', hours: 2 }]] }, 'CycleOverlapsItself'],
    ['whose last shift runs into the first', { cycle: [[{ start: '08:00', hours: 8 }], [{ start: '20:00', hours: 13 }]] }, 'CycleOverlapsItself'],
    ['that ends before it begins', { to: '2025-12-31' }, 'EndsBeforeItBegins'],
    ['with a shift of 25 hours', { cycle: [[{ start: '08:00', hours: 25 }]] }, 'InputInvalid'],
  ])('%s is refused', async (_, change, name) => {
    expect(await bureau.as('jiping').refusal(recordShiftTeam, { ...own('常白班'), ...change })).toBe(name);
  });

  it('is corrected, is withdrawn while nobody is in it, and refuses whoever read an older version', async () => {
    const { team } = await bureau.as('jiping').call(recordShiftTeam, own('门卫'));
    const { organisation: _, ...fields } = own('门卫室');
    expect(await bureau.as('jiping').call(amendShiftTeam, { team, version: 1, ...fields })).toMatchObject({ version: 2 });
    expect(await bureau.as('jiping').refusal(amendShiftTeam, { team, version: 1, ...fields })).toBe('FactChanged');
    expect(await bureau.as('gucheng').refusal(amendShiftTeam, { team, version: 2, ...fields })).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(withdrawShiftTeam, { team, version: 2 })).toBe('NotAllowed');
    await bureau.as('jiping').call(placePeople, { organisation: detention(), team, persons: [person(14)], from: '2026-11-01' });
    expect(await bureau.as('jiping').refusal(withdrawShiftTeam, { team, version: 2 })).toBe('TeamNotEmpty');
    await bureau.as('jiping').call(placePeople, { organisation: detention(), team: null, persons: [person(14)], from: '2026-11-01' });
    await bureau.as('jiping').call(withdrawShiftTeam, { team, version: 2 });
    const { items } = await bureau.as('jiping').call(listShiftTeams, { organisation: detention() });
    expect(items.map((it) => it.name)).toEqual(['一班', '二班', '三班']);
  });
});

describe('people in teams', () => {
  const teamsNow = async () => (await bureau.as('luojian').call(listShiftTeams, { organisation: detention(), day: '2026-11-17' })).items;

  it('are placed many at once, and who has night duty misses the Monday', async () => {
    const [one, two, three] = await teamsNow();
    const place = (team: string | undefined, persons: string[]) => bureau.as('jiping').call(placePeople, { organisation: detention(), team: team ?? '', persons, from: '2026-11-01' });
    expect(await place(one?.team, [person(0), person(1)])).toEqual({ placed: 2, unchanged: 0, waiting: false });
    await place(two?.team, [person(2), person(3)]);
    await place(three?.team, [person(4), person(5)]);
    expect(await place(three?.team, [person(4), person(5)])).toEqual({ placed: 0, unchanged: 2, waiting: false });
    // 2 November: 一班 has the day shift to 20:00, 三班 the night; 二班 came off its night at 08:00 and is back by the evening.
    expect(await studyOf(person(0), '2026-11-02')).toMatchObject({ excused: true, reason: 'onDuty', team: '一班' });
    expect(await studyOf(person(2), '2026-11-02')).toMatchObject({ excused: false, team: '二班' });
    expect(await studyOf(person(4), '2026-11-02')).toMatchObject({ excused: true, reason: 'onDuty' });
    expect(await studyOf(person(6), '2026-11-02')).toMatchObject({ excused: false, team: null });
  });

  it('move from a day on: what was before stays', async () => {
    const [one, two] = await teamsNow();
    await bureau.as('jiping').call(placePeople, { organisation: detention(), team: two?.team ?? '', persons: [person(0)], from: '2026-11-09' });
    const rows = await bureau.within(({ tx }) => tx.many<{ team_id: string; from_day: string; to_day: string | null }>(sql`
      SELECT team_id, from_day, to_day FROM team_placement WHERE person_id = ${person(0)} ORDER BY from_day`));
    expect(rows).toEqual([
      { team_id: one?.team, from_day: '2026-11-01', to_day: '2026-11-08' }, { team_id: two?.team, from_day: '2026-11-09', to_day: null }]);
  });

  it('are refused when they are not of the branch, or the team is not in use yet', async () => {
    const [one] = await teamsNow();
    const before = await logged();
    const input = { organisation: detention(), team: one?.team ?? '', from: '2026-11-01' };
    expect(await bureau.as('jiping').refusal(placePeople, { ...input, persons: [person(7), bureau.cast.person.gucheng] })).toBe('PersonNotOfBranch');
    expect(await bureau.as('jiping').refusal(placePeople, { ...input, persons: [person(7)], from: '2025-12-31' })).toBe('TeamNotInForce');
    expect(await bureau.as('gucheng').refusal(placePeople, { ...input, persons: [person(7)] })).toBe('NotFound');
    expect(await bureau.as('gucheng').refusal(placePeople, { ...input, organisation: bureau.cast.organisation.command, persons: [bureau.cast.person.gucheng] })).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(placePeople, { ...input, persons: [person(7)] })).toBe('NotAllowed');
    expect(await logged()).toBe(before);
  });

  it('wait for another when somebody places himself', async () => {
    const [one] = await teamsNow();
    const { jiping } = bureau.cast.person;
    expect((await bureau.as('jiping').call(placePeople, { organisation: detention(), team: one?.team ?? '', persons: [jiping], from: '2026-11-01' })).waiting).toBe(true);
    expect(await studyOf(jiping, '2026-11-02')).toMatchObject({ excused: false });
    const mine = (await teamsNow()).flatMap((it) => it.people).find((it) => it.person.id === jiping);
    expect(mine?.waiting).toBe(true);
    await bureau.as('luojian').call(confirmRota, { fact: mine?.placement ?? '', version: mine?.version ?? 0 });
    expect(await studyOf(jiping, '2026-11-02')).toMatchObject({ excused: true, reason: 'onDuty' });
  });

  it('go with their team when its cycle changes from a day on', async () => {
    const [, , three] = await teamsNow();
    const changed = await bureau.as('luojian').call(changeCycle, {
      team: three?.team ?? '', version: three?.version ?? 0, from: '2026-11-16', anchor: '2026-11-16', cycle: [[{ start: '08:00', hours: 8 }]], restHours: 0 });
    expect(changed.moved).toBe(2);
    // 2 November was the night of the old cycle, 16 November would have been its day; now everybody goes home at four.
    expect(await studyOf(person(4), '2026-11-02')).toMatchObject({ excused: true });
    expect(await studyOf(person(4), '2026-11-16')).toMatchObject({ excused: false, team: '三班' });
    expect(await bureau.as('luojian').refusal(changeCycle, {
      team: changed.team, version: 1, from: '2026-11-16', anchor: '2026-11-16', cycle: [[{ start: '08:00', hours: 8 }]], restHours: 0 })).toBe('TeamNotInForce');
  });
});

describe('the month', () => {
  it('shows each day of each person, and who misses which Monday', async () => {
    const month = await bureau.as('luojian').call(readRotaMonth, { organisation: detention(), month: '2026-11' });
    expect(month.days).toHaveLength(30);
    expect(month.studies.map((it) => it.day)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
    const row = month.people.find((it) => it.person.id === person(1));
    expect(row?.cells.slice(1, 5)).toEqual([
      { kind: 'shift', turn: 'day', from: '08:00', to: '20:00' }, { kind: 'shift', turn: 'night', from: '20:00', to: '08:00' }, { kind: 'rest' },
      { kind: 'shift', turn: 'day', from: '08:00', to: '20:00' }]);
    // The cycle of three days and the week of seven: each Monday falls one day further in the cycle.
    expect(row?.studies.map((it) => it.reason ?? it.state)).toEqual(['onDuty', 'onDuty', 'expected', 'onDuty', 'onDuty']);
    expect(month.teams.map((it) => it.name)).toEqual(['一班', '二班', '三班', '三班']);
    for (const [at, study] of month.studies.entries()) {
      expect(study.expected).toBe(month.people.filter((it) => it.studies[at]?.state === 'expected').length);
      expect(study.listed).toBe(month.people.filter((it) => it.studies[at]?.state !== 'notListed').length);
    }
  });

  it('shows nothing of a person before he came and after he left', async () => {
    const { people } = await bureau.as('luojian').call(readRotaMonth, { organisation: detention(), month: '2026-06' });
    expect(people.map((it) => it.person.id)).toContain(bureau.cast.person.liubo);
    const july = await bureau.as('luojian').call(readRotaMonth, { organisation: detention(), month: '2026-07' });
    expect(july.people.map((it) => it.person.id)).not.toContain(bureau.cast.person.liubo);
  });

  it('has no study on a holiday, and marks the days of the calendar', async () => {
    const may = () => bureau.as('luojian').call(readRotaMonth, { organisation: detention(), month: '2026-05' });
    const before = await may();
    expect(before.calendar).toEqual({ announced: false, holidays: [], workdays: [] });
    expect(before.studies.map((it) => it.day)).toEqual(['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25']);
    await bureau.as('fangmin').call(announceCalendar, {
      year: '2026', document: '', holidays: [{ names: ['labourDay'], from: '2026-05-01', to: '2026-05-05' }], workdays: ['2026-05-09'] });
    const { studies, calendar } = await may();
    expect(studies.map((it) => it.day)).toEqual(['2026-05-11', '2026-05-18', '2026-05-25']);
    expect([calendar.announced, calendar.holidays.length, calendar.workdays]).toEqual([true, 5, ['2026-05-09']]);
  });

  it('is for those who keep the rota', async () => {
    expect(await bureau.as('gucheng').refusal(readRotaMonth, { organisation: detention(), month: '2026-11' })).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(readRotaMonth, { organisation: detention(), month: '2026-11' })).toBe('NotAllowed');
    const names = async (as: 'luojian' | 'zhengqi' | 'fangmin' | 'wenlan') => (await bureau.as(as).call(listRotaOrganisations, {})).items.map((it) => it.shortName);
    expect(await names('luojian')).toEqual(['看守所党支部']);
    expect(await names('zhengqi')).toEqual(['第一党小组']);
    expect(await names('fangmin')).toEqual(['指挥中心党支部', '看守所党支部']);
    expect(await names('wenlan')).toEqual([]);
  });
});
