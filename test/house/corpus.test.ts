import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { corpusRows, corpusTables, tablesOf } from '#test/corpus-numbers.ts';

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

test('each table shows each of them, or it is said why it need not', () => {
  const open = corpusRows.filter(({ none, forAll }) => none === undefined && forAll === undefined).flatMap(({ no, what, shownBy, notIn = {} }) => {
    const shown = new Set(shownBy.flatMap(tablesOf));
    return corpusTables.filter((table) => shown.has(table) === (notIn[table] !== undefined)).map((table) => `${no} ${what}: ${table}`);
  });
  expect(open).toEqual([]);
});

test('a test that shows one says of which tables', () => {
  expect(corpusRows.filter(({ forAll }) => forAll === undefined).flatMap(({ no, shownBy }) => shownBy.filter((it) => tablesOf(it).length === 0).map(() => no))).toEqual([]);
});
