import { expect, it } from 'vitest';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { planState, type Story, story } from '#test/engine-story.ts';
import { activity, part, rule, schemeOf, usualActivities } from '#test/scheme-parts.ts';
import type { UpTo } from './evaluation.ts';
import { explain } from './explain.ts';
import { read } from './reading.ts';
import { branch } from './subject.ts';

const label = { zh: '', en: '' };
const registers = ['oath', 'keyDate', 'reminder'].map((id) => ({ id, label, persons: 'none' as const, keptBy: 'branch' as const }));
const indicator = (value: RuleValue, match: Match): AdoptedScheme[] => [{
  from: '2026-01-01',
  scheme: schemeOf([], {
    registers, activities: [...usualActivities, activity('mondayMeeting', { weekday: 1 })],
    indicators: part('score', [{ ...rule('item', value), match }]),
  }),
}];

/** What the item is worth, and the states of what is counted in it. */
function measured({ book, branchA }: Story, schemes: AdoptedScheme[], date: string, period?: string) {
  const upTo: UpTo = { seq: Infinity, date, ...(period === undefined ? {} : { period }) };
  const item = explain(read({ schemes, log: book.entries, upTo }), branch(branchA), 2026)?.children[0];
  return { value: item?.value, states: item?.children.map(({ how }) => (how.kind === 'counted' ? how.state : how.kind)) };
}

const line = ({ book, branchA }: Story, register: string, day: string, period?: string) =>
  book.record('record', { register, organisation: branchA, day, until: null, persons: [], values: {} }, period === undefined ? {} : { period });

it('a window is due once its last day is over, and a month that is looked at as a whole is over', () => {
  const told = story();
  told.held(told.branchA, '2026-01-12', { activities: ['themePartyDay'] });
  const monthly = indicator({ kind: 'duty', full: 400, per: 'month' }, { activities: ['themePartyDay'] });
  expect(measured(told, monthly, '2026-02-28'), 'C.1: a window was due before it was over').toEqual({ value: 400, states: ['has', 'open'] });
  expect(measured(told, monthly, '2026-02-28', '2026-02')).toEqual({ value: 200, states: ['has', 'lacks'] });
  expect(measured(told, monthly, '2026-03-01')).toEqual({ value: 200, states: ['has', 'lacks', 'open'] });
});

it('what must be done by a day of the year is a gap from the day after, not from the end of the year', () => {
  const told = story();
  const oath = indicator({ kind: 'duty', full: 100, per: 'year' }, { records: ['oath'], by: '07-31' });
  expect(measured(told, oath, '2026-07-31')).toEqual({ value: null, states: ['open'] });
  expect(measured(told, oath, '2026-08-01')).toEqual({ value: 0, states: ['lacks'] });
  line(told, 'oath', '2026-08-01');
  expect(measured(told, oath, '2026-12-31')).toEqual({ value: 0, states: ['lacks'] });
  line(told, 'oath', '2026-07-31');
  expect(measured(told, oath, '2026-12-31')).toEqual({ value: 100, states: ['has'] });
});

it('what must carry a date by a day of the year is a gap from the day after as well', () => {
  const told = story();
  const named = indicator({ kind: 'duty', full: 100, per: 'year' }, { records: ['targetPlan'], where: { assignedOn: { by: '02-29' } } });
  const plan = told.book.record('targetPlan', planState(told.branchA, '2026-01-20'));
  expect(measured(told, named, '2026-02-28')).toEqual({ value: null, states: ['open'] });
  expect(measured(told, named, '2026-03-01'), 'a date that must stand in February is no gap in March').toEqual({ value: 0, states: ['lacks'] });
  told.book.amend('targetPlan', plan, planState(told.branchA, '2026-01-20', '2026-02-28'));
  expect(measured(told, named, '2026-03-01')).toEqual({ value: 100, states: ['has'] });
});

it('a self-check is filed in the month after its own, and is no gap until that month is over', () => {
  const told = story();
  const filed = indicator({ kind: 'duty', full: 150, per: 'month' }, { records: ['selfCheck'], where: { filed: ['onTime'] } });
  expect(measured(told, filed, '2026-01-31', '2026-01')).toEqual({ value: null, states: ['open'] });
  expect(measured(told, filed, '2026-02-28')).toEqual({ value: null, states: ['open', 'open'] });
  expect(measured(told, filed, '2026-03-01')).toEqual({ value: 0, states: ['lacks', 'open', 'open'] });
});

it('a lecture by a member is one of the branch’s own: a guest from another branch gives it none', () => {
  const told = story();
  const own = told.member(told.branchA);
  const guest = told.member(told.branchB);
  const bySelf = indicator({ kind: 'duty', full: 100, per: 'year' }, { activities: ['partyLecture'], speaker: 'ordinary' });
  told.held(told.branchA, '2026-03-02', { activities: ['partyLecture'], speakers: [guest] });
  expect(measured(told, bySelf, '2027-01-01').value).toBe(0);
  told.held(told.branchA, '2026-03-03', { activities: ['partyLecture'], speakers: [own] });
  expect(measured(told, bySelf, '2027-01-01').value).toBe(100);
});

