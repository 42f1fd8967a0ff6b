import fc from 'fast-check';
import { expect } from 'vitest';
import type { Grade } from '#domain/schemes/format/result-shape.ts';
import { type Graded, gradesOf, type Grading } from '#domain/engine/grading.ts';
import { always } from '#test/properties.ts';

const label = { zh: '', en: '' };
const thresholds = { excellent: 9000, good: 8000, qualified: 6000 } as const;
/** Share of places as a fraction, and as a scheme writes it. */
const quotas = [{ above: 1n, below: 3n, text: '1/3' }, { above: 30n, below: 100n, text: '30%' }, { above: 125n, below: 1000n, text: '12.5%' }] as const;
type Quota = (typeof quotas)[number];

function gradesWith(quota: Quota | null): readonly Grade[] {
  return [
    { id: 'excellent', label, atLeast: thresholds.excellent, ...(quota === null ? {} : { quota: quota.text }) },
    { id: 'good', label, atLeast: thresholds.good },
    { id: 'qualified', label, atLeast: thresholds.qualified },
    { id: 'unqualified', label },
  ];
}
const rank = (grade: string | null | undefined): number => ['excellent', 'good', 'qualified', 'unqualified'].indexOf(grade ?? '');

/** Few scores and few keys, so that many are equal. */
const subjects: fc.Arbitrary<readonly Graded[]> = fc.array(fc.record({
  score: fc.option(fc.constantFrom(5900, 6000, 7999, 8000, 8999, 9000, 9000, 9200, 9200, 9500), { freq: 12 }),
  atMost: fc.constantFrom(null, null, null, null, 'qualified', 'out'),
  ties: fc.tuple(fc.nat(1)),
}), { minLength: 1, maxLength: 12 }).map((all) => all.map((one, index) => ({ ...one, id: `b${index}` })));
const gradings = fc.record({ all: subjects, quota: fc.constantFrom(...quotas), tied: fc.constantFrom<('decide' | 'togetherDown')[]>('decide', 'togetherDown') });

const gradeIn = ({ grades }: Grading, { id }: Graded) => grades.get(id);

always('P11: no quota is passed, no threshold undercut, no veto overcome; everybody assessed makes places', gradings, 400, ({ all, quota, tied }) => {
  const grading = gradesOf(gradesWith(quota), tied, all);
  // Floor of the quota × all, worked out in whole numbers without the engine.
  const places = Number((quota.above * BigInt(all.length) - ((quota.above * BigInt(all.length)) % quota.below)) / quota.below);
  expect(grading.places.get('excellent'), 'P11: the places are not the floor of the quota of all who are assessed').toBe(places);
  expect(all.filter((one) => gradeIn(grading, one) === 'excellent').length, 'P11: more than there are places').toBeLessThanOrEqual(places);
  for (const one of all) {
    const grade = gradeIn(grading, one);
    if (grade === 'excellent' || grade === 'good' || grade === 'qualified') expect(one.score, 'P11: below the threshold').toBeGreaterThanOrEqual(thresholds[grade]);
    if (one.score === null || one.atMost === 'out') expect(grade, 'P11: graded without a score').toBeNull();
    if (one.atMost === 'qualified' && grade !== null) expect(rank(grade), 'P11: better than the veto leaves').toBeGreaterThanOrEqual(rank('qualified'));
  }
});

const shuffled = fc.record({ one: gradings, keys: fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }) });
always('P11: grades do not depend on the order in which they are asked for', shuffled, 300, ({ one: { all, quota, tied }, keys }) => {
  const otherwise = all.map((one, at) => ({ one, key: keys[at] ?? 0 })).sort((left, right) => left.key - right.key).map(({ one }) => one);
  const [asTold, shuffledOnes] = [gradesOf(gradesWith(quota), tied, all), gradesOf(gradesWith(quota), tied, otherwise)];
  for (const one of all) expect(gradeIn(shuffledOnes, one), 'P11: the order of the list decides').toBe(gradeIn(asTold, one));
});

always('P11: what is equal to the last key has the same grade', gradings, 400, ({ all, quota, tied }) => {
  const grading = gradesOf(gradesWith(quota), tied, all);
  for (const one of all) {
    for (const other of all) {
      const alike = one.score === other.score && one.ties[0] === other.ties[0] && one.atMost === other.atMost;
      if (alike) expect(gradeIn(grading, other), 'P11: equals are parted').toBe(gradeIn(grading, one));
    }
  }
});

const raised = fc.record({ one: gradings, which: fc.nat(11), by: fc.constantFrom(1, 200, 1000) });
always('P11: a higher own score never lowers the own grade', raised, 400, ({ one: { all, quota, tied }, which, by }) => {
  const own = all[which % all.length];
  if (!own || own.score === null) return;
  const after = all.map((one) => (one === own ? { ...own, score: (own.score ?? 0) + by } : one));
  const [before, now] = [gradesOf(gradesWith(quota), tied, all), gradesOf(gradesWith(quota), tied, after)];
  // Where a body has to decide first there is no grade to compare.
  if (before.undecided || now.undecided) return;
  expect(rank(gradeIn(now, own)), 'P11: more points, a worse grade').toBeLessThanOrEqual(rank(gradeIn(before, own)));
});

always('P11: without the quota nobody is graded lower', gradings, 300, ({ all, quota, tied }) => {
  const [bounded, free] = [gradesOf(gradesWith(quota), tied, all), gradesOf(gradesWith(null), tied, all)];
  expect(free.undecided, 'P11: undecided without a quota').toBeNull();
  if (bounded.undecided) return;
  for (const one of all) expect(rank(gradeIn(free, one)), 'P11: lower without the quota').toBeLessThanOrEqual(rank(gradeIn(bounded, one)));
});

always('P11: whom the body chooses among equals takes the places left, and nobody else is touched', gradings, 300, ({ all, quota }) => {
  const open = gradesOf(gradesWith(quota), 'decide', all);
  if (!open.undecided) return;
  const { tied, places } = open.undecided;
  const chosen = tied.slice(0, places);
  const decided = gradesOf(gradesWith(quota), 'decide', all, new Map([['excellent', chosen]]));
  expect(decided.undecided).toBeNull();
  expect(chosen.every((id) => decided.grades.get(id) === 'excellent'), 'P11: chosen and not graded').toBe(true);
  expect(tied.slice(places).some((id) => decided.grades.get(id) === 'excellent'), 'P11: not chosen and graded').toBe(false);
});
