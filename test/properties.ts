import fc from 'fast-check';

/**
 * Checks a property on random cases. A failure prints seed and path; `ZHIBU_SEED` repeats a run, `ZHIBU_RUNS`
 * multiplies the number of cases (a night has more time than a change).
 */
export function always<Case>(cases: fc.Arbitrary<Case>, check: (one: Case) => void, runs: number): void {
  const seed = process.env['ZHIBU_SEED'];
  fc.assert(fc.property(cases, check), {
    numRuns: Math.max(1, Math.round(runs * Number(process.env['ZHIBU_RUNS'] ?? 1))),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
}
