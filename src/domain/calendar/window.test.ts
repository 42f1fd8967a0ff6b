import { describe, expect, it } from 'vitest';
import { addDays } from './civil-date.ts';
import { anchorOf, firstDayOf, kindOf, lastDayOf, windowDayOf, windowKinds, windowOf } from './window.ts';

describe('The window of a day', () => {
  it.each([
    ['2026-11-16', ['2026-11-16', '2026-W47', '2026-11', '2026-Q4', '2026-H2', '2026']],
    ['2026-01-01', ['2026-01-01', '2026-W01', '2026-01', '2026-Q1', '2026-H1', '2026']],
    ['2026-06-30', ['2026-06-30', '2026-W27', '2026-06', '2026-Q2', '2026-H1', '2026']],
    ['2026-07-01', ['2026-07-01', '2026-W27', '2026-07', '2026-Q3', '2026-H2', '2026']],
    ['2024-02-29', ['2024-02-29', '2024-W09', '2024-02', '2024-Q1', '2024-H1', '2024']],
  ])('%s lies in %j', (day, windows) => expect(windowKinds.map((kind) => windowOf(kind, day))).toEqual(windows));

  it.each([
    ['2025-12-29', '2026-W01'], ['2025-12-28', '2025-W52'], ['2026-12-31', '2026-W53'], ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'], ['2021-01-03', '2020-W53'], ['2024-12-30', '2025-W01'], ['2100-01-01', '2099-W53'], ['2100-12-31', '2100-W52'],
  ])('the ISO week of %s is %s', (day, week) => expect(windowOf('week', day)).toBe(week));
});

describe('A window', () => {
  it.each([
    ['2026-11-16', '2026-11-16', '2026-11-16'], ['2026-W47', '2026-11-16', '2026-11-22'], ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'], ['2026-02', '2026-02-01', '2026-02-28'], ['2024-02', '2024-02-01', '2024-02-29'],
    ['2100-02', '2100-02-01', '2100-02-28'], ['2026-Q4', '2026-10-01', '2026-12-31'], ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'], ['2026-H2', '2026-07-01', '2026-12-31'], ['2026', '2026-01-01', '2026-12-31'],
  ])('%s runs from %s to %s', (window, first, last) => {
    expect(firstDayOf(window)).toBe(first);
    expect(lastDayOf(window)).toBe(last);
    expect(windowOf(kindOf(window), first)).toBe(window);
    expect(windowOf(kindOf(window), last)).toBe(window);
    expect(windowOf(kindOf(window), addDays(last, 1))).not.toBe(window);
  });

  it('that is a week belongs to the month and year of its Thursday', () => {
    expect(anchorOf('2026-W53')).toBe('2026-12-31');
    expect(anchorOf('2026-W01')).toBe('2026-01-01');
    expect(anchorOf('2026-Q4')).toBe('2026-10-01');
  });
});

describe('The windows of a fact', () => {
  it.each([
    ['2026-11-16', '2026-11', '2026-11-16'], ['2027-01-15', '2026-12', '2026-12-31'], ['2026-12-09', '2026-11', '2026-11-30'],
    ['2026-10-31', '2026-11', '2026-11-01'],
  ])('of %s that belongs to %s are those of %s', (day, period, windowDay) => expect(windowDayOf(day, period)).toBe(windowDay));
});
