import { describe, expect, it } from 'vitest';
import { paths } from './paths.ts';

const show = (path: (...fields: string[]) => string): string => path('$a', '$b');
const all = Object.values(paths).map(show);

describe('the addresses of the pages', () => {
  it('are all different', () => {
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(all)('%s is written in small letters and says each of its fields', (path) => {
    expect(path).toMatch(/^\/(([a-z-]+|\$[ab])(\/([a-z-]+|\$[ab]))*)?$/);
  });
});
