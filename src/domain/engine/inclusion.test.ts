import { describe, expect, it } from 'vitest';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import { mondays, type Story, story } from '#test/engine-story.ts';
import { adopted, hours, part, rule, schemeOf, share } from '#test/scheme-parts.ts';
import { explain } from './explain.ts';
import { read } from './reading.ts';
import { branch, member, type Subject } from './subject.ts';

const themeDays: Match = { activities: ['themePartyDay'] };
const indicator = (value: RuleValue, match: Match = themeDays, missing: 'required' | 'zero' | 'renormalise' = 'required') => [adopted(schemeOf([], {
  indicators: part('score', [{ ...rule('item', value), match }, rule('study', share(600))], { missing }),
}))];
const monthly: RuleValue = { kind: 'duty', full: 400, per: 'month' };

function grounds(told: Story, schemes: ReturnType<typeof indicator>, date = '2026-12-31', subject: Subject = branch(told.branchA)) {
  const found = explain(read({ schemes, log: told.book.entries, upTo: { seq: Infinity, date, period: date.slice(0, 7) } }), subject, 2026);
  const item = found?.children.find(({ id }) => id === 'item');
  return { total: found?.value, value: item?.value, how: item?.how, states: item?.children.map(({ how }) => (how.kind === 'counted' ? how.state : how.kind)) };
}
const included = (told: Story, organisation: string, from: string) => told.book.record('inclusion', { organisation, from });
const theme = (told: Story, day: string) => told.held(told.branchA, day, { activities: ['themePartyDay'] });

describe('before the day of inclusion', () => {
  it('a window is nobody’s gap, and one of which the day is a part is none either', () => {
    const told = story();
    included(told, told.branchA, '2026-10-15');
    theme(told, '2026-11-20');
    const { value, states } = grounds(told, indicator(monthly));
    expect(states, 'a month before the day of inclusion was a gap').toEqual([...Array<string>(10).fill('outside'), 'has', 'lacks']);
    expect(value).toBe(200);
  });

  it('the day of the nearest organisation above holds, and one’s own goes before it', () => {
    const told = story();
    included(told, told.committee, '2026-11-01');
    expect(grounds(told, indicator(monthly)).states?.filter((state) => state === 'lacks').length).toBe(2);
    included(told, told.branchA, '2026-01-01');
    expect(grounds(told, indicator(monthly)).states?.filter((state) => state === 'lacks').length).toBe(12);
  });

  it('an item is missing whatever the scheme says of missing shares: never a gap, never a zero', () => {
    const told = story();
    const person = told.member(told.branchA);
    included(told, told.branchA, '2026-11-15');
    told.held(told.branchA, '2026-11-16', { present: [person] });
    for (const missing of ['required', 'zero'] as const) {
      const { total, value, how } = grounds(told, indicator({ kind: 'duty', full: 400, per: 'quarter' }, themeDays, missing));
      expect([total, value, how], missing).toEqual([600, null, { kind: 'noBasis', missing: 'notIncluded' }]);
    }
    expect(grounds(told, indicator({ kind: 'duty', full: 400, per: 'quarter' }, themeDays, 'renormalise')).total).toBe(1000);
  });

  it('what was recorded counts all the same: an imported session is in the share of everybody', () => {
    const told = story();
    const [one, other] = [told.member(told.branchA), told.member(told.branchA)];
    for (const day of mondays('2026-01-01', '2026-03-31')) told.held(told.branchA, day, { present: [one], absent: [other] });
    const without = grounds(told, indicator(monthly)).total;
    included(told, told.branchA, '2026-11-01');
    const points = [adopted(schemeOf([part('p', [rule('item', share(1000))])]))];
    expect(grounds(told, indicator({ kind: 'duty', full: 400, per: 'quarter' }, themeDays)).total).toBe(300);
    expect(without).toBe(300);
    expect(explain(read({ schemes: points, log: told.book.entries, upTo: { seq: Infinity, date: '2026-12-31' } }), member(one), 2026)?.value).toBe(1000);
  });
});

describe('a quota of a longer window', () => {
  const quarterly = (atLeast: number): RuleValue => ({ kind: 'duty', full: 400, per: 'year', atLeast });

  it('is asked for the whole months of inclusion, rounded down', () => {
    const told = story();
    included(told, told.branchA, '2026-08-15');
    for (const day of ['2026-09-01', '2026-10-01']) theme(told, day);
    // September to December are 4 of 12 months: 6 × 4 ÷ 12 = 2; 8 × 4 ÷ 12 = 2.67, so 2; 9 × 4 ÷ 12 = 3.
    for (const [atLeast, state] of [[6, 'has'], [8, 'has'], [9, 'lacks']] as const) expect(grounds(told, indicator(quarterly(atLeast))).states, String(atLeast)).toEqual([state]);
  });

  it('is asked likewise of a branch that was founded or dissolved in the year, and a quota of one of whole windows only', () => {
    const told = story();
    told.book.amend('organisation', told.branchA, { category: '631', number: 'A1', name: 'A1', shortName: 'A1', founded: '2026-03-20', dissolved: '2026-09-30', placements: [{ parent: told.committee, from: '2026-03-20' }] });
    for (const day of ['2026-04-06', '2026-05-04']) theme(told, day);
    // April to September are 6 whole months, because the last day of all is a day on which it is there: 5 × 6 ÷ 12 = 2.5, so 2; 6 × 6 ÷ 12 = 3.
    expect(grounds(told, indicator(quarterly(5))).states).toEqual(['has']);
    expect(grounds(told, indicator(quarterly(6))).states).toEqual(['lacks']);
    expect(grounds(told, indicator(quarterly(1))).states).toEqual([]);
  });
});

