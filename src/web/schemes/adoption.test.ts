import { expect, it } from 'vitest';
import { monthsOfForce, nextVersion } from './adoption.ts';

it('offers the months from the latest version and the first open month on, and takes the day of a new text', () => {
  const { offered, chosen } = monthsOfForce('2026-04-01', [{ from: '2026-07-01' }, { from: '2025-01-01' }], '2026-11-17', '2026-12-01');
  expect([offered[0], offered.at(-1), chosen]).toEqual(['2026-07-01', '2027-12-01', '2026-12-01']);
  expect(monthsOfForce('2026-10-01', [{ from: '2026-07-01' }], '2026-11-17', '2026-09-01').offered[0]).toBe('2026-10-01');
});

it('proposes the next month for a text that was in force already, and the first open one for a day that is gone', () => {
  expect(monthsOfForce('2025-01-01', [{ from: '2026-01-01' }], '2026-11-17', '2026-01-01').chosen).toBe('2026-12-01');
  expect(monthsOfForce('2025-01-01', [{ from: '2027-03-01' }], '2026-11-17', '2026-01-01').chosen).toBe('2027-03-01');
});

it('takes the first number that is free', () => {
  const adopted = [{ scheme: 'dezhou', version: 3 }, { scheme: 'dezhou', version: 1 }, { scheme: 'other', version: 9 }];
  expect(nextVersion({ id: 'dezhou', version: 1 }, adopted)).toBe(4);
  expect(nextVersion({ id: 'dezhou', version: 7 }, adopted)).toBe(7);
  expect(nextVersion({ id: 'new', version: 1 }, adopted)).toBe(1);
});
