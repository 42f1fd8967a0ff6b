import { describe, expect, it } from 'vitest';
import { datedTree } from './dated-tree.ts';

const placed = (...placements: [string | null, string][]) => ({ placements: placements.map(([parent, from]) => ({ parent, from })) });
const tree = datedTree(new Map([
  ['bureau', placed([null, '2020-01-01'])],
  ['organs', placed(['bureau', '2020-01-01'])],
  ['substation', placed(['bureau', '2020-01-01'])],
  ['branch', placed(['organs', '2021-03-01'], ['substation', '2026-11-10'])],
]));

describe('The tree of a day', () => {
  it.each([
    ['2021-02-28', ['branch']], ['2021-03-01', ['branch', 'organs', 'bureau']], ['2026-11-09', ['branch', 'organs', 'bureau']],
    ['2026-11-10', ['branch', 'substation', 'bureau']], ['2019-12-31', ['branch']],
  ])('on %s has above the branch %j', (day, above) => expect(tree.aboveOn('branch', day)).toEqual(above));

  it('has below an organisation what hung there that day', () => {
    expect(tree.belowOn('organs', '2026-11-09')).toEqual(['organs', 'branch']);
    expect(tree.belowOn('organs', '2026-11-10')).toEqual(['organs']);
    expect(tree.belowOn('bureau', '2026-11-10')).toEqual(['bureau', 'organs', 'substation', 'branch']);
  });

  it('remembers all that was ever above', () => {
    expect([...tree.everAbove('branch')].sort()).toEqual(['branch', 'bureau', 'organs', 'substation']);
  });

  it('ends in a circle that somebody entered by mistake', () => {
    const circle = datedTree(new Map([['a', placed(['b', '2026-01-01'])], ['b', placed(['a', '2026-01-01'])]]));
    expect(circle.aboveOn('a', '2026-06-01')).toEqual(['a', 'b']);
    expect(circle.belowOn('a', '2026-06-01')).toEqual(['a', 'b']);
  });
});
