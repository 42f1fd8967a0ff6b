import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { libraryWalls } from './walls.ts';

/** Where an address is written down at all; without one npm asks the registry that it is set to. */
const REGISTRY = 'https://registry.npmjs.org/';

/** What a bureau has to look after on its server; each is somebody else's to mend. */
const SERVER_PACKAGES_MOST = 60;

interface Locked {
  readonly os?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
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

/** Everything that comes along with a library, on any machine that runs a server of ours. */
function broughtBy(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const path = `node_modules/${name}`;
    const it = packages[path];
    if (it === undefined || found.has(name) || !(it.os ?? ['linux']).includes('linux')) continue;
    found.add(name);
    broughtBy(Object.keys({ ...it.dependencies, ...it.optionalDependencies }), found);
  }
  return found;
}

test('the server runs on few packages', () => {
  const ofTheServer = Object.keys(manifest.dependencies).filter((name) => ['platform', 'access', 'schemes', 'facts', 'portal'].some((room) => libraryWalls(name, `src/server/${room}/a-file.ts`, false)));
  expect(ofTheServer).toContain('pg');
  expect(ofTheServer).not.toContain('antd');
  const brought = broughtBy([...ofTheServer, ...Object.keys(manifest.optionalDependencies)]);
  expect(brought.size).toBeGreaterThan(25);
  expect(brought.size).toBeLessThanOrEqual(SERVER_PACKAGES_MOST);
});