it('hours of study are asked for the months of inclusion: 12 h over 3 of 12 months are 3 h', () => {
  const told = story();
  const person = told.member(told.branchA);
  included(told, told.branchA, '2026-10-20');
  told.held(told.branchA, '2026-11-02', { present: [person] });
  const schemes = [adopted(schemeOf([rule('item', hours(900, 12))]))];
  expect(grounds(told, schemes, '2026-12-31', member(person))).toMatchObject({ value: 600, how: { kind: 'hours', months: 3, minutes: 120 } });
});

it('what asks to be answered asks nothing before the day', () => {
  const told = story();
  const register = { id: 'mission', label: { zh: '', en: '' }, persons: 'none' as const, keptBy: 'branch' as const };
  const schemes = [adopted(schemeOf([], { registers: [register], indicators: part('score', [{ ...rule('item', { kind: 'answered', full: 400, to: { records: ['mission'] }, within: { after: 10 } }), match: themeDays }], { missing: 'required' }) }))];
  const mission = (day: string) => told.book.record('record', { register: 'mission', organisation: told.branchA, day, until: null, persons: [], values: {} });
  mission('2026-05-01');
  included(told, told.branchA, '2026-11-01');
  expect(grounds(told, schemes)).toMatchObject({ value: null, how: { missing: 'notIncluded' } });
  mission('2026-11-05');
  theme(told, '2026-11-06');
  expect(grounds(told, schemes)).toMatchObject({ value: 400, states: ['has'] });
});

it('who is to have something once a year is asked of whole years only', () => {
  const told = story();
  told.member(told.branchA);
  const value: RuleValue = { kind: 'members', full: 300, have: { times: 1 } };
  expect(grounds(told, indicator(value))).toMatchObject({ value: 0, states: ['lacks'] });
  included(told, told.branchA, '2026-02-01');
  expect(grounds(told, indicator(value))).toMatchObject({ value: null, states: ['outside'] });
});

it('hours of the year are asked of nobody, and of nobody met, before the first month of inclusion is over', () => {
  const told = story();
  told.member(told.branchA);
  included(told, told.branchA, '2026-11-01');
  const value: RuleValue = { kind: 'members', full: 300, have: { hours: 32 }, proRata: true };
  expect(grounds(told, indicator(value), '2026-11-27'), 'full marks for nothing').toMatchObject({ value: null, states: ['open'] });
  expect(grounds(told, indicator(value), '2026-11-30')).toMatchObject({ value: 0, states: ['lacks'] });
});

describe('before the day of inclusion was said', () => {
  const prompt: RuleValue = { kind: 'portion', full: 200, which: { enteredWithin: 7 } };
  const entered = (told: Story, day: string, on: string) => told.held(told.branchA, day, { activities: ['themePartyDay'] }, { on });
  const begun = (told: Story) => told.book.record('inclusion', { organisation: told.branchA, from: '2026-01-01' }, { on: '2026-11-20' });

  it('nobody could enter in time: what is imported is not asked for it, and what comes later is', () => {
    const told = story();
    entered(told, '2026-03-10', '2026-11-20');
    expect(grounds(told, indicator(prompt)).value, 'a bureau that began in November was late in March').toBe(0);
    begun(told);
    expect(grounds(told, indicator(prompt))).toMatchObject({ value: null, how: { kind: 'noBasis', missing: 'notIncluded' } });
    entered(told, '2026-11-22', '2026-11-24');
    expect(grounds(told, indicator(prompt)).value).toBe(200);
    entered(told, '2026-11-23', '2026-12-24');
    expect(grounds(told, indicator(prompt)).value).toBe(100);
  });

  it('whatever else is asked of it stands', () => {
    const told = story();
    entered(told, '2026-03-10', '2026-11-20');
    begun(told);
    expect(grounds(told, indicator({ kind: 'portion', full: 200, which: { complete: true } })).value).toBe(0);
  });

  it('nobody could file: self-checks and plans that were due by then are not asked for, and the next ones are', () => {
    const told = story();
    const filed = indicator({ kind: 'duty', full: 1200, per: 'month' }, { records: ['selfCheck'] });
    const planned = indicator({ kind: 'duty', full: 100, per: 'year' }, { records: ['targetPlan'], by: '01-31' });
    expect(grounds(told, filed, '2026-11-30').value, 'a bureau that began in November filed no January').toBe(0);
    begun(told);
    // October is filed until the end of November, and nine months could not be.
    expect(grounds(told, filed, '2026-11-30').states).toEqual([...Array<string>(9).fill('outside'), 'lacks', 'open']);
    expect(grounds(told, planned)).toMatchObject({ value: null, how: { kind: 'noBasis', missing: 'notIncluded' } });
  });
});
