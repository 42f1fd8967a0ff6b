import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grounds, How } from '#domain/engine/evaluation.ts';
import { gradesOf, type Graded } from '#domain/engine/grading.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import { always } from '#test/properties.ts';
import { marginsOf, stepsIn } from './grade-margin.ts';
import { triedYears } from './tried-year.ts';

const words = (zh: string) => ({ zh, en: zh });
const node = (id: string, value: number | null, how: How, children: readonly Grounds[] = []): Grounds => ({ id, label: words(id), value, full: null, how, rule: null, children });
const measured = (id: string, full: number, part: number, whole: number): Grounds =>
  node(id, Math.round((full * part) / whole), { kind: 'measured', of: 'held', full, raisedFrom: null, raised: null, part, whole, unit: 'times', mark: null });

/** Study held 9 times of 12 for 4.00, a lecture each quarter for 2.00; daily marks weigh 80 %, the ballot 20 %. */
const daily = node('daily', 9000, { kind: 'sum' }, [measured('study', 400, 9, 12), measured('lectures', 200, 4, 4)]);
const ballot = node('ballot', 9500, { kind: 'noBasis', missing: 'required' });
const tree = node('year', 9100, { kind: 'weigh', weights: [{ id: 'daily', weight: 8000 }, { id: 'ballot', weight: 2000 }], spread: 10_000, missing: [] }, [daily, ballot]);

const result: Result = {
  id: 'branchYear', label: words('年度'), clause: null, of: 'branch', parts: [],
  grades: [{ id: 'excellent', label: words('优秀'), atLeast: 9100, quota: '1/3' }, { id: 'good', label: words('良好'), atLeast: 8000 }, { id: 'fair', label: words('一般') }],
} as never;
const graded = (scores: readonly number[]): Graded[] => scores.map((score, at) => ({ id: String(at), score, atMost: null, ties: [] }));

describe('one fact more or less', () => {
  it('is worth its share of the full mark through the weights above it, as often as it is there or missing', () => {
    expect(stepsIn(tree, -1)).toEqual([{ id: 'study', label: words('study'), each: 26, times: 9 }, { id: 'lectures', label: words('lectures'), each: 40, times: 4 }]);
    expect(stepsIn(tree, 1)).toEqual([{ id: 'study', label: words('study'), each: 26, times: 3 }]);
  });

  it('of what was not chosen, and of what has no basis, is worth nothing', () => {
    const chosen = node('either', 400, { kind: 'choose', take: 'higher', chosen: 'study' }, daily.children);
    expect(stepsIn(chosen, -1).map(({ id }) => id)).toEqual(['study']);
    expect(stepsIn(ballot, -1)).toEqual([]);
  });
});

describe('how far a grade is from another', () => {
  it('再差 0.13 分即良好: by the threshold of its own', () => {
    expect(marginsOf(result, graded([9112, 8500, 8200]), '0', tree).down).toEqual({ grade: 'good', distance: 13, facts: [{ id: 'lectures', label: words('lectures'), each: 40, times: 1 }] });
  });

  it('is told by who stands next, where a place is what lacks', () => {
    const { up, down } = marginsOf(result, graded([9300, 9250, 8200]), '1', tree);
    // One place of three: equal to the first nobody has it yet, so it takes one hundredth more.
    expect(up).toMatchObject({ grade: 'excellent', distance: 51, facts: [{ id: 'study', each: 26, times: 2 }] });
    expect(down).toMatchObject({ grade: 'fair', distance: 1251, facts: null });
  });

  it('has nothing above the best grade and nothing below the last', () => {
    expect(marginsOf(result, graded([9300, 7000]), '1', tree).down).toBeNull();
    expect(marginsOf(result, graded([9900, 9200, 8200]), '0', tree).up).toBeNull();
    expect(marginsOf(result, [{ id: '0', score: null, atMost: null, ties: [] }], '0', tree)).toEqual({ up: null, down: null });
  });
});

const cases = fc.record({ scores: fc.array(fc.integer({ min: 6000, max: 10_000 }), { minLength: 3, maxLength: 30 }), whose: fc.nat(29) });
always('the distance is the least that brings another grade, and the facts the fewest that reach it', cases, 200, ({ scores, whose }) => {
  const all = graded(scores);
  const own = all[whose % all.length];
  if (!own || own.score === null) return;
  const gradeAt = (score: number) => gradesOf(result.grades ?? [], 'decide', all.map((it) => (it.id === own.id ? { ...it, score } : it))).grades.get(own.id) ?? null;
  const { up, down } = marginsOf(result, all, own.id, tree);
  for (const [margin, sign] of [[up, 1], [down, -1]] as const) {
    if (margin === null) continue;
    expect(gradeAt(own.score + sign * margin.distance), 'the distance brings no other grade').toBe(margin.grade);
    expect(gradeAt(own.score + sign * (margin.distance - 1)), 'a smaller distance does as well').not.toBe(margin.grade);
    if (margin.facts === null) continue;
    const sum = margin.facts.reduce((total, { each, times }) => total + each * times, 0);
    expect(sum).toBeGreaterThanOrEqual(margin.distance);
    expect(sum - Math.min(...margin.facts.map(({ each }) => each)), 'one fact fewer reaches it').toBeLessThan(margin.distance);
  }
});

it('stands beside the grade of a branch in a trial, and where equals wait for a body it does not', () => {
  const side = (scores: readonly number[]) => ({ result, values: scores.map((value, at) => ({
    subject: String(at), year: 2026, value, gaps: [], vetoes: [], excluded: null, months: 12, grounds: { ...tree, value } })) });
  const [first] = triedYears(null, side([9112, 8500, 8200]));
  expect(first?.after).toMatchObject({ grade: words('优秀'), margins: { up: null, down: { grade: words('良好'), distance: 13, facts: [{ id: 'lectures', each: 40, times: 1 }] } } });
  expect(triedYears(null, side([9200, 9200, 8200])).map(({ after }) => after?.margins)).toEqual([null, null, null]);
});
