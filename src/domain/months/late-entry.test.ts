import { describe, expect, it } from 'vitest';
import { daysLate, mayEnterLate } from './late-entry.ts';

const late = { days: 31, lateDays: 30, granted: false, upheld: false };

describe('entering what belongs to a closed month', () => {
  it('counts the days from the day it happened', () => {
    expect(daysLate({ day: '2026-11-23' }, '2026-12-10')).toBe(17);
    expect(daysLate({ day: '2026-11-23' }, '2026-11-23')).toBe(0);
  });

  it('is free up to the days of the scheme, and without end where the scheme has none', () => {
    expect(mayEnterLate({ ...late, days: 30 })).toBe(true);
    expect(mayEnterLate(late)).toBe(false);
    expect(mayEnterLate({ ...late, lateDays: null })).toBe(true);
  });

  it('goes on with a grant, or because an objection was upheld', () => {
    expect(mayEnterLate({ ...late, granted: true })).toBe(true);
    expect(mayEnterLate({ ...late, upheld: true })).toBe(true);
  });
});
