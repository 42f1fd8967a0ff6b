import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { FactState } from '#domain/facts/contract.ts';
import { explain } from '#domain/engine/explain.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { gradesOf } from '#domain/engine/grading.ts';
import { resultOf } from '#domain/engine/results.ts';
import { branch, member } from '#domain/engine/subject.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { mondays, type Story, story } from '#test/engine-story.ts';
import { brokenGrounds } from '#test/grounds-combine.ts';

const read = readScheme(readFileSync('schemes/dezhou.yaml', 'utf8'));
if ('problems' in read) throw new Error(JSON.stringify(read.problems));
const { scheme } = read;
const schemes = [{ scheme, from: '2026-01-01' }];
const memberYear = scheme.results.find(({ id }) => id === 'memberYear');
const branchYear = scheme.results.find(({ id }) => id === 'branchYear');
if (!memberYear || !branchYear) throw new Error('The sample has lost a result.');

type Values = FactState<'record'>['values'];
function enter(told: Story, register: string, day: string, { persons = [], values = {}, until = null, at = told.branchA }: {
  persons?: readonly string[]; values?: Values; until?: string | null; at?: string;
} = {}): string {
  return told.book.record('record', { register, organisation: at, day, until, persons: persons.map((person) => ({ person, as: null })), values });
}

function handOut(told: Story, person: string, day: string, until: string, handedInOn: string): void {
  told.book.record('assignment', { organisation: told.branchA, person, day, until, stage: 'accepted', handedInOn });
}

/**
 * The worked example of C.5. Monday: 48 held, 20 not counted, 20 attended, 6 made up: 16 × 26/28 = 14.86. Organisational
 * life 29 of 30: 11.60. More than 32 hours: 8.00. One lecture: 2.00. Study 36.46.
 */
function workedYear(): { told: Story; person: string } {
  const told = story();
  const person = told.member(told.branchA);
  mondays('2026-01-01', '2026-12-31').slice(0, 48).forEach((day, week) => {
    if (week < 20) told.held(told.branchA, day, { present: [person] });
    else if (week < 40) told.held(told.branchA, day, { excused: { [person]: 'urgentTask' } });
    else {
      const session = told.held(told.branchA, day);
      if (week < 46) told.book.record('makeUp', { session, person, day, way: 'reading' });
    }
  });
  for (let meeting = 0; meeting < 30; meeting += 1) {
    const day = `2026-${String(1 + (meeting % 12)).padStart(2, '0')}-${String(10 + Math.floor(meeting / 12)).padStart(2, '0')}`;
    const lecture = meeting === 0 ? { activities: ['themePartyDay', 'partyLecture'], speakers: [person] } : { activities: ['themePartyDay'] };
    told.held(told.branchA, day, { ...lecture, ...(meeting < 29 ? { present: [person] } : {}) });
  }
  for (const [quarter, day] of ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].entries()) {
    enter(told, 'postAppraisal', day, { persons: [person], values: { level: 'done' } });
    handOut(told, person, day.replace(/\d\d$/, '01'), day, day);
    if (quarter === 0) handOut(told, person, '2026-02-01', '2026-02-10', '2026-02-12');
  }
  enter(told, 'mission', '2026-05-01', { persons: [person], until: '2026-05-20', values: { name: '#0000000000000001', sort: 'security' } });
  enter(told, 'volunteer', '2026-03-05', { persons: [person], values: { service: '#0000000000000002' } });
  enter(told, 'volunteer', '2026-04-05', { persons: [person], values: { service: '#0000000000000003' } });
  enter(told, 'honour', '2026-07-01', { persons: [person], values: { level: 'thirdMerit', document: '#0000000000000004' } });
  return { told, person };
}

function at(grounds: Grounds, id: string): Grounds {
  const found = below(grounds, id);
  if (!found) throw new Error(`no ${id} in these grounds`);
  return found;
}

function below(grounds: Grounds, id: string): Grounds | null {
  return grounds.id === id ? grounds : grounds.children.reduce<Grounds | null>((found, child) => found ?? below(child, id), null);
}

