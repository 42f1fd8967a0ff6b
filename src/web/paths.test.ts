import { expect, it } from 'vitest';
import { paths } from './paths.ts';

it('every address of the pages, so that a change of one is seen', () => {
  const show = (path: (...fields: string[]) => string): string => path('$a', '$b');
  const shown = Object.entries(paths).map(([name, path]) => `${name} ${show(path)}`);
  expect(shown).toEqual(['desk /', 'mine /mine', 'password /password']);
});
