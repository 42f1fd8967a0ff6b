import { describe, expect, it } from 'vitest';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { filingOf } from '#domain/months/filing.ts';
import { sessionState } from '#test/engine-story.ts';
import {
  deadlineOf, demandImpartial, demandInTime, gainingBy, isOpen, matterOf, type Objection, objectionLimit, standingOf,
} from './objection-rules.ts';

const calendar = workingCalendar(publishedYears);
const unknown = workingCalendar([]);
const days = filingOf(undefined);
const raised: Objection = {
  about: { kind: 'missing', period: '2026-10' }, matter: 'missing', subject: { kind: 'person', id: 'wang' }, raisedBy: 'wang', organisation: 'branch', body: 'branch',
  period: '2026-10', stage: 'raised', verdict: null, correction: null, raisedOn: '2026-11-16', answeredOn: null, appealedOn: null, decidedOn: null,
};
const answered: Objection = { ...raised, stage: 'answered', verdict: 'rejected', answeredOn: '2026-11-18' };
const standing = (it: Objection, today: string, by = calendar) => standingOf(it, today, by, days);

describe('the standing of an objection', () => {
  it('goes to review by itself when the answer is overdue, and not on its last day', () => {
    expect(standing(raised, '2026-11-23')).toBe('raised');
    expect(standing(raised, '2026-11-24')).toBe('unanswered');
    expect(deadlineOf(raised, 'raised', calendar, days)?.day).toBe('2026-11-23');
    expect(deadlineOf(raised, 'unanswered', calendar, days)?.day).toBe('2026-12-07');
  });

  it('is settled by an answer that gives all, or when nobody asks for a review in time', () => {
    expect(standing({ ...answered, verdict: 'upheld' }, '2026-11-18')).toBe('settled');
    expect(standing({ ...answered, verdict: 'partly' }, '2026-11-18')).toBe('answered');
    expect(standing(answered, '2026-11-25')).toBe('answered');
    expect(standing(answered, '2026-11-26')).toBe('settled');
    expect(['raised', 'unanswered', 'answered', 'appealed', 'settled', 'decided', 'withdrawn'].filter((it) => isOpen(it as never))).toEqual(['raised', 'unanswered', 'answered', 'appealed']);
  });

  it('never runs out by a guess: while the calendar is not announced nothing expires', () => {
    expect(standing(raised, '2027-11-24', unknown)).toBe('raised');
    expect(standing(answered, '2027-11-24', unknown)).toBe('answered');
    expect(deadlineOf(raised, 'raised', unknown, days)).toEqual({ day: '2026-11-23', provisional: true });
  });
});

describe('the time to object', () => {
  const entry = { seq: 7, recordedOn: '2026-10-20' };

  it('begins with the publication of the month, or with an entry that came after it', () => {
    expect(objectionLimit(null, entry, calendar, days)).toBeNull();
    expect(objectionLimit({ on: '2026-11-13', asOfSeq: 7 }, entry, calendar, days)?.day).toBe('2026-11-20');
    expect(objectionLimit({ on: '2026-11-13', asOfSeq: 6 }, { seq: 7, recordedOn: '2026-11-18' }, calendar, days)?.day).toBe('2026-11-25');
  });

  it('is over on the day after its last, which is named', () => {
    const limit = { day: '2026-11-20', provisional: false };
    expect(() => demandInTime(limit, '2026-11-20')).not.toThrow();
    expect(() => demandInTime(limit, '2026-11-21')).toThrow('2026-11-20');
    expect(() => demandInTime({ ...limit, provisional: true }, '2027-11-21')).not.toThrow();
    expect(() => demandInTime(null, '2027-11-21')).not.toThrow();
  });
});

describe('who decides', () => {
  const nothing = { authors: [], gaining: [], ownBranch: false };

  it('is nobody whose own it is, nor who entered, confirmed, answered or gains', () => {
    expect(() => demandImpartial(raised, 'deputy', nothing)).not.toThrow();
    expect(() => demandImpartial(raised, 'wang', nothing)).toThrow('OwnObjectionDecided');
    expect(() => demandImpartial({ ...raised, raisedBy: 'secretary' }, 'wang', nothing)).toThrow('OwnObjectionDecided');
    expect(() => demandImpartial(raised, null, nothing)).toThrow('OwnObjectionDecided');
    expect(() => demandImpartial(raised, 'recorder', { ...nothing, authors: ['recorder'] })).toThrow('OwnWorkDisputed');
    expect(() => demandImpartial(raised, 'speaker', { ...nothing, gaining: ['speaker'] })).toThrow('OwnWorkDisputed');
  });

  it('of a branch\'s objection to the office is nobody of that branch', () => {
    const ofBranch: Objection = { ...raised, subject: { kind: 'branch', id: 'branch' }, body: 'office' };
    expect(() => demandImpartial(ofBranch, 'clerk', { ...nothing, ownBranch: true })).toThrow('OwnObjectionDecided');
    expect(() => demandImpartial(raised, 'deputy', { ...nothing, ownBranch: true })).not.toThrow();
  });

  it('stands aside for whatever goes beyond having been there (A-9)', () => {
    const state = { ...sessionState('branch', '2026-11-09'), host: 'host', speakers: ['speaker'], exchanges: [], marks: [
      { person: 'there', mark: 'present' as const, reason: null, sitting: 0 }, { person: 'away', mark: 'excused' as const, reason: 'caseTrip', sitting: 0 } ] };
    expect(gainingBy({ kind: 'session', state })).toEqual(['host', 'speaker', 'away']);
    expect(gainingBy({ kind: 'makeUp', state: { person: 'wang' } })).toEqual(['wang']);
  });
});

it('every matter is counted under its kind', () => {
  const fact = { kind: 'fact' as const, fact: 'one', version: 1 };
  expect([matterOf(fact, 'session'), matterOf(fact, 'record'), matterOf(fact, 'closing'), matterOf({ kind: 'item', year: 2026, item: 'study' }, null), matterOf({ kind: 'item', year: 2026, item: 'total' }, null, true), matterOf(raised.about, null)])
    .toEqual(['attendance', 'entry', 'other', 'item', 'grade', 'missing']);
});
