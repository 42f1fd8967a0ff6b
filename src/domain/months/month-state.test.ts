import { describe, expect, it } from 'vitest';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { filingOf } from './filing.ts';
import { monthState } from './month-state.ts';

const filing = filingOf(undefined);
const known = workingCalendar(publishedYears);
const none = workingCalendar([]);
const stateOn = (today: string, closed = false) => monthState('2026-09', today, known, filing, closed);

describe('where a month stands', () => {
  it('opens on the 1st of the next month, and counts working days over the National Day holiday', () => {
    // October 2026: days off from the 1st to the 7th, Saturday the 10th is worked.
    expect(stateOn('2026-10-09')).toEqual({ state: 'open', opens: '2026-10-01', due: '2026-10-13', lock: '2026-10-20', provisional: false });
  });

  it.each([
    ['2026-09-30', 'notYet'], ['2026-10-01', 'open'], ['2026-10-12', 'open'], ['2026-10-13', 'due'], ['2026-10-14', 'overdue'], ['2026-11-30', 'overdue'],
  ])('is on %s: %s', (day, state) => expect(stateOn(day).state).toBe(state));

  it('is locked by a closing and by nothing else', () => {
    expect(stateOn('2026-10-02', true).state).toBe('locked');
    expect(stateOn('2027-06-01').state).toBe('overdue');
  });

  it('is due and never overdue while the year is not announced', () => {
    expect(monthState('2027-01', '2027-06-30', none, filing, false)).toMatchObject({ state: 'due', provisional: true });
  });

  it('takes the numbers of the scheme', () => {
    const own = filingOf({ filing: { due: 3, lock: 6, lateDays: 30 } });
    expect(monthState('2026-09', '2026-10-09', known, own, false)).toMatchObject({ state: 'open', due: '2026-10-10' });
    expect(own).toMatchObject({ lateDays: 30, objectionDays: 5 });
  });
});
