import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { paths } from '#web/paths.ts';

/** How many parts each of the five published systems has; the numbers of the rows follow from it. */
const PARTS = { S0: 31, S1: 41, S2: 39, S3: 36, S4: 18 };
const STATES = ['works', 'partly', 'not yet'];
const NONE = '–';

const root = checkoutFolder();
const page = readFileSync(join(root, 'docs', 'coverage.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| S\d/.test(line)).map((line) => {
  const [, no = '', zh = '', en = '', state = '', room = '', screen = '', testFile = '', note] = line.split('|').map((cell) => cell.trim());
  return { no, zh, en, state, room, screen, testFile: testFile.replaceAll('`', ''), note };
});

test('docs/coverage.md has each part of each system once, in order', () => {
  const wanted = Object.entries(PARTS).flatMap(([system, parts]) =>
    Array.from({ length: parts }, (_, at) => `${system}-${String(at + 1).padStart(2, '0')}`));
  expect(rows.map(({ no }) => no)).toEqual(wanted);
});

test('every part has its name in both languages, one of the three states and nothing left over', () => {
  const wrong = rows.filter(({ zh, en, state, note }) => zh === '' || en === '' || !STATES.includes(state) || note === undefined);
  expect(wrong).toEqual([]);
});

test('what works, or partly works, names a test that is there and where to see it; what does not names neither', () => {
  const there = (file: string): boolean => /\.(test|e2e)\.tsx?$/.test(file) && existsSync(join(root, file));
  const wrong = rows.filter(({ state, testFile, screen }) =>
    (state === 'not yet' ? testFile !== NONE || screen !== NONE : !there(testFile) || screen === NONE));
  expect(wrong).toEqual([]);
});

test('what only partly works says what is missing', () => {
  expect(rows.filter(({ state, note }) => state === 'partly' && note === '')).toEqual([]);
});

test('every screen named is the address of a page', () => {
  const pages = new Set(Object.values(paths).map((path: (...fields: string[]) => string) => path('…', '…')));
  const named = rows.map(({ screen }) => screen).filter((it) => it !== NONE && it !== 'API');
  expect(named.filter((it) => !pages.has(it.replaceAll('`', '')))).toEqual([]);
});
