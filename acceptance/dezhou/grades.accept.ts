import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gradesOf, type Graded } from '#domain/engine/grading.ts';
import { parseHundredths } from '#domain/points/hundredths.ts';
import { scheme } from './the-year.ts';

const found = scheme.results.find(({ id }) => id === 'branchYear');
if (!found) throw new Error('the sample has lost the result branchYear');
const { grades = [], tied = 'decide' } = found;

/** The rows of section 4: eight branches, those who are 优秀, and why. */
const rows = readFileSync(join(import.meta.dirname, 'expected.md'), 'utf8').split('\n## 4.')[1]?.split('\n')
  .filter((line) => /^\| \d/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())) ?? [];

function graded(cell: string, at: number): Graded {
  const [score, everyday] = /^([\d.]+) \(([\d.]+)\)$/.exec(cell)?.slice(1).map(parseHundredths) ?? [];
  if (typeof score !== 'number' || typeof everyday !== 'number') throw new Error(`a branch is written 95.00 (93), not ${cell}`);
  return { id: 'abcdefgh'[at] ?? '', score, atMost: null, ties: [everyday] };
}

it.each(rows.map((row) => [row[9] ?? '', row[8] ?? '', row.slice(0, 8)] as const))('%s: %s', (_, excellent, branches) => {
  const { grades: given } = gradesOf(grades, tied, branches.map(graded));
  expect([...given].filter(([, grade]) => grade === 'branchExcellent').map(([id]) => id).join(' ')).toBe(excellent);
});
