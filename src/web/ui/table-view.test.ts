import { expect, test } from 'vitest';
import { awayColumns, columnsWithout, shownPage, writtenWithout } from './table-view.ts';

test('an address says which columns of which table are left out, and tables of one page keep out of each other', () => {
  const one = writtenWithout('', 'people', new Set(['team', 'group']));
  expect(one).toBe('people.group,people.team');
  const both = writtenWithout(one, 'grid-sessions', new Set(['day']));
  expect([columnsWithout(both, 'people'), columnsWithout(both, 'grid-sessions'), columnsWithout(both, 'grid')]).toEqual([new Set(['group', 'team']), new Set(['day']), null]);
  expect(writtenWithout(both, 'people', new Set())).toBe('grid-sessions.day');
  expect(columnsWithout('', 'people')).toBeNull();
});

test('the address goes before the account and the account before the device, also when all columns were asked back', () => {
  const kept = (columns: readonly string[] | null) => ({ of: () => columns, keep: () => {} });
  const view = { page: 1, size: 50 };
  expect(awayColumns('people', { ...view, without: 'people.team', kept: kept(['group']) }, 'day')).toEqual(new Set(['team']));
  expect(awayColumns('people', { ...view, without: 'audit.day', kept: kept(['group']) }, 'day')).toEqual(new Set(['group']));
  expect(awayColumns('people', { ...view, kept: kept([]) }, 'day')).toEqual(new Set());
  expect(awayColumns('people', { ...view, kept: kept(null) }, 'day group')).toEqual(new Set(['day', 'group']));
});

test.each([[3, 0, 1], [3, 40, 1], [3, 101, 3], [2, 100, 2], [1, 7, 1]])('page %i of %i rows at 50 a page is page %i', (page, count, shown) => {
  expect(shownPage(count, { page, size: 50 })).toBe(shown);
});
