import { describe, expect, it } from 'vitest';
import { formatChange, formatHundredths, parseHundredths, roundedQuotient } from './hundredths.ts';

describe('A division', () => {
  it.each([
    [1600 * 26, 28, 1486], [1600 * 26, 29, 1434], [1200 * 29, 30, 1160], [5, 2, 3], [-5, 2, -3], [4, 8, 1], [-4, 8, -1],
    [3, 8, 0], [-3, 8, 0], [0, 7, 0], [84995, 10, 8500], [9007199254740991, 2, 4503599627370496],
  ])('%i ÷ %i is %i, half away from zero', (dividend, divisor, quotient) => {
    expect(roundedQuotient(dividend, divisor)).toBe(quotient);
  });

  it.each([[1, 0], [1, -2], [0.5, 2], [2 ** 53, 3]])('%d ÷ %d is refused', (dividend, divisor) => {
    expect(() => roundedQuotient(dividend, divisor)).toThrow(RangeError);
  });
});

describe('Points', () => {
  it.each([[1486, '14.86'], [-52, '−0.52'], [0, '0.00'], [5, '0.05'], [-1600, '−16.00'], [123456, '1234.56']])(
    '%i are written %s and read back', (value, text) => {
      expect(formatHundredths(value)).toBe(text);
      expect(parseHundredths(text)).toBe(value);
    },
  );

  it.each([['2', 200], ['2.5', 250], ['-0.52', -52], ['+5.00', 500], [' 16.00 ', 1600], ['-0', 0]])(
    '%j are read as %i', (text, value) => expect(parseHundredths(text)).toBe(value),
  );

  it.each(['', '2.005', '1e3', '２', '2,50', '--2', '.5'])('%j are refused', (text) => expect(parseHundredths(text)).toBeNull());

  it('show a change with its sign', () => {
    expect([500, -52, 0].map(formatChange)).toEqual(['+5.00', '−0.52', '0.00']);
  });
});
