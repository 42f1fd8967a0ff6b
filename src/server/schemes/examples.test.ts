import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import { explain } from '#domain/engine/explain.ts';
import { resultOf } from '#domain/engine/results.ts';
import { branch, member } from '#domain/engine/subject.ts';
import { readFacts } from './read-facts.ts';
import { readScheme } from './read-scheme.ts';

// Three regulations of other organisations, written with the page about schemes at hand, and what each gives.

async function told(name: string) {
  const read = readScheme(readFileSync(`schemes/examples/${name}.yaml`, 'utf8'));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1));
  const facts = await readFacts('facts.yaml', readFileSync(`schemes/examples/${name}.facts.yaml`), read.scheme);
  if ('problems' in facts) throw new Error(JSON.stringify(facts.problems, null, 1));
  const { reading, totals } = evaluate({ schemes: [{ scheme: read.scheme, from: '2026-01-01' }], log: facts.log, upTo: { seq: facts.log.length, date: '2026-12-31' } });
  const idOf = (called: string): string => [...facts.names].find(([, known]) => known === called)?.[0] ?? '';
  return { scheme: read.scheme, warnings: read.warnings, reading, totals, idOf };
}

const partsOf = (grounds: ReturnType<typeof explain>) =>
  Object.fromEntries((grounds?.children ?? []).filter(({ how }) => how.kind !== 'base').map(({ id, value }) => [id, value]));

it('base 60 with caps: 15 studies capped at 12, notes 4, reflections 4 are 20; 4 meetings 12 and 12 theme days capped at 8 are 20', async () => {
  const { reading, totals, idOf, warnings } = await told('base-sixty');
  expect(partsOf(explain(reading, member(idOf('甲')), 2026))).toEqual({ learning: 2000, life: 2000 });
  // 2 × 2 + 0 + 2 × 1 = 6 and 3 + 3 × 2 = 9.
  expect(partsOf(explain(reading, member(idOf('乙')), 2026))).toEqual({ learning: 600, life: 900 });
  expect(['甲', '乙'].map((name) => totals.find(({ person }) => person === idOf(name))?.total)).toEqual([10_000, 7500]);
  expect(warnings.some(({ words }) => words.zh.includes('D-62')), 'marks for notes pass without a warning').toBe(true);
});

it('deductions only: 100 over seven aspects, and an aspect never below nothing', async () => {
  const { reading, idOf } = await told('deduct-only');
  const east = explain(reading, branch(idOf('东县局')), 2026);
  // 18 − 1.5, and 15 − 2 − 0.5: 100 − 4 = 96.
  expect(partsOf(east)).toMatchObject({ publicityMarks: 1650, trainingMarks: 1250 });
  expect(east?.value).toBe(9600);
  // 10 − 8 − 4 = −2, at least 0: 100 − 10 = 90.
  expect(explain(reading, branch(idOf('西县局')), 2026)?.value).toBe(9000);
});

it('categories of member: backbone 80 − 6 + 95 ÷ 100 × 20 = 93.00, each judged by the items of his own, the special left out', async () => {
  const { scheme, reading, totals, idOf } = await told('member-categories');
  const [result] = scheme.results;
  if (!result) throw new Error('The scheme has no result.');
  // 乙: 80 − 1.5 + 18 (what is asked of backbone members is not asked of him); 丙: 80 − 2 × 2 + 16.
  expect(['甲', '乙', '丙'].map((name) => resultOf(reading, result, idOf(name), 2026).value)).toEqual([9300, 9650, 9200]);
  expect(resultOf(reading, result, idOf('丁'), 2026)).toMatchObject({ value: null, gaps: [], excluded: 'special' });
  expect(totals.find(({ person }) => person === idOf('丁'))).toMatchObject({ total: null, excluded: 'special' });
});
