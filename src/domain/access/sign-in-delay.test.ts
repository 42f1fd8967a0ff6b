import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signInDelaySeconds } from './sign-in-delay.ts';

const QUARTER_SECONDS = 900;

/** When somebody who is never right gets to try, if he waits `pauses[n]` seconds longer than he must after try n. */
function liveGuesses(pauses: readonly number[]): readonly number[] {
  let at = 0;
  return pauses.map((pause, done) => {
    const guess = at;
    at += signInDelaySeconds(done + 1) + pause;
    return guess;
  });
}

describe('the delay after wrong passwords', () => {
  it('leaves at most five live guesses in any quarter of an hour, however they are spaced', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constant(0), fc.nat(1200)), { minLength: 6, maxLength: 40 }), (pauses) => {
      const guesses = liveGuesses(pauses);
      for (const begin of guesses) {
        expect(guesses.filter((it) => it >= begin && it < begin + QUARTER_SECONDS).length).toBeLessThanOrEqual(5);
      }
    }));
  });

  it('costs nothing for two slips, grows, and lets the owner back within a quarter of an hour', () => {
    const delays = Array.from({ length: 50 }, (_, at) => signInDelaySeconds(at + 1));
    expect(delays.slice(0, 2)).toEqual([0, 0]);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(Math.max(...delays)).toBeLessThanOrEqual(QUARTER_SECONDS);
    expect(signInDelaySeconds(0)).toBe(0);
  });
});
