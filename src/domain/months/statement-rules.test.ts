import { describe, expect, it } from 'vitest';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { filingOf } from './filing.ts';
import { demandAppealable, demandImpartial, demandWaiting, nextDeadline, standingOf, type Statement, statementNumbers } from './statement-rules.ts';

const statement: Statement = {
  person: 'wang', organisation: 'branch', period: '2026-10', total: 8000, month: 800, parts: [], scheme: 'dezhou', schemeVersion: 1, evaluator: 1, asOfSeq: 8,
  date: '2026-10-31', groundsHash: '', issuedOn: '2026-11-13', objectUntil: '2026-11-20', stage: 'issued', disputed: null, verdict: null, answered: null, movedOn: '2026-11-13',
};

describe('the numbers of a month', () => {
  const end = { total: 3646, parts: [{ part: 'study', value: 3646 }, { part: 'tasks', value: null }] };

  it('are what it added to the year, part by part', () => {
    expect(statementNumbers(end, { total: 3200, parts: [{ part: 'study', value: 3200 }] })).toEqual({
      total: 3646, month: 446, parts: [{ part: 'study', total: 3646, month: 446 }, { part: 'tasks', total: null, month: null }] });
  });

  it('are the whole at the beginning of a year, and nothing where there is no basis', () => {
    expect(statementNumbers(end, null).month).toBe(3646);
    expect(statementNumbers({ total: null, parts: [] }, end)).toEqual({ total: null, month: null, parts: [] });
    expect(statementNumbers(end, { total: null, parts: [] }).month).toBe(3646);
  });
});

describe('silence', () => {
  it('confirms after the last day, not on it, and never while that day is a guess', () => {
    expect(standingOf(statement, '2026-11-20')).toBe('issued');
    expect(standingOf(statement, '2026-11-21')).toBe('silent');
    expect(standingOf({ ...statement, objectUntil: null }, '2027-11-21')).toBe('issued');
    expect(() => demandWaiting(statement, '2026-11-21')).toThrow('StatementSettled');
    expect(() => demandWaiting(statement, '2026-11-20')).not.toThrow();
  });
});

describe('what follows an objection', () => {
  const calendar = workingCalendar(publishedYears);
  const objected: Statement = { ...statement, stage: 'objected', movedOn: '2026-11-16' };

  it('has a last day for whoever is to move', () => {
    const filing = filingOf(undefined);
    expect(nextDeadline(objected, calendar, filing)).toEqual({ day: '2026-11-23', provisional: false });
    expect(nextDeadline({ ...objected, stage: 'appealed' }, calendar, filing)?.day).toBe('2026-11-30');
    expect(nextDeadline({ ...objected, stage: 'reviewed' }, calendar, filing)).toBeNull();
  });

  it('may be taken to review after an answer in time, or when no answer came', () => {
    expect(() => demandAppealable({ ...objected, stage: 'answered' }, false)).not.toThrow();
    expect(() => demandAppealable({ ...objected, stage: 'answered' }, true)).toThrow('ReviewNotOpen');
    expect(() => demandAppealable(objected, false)).toThrow('ReviewNotOpen');
    expect(() => demandAppealable(objected, true)).not.toThrow();
  });

  it('is not decided by who objected, nor by who made the entry', () => {
    expect(() => demandImpartial(objected, 'wang', [])).toThrow('OwnObjection');
    expect(() => demandImpartial(objected, null, [])).toThrow('OwnObjection');
    expect(() => demandImpartial(objected, 'secretary', ['recorder', 'secretary'])).toThrow('OwnEntryDisputed');
    expect(() => demandImpartial(objected, 'deputy', ['recorder', 'secretary'])).not.toThrow();
  });
});
