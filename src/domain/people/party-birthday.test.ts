import { expect, it } from 'vitest';
import { partyBirthday } from './party-birthday.ts';

it('is the day of joining in each later year, and the 28th of February for whoever joined on the 29th', () => {
  expect(partyBirthday('2011-07-01', 2026)).toBe('2026-07-01');
  expect(partyBirthday('2012-02-29', 2026)).toBe('2026-02-28');
  expect([partyBirthday('2026-01-05', 2026), partyBirthday('2027-01-05', 2026)]).toEqual([null, null]);
});
