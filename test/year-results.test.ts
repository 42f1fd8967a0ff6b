import { expect, it } from 'vitest';
import { proposalsOf } from '#domain/engine/proposals.ts';
import { resultOf } from '#domain/engine/results.ts';
import { member } from '#domain/engine/subject.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { gradesOfYear } from '#domain/engine/year-grades.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import { branchYear, type BranchYear, enter, readYear, scheme } from '#test/branch-year.ts';
import { decide, honour, memberYear, type MemberYear } from '#test/member-year.ts';

function resultCalled(id: string): Result {
  const found = scheme.results.find((one) => one.id === id);
  if (!found) throw new Error(`The sample has lost its result ${id}.`);
  return found;
}
const branchResult = resultCalled('branchYear');
const memberResult = resultCalled('memberYear');

/** Ballots on the work report 8, 0, 1, 1: (8 × 1 + 1 × 0.6) ÷ 10 × 20 = 17.20; three sheets of 9.00. */
function judge(year: BranchYear, organisation = year.branchA): void {
  enter(year, 'workReport', '2027-01-22', { values: { good: 8, fairlyGood: 0, ordinary: 1, poor: 1 }, at: organisation, entering: { period: '2026-12' } });
  for (const judge of ['1', '2', '3']) enter(year, 'panelMark', '2026-12-21', { values: { judge: `#000000000000000${judge}`, mark: 900 }, at: organisation });
}
const collective = (year: BranchYear, level: string, matter: string, day = '2026-07-01') =>
  enter(year, 'collectiveHonour', day, { values: { level, document: '#00000000000000c9', matter } });

it('C.2: everyday 66.47 × 0.70, report 17.20 and panel 9.00 come to 72.729', () => {
  const year = branchYear();
  judge(year);
  // 7.20 + 12.05 + 15.60 + 5.34 + 8.50 + 7.61 + 5.50 + 4.67 = 66.47; 46.529 + 26.20 = 72.729.
  const result = resultOf(readYear(year), branchResult, year.branchA, 2026);
  expect(result).toMatchObject({ value: 7273, gaps: [], vetoes: [], months: 12 });
  expect(gradesOfYear(readYear(year), branchResult, [year.branchA], 2026).grading.grades.get(year.branchA)).toBe('branchQualified');
});

it('C.2: collective honours add the highest of each matter, and three at most', () => {
  const year = branchYear();
  judge(year);
  const value = () => resultOf(readYear(year), branchResult, year.branchA, 2026).value;
  collective(year, 'bureau', '#00000000000000d1');
  expect(value()).toBe(7373);
  collective(year, 'city', '#00000000000000d1');
  expect(value(), 'the same matter, higher').toBe(7473);
  collective(year, 'city', '#00000000000000d2');
  expect(value(), 'another matter: 4.00, of which 3.00').toBe(7573);
  collective(year, 'province', '#00000000000000d3', '2027-01-05');
  expect(value(), 'of the next year').toBe(7573);
});

it('C.2: the report of January counts for the year to which it belongs, and is a gap before', () => {
  const year = branchYear();
  judge(year);
  expect(resultOf(readYear(year, '2027-01-21'), branchResult, year.branchA, 2026)).toMatchObject({ value: null, gaps: ['reportBallots'] });
  // December's self-check may be filed until the end of January: 9 of 11 make 6.2 worth 2.53, the everyday score 66.57.
  expect(resultOf(readYear(year, '2027-01-22'), branchResult, year.branchA, 2026).value).toBe(7280);
  expect(gradesOfYear(readYear(year, '2027-01-21'), branchResult, [year.branchA], 2026).grading.grades.get(year.branchA)).toBeNull();
});

it('C.2: a veto leaves no more than qualified, and only by a decision of the organs committee', () => {
  const year = branchYear();
  judge(year);
  const vetoed = enter(year, 'branchVeto', '2026-12-28', { values: { ground: 'falsified', document: '#00000000000000f9' } });
  const { vetoes, value } = resultOf(readYear(year), branchResult, year.branchA, 2026);
  expect([vetoes.map(({ veto, facts }) => [veto.atMost, facts]), value]).toEqual([[['branchQualified', [vetoed]]], 7273]);
});

function ballots(year: MemberYear, excellent: number, qualified: number, unqualified = 0): void {
  enter(year, 'memberBallot', '2026-12-22', { persons: [year.person], values: { excellent, qualified, barely: 0, unqualified } });
}

