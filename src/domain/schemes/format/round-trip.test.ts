import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomSchemeFile } from '#test/schemes/random-scheme.ts';
import { checkScheme, type CheckedScheme } from './check-scheme.ts';
import { printScheme } from './print-scheme.ts';
import type { Positions } from './problem.ts';

const nowhere: Positions = { word: () => ({ line: 1, column: 1 }), value: () => ({ line: 1, column: 1 }) };

function checked(file: unknown): CheckedScheme {
  const read = checkScheme(file, nowhere);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read;
}

it('a random valid scheme is accepted, and printing and reading it again gives the same scheme (P15)', { timeout: 60_000 }, () => {
  fc.assert(fc.property(randomSchemeFile, (file) => {
    const first = checked(file);
    const again = checked(printScheme(first.scheme, first.takesEffect));
    expect(again).toEqual(first);
  }), { numRuns: 100 });
});
