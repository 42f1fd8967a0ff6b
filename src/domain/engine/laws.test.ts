import { describe, expect, it } from 'vitest';
import { membershipsOf, mondays, type Story, story } from '#test/engine-story.ts';
import { adopted, fixed, hours, limit, part, rule, schemeOf, share } from '#test/scheme-parts.ts';
import { attendancesAt } from './attendance.ts';

const november = mondays('2026-11-01', '2026-11-30');

/** The total of a person in 2026, in points. */
function total(told: Story, schemes: Parameters<Story['evaluate']>[0], person: string, date?: string): number | null | undefined {
  return told.evaluate(schemes, date).totals.find((one) => one.person === person && one.year === 2026)?.total;
}

describe('A-4: raw and limit', () => {
  const capped = [adopted(schemeOf([part('study', [
    rule('perMonday', fixed(200), {}, [limit('ceiling', 800, 'month'), limit('ceiling', 8000, 'year')]),
  ])]))];

  it('posts the full value and the limit apart, and gives the limit back when a fact goes', () => {
    const told = story();
    const person = told.member(told.branchA);
    const [second = ''] = november.map((day) => told.held(told.branchA, day, { present: [person] }));
    const rows = () => told.evaluate(capped).values.map(({ kind, window, value }) => [kind, window, value]);
    expect(rows()).toEqual([...november.map(() => ['raw', '2026-11', 200]), ['limit', '2026-11', -200]]);
    told.book.withdraw(second, { on: '2026-12-03' });
    expect(rows()).toEqual([200, 200, 200, 200].map((value) => ['raw', '2026-11', value]));
    expect(total(told, capped, person)).toBe(800);
  });

  it('keeps the year out of the month: eleven full months are 88.00, the year is 80.00', () => {
    const told = story();
    const person = told.member(told.branchA);
    const days = mondays('2026-02-01', '2026-12-31').filter((day) => Number(day.slice(8)) <= 28);
    for (const day of days) told.held(told.branchA, day, { present: [person] });
    expect(days).toHaveLength(44);
    const { values } = told.evaluate(capped);
    expect(values.filter(({ kind }) => kind === 'limit').map(({ window, value }) => [window, value])).toEqual([['2026', -800]]);
    expect(total(told, capped, person)).toBe(8000);
  });

  it('bounds the rule, then the part, then the total, ceiling before floor', () => {
    const told = story();
    const person = told.member(told.branchA);
    for (const day of november) told.held(told.branchA, day, { present: [person], speakers: [person], host: person });
    const nested = [adopted(schemeOf([
      part('study', [rule('attend', fixed(200), {}, [limit('ceiling', 800, 'month', 'attendMonth')]), rule('speak', fixed(500), { part: 'speaker' })],
        { combine: 'sum', limits: [limit('ceiling', 3000, 'year', 'studyYear')] }),
      part('service', [rule('hosting', fixed(100), { part: 'host' })], { limits: [limit('floor', 700, 'year', 'serviceYear')] }),
    ], {}, { limits: [limit('ceiling', 3650, 'year', 'totalYear')] }))];
    expect(told.evaluate(nested).values.filter(({ kind }) => kind === 'limit').map(({ of, value }) => [of, value])).toEqual([
      ['attendMonth', -200], ['studyYear', -300], ['serviceYear', 200], ['totalYear', -50],
    ]);
    expect(total(told, nested, person)).toBe(3650);
  });
});

describe('A-5: versions', () => {
  const version = (each: number, month: number, year: number) => schemeOf([part('study', [
    rule('perMonday', fixed(each), {}, [limit('ceiling', month, 'month'), limit('ceiling', year, 'year')]),
  ])]);
  const seam = [adopted(version(200, 800, 8000)), adopted(version(300, 900, 9000), '2026-07-01')];

  it('values a fact by its day, a month by its first day, and leaves the year to the version that opened it', () => {
    const told = story();
    const person = told.member(told.branchA);
    for (const day of mondays('2026-06-01', '2026-07-31')) told.held(told.branchA, day, { present: [person] }, { on: '2026-08-05' });
    const { values } = told.evaluate(seam);
    expect(values.filter(({ kind }) => kind === 'raw').map(({ value }) => value)).toEqual([...Array(5).fill(200), ...Array(4).fill(300)]);
    expect(values.filter(({ kind }) => kind === 'limit').map(({ of, window, value }) => [of, window, value])).toEqual([
      ['ceiling-month-800', '2026-06', -200], ['ceiling-month-900', '2026-07', -300],
    ]);
  });

  it('gives a window that was open before any adoption to the first version inside it', () => {
    const told = story();
    const person = told.member(told.branchA);
    for (const day of mondays('2026-06-01', '2026-07-31')) told.held(told.branchA, day, { present: [person] });
    const late = [adopted(schemeOf([part('study', [rule('mondayShare', share(1600))])]), '2026-07-01')];
    expect(told.evaluate(late).values.map(({ kind, window, value }) => [kind, window, value])).toEqual([['share', '2026', 1600]]);
  });
});

