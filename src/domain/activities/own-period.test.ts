import { describe, expect, it } from 'vitest';
import { allowedPeriods } from './own-period.ts';

const on = (...days: string[]) => days.map((day) => ({ day, from: '19:00', to: '21:00' }));

describe('the period of a session', () => {
  it('is the month of its day, also on the last evening of the month', () => {
    expect(allowedPeriods(on('2026-11-30'), ['mondayStudy'])).toEqual(['2026-11']);
  });

  it('may be either month when its sittings lie in two', () => {
    expect(allowedPeriods(on('2026-11-30', '2026-12-01'), ['mondayStudy'])).toEqual(['2026-11', '2026-12']);
  });

  it('may be last December for meetings of the year, until March', () => {
    expect(allowedPeriods(on('2027-01-15'), ['criticismMeeting'])).toEqual(['2027-01', '2026-12']);
    expect(allowedPeriods(on('2027-03-31'), ['memberAppraisal', 'partyLecture'])).toEqual(['2027-03', '2026-12']);
    expect(allowedPeriods(on('2027-04-01'), ['criticismMeeting'])).toEqual(['2027-04']);
    expect(allowedPeriods(on('2027-01-15'), ['mondayStudy'])).toEqual(['2027-01']);
  });
});
