import { describe, expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { gradesOf } from '#domain/engine/grading.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import { type Decided, deliberated } from './deliberation.ts';
import type { ReviewedBranch } from './review.ts';
import { takingPart } from './scoring.ts';

/** As in C.2: 优秀 from 90.00 for 30 %, 良好 from 80.00, 合格 from 60.00, 不合格. */
const result: Result = {
  id: 'branchYear', label: { zh: '支部年度考核', en: 'Year' }, of: 'branch', parts: [{ kind: 'total', id: 'daily', label: { zh: '日常', en: 'Daily' }, of: 'indicators' }],
  grades: [
    { id: 'excellent', label: { zh: '优秀', en: 'Excellent' }, atLeast: 9000, quota: '30%' }, { id: 'good', label: { zh: '良好', en: 'Good' }, atLeast: 8000 },
    { id: 'qualified', label: { zh: '合格', en: 'Qualified' }, atLeast: 6000 }, { id: 'unqualified', label: { zh: '不合格', en: 'Not qualified' } },
  ],
  tied: 'decide', ties: ['daily'],
};

const branch = (organisation: string, score: number | null, change: Partial<ReviewedBranch> = {}): ReviewedBranch => ({
  organisation, score, parts: [], gaps: [], vetoes: [], atMost: null, ties: [0], ungraded: null, groundsHash: '0'.repeat(64), proposed: null, grade: null, ...change,
});
/** Eight who take part make two places: 30 % of 8 is 2.4. */
const eight = [branch('a', 9500), branch('b', 9300), branch('c', 9200), branch('d', 8500), branch('e', 8100), branch('f', 7000), branch('g', 5900), branch('h', 9600, { atMost: 'qualified', vetoes: ['falsified'] })];
const nothing: Decided = { places: [], grades: [] };
const decide = (branches: readonly ReviewedBranch[], decided: Decided = nothing): Record<string, string | null> =>
  Object.fromEntries(deliberated(branches, result, decided, (id) => id).map(({ organisation, grade }) => [organisation, grade]));
function refusalOf(branches: readonly ReviewedBranch[], decided: Partial<Decided>): string {
  try {
    decide(branches, { ...nothing, ...decided });
  } catch (error) {
    if (error instanceof Refused) return error.refusal.name;
  }
  return 'carried out';
}
const grade = (organisation: string, to: string, reason = '有突出问题') => ({ grades: [{ organisation, grade: to, reason }] });

describe('机关党委研究', () => {
  it('takes the proposals over where it says nothing else', () => {
    expect(decide(eight)).toEqual({ a: 'excellent', b: 'excellent', c: 'good', d: 'good', e: 'good', f: 'qualified', g: 'unqualified', h: 'qualified' });
  });

  it('may go below a proposal with a reason, and give the free place to the next who meets the conditions', () => {
    const decided = { ...nothing, grades: [{ organisation: 'a', grade: 'good', reason: '发生责任事故' }, { organisation: 'c', grade: 'excellent', reason: '递补' }] };
    expect(decide(eight, decided)).toMatchObject({ a: 'good', b: 'excellent', c: 'excellent' });
    expect(deliberated(eight, result, decided, (id) => id).find((it) => it.organisation === 'a')).toMatchObject({ proposed: 'excellent', grade: 'good' });
  });

  it.each([
    { says: 'another grade without a reason', decided: grade('a', 'good', ' '), refusal: 'ReasonMissing' },
    { says: 'one place more than there are', decided: grade('c', 'excellent'), refusal: 'TooManyPlaces' },
    { says: 'a grade whose score is not reached', decided: { grades: [{ organisation: 'a', grade: 'good', reason: '让名额' }, { organisation: 'd', grade: 'excellent', reason: '有特色' }] }, refusal: 'GradeBelowScore' },
    { says: 'a grade above the veto', decided: grade('h', 'good'), refusal: 'GradeAboveVeto' },
    { says: 'a grade that the scheme does not have', decided: grade('a', 'outstanding'), refusal: 'BranchWithoutGrade' },
    { says: 'a branch that is not reviewed', decided: grade('z', 'good'), refusal: 'BranchWithoutGrade' },
    { says: 'a place where nobody is equal', decided: { places: [{ grade: 'excellent', organisations: ['c'], reason: '研究确定' }] }, refusal: 'PlaceNotTied' },
  ])('is refused $says', ({ decided, refusal }) => {
    expect(refusalOf(eight, decided)).toBe(refusal);
  });

  it('gives no grade to whom something is missing, nor to whom the year was too short', () => {
    const some = [...eight.slice(0, 6), branch('g', null, { gaps: ['panel'] }), branch('h', 9900, { ungraded: 'months' })];
    expect(decide(some)).toMatchObject({ g: null, h: null });
    expect(refusalOf(some, grade('g', 'good'))).toBe('BranchWithoutGrade');
    expect(refusalOf(some, grade('h', 'excellent'))).toBe('BranchWithoutGrade');
    // Seven take part: 30 % of 7 are two places still; of six it would be one.
    expect(decide([...some.slice(0, 5), ...some.slice(6)])).toMatchObject({ a: 'excellent', b: 'good' });
  });

  it('waits for who gets the last place among equals, who then have no proposal of the score', () => {
    const tied = eight.map((it) => (it.organisation === 'c' ? { ...it, score: 9300 } : it));
    expect(gradesOf(result.grades ?? [], 'decide', takingPart(tied)).undecided).toEqual({ grade: 'excellent', tied: ['b', 'c'], places: 1 });
    expect(refusalOf(tied, {})).toBe('TieUndecided');
    const place = (reason: string, organisations = ['c']) => ({ places: [{ grade: 'excellent', organisations, reason }] });
    expect(refusalOf(tied, place(''))).toBe('ReasonMissing');
    expect(refusalOf(tied, place('两个都给', ['b', 'c']))).toBe('TieUndecided');
    const after = deliberated(tied, result, { ...nothing, ...place('任务更重') }, (id) => id);
    expect(after.filter(({ organisation }) => 'abc'.includes(organisation)).map(({ proposed, grade: given }) => [proposed, given]))
      .toEqual([['excellent', 'excellent'], [null, 'good'], [null, 'excellent']]);
  });
});
