import { expect, test } from 'vitest';
import type { OrganisationNode } from '#domain/orgs/contract.ts';
import { treeRows } from './tree-rows.ts';

const node = (id: string, category: OrganisationNode['category'], parent: string | null): OrganisationNode => ({
  id, version: 1, category, number: id.toUpperCase(), name: `全称${id}`, shortName: `简称${id}`, founded: '2020-01-01', dissolved: null, parent, editable: false });
const nodes = [node('a', '611', null), node('b', '631', 'a'), node('g', '699', 'b'), node('c', '631', 'a'), node('lost', '631', 'gone')];
const shown = (turned: readonly string[] = [], search = '') => treeRows(nodes, new Set(turned), search).map((it) => `${it.level}${it.node.id}${it.open === null ? '' : it.open ? '-' : '+'}`);

test('committees are open and branches closed until somebody turns them', () => {
  expect(shown()).toEqual(['1a-', '2b+', '2c', '1lost']);
  expect(shown(['b'])).toEqual(['1a-', '2b-', '3g', '2c', '1lost']);
  expect(shown(['a'])).toEqual(['1a+', '1lost']);
});

test('a search shows what it finds with everything above, by name or number, in any case', () => {
  expect(shown(['a'], '简称g')).toEqual(['1a-', '2b-', '3g']);
  expect(shown([], 'C')).toEqual(['1a-', '2c']);
  expect(shown([], '没有')).toEqual([]);
});