it('C.5: points of 73.00 and members’ ballots of 95.00 come to 81.80, which is qualified', () => {
  const year = memberYear();
  ballots(year, 15, 5);
  // (15 + 5 × 0.8) ÷ 20 = 95.00; 0.6 × 73.00 + 0.4 × 95.00 = 43.80 + 38.00.
  expect(resultOf(readYear(year), memberResult, year.person, 2026).value).toBe(8180);
  expect(gradesOfYear(readYear(year), memberResult, [year.person], 2026).grading.grades.get(year.person)).toBe('memberQualified');
});

it('C.5: of three who reach 85.00 a third is excellent, and none with a decision in force', () => {
  const year = memberYear();
  // The honour of first class adds 4.00: 77.00; 0.6 × 77.00 + 0.4 × 100.00 = 86.20.
  honour(year, 'firstMerit', '#00000000000000e9');
  ballots(year, 20, 0);
  const all = [year.person, year.other, year.member(year.branchA)];
  const graded = gradesOfYear(readYear(year), memberResult, all, 2026);
  expect(graded.values[0]?.value).toBe(8620);
  expect(graded.grading.places.get('memberExcellent')).toBe(1);
  // The circular of April stands in the year.
  expect(graded.grading.grades.get(year.person)).toBe('memberQualified');
  year.book.withdraw(year.book.entries.find((entry) => entry.kind === 'record' && entry.state.register === 'disciplineDecision')?.factId ?? '');
  const clean = gradesOfYear(readYear(year), memberResult, all, 2026);
  // 5.00 back: 82.00; 49.20 + 40.00.
  expect([clean.values[0]?.value, clean.grading.grades.get(year.person)]).toEqual([8920, 'memberExcellent']);
});

it('C.5: who stayed away from the organisational-life meeting without a reason is not excellent; leave and make-up are reasons', () => {
  const year = memberYear();
  const vetoes = () => resultOf(readYear(year), memberResult, year.person, 2026).vetoes.map(({ veto }) => veto.id);
  const held = (attending: object) => year.held(year.branchA, '2027-01-14', { activities: ['criticismMeeting'], period: '2026-12', ...attending });
  const missed = held({ absent: [year.person] });
  expect(vetoes()).toEqual(['inForceDecision', 'absentFromLife']);
  year.book.withdraw(missed);
  const onLeave = held({ marks: [{ person: year.person, mark: 'absent', reason: 'personalLeave', sitting: 0 }] });
  expect(vetoes(), 'leave that was granted').toEqual(['inForceDecision']);
  year.book.withdraw(onLeave);
  const session = held({ absent: [year.person] });
  year.book.record('makeUp', { session, person: year.person, day: '2027-01-20', way: 'reading' });
  expect(vetoes(), 'made up').toEqual(['inForceDecision']);
});

it('C.5: barely and not qualified are decided and never proposed by a score', () => {
  const year = memberYear();
  ballots(year, 0, 0, 20);
  const graded = gradesOfYear(readYear(year), memberResult, [year.person, year.other], 2026);
  expect(graded.values[0]?.value).toBeLessThan(6000);
  expect(graded.grading.grades.get(year.person)).toBe('memberQualified');
});

it('C.5: bands are proposed when the year is over, for care and not for rank', () => {
  const year = memberYear();
  const all = (date: string) => proposalsOf(readYear(year, date), pointsOf(readYear(year, date), member(year.person)), 2026).map(({ proposal: { id } }) => id);
  // He was absent more than three times, for which a talk is proposed at once.
  const proposed = (date: string) => all(date).filter((id) => id !== 'absenceTalk');
  expect(all('2026-12-31')).toEqual(['absenceTalk']);
  expect(proposed('2027-01-01'), '73.00 lies between').toEqual([]);
  decide(year, 'removal', '#00000000000000b9');
  // 0 + 30 + 18 + 1 = 49.00.
  expect(proposed('2026-12-31'), 'not before the year is over').toEqual([]);
  expect(proposed('2027-01-01')).toEqual(['careTalk']);
  enter(year, 'specialStatus', '2026-10-01', { persons: [year.person], values: { ground: 'longIllness' }, at: year.committee });
  expect(all('2027-01-01'), 'who is not appraised is proposed for nothing').toEqual([]);
});
