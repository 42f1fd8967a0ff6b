import { expect, it } from 'vitest';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { filingOf } from '#domain/months/filing.ts';
import type { Objection } from './objection-rules.ts';
import { objectionCounts } from './statistics.ts';

const one = (over: Partial<Objection>): Objection => ({
  about: { kind: 'missing', period: '2026-10' }, matter: 'attendance', subject: { kind: 'person', id: 'wang' }, raisedBy: 'wang', organisation: 'branch', body: 'branch',
  period: '2026-10', stage: 'raised', verdict: null, correction: null, raisedOn: '2026-11-02', answeredOn: null, appealedOn: null, decidedOn: null, ...over });
const clock = { calendar: workingCalendar(publishedYears), today: '2026-12-01', filing: filingOf(undefined) };

it('counts what was raised by its kind, its outcome and its steps, in working days and without a name', () => {
  const objections = [
    // Answered in 2 working days, accepted.
    one({ stage: 'answered', verdict: 'upheld', answeredOn: '2026-11-04' }),
    // Explained in 7, one week late; nobody asked for a review.
    one({ stage: 'answered', verdict: 'rejected', answeredOn: '2026-11-11' }),
    // Reviewed after 4 + 6.
    one({ stage: 'decided', verdict: 'partly', answeredOn: '2026-11-06', appealedOn: '2026-11-09', decidedOn: '2026-11-16' }),
    // No answer; the review was due on 23 November.
    one({}),
    one({ stage: 'withdrawn' }),
    one({ matter: 'item', raisedOn: '2026-11-30' }),
  ];
  expect(objectionCounts(objections, clock)).toEqual([
    { matter: 'attendance', raised: 5, open: 1, upheld: 1, partly: 1, rejected: 1, withdrawn: 1, inTime: 3, overdue: 3, medianDays: 7 },
    { matter: 'item', raised: 1, open: 1, upheld: 0, partly: 0, rejected: 0, withdrawn: 0, inTime: 0, overdue: 0, medianDays: null },
  ]);
  expect(JSON.stringify(objectionCounts(objections, clock))).not.toContain('wang');
});

it('calls nothing late by a calendar that is a guess', () => {
  expect(objectionCounts([one({})], { ...clock, calendar: workingCalendar([]), today: '2027-12-01' })).toMatchObject([{ open: 1, inTime: 0, overdue: 0 }]);
});