it('A-10: an answer is given once, and as many questions as can be are answered', () => {
  const told = story();
  const reminded = indicator({ kind: 'answered', full: 300, to: { records: ['keyDate'] }, within: { before: 7 } }, { records: ['reminder'] });
  for (const day of ['2026-03-10', '2026-03-12', '2026-03-20']) line(told, 'keyDate', day);
  line(told, 'reminder', '2026-03-09');
  // One reminder lies before the first two dates and prepares one of them.
  expect(measured(told, reminded, '2026-12-31'), 'A-10: one answer was given twice').toEqual({ value: 100, states: ['has', 'lacks', 'lacks'] });
  line(told, 'reminder', '2026-03-04');
  expect(measured(told, reminded, '2026-12-31')).toEqual({ value: 200, states: ['has', 'has', 'lacks'] });
  line(told, 'reminder', '2026-03-12');
  line(told, 'reminder', '2026-03-21');
  expect(measured(told, reminded, '2026-12-31'), 'eight days before, and one day after').toEqual({ value: 200, states: ['has', 'has', 'lacks'] });
});

it('a weekly activity is asked once a week, on whatever day of it, and what is held today is held', () => {
  const told = story();
  const held = indicator({ kind: 'held', full: 400 }, { activities: ['mondayMeeting'] });
  const meet = (day: string, stage: 'held' | 'arranged' | 'notHeld') => told.held(told.branchA, day, { activities: ['mondayMeeting'], stage });
  meet('2026-03-02', 'held');
  meet('2026-03-09', 'notHeld');
  expect(measured(told, held, '2026-03-16')).toEqual({ value: 200, states: ['has', 'lacks'] });
  meet('2026-03-05', 'held');
  expect(measured(told, held, '2026-03-16').value, 'a second time in a week earns nothing').toBe(200);
  meet('2026-03-11', 'held');
  expect(measured(told, held, '2026-03-16').value, 'held on Wednesday instead').toBe(400);
  meet('2026-03-16', 'arranged');
  expect(measured(told, held, '2026-03-16').value, 'not due while the day lasts').toBe(400);
  expect(measured(told, held, '2026-03-17')).toEqual({ value: 267, states: ['has', 'has', 'lacks'] });
});

it('what was held and what was not are facts that one may open', () => {
  const told = story();
  told.held(told.branchA, '2026-03-02', { activities: ['mondayMeeting'] });
  told.held(told.branchA, '2026-03-09', { activities: ['mondayMeeting'], stage: 'notHeld' });
  const schemes = indicator({ kind: 'held', full: 400 }, { activities: ['mondayMeeting'] });
  const item = explain(read({ schemes, log: told.book.entries, upTo: { seq: Infinity, date: '2026-03-16' } }), branch(told.branchA), 2026)?.children[0];
  expect(item?.children.map(({ how }) => (how.kind === 'counted' ? how.opens : null)))
    .toEqual(told.book.entries.filter(({ kind }) => kind === 'session').map(({ factId }) => ({ kind: 'session', factId })));
});

it('A-7: a group that was dissolved or moved owes the months in which it belonged to the branch', () => {
  const told = story();
  const group = (number: string, dissolved: string | null, placements: { parent: string; from: string }[]) =>
    told.book.record('organisation', { category: '699', number, name: number, shortName: number, founded: '2020-01-01', dissolved, placements });
  const meet = (at: string, months: readonly string[]) => months.forEach((month) => told.held(at, `2026-${month}-10`, { activities: ['themePartyDay'] }));
  const monthly = indicator({ kind: 'duty', full: 1200, per: 'month', forEach: 'group' }, { activities: ['themePartyDay'] });
  // The group of every story never meets: 0 of 12.
  meet(group('A1-2', '2026-06-30', [{ parent: told.branchA, from: '2020-01-01' }]), ['01', '02', '03']);
  meet(group('A1-3', null, [{ parent: told.branchA, from: '2020-01-01' }, { parent: told.branchB, from: '2026-05-01' }]), ['01', '02', '06']);
  // 3 of 6 and 2 of 4, together 5 of 22.
  expect(measured(told, monthly, '2027-01-01').value).toBe(273);
});

it('A-7: who moves between his Party birthday and its marking is marked, whichever of his branches enters it', () => {
  const told = story();
  const marked: AdoptedScheme[] = [{
    from: '2026-01-01',
    scheme: schemeOf([], {
      registers: [{ id: 'birthdayMarked', label, persons: 'many', keptBy: 'branch' }], activities: usualActivities,
      indicators: part('score', [{ ...rule('item', { kind: 'answered', full: 200, to: { records: ['partyBirthday'] }, within: { same: 'month' }, eachPerson: true }), match: { records: ['birthdayMarked'] } }]),
    }),
  }];
  const person = told.member(told.branchA, { to: '2026-07-09' });
  told.member(told.branchB, { person, from: '2026-07-10' });
  told.book.record('particulars', { person, joinedParty: '2010-07-01', missing: 0 });
  expect(measured(told, marked, '2026-12-31')).toEqual({ value: 0, states: ['lacks'] });
  told.book.record('record', { register: 'birthdayMarked', organisation: told.branchB, day: '2026-07-18', until: null, persons: [{ person, as: null }], values: {} });
  expect(measured(told, marked, '2026-12-31'), 'A-7: a birthday was lost on the way').toEqual({ value: 200, states: ['has'] });
});
