import fc from 'fast-check';
import { expect } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { gradesOf } from '#domain/engine/grading.ts';
import type { Grade, Result } from '#domain/schemes/format/result-shape.ts';
import { always } from '#test/properties.ts';
import { type Decided, deliberated } from './deliberation.ts';
import type { ReviewedBranch } from './review.ts';
import { takingPart } from './scoring.ts';

const label = { zh: '', en: '' };
const thresholds = { excellent: 9000, good: 8000, qualified: 6000 } as const;
const grades: readonly Grade[] = [
  { id: 'excellent', label, atLeast: thresholds.excellent, quota: '30%' }, { id: 'good', label, atLeast: thresholds.good }, { id: 'qualified', label, atLeast: thresholds.qualified }, { id: 'unqualified', label },
];
const result: Result = { id: 'branchYear', label, of: 'branch', parts: [{ kind: 'total', id: 'daily', label, of: 'indicators' }], grades: [...grades], tied: 'decide', ties: ['daily'] };

/** Few scores, so that many are equal at the line, and enough of them high. */
const branches: fc.Arbitrary<readonly ReviewedBranch[]> = fc.array(fc.record({
  score: fc.option(fc.constantFrom(5900, 8000, 9000, 9000, 9200, 9200, 9500, 9500), { freq: 12 }),
  atMost: fc.constantFrom(null, null, null, null, null, 'qualified', 'out'),
  ties: fc.tuple(fc.nat(1)),
  ungraded: fc.constantFrom<('months' | null)[]>(null, null, null, null, 'months'),
}), { minLength: 3, maxLength: 14 }).map((all) => all.map((one, at): ReviewedBranch => ({
  ...one, organisation: `b${at}`, ties: [...one.ties], parts: [], gaps: [], vetoes: [], groundsHash: '0'.repeat(64), proposed: null, grade: null })));

interface Meeting {
  readonly all: readonly ReviewedBranch[];
  readonly changes: readonly { readonly at: number; readonly grade: string }[];
  /** Which of those who are equal get the places. */
  readonly chosen: number;
}
const meetings: fc.Arbitrary<Meeting> = fc.record({
  all: branches, chosen: fc.nat(6),
  changes: fc.uniqueArray(fc.record({ at: fc.nat(13), grade: fc.constantFrom('excellent', 'excellent', 'good', 'qualified') }), { maxLength: 3, selector: ({ at }) => at }),
});

/** A body that settles the tie it meets, and then gives some another grade, as it likes. */
function decidedBy({ all, changes, chosen }: Meeting): Decided {
  const tie = gradesOf(grades, 'decide', takingPart(all)).undecided;
  const named = tie ? tie.tied.map((_, at) => tie.tied[(at + chosen) % tie.tied.length] ?? '').slice(0, tie.places) : [];
  return {
    places: tie ? [{ grade: tie.grade, organisations: named, reason: '研究确定' }] : [],
    grades: changes.flatMap(({ at, grade }) => (all[at] ? [{ organisation: all[at].organisation, grade, reason: '研究确定' }] : [])),
  };
}

always('P11: whatever a body decides, no quota is passed, no threshold undercut and no veto overcome', meetings, 600, (meeting) => {
  let after: readonly ReviewedBranch[];
  try {
    after = deliberated(meeting.all, result, decidedBy(meeting), (id) => id);
  } catch (error) {
    // A refusal is an answer; what is accepted must keep the rules.
    if (error instanceof Refused) return;
    throw error;
  }
  // Vetoed or not, whoever takes part makes places; floor of 30 % in whole numbers.
  const taking = after.filter(({ ungraded }) => ungraded === null);
  const places = (30 * taking.length - ((30 * taking.length) % 100)) / 100;
  expect(after.filter(({ grade }) => grade === 'excellent').length, 'P11: a body gave more places than there are').toBeLessThanOrEqual(places);
  for (const { score, grade, atMost, ungraded } of after) {
    if (grade === 'excellent' || grade === 'good' || grade === 'qualified') expect(score, 'P11: a body went below a threshold').toBeGreaterThanOrEqual(thresholds[grade]);
    if (atMost === 'qualified') expect(['qualified', 'unqualified', null], 'P11: a body overcame a veto').toContain(grade);
    if (score === null || atMost === 'out' || ungraded !== null) expect(grade, 'P11: graded without a score').toBeNull();
  }
});
