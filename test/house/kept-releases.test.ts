import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { BACKUP, keptReleases, RELEASES, SAYING } from '#test/releases/kept.ts';

/** They stay in the repository for good, and each test run restores them. */
const MEGABYTES_MOST = 2;

test('a backup of this release is kept for the upgrades of later ones; if not, run npx tsx test/releases/keep.ts', () => {
  const { version } = JSON.parse(readFileSync(join(checkoutFolder(), 'package.json'), 'utf8')) as { version: string };
  const heads = keptReleases().map(({ file }) => readFileSync(file, 'latin1').split('\n', 1)[0] ?? '');
  expect(heads.length).toBeGreaterThanOrEqual(3);
  expect(JSON.parse(heads.at(-1) ?? '')).toMatchObject({ zhibu: 'backup', product: version, cipher: null });
});

test.each(keptReleases())('the kept release of $name is whole and small, and says why a later one says otherwise', ({ name, file, since, said }) => {
  expect(name).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(readdirSync(join(RELEASES, name)).toSorted()).toEqual(['bureau-grants.sql', BACKUP, 'installation-grants.sql', SAYING]);
  expect(statSync(file).size).toBeLessThan(MEGABYTES_MOST * 2 ** 20);
  expect(Object.keys(said.points).length).toBeGreaterThan(0);
  expect(since.filter(({ because }) => !/decision|migration/.test(because))).toEqual([]);
});
