import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import { always } from '#test/properties.ts';
import { demandGrades, type GivenGrade, type ReviewedMember } from './grading-rules.ts';
import { regraded } from './regrading.ts';

const label = { zh: '优秀', en: 'excellent' };
const result: Result = {
  id: 'memberYear', label, of: 'member', missing: 'required', parts: [{ kind: 'total', id: 'memberTotal', label, of: 'points' }],
  vetoes: [{ id: 'decision', label, match: { records: ['decision'] }, atMost: 'qualified', clause: '第十四条' }],
  grades: [{ id: 'excellent', label, atLeast: 8500, quota: '1/3' }, { id: 'qualified', label }, { id: 'barely', label, decided: true }],
  tied: 'decide',
};
const person = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const member = (at: number, over: Partial<ReviewedMember> = {}): ReviewedMember => ({
  person: person(at), exempt: null, value: 9000, figures: [], groundsHash: '0'.repeat(64), vetoes: [], proposed: 'excellent', tied: false, grade: 'qualified', talkedOn: '2027-01-10', ...over,
});
const day = '2027-01-27';
const give = (at: number, grade: string, over: Partial<GivenGrade> = {}): GivenGrade => ({ person: person(at), grade, reason: '异议成立', talkedOn: '2027-01-26', ...over });
const outcome = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal.name;
    throw error;
  }
  return 'accepted';
};

describe('an upheld objection to a grade', () => {
  const six = Array.from({ length: 6 }, (_, at) => member(at, at < 1 ? { grade: 'excellent' } : {}));
  const full = six.map((one, at) => (at === 1 ? { ...one, grade: 'excellent' } : one));
  const cases: readonly [string, string, readonly ReviewedMember[], GivenGrade][] = [
    ['takes a place that is free: one of two is given among six', 'accepted', six, give(3, 'excellent')],
    ['takes no place that somebody has', 'NoPlaceLeft', full, give(3, 'excellent')],
    ['may lower a grade, which frees a place', 'accepted', full, give(1, 'qualified')],
    ['changes something', 'GradeStays', six, give(3, 'qualified')],
    ['goes under no threshold', 'GradeBelowThreshold', [...six.slice(0, 5), member(5, { value: 8499 })], give(5, 'excellent')],
    ['overcomes no veto', 'GradeAboveVeto', [...six.slice(0, 5), member(5, { vetoes: ['decision'] })], give(5, 'excellent')],
    ['is of somebody who is evaluated', 'PersonNotEvaluated', [...six.slice(0, 5), member(5, { exempt: 'longIllness', grade: null })], give(5, 'qualified')],
    ['needs a talk before a lower grade', 'GradeNeedsTalk', six, give(0, 'barely', { talkedOn: null })],
  ];
  it.each(cases)('%s: %s', (_, expected, members, given) => expect(outcome(() => regraded(result, members, given, day))).toBe(expected));

  it('says how many places there are, and what to do', () => {
    try {
      regraded(result, full, give(3, 'excellent'), day);
    } catch (error) {
      expect(error).toMatchObject({ refusal: { words: { zh: expect.stringContaining('参评 6 人的 1/3 取整为 2 人，已评 2 人') } } });
    }
    expect.assertions(1);
  });
});

interface Branch {
  readonly members: readonly ReviewedMember[];
  readonly at: number;
  readonly grade: string;
}
const branches: fc.Arbitrary<Branch> = fc.record({
  all: fc.array(fc.record({ value: fc.constantFrom(8000, 8500, 9200), best: fc.boolean(), exempt: fc.constantFrom(null, null, null, 'longIllness'), veto: fc.constantFrom(false, false, false, true) }), { minLength: 3, maxLength: 20 }),
  at: fc.nat(19), grade: fc.constantFrom('excellent', 'excellent', 'qualified', 'barely'),
}).map(({ all, at, grade }) => {
  let places = Math.floor(all.filter(({ exempt }) => exempt === null).length / 3);
  const members = all.map(({ value, best, exempt, veto }, place) => {
    const given = exempt === null && best && !veto && value >= 8500 && places > 0;
    if (given) places -= 1;
    return member(place, { value, exempt, vetoes: veto ? ['decision'] : [], grade: exempt === null ? (given ? 'excellent' : 'qualified') : null });
  });
  return { members, at: at % all.length, grade };
});
const meeting = { day, deciders: [person(91), person(92)], committee: [person(91), person(92), person(93)] };

always('P12: an upheld grade is the one the committee would have given from the start, and where it could not have, nothing changes', branches, 600, ({ members, at, grade }) => {
  const given = give(at, grade);
  if (members[at]?.grade === grade) return;
  const fromTheStart = members.map((one, place) => (place === at ? { ...one, grade: one.exempt === null ? grade : null } : one));
  const list = fromTheStart.filter(({ exempt }) => exempt === null).map((one): GivenGrade => ({ person: one.person, grade: one.grade ?? '', reason: '事实', talkedOn: '2027-01-10' }));
  const allowed = members[at]?.exempt === null && outcome(() => demandGrades(result, members, list, meeting)) === 'accepted';
  expect(outcome(() => regraded(result, members, given, day)) === 'accepted', 'P12: the correction and the grading do not allow the same').toBe(allowed);
  if (!allowed) return;
  const after = regraded(result, members, given, day);
  expect(after.map((one) => one.grade), 'P12: upheld is not the history in which the grade had been right').toEqual(fromTheStart.map((one) => one.grade));
  expect(after.filter((_, place) => place !== at), 'P12: the correction moved somebody else').toEqual(members.filter((_, place) => place !== at));
});

always('P11: however many objections are upheld, no more have the best grade than a third', fc.tuple(branches, fc.array(fc.nat(19), { maxLength: 12 })), 300, ([{ members }, upheld]) => {
  let now: readonly ReviewedMember[] = members;
  for (const at of upheld) {
    try {
      now = regraded(result, now, give(at % members.length, 'excellent'), day);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  const taking = now.filter(({ exempt }) => exempt === null).length;
  expect(now.filter(({ grade }) => grade === 'excellent').length, 'P11: objections passed the cap').toBeLessThanOrEqual(Math.floor(taking / 3));
});
