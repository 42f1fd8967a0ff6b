import { expect, test } from 'vitest';
import { columnsWithout, writtenWithout } from './table-view.ts';

test('an address says which columns of which table are left out, and tables of one page keep out of each other', () => {
  const one = writtenWithout('', 'people', new Set(['team', 'group']));
  expect(one).toBe('people.group,people.team');
  const both = writtenWithout(one, 'grid-sessions', new Set(['day']));
  expect([columnsWithout(both, 'people'), columnsWithout(both, 'grid-sessions'), columnsWithout(both, 'grid')]).toEqual([new Set(['group', 'team']), new Set(['day']), null]);
  expect(writtenWithout(both, 'people', new Set())).toBe('grid-sessions.day');
  expect(columnsWithout('', 'people')).toBeNull();
});
