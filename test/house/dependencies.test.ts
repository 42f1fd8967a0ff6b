import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';

/** Where an address is written down at all; without one npm asks the registry that it is set to. */
const REGISTRY = 'https://registry.npmjs.org/';

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(checkoutFolder(), name), 'utf8'));
const manifest = read('package.json') as Readonly<Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Readonly<Record<string, string>>>>;
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };

/** Whoever installs on a closed network mirrors one registry; a tarball or a repository elsewhere would stop him there. */
test('every dependency is a version of the registry: no address, no repository, no folder', () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies });
  expect(wanted.filter(([, version]) => !/^[~^]?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('what they bring along comes from the registry that npm is set to, each with its checksum', () => {
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  expect(locked.length).toBeGreaterThan(50);
  const strange = locked.filter(([, it]) => it.link || !(it.resolved ?? REGISTRY).startsWith(REGISTRY) || !it.integrity?.startsWith('sha512-'));
  expect(strange.map(([path, it]) => `${path} ${it.resolved ?? 'nowhere'}`)).toEqual([]);
});
