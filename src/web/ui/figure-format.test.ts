import { describe, expect, it } from 'vitest';
import { changeText, figureText, hoursText, pointsText } from './figure-format.ts';

describe('a figure', () => {
  it('shows hundredths with two decimals and a true minus', () => {
    expect([0, 5, 100, 1486, -52, -1234567].map(pointsText)).toEqual(['0.00', '0.05', '1.00', '14.86', '−0.52', '−12345.67']);
  });

  it('shows a change with its sign, zero without one', () => {
    expect([57, 0, -52].map(changeText)).toEqual(['+0.57', '0.00', '−0.52']);
  });

  it('shows counts whole and shares in per cent', () => {
    expect(figureText(28, 'count')).toBe('28');
    expect(figureText(-3, 'count')).toBe('−3');
    expect(figureText(9286, 'percent')).toBe('92.86%');
  });

  it('shows minutes as hours with one decimal', () => {
    expect([0, 150, 1920].map(hoursText)).toEqual(['0.0', '2.5', '32.0']);
  });
});