it('C.5: study 36.46, discipline 30.00, tasks 25.50, a third-class merit 2.00, together 93.96', () => {
  const { told, person } = workedYear();
  const { reading, totals } = told.evaluate(schemes);
  const grounds = explain(reading, member(person), 2026);
  if (!grounds) throw new Error('no scheme in force');
  expect(['mondayStudyShare', 'organisationLifeShare', 'yearlyStudyHours', 'lecture', 'study'].map((id) => at(grounds, id).value)).toEqual([1486, 1160, 800, 200, 3646]);
  expect(at(grounds, 'discipline').value).toBe(3000);
  // 18 + 4 × 1.00 + 1 × 0.50 + 2.00 (20 days) + 2 × 0.50
  expect(['postDuty', 'assigned', 'missions', 'volunteering', 'task'].map((id) => at(grounds, id).value)).toEqual([1800, 450, 200, 100, 2550]);
  expect(totals.find((one) => one.person === person)?.total).toBe(9396);
  expect(brokenGrounds(grounds)).toEqual([]);
});

it('C.5: ballots 88.00 and 92.50 come to 89.35, the year to 92.12, rounded once at the end', () => {
  const { told, person } = workedYear();
  enter(told, 'memberBallot', '2026-12-22', { persons: [person], values: { excellent: 9, qualified: 10, barely: 1, unqualified: 0, abstained: 2 } });
  enter(told, 'massBallot', '2026-12-22', { persons: [person], values: { excellent: 5, qualified: 3, barely: 0, unqualified: 0 } });
  const { reading } = told.evaluate(schemes);
  const result = resultOf(reading, memberYear, person, 2026);
  expect(['partyBallots', 'massBallots', 'appraisal'].map((id) => at(result.grounds, id).value)).toEqual([8800, 9250, 8935]);
  expect(result.value).toBe(9212);
});

it('C.5: with fewer than five ballots of others the members decide alone: 0.6 × 93.96 + 0.4 × 88.00 = 91.576 → 91.58', () => {
  const { told, person } = workedYear();
  enter(told, 'memberBallot', '2026-12-22', { persons: [person], values: { excellent: 9, qualified: 10, barely: 1, unqualified: 0 } });
  enter(told, 'massBallot', '2026-12-22', { persons: [person], values: { excellent: 4, qualified: 0, barely: 0, unqualified: 0 } });
  expect(resultOf(told.evaluate(schemes).reading, memberYear, person, 2026).value).toBe(9158);
});

it('C.5: to whom nothing was handed out, and who was never called up, loses nothing: 18 + 1 of 20 become 28.50 of 30', () => {
  const told = story();
  const person = told.member(told.branchA);
  told.held(told.branchA, '2026-03-02', { present: [person] });
  enter(told, 'postAppraisal', '2026-03-31', { persons: [person], values: { level: 'done' } });
  enter(told, 'volunteer', '2026-03-05', { persons: [person], values: { service: '#0000000000000002' } });
  enter(told, 'volunteer', '2026-04-05', { persons: [person], values: { service: '#0000000000000003' } });
  const grounds = explain(told.evaluate(schemes).reading, member(person), 2026);
  // 18 × 30/20 = 27.00 and 1.00 × 30/20 = 1.50.
  expect(grounds && ['postDuty', 'volunteering', 'task'].map((id) => at(grounds, id).value)).toEqual([2700, 150, 2850]);
});

it('C.5: a decision takes from the base, of one matter the heaviest alone, and never below zero', () => {
  const told = story();
  const person = told.member(told.branchA);
  const decide = (level: string, document: string) => enter(told, 'disciplineDecision', '2026-05-04', { persons: [person], values: { level, document } });
  const discipline = () => {
    const grounds = explain(told.evaluate(schemes).reading, member(person), 2026);
    return grounds && at(grounds, 'discipline').value;
  };
  expect(discipline()).toBe(3000);
  decide('circular', '#000000000000000a');
  decide('warning', '#000000000000000a');
  expect(discipline()).toBe(1800);
  decide('removal', '#000000000000000b');
  expect(discipline()).toBe(0);
});

it('A-9: a decision or honour that its subject entered himself counts only once another stands for it', () => {
  const { told, person } = workedYear();
  const own = told.book.record('record', {
    register: 'honour', organisation: told.branchA, day: '2026-08-01', until: null, persons: [{ person, as: null }],
    values: { level: 'firstMerit', document: '#0000000000000009' },
  }, { by: person, standing: 'proposed' });
  const total = () => told.evaluate(schemes).totals.find((one) => one.person === person);
  expect(total()?.total).toBe(9396);
  told.book.confirm(own, told.member(told.branchA));
  // The highest of the year alone: 5.00 instead of 2.00.
  expect(total()?.total).toBe(9696);
});