describe('A-7: people move', () => {
  it('expects each on each day in one branch: 47 in A, 48 in B, 95 together', () => {
    const told = story();
    const inA = Array.from({ length: 10 }, () => told.member(told.branchA));
    Array.from({ length: 9 }, () => told.member(told.branchB));
    const [wang = ''] = inA;
    const sessions = november.flatMap((day) => [told.held(told.branchA, day), told.held(told.branchB, day)]);
    const together = november.map((day) => told.held(told.committee, day));
    told.move(wang, membershipsOf(told, wang)[0] ?? '', told.branchB, '2026-11-16');
    const { reading } = told.evaluate([adopted(schemeOf([]))]);
    const expected = (ids: readonly string[]) => ids.flatMap((id) => {
      const session = reading.world.sessions.get(id);
      return session ? attendancesAt(reading, session) : [];
    }).length;
    expect(expected(sessions.filter((_, index) => index % 2 === 0))).toBe(47);
    expect(expected(sessions.filter((_, index) => index % 2 === 1))).toBe(48);
    expect(expected(together)).toBe(95);
  });
});

describe('A-9: counted when confirmed', () => {
  const speaking = [adopted(schemeOf([part('study', [rule('speak', fixed(500), { part: 'speaker' }), rule('attend', fixed(200))])]))];

  it('counts attendance at once, and the part of the recorder himself when another confirms it', () => {
    const told = story();
    const [secretary, deputy, member] = [told.member(told.branchA), told.member(told.branchA), told.member(told.branchA)];
    const session = told.held(told.branchA, '2026-11-16', { present: [secretary, member], speakers: [secretary] }, { by: secretary });
    const of = (person: string) => told.evaluate(speaking).totals.find((one) => one.person === person);
    expect(of(member)).toMatchObject({ total: 200, proposed: 0 });
    expect(of(secretary)).toMatchObject({ total: 200, proposed: 300 });
    told.book.confirm(session, secretary);
    expect(of(secretary)).toMatchObject({ total: 200, proposed: 300 });
    told.book.confirm(session, deputy);
    expect(of(secretary)).toMatchObject({ total: 500, proposed: 0 });
  });

  it('keeps what stands in force while an amendment waits', () => {
    const told = story();
    const [recorder, speaker, other] = [told.member(told.branchA), told.member(told.branchA), told.member(told.branchA)];
    const session = told.held(told.branchA, '2026-11-16', { speakers: [speaker] });
    const before = told.book.entries.at(-1);
    if (before?.kind !== 'session') throw new Error('no session');
    told.book.amend('session', session, { ...before.state, speakers: [other] }, { by: recorder, standing: 'proposed' });
    const now = () => told.evaluate(speaking).totals.map(({ total: points, proposed }) => [points, proposed]);
    expect(now()).toEqual([[0, 0], [500, -500], [0, 500]]);
    told.book.confirm(session, recorder);
    expect(now()).toEqual([[0, 0], [500, -500], [0, 500]]);
    told.book.confirm(session, other);
    expect(now()).toEqual([[0, 0], [0, 0], [0, 500]]);
    told.book.confirm(session, speaker);
    expect(now()).toEqual([[0, 0], [0, 0], [500, 0]]);
  });
});

describe('A-10: count once', () => {
  const lecture = (combine: 'highest' | 'sum' | 'first') => [adopted(schemeOf([
    part('study', [rule('attend', fixed(200), { activities: ['mondayStudy', 'partyLecture'] }), rule('speak', fixed(500), { part: 'speaker', activities: ['partyLecture'] })], { combine }),
    part('service', [rule('hosting', fixed(100), { part: 'host', activities: [] })]),
  ]))];

  it.each([['highest', 600], ['sum', 800], ['first', 300]] as const)('within a part by %s, over parts each: %i', (combine, points) => {
    const told = story();
    const li = told.member(told.branchA);
    told.held(told.branchA, '2026-11-16', { activities: ['themePartyDay', 'partyLecture', 'mondayStudy'], present: [li], speakers: [li], host: li });
    expect(total(told, lecture(combine), li)).toBe(points);
  });
});

