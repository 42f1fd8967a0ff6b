import { expect, it } from 'vitest';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { part, rule } from '#test/scheme-parts.ts';
import { fedBy } from './fed-by.ts';

const register = (id: string, keptBy: Register['keptBy']): Register => ({ id, label: { zh: id, en: id }, persons: 'none', keptBy });
const registers = [register('visit', 'branch'), register('honour', 'office'), register('talk', 'branch')];
const asking = (id: string, match: Match) => ({ ...rule(id, { kind: 'duty', full: 100, per: 'month' }), match });
const fed = (node: Parameters<typeof fedBy>[0]): string[] => fedBy(node, registers).map((it) => `${it.register} ${it.keptBy}`);

it('an item is fed by what its rules look at, each once and in their order', () => {
  expect(fed(part('item', [asking('a', { records: ['visit'] }), asking('b', { anyOf: [{ records: ['honour'] }, { records: ['visit'] }] })]))).toEqual(['visit branch', 'honour office']);
});

it('sessions, and what the product keeps itself, are entered in rooms of their own', () => {
  expect(fed(asking('a', { activities: ['mondayStudy'] }))).toEqual([]);
  expect(fed(asking('a', { records: ['statement', 'talk'] }))).toEqual(['talk branch']);
});
