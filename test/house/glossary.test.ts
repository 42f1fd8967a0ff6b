import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { roleLabels } from '#domain/access/roles.ts';
import { factLabels } from '#domain/facts/labels.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';

const root = checkoutFolder();
const [inCode = '', agreed = ''] = readFileSync(join(root, 'docs', 'glossary.md'), 'utf8').split('## Agreed, not in the code yet');
const cells = (line: string): string[] => line.split('|').slice(1, -1).map((cell) => cell.trim());
const rows = inCode.split('\n').filter((line) => /^\| .*`/.test(line)).map((line) => {
  const [zh = '', identifier = '', table = '', operation = ''] = cells(line).map((cell) => cell.replaceAll('`', ''));
  return { zh, identifier, table, operation };
});

const textsUnder = (folder: string, ending: RegExp): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/\.(test|e2e)\./.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')).join('\n');
/** Activities and reasons are words of the scheme. */
const sources = textsUnder('src', /\.tsx?$/) + textsUnder('schemes', /\.yaml$/);
const tables = new Set([...textsUnder('migrations', /^(bureau|installation).\d.*\.sql$/).matchAll(/CREATE TABLE (\w+)/g)].map(([, table]) => table));
const operations = new Set([...textsUnder('src/domain', /contract\.ts$/).matchAll(/\bname: '(\w+)', method:/g)].map(([, name]) => name));

const named = (key: 'table' | 'operation'): string[] => rows.map((row) => row[key]).filter((it) => it !== '–');
const twice = (all: readonly string[]): string[] => all.filter((it, at) => all.indexOf(it) !== at);

test('every identifier of docs/glossary.md occurs in the source or in the sample scheme', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ identifier }) => !new RegExp(`\\b${identifier}\\b`).test(sources)).map(({ identifier }) => identifier)).toEqual([]);
});

test('every table that it names exists, and every table has a term', () => {
  expect(named('table').toSorted()).toEqual([...tables].toSorted());
});

test('every operation that it names is one of the interface', () => {
  expect(named('operation').filter((it) => !operations.has(it))).toEqual([]);
});

test('it has one term for one identifier, table and operation, and no term twice', () => {
  const terms = [...rows.map(({ zh }) => zh), ...agreed.split('\n').filter((line) => /^\| .*`/.test(line)).map((line) => cells(line)[0] ?? '')];
  expect(twice(terms)).toEqual([]);
  expect(twice(rows.map(({ identifier }) => identifier))).toEqual([]);
  expect([...twice(named('table')), ...twice(named('operation'))]).toEqual([]);
});

test('kinds of facts and roles are called there what the screens call them', () => {
  const labels = { ...roleLabels, ...factLabels };
  const told = Object.entries(labels).map(([identifier, { zh }]) => [identifier, rows.find((it) => it.identifier === identifier)?.zh ?? 'no row', zh]);
  expect(told.filter(([, here, there]) => here !== there)).toEqual([]);
});