describe('A-16: periodic duties pay by share', () => {
  const byShare = [adopted(schemeOf([part('study', [rule('mondayShare', share(1600))])]))];

  it('gives 16.00 for 45 of 45, 14.86 for 26 of 28, and 14.34 after one more is missed', () => {
    const told = story();
    const office = told.member(told.branchB);
    const shift = told.member(told.branchA);
    const days = mondays('2026-01-01', '2026-12-31').slice(0, 49);
    for (const day of days.slice(0, 45)) told.held(told.branchB, day, { present: [office] });
    days.slice(0, 48).forEach((day, week) => {
      const session = told.held(told.branchA, day, week < 20 ? { present: [shift] } : week < 40 ? { excused: { [shift]: 'calledOut' } } : {});
      if (week >= 40 && week < 46) told.book.record('makeUp', { session, person: shift, day, way: 'replay' });
    });
    expect(total(told, byShare, office)).toBe(1600);
    expect(total(told, byShare, shift)).toBe(1486);
    told.held(told.branchA, days[48] ?? '');
    expect(total(told, byShare, shift)).toBe(1434);
  });

  it.each([
    ['renormalise', { study: 3600, total: 3600 }],
    ['zero', { study: 2000, total: 2000 }],
    ['required', { study: null, total: null }],
  ] as const)('without a basis goes the way of a missing part: %s', (missing, expected) => {
    const told = story();
    const person = told.member(told.branchA);
    const session = told.held(told.branchA, '2026-11-16', { activities: ['themePartyDay'], present: [person], sittings: [{ day: '2026-11-16', from: '00:00', to: '23:59' }] });
    const missingMonday = [adopted(schemeOf([part('study', [
      rule('mondayShare', share(1600)), rule('lifeShare', share(1200), { activities: ['themePartyDay'] }), rule('studyHours', hours(800, 12), { activities: ['themePartyDay'] }),
    ], { missing })]))];
    const found = told.evaluate(missingMonday).totals[0];
    expect(found).toMatchObject({ total: expected.total, parts: [{ part: 'study', value: expected.study }], gaps: missing === 'required' ? ['mondayShare'] : [] });
    expect(session).not.toBe('');
  });

  it('is no basis at all, and never zero, for whom nothing was expected', () => {
    const told = story();
    const person = told.member(told.branchA);
    expect(total(told, [adopted(schemeOf([part('study', [rule('mondayShare', share(1600))], { missing: 'renormalise' })]))], person)).toBeNull();
  });

  it('asks for hours by the months of membership', () => {
    const told = story();
    const byHours = [adopted(schemeOf([part('study', [rule('studyHours', hours(800, 32))])]))];
    const whole = told.member(told.branchA);
    const joined = told.member(told.branchA, { from: '2026-11-30' });
    const none = told.member(told.branchA, { stage: 'none' });
    for (const day of november) told.held(told.branchA, day, { present: [whole, none], late: [joined] });
    told.held(told.branchA, '2026-12-07', { present: [whole, joined] });
    // 12 of 32 hours; 1 (half an evening) and 2 of 32 × 2/12 hours; no points without membership.
    expect([whole, joined, none].map((person) => total(told, byHours, person))).toEqual([300, 450, undefined]);
  });
});

describe('A-15: period', () => {
  it('puts a session into the windows of its period and keeps people by its day', () => {
    const told = story();
    const person = told.member(told.branchA, { from: '2027-01-01' });
    told.held(told.branchA, '2027-01-15', { period: '2026-12', present: [person] });
    const perMonday = [adopted(schemeOf([part('study', [rule('perMonday', fixed(200), {}, [limit('ceiling', 150, 'month')])])]))];
    expect(told.evaluate(perMonday, '2027-01-31').values.map(({ window, value }) => [window, value])).toEqual([['2026-12', 200], ['2026-12', -50]]);
    expect(total(told, perMonday, person, '2027-01-31')).toBe(150);
  });

  it('pays a meeting of the year that is held in January by the version of that year', () => {
    const told = story();
    const person = told.member(told.branchA);
    told.held(told.branchA, '2027-01-15', { period: '2026-12', present: [person] });
    const perMonday = (each: number) => schemeOf([part('study', [rule('perMonday', fixed(each))])]);
    expect(total(told, [adopted(perMonday(200)), adopted(perMonday(300), '2027-01-01')], person, '2027-01-31')).toBe(200);
  });
});
