import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPassword, isWeak } from './password-rules.ts';

describe('a password', () => {
  it.each([
    ['short-1', true], ['onlyletters', true], ['1234567890', true], ['luojian-2026', true], ['LUOJIAN-2026', true],
    ['周一集中学习19点开始', false], ['Evening-study-19', false],
  ])('%s is too weak: %s', (password, weak) => expect(isWeak(password, 'luojian')).toBe(weak));

  it('made to hand over has twelve letters that nobody misreads', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.nat()), (chance) => {
      const made = firstPassword((limit) => (chance.next().value ?? 0) % limit);
      expect(made).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/);
    }));
  });

  it('made to hand over asks for a new random number for every letter', () => {
    const asked: number[] = [];
    firstPassword((limit) => asked.push(limit) % limit);
    expect(asked).toEqual(Array<number>(12).fill(31));
  });
});
