import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { corpusRows } from '#test/corpus-numbers.ts';

test('the ninety ways in which a file goes wrong stand there once each, in order, and say what shows them or why nothing does', () => {
  expect(corpusRows.map(({ no }) => no)).toEqual(Array.from({ length: 90 }, (_, at) => at + 1));
  expect(corpusRows.filter(({ shownBy, none }) => (shownBy.length === 0) === (none === undefined)).map(({ no }) => no)).toEqual([]);
});

test('every file and test that shows one is there', () => {
  const missing = corpusRows.flatMap(({ no, shownBy }) => shownBy.flatMap((it) => {
    const isThere = typeof it === 'string' ? existsSync(`test/corpus/${it}`) : readFileSync(it[0], 'utf8').includes(it[1]);
    return isThere ? [] : [`${no} ${String(it)}`];
  }));
  expect(missing).toEqual([]);
});