it('C.5: who is not appraised by rule has no total, and the retired are shown their study alone', () => {
  const { told, person } = workedYear();
  enter(told, 'specialStatus', '2026-10-01', { persons: [person], values: { ground: 'longIllness' }, at: told.committee });
  const { totals, reading } = told.evaluate(schemes);
  expect(totals.find((one) => one.person === person)).toMatchObject({ total: null, gaps: [], excluded: 'underReview' });
  expect(explain(reading, member(person), 2026)?.how).toEqual({ kind: 'excluded', class: 'underReview', clause: '第八条第三项' });
  const retired = told.member(told.branchB, { staffKind: 'retired' });
  told.held(told.branchB, '2026-03-09', { activities: ['themePartyDay'], present: [retired] });
  const old = told.evaluate(schemes).totals.find((one) => one.person === retired);
  expect(old).toMatchObject({ total: null, excluded: 'retired' });
  expect(old?.parts.find(({ part }) => part === 'discipline')?.value).toBe(0);
});

it('C.2: everyday 91.40 × 0.70, work report 17.40, panel 9.00 and a bonus of 1 come to 91.38', () => {
  const told = story();
  const { reading } = told.evaluate(schemes);
  expect(resultOf(reading, branchYear, told.branchA, 2026)).toMatchObject({ value: null, gaps: expect.arrayContaining(['reportBallots', 'panel']) });
  const { grounds } = resultOf(reading, branchYear, told.branchA, 2026);
  expect(grounds.how).toEqual({ kind: 'weigh', weights: [{ id: 'daily', weight: 7000 }, { id: 'reportBallots', weight: 10000 }, { id: 'panel', weight: 10000 }, { id: 'bonus', weight: 10000 }], spread: 10000, missing: [] });
  // 91.40 × 0.70 = 63.98, and 63.98 + 26.40 + 1.00 = 91.38.
  enter(told, 'workReport', '2026-12-20', { values: { good: 8, fairlyGood: 0, ordinary: 1, poor: 1 } });
  for (const judge of ['1', '2', '3']) enter(told, 'panelMark', '2026-12-21', { values: { judge: `#000000000000000${judge}`, mark: 900 } });
  enter(told, 'collectiveHonour', '2026-07-01', { values: { level: 'bureau', document: '#000000000000000c', matter: '#000000000000000d' } });
  enter(told, 'collectiveHonour', '2026-08-01', { values: { level: 'bureau', document: '#000000000000000e', matter: '#000000000000000d' } });
  const marked = resultOf(told.evaluate(schemes).reading, branchYear, told.branchA, 2026).grounds;
  // (8 × 1 + 1 × 0.6) ÷ 10 × 20 = 17.20; the mean of three nines; the same matter once.
  expect(['reportBallots', 'panel', 'bonus'].map((id) => at(marked, id).value)).toEqual([1720, 900, 100]);
});

it('C.2: of 29 branches 8 may be excellent, and the last place of equals waits for the organs committee', () => {
  const grades = branchYear.grades ?? [];
  const scores = Array.from({ length: 29 }, (_, index) => ({ id: `b${index}`, score: index < 9 ? 9500 - Math.min(index, 7) * 10 : 8500 - index, atMost: index === 0 ? 'branchQualified' : null, ties: [0] }));
  const graded = gradesOf(grades, 'decide', scores);
  expect(graded.places.get('branchExcellent')).toBe(8);
  // The first is vetoed down to qualified; b1 to b6 are safe, b7 and b8 are equal and two places are left for them.
  expect([...graded.grades].filter(([, grade]) => grade === 'branchExcellent').map(([id]) => id)).toEqual(['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8']);
  const crowded = gradesOf(grades, 'decide', scores.map((one) => ({ ...one, atMost: null })));
  expect(crowded.undecided).toEqual({ grade: 'branchExcellent', tied: ['b7', 'b8'], places: 1 });
});

it('a branch without a single fact has its base, raised by what does not apply, and gaps', () => {
  const told = story();
  told.member(told.branchB);
  const grounds = explain(told.evaluate(schemes).reading, branch(told.branchB), 2026);
  if (!grounds) throw new Error('no scheme in force');
  // No key date was announced: its 3.00 of the 12.00 goes to the others, 5.00 × 12/9.
  expect(at(grounds, 'obeying').value).toBe(667);
  // Eleven months are over; December is, on its last day, not yet.
  expect(at(grounds, 'themeDays')).toMatchObject({ value: 0, how: { kind: 'measured', part: 0, whole: 110_000, unit: 'windows' } });
  expect(at(grounds, 'committeeMeetings').how).toEqual({ kind: 'noBasis', missing: 'renormalise' });
});
