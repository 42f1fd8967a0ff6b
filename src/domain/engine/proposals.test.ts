import { expect, it } from 'vitest';
import type { MemberClass } from '#domain/schemes/format/register-shape.ts';
import { mondays, type Story, story } from '#test/engine-story.ts';
import { adopted, fixed, part, rule, schemeOf, share } from '#test/scheme-parts.ts';
import { proposalsOf } from './proposals.ts';
import { pointsOf } from './subject-points.ts';
import { member } from './subject.ts';

const label = { zh: '', en: '' };
const care = { id: 'care', label, of: 'attend', below: 400, per: 'month' as const, running: 2, clause: '第十六条' };
const praise = { id: 'praise', label, of: 'attend', from: 800, per: 'month' as const, running: 3, clause: '第十六条' };
const ofYear = { id: 'low', label, of: 'total', below: 6000, per: 'year' as const, clause: '第十六条' };
const retired: MemberClass = { id: 'retired', label, staff: ['retired'], are: 'otherwise', parts: ['study'], clause: '第八条' };
const schemes = [adopted(schemeOf([part('study', [rule('attend', fixed(200))])], { proposals: [care, praise, ofYear], classes: [retired] }))];

/** Attends so many Mondays of each month from January on; all Mondays are held. */
function attending(told: Story, person: string, byMonth: readonly number[]): void {
  byMonth.forEach((times, at) => {
    const month = `2026-${String(at + 1).padStart(2, '0')}`;
    mondays(`${month}-01`, `${month}-28`).forEach((day, week) => told.held(told.branchA, day, { present: week < times ? [person] : [] }));
  });
}

/** Which proposals there are by a day, each with its windows and their values. */
function proposedBy(told: Story, person: string, date: string): [string, (string | number)[][]][] {
  const { reading } = told.evaluate(schemes, date);
  return proposalsOf(reading, pointsOf(reading, member(person)), 2026).map(({ proposal, windows }) => [proposal.id, windows.map(({ window, value }) => [window, value])]);
}

it('two months running below 4.00 propose a talk, once the second is over', () => {
  const told = story();
  const person = told.member(told.branchA);
  attending(told, person, [1, 1, 4]);
  expect(proposedBy(told, person, '2026-02-28')).toEqual([]);
  expect(proposedBy(told, person, '2026-03-01')).toEqual([['care', [['2026-01', 200], ['2026-02', 200]]]]);
});

it('three absences without a reason propose a talk as soon as the third is known; leave that was granted is none', () => {
  const told = story();
  const person = told.member(told.branchA);
  const talk = { id: 'talk', label, absentFrom: ['mondayStudy'], from: 300, per: 'year' as const, clause: '第八条' };
  const scheme = [adopted(schemeOf([part('study', [rule('attend', share(1600))])], { proposals: [talk] }))];
  const days = ['2026-03-02', '2026-03-09', '2026-03-16'].map((day) => told.held(told.branchA, day, { absent: [person] }));
  const by = (date: string) => {
    const { reading } = told.evaluate(scheme, date);
    return proposalsOf(reading, pointsOf(reading, member(person)), 2026).map(({ proposal, windows, facts }) => [proposal.id, windows[0]?.value, facts.length]);
  };
  expect(days).toHaveLength(3);
  expect(by('2026-03-15')).toEqual([]);
  expect(by('2026-03-17')).toEqual([['talk', 300, 3]]);
});

it('a better month ends the run, and each run is a proposal of its own', () => {
  const told = story();
  const person = told.member(told.branchA);
  attending(told, person, [1, 1, 4, 1, 2, 4, 4, 4, 4]);
  // April alone is below; May reaches 4.00, and June to September reach 8.00.
  expect(proposedBy(told, person, '2026-10-01')).toEqual([
    ['care', [['2026-01', 200], ['2026-02', 200]]], ['praise', [['2026-06', 800], ['2026-07', 800], ['2026-08', 800], ['2026-09', 800]]],
  ]);
});

it('a month in which nothing was earned is zero for who was here, and nothing for who was not', () => {
  const told = story();
  const person = told.member(told.branchA);
  attending(told, person, [4, 0, 0]);
  expect(proposedBy(told, person, '2026-04-01')).toEqual([['care', [['2026-02', 0], ['2026-03', 0]]]]);
  const later = told.member(told.branchA, { from: '2026-03-10' });
  expect(proposedBy(told, later, '2026-04-01')).toEqual([]);
});

it('a year is proposed when it is over, and who has no total is proposed for nothing', () => {
  const told = story();
  const [person, old] = [told.member(told.branchA), told.member(told.branchA, { staffKind: 'retired' })];
  attending(told, person, [4, 4]);
  const yearly = (date: string, who: string) => proposedBy(told, who, date).filter(([id]) => id === 'low');
  expect(yearly('2026-12-31', person)).toEqual([]);
  expect(yearly('2027-01-01', person)).toEqual([['low', [['2026', 1600]]]]);
  expect(proposedBy(told, old, '2027-01-01')).toEqual([]);
});

it('what has no basis is no low value', () => {
  const told = story();
  const person = told.member(told.branchA);
  const shares = [adopted(schemeOf([part('study', [rule('attend', share(1600))])], { proposals: [{ ...care, per: 'year', running: 1 }] }))];
  const { reading } = told.evaluate(shares, '2027-01-01');
  expect(proposalsOf(reading, pointsOf(reading, member(person)), 2026)).toEqual([]);
});
