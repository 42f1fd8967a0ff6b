import fc from 'fast-check';
import { it } from 'vitest';

const MINUTE = 60_000;

/**
 * A test that a property holds for random cases. A failure prints seed and path; `ZHIBU_SEED` repeats a run,
 * `ZHIBU_RUNS` multiplies the number of cases (a night has more time than a change).
 */
export function always<Case>(name: string, cases: fc.Arbitrary<Case>, runs: number, check: (one: Case) => void): void {
  const numRuns = Math.max(1, Math.round(runs * Number(process.env['ZHIBU_RUNS'] ?? 1)));
  it(name, { timeout: 2 * MINUTE * Math.max(1, numRuns / runs) }, () => assertAlways(cases, numRuns, check));
}

/**
 * The same for cases that a database is needed for. A counter-example is a whole year and is not made smaller; the seed
 * says enough to see it again.
 */
export function alwaysOnDatabase<Case>(name: string, cases: fc.Arbitrary<Case>, runs: number, check: (one: Case) => Promise<void>): void {
  const numRuns = Math.max(1, Math.round(runs * Number(process.env['ZHIBU_RUNS'] ?? 1)));
  const seed = process.env['ZHIBU_SEED'];
  it(name, { timeout: 4 * MINUTE * Math.max(1, numRuns / runs) }, () => fc.assert(fc.asyncProperty(cases, check), {
    numRuns, endOnFailure: true, ...(seed === undefined ? {} : { seed: Number(seed) }),
    asyncReporter: async (run) => {
      if (run.failed) throw new Error(`ZHIBU_SEED=${run.seed}: ${run.errorInstance instanceof Error ? run.errorInstance.message : 'failed'}`);
    },
  }));
}

function assertAlways<Case>(cases: fc.Arbitrary<Case>, numRuns: number, check: (one: Case) => void): void {
  const seed = process.env['ZHIBU_SEED'];
  fc.assert(fc.property(cases, check), {
    numRuns,
    includeErrorInReport: true,
    // Making a year of a bureau small takes longer than anybody waits; whoever repeats a seed has asked for it.
    endOnFailure: seed === undefined,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
}
