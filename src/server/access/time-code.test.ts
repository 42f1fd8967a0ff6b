import { describe, expect, it } from 'vitest';
import { stepOf, stepOfCode, timeCode } from './time-code.ts';

/** `12345678901234567890` of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code by time', () => {
  it.each([
    [59, '94287082'], [1111111109, '07081804'], [1111111111, '14050471'], [1234567890, '89005924'], [2000000000, '69279037'], [20000000000, '65353130'],
  ])('at second %i is %s (RFC 6238)', (second, code) => {
    expect(timeCode(SECRET, stepOf(new Date(second * 1000)), 8)).toBe(code);
    expect(timeCode(SECRET, stepOf(new Date(second * 1000)))).toBe(code.slice(2));
  });

  it.each(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map((code, counter) => [counter, code] as const))(
    'of counter %i is %s (RFC 4226)', (counter, code) => expect(timeCode(SECRET, counter)).toBe(code));

  it('is taken one step early or late, and no further', () => {
    const now = new Date(1234567890_000);
    const at = (aside: number): number | undefined => stepOfCode(SECRET, timeCode(SECRET, stepOf(now) + aside), now, 0);
    expect([-2, -1, 0, 1, 2].map((it) => at(it) !== undefined)).toEqual([false, true, true, true, false]);
  });

  it('is not taken twice, nor one older than the last', () => {
    const now = new Date(1234567890_000);
    const code = timeCode(SECRET, stepOf(now));
    expect(stepOfCode(SECRET, code, now, stepOf(now))).toBeUndefined();
    expect(stepOfCode(SECRET, timeCode(SECRET, stepOf(now) - 1), now, stepOf(now))).toBeUndefined();
    expect(stepOfCode(SECRET, timeCode(SECRET, stepOf(now) + 1), now, stepOf(now))).toBe(stepOf(now) + 1);
  });
});
