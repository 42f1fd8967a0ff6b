import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faults } from '#test/blind/faults.ts';

test('what a planted fault replaces stands once in the source', () => {
  const astray = faults.filter(({ file, find }) => readFileSync(file, 'utf8').split(find).length !== 2).map(({ name, file }) => `${name}: ${file}`);
  expect(astray).toEqual([]);
});
