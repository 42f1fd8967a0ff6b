import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';

const root = checkoutFolder();
const page = readFileSync(join(root, 'docs', 'sql.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|'));
const nowhere = page.slice(page.indexOf('## Nowhere'), page.indexOf('## Rules'));

/** Sources of the product with SQL in them; comments may speak of what is not used. */
const sources = ['src/server', 'migrations'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.(ts|sql)$/.test(path) && !path.endsWith('.test.ts') && path !== 'migrations/schema.sql'),
);
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*|--.*/g, '');
const word = (feature: string): RegExp => new RegExp(`(?<![\\w-])${feature.replaceAll(' ', '\\s+')}(?![\\w-])`, /[A-Z]/.test(feature) ? '' : 'i');
const using = (feature: string): string[] => sources.filter((path) => word(feature).test(textOf(path)));

test.each(rows.map(([, feature = '', where = '']) => [feature.trim().replaceAll('`', ''), where] as const))(
  '%s is used in the files that docs/sql.md names, and in no other',
  (feature, where) => {
    const named = [...where.matchAll(/`([^`]+)`/g)].map(([, path]) => path);
    expect(using(feature).toSorted()).toEqual(named.toSorted());
  },
);

test.each([...nowhere.matchAll(/`([^`]+)`/g)].map(([, feature = '']) => feature))('%s is used nowhere, as docs/sql.md says', (feature) => {
  expect(using(feature)).toEqual([]);
});
