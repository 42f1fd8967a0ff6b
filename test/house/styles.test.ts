import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const classesOf = (selector: string): readonly string[] => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map((it) => it[1] ?? '');

/** Every selector of a style sheet by itself, without the conditions around it. */
const selectorsOf = (text: string): readonly string[] =>
  [...text.replaceAll(/\/\*.*?\*\/|@[^{;]*[{;]/gs, '').matchAll(/([^{}@;]+)\{/g)].flatMap((it) => (it[1] ?? '').split(/,(?![^()]*\))/)).map((it) => it.trim())
    .filter((it) => it.includes('.') && !/^[\d.]+%?$/.test(it));

const sheets = readdirSync('src/web', { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.css'))
  .map((path) => ({ path, room: path.split(/[\\/]/)[0] ?? '', selectors: selectorsOf(readFileSync(join('src/web', path), 'utf8')) }));
const shared = (room: string): boolean => room === 'ui' || room === 'shell';
const begun = new Set(sheets.filter(({ room }) => shared(room)).flatMap(({ selectors }) => selectors.map((it) => /^\.([\w-]+)/.exec(it)?.[1] ?? '')));
const roomsOf = new Map<string, Set<string>>();
for (const { room, selectors } of sheets.filter((it) => !shared(it.room))) {
  for (const name of selectors.flatMap(classesOf)) roomsOf.set(name, (roomsOf.get(name) ?? new Set()).add(room));
}

describe('styles', () => {
  it('of a room name something of its own, because a page that was left leaves its style sheet behind', () => {
    const leaking = sheets.filter(({ room }) => !shared(room)).flatMap(({ path, selectors }) => selectors
      .filter((it) => !classesOf(it).some((name) => !name.startsWith('ant') && !begun.has(name) && roomsOf.get(name)?.size === 1)).map((it) => `${path} ${it}`));
    expect(leaking).toEqual([]);
  });
});
