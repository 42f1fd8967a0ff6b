import { expect, test } from 'vitest';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { demandDays, demandPeriod, needsConfirmation, personFaults } from './entry-rules.ts';
import { naturalKey } from './natural-key.ts';

const label = { zh: '登记', en: 'Entry' };
const register = (over: Partial<Register> = {}): Register => ({ id: 'visit', label, persons: 'many', keptBy: 'branch', ...over });
const TODAY = '2026-11-17';
const state = { register: 'visit', organisation: 'o', day: '2026-11-02', until: null, persons: [{ person: 'a', as: null }, { person: 'b', as: null }], values: {} };

test('what has not happened yet is not entered, except what the office announces as lasting', () => {
  const ahead = { day: '2026-12-28', until: '2027-01-03' };
  expect(() => demandDays(register(), { day: '2026-11-18', until: null }, TODAY)).toThrow(/DayInFuture/);
  expect(() => demandDays(register({ lasts: true }), ahead, TODAY)).toThrow(/DayInFuture/);
  expect(() => demandDays(register({ keptBy: 'office', lasts: true }), ahead, TODAY)).not.toThrow();
});

test('what lasts may have begun in a settled year, what happened on one day may not', () => {
  expect(() => demandDays(register(), { day: '2023-05-01', until: null }, TODAY)).toThrow(/YearClosed/);
  expect(() => demandDays(register({ lasts: true }), { day: '2023-05-01', until: null }, TODAY)).not.toThrow();
  expect(() => demandDays(register({ lasts: true }), { day: '2023-05-01', until: '2024-05-01' }, TODAY)).toThrow(/YearClosed/);
  expect(() => demandDays(register({ lasts: true }), { day: '2026-05-02', until: '2026-05-01' }, TODAY)).toThrow(/EntryEndsBefore/);
});

test('another period than the month of the day needs a reason and lies near before it', () => {
  expect(() => demandPeriod('2027-01-12', '2027-01', '')).not.toThrow();
  expect(() => demandPeriod('2027-01-12', '2026-12', '')).toThrow(/PeriodNeedsReason/);
  expect(() => demandPeriod('2027-01-12', '2026-12', '上年度民主评议')).not.toThrow();
  expect(() => demandPeriod('2027-01-12', '2027-02', '提前')).toThrow(/PeriodTooFar/);
  expect(() => demandPeriod('2027-01-12', '2026-09', '补登')).toThrow(/PeriodTooFar/);
});

test('persons suit the register: none, one, several, each with a part where there are parts', () => {
  const said = (over: Partial<Register>, persons: typeof state.persons | { person: string; as: string }[]) => personFaults(register(over), persons).map(({ zh }) => zh);
  expect(said({ persons: 'none' }, state.persons)).toEqual(['这本登记簿不登记人员。']);
  expect(said({ persons: 'one' }, state.persons)).toEqual(['一条登记只写一个人。']);
  expect(said({}, [])).toEqual(['请选择人员。']);
  const parts = [{ id: 'visitor', label: { zh: '走访人', en: 'Visitor' } }, { id: 'visited', label: { zh: '走访对象', en: 'Visited' } }];
  expect(said({ parts }, [{ person: 'a', as: 'visitor' }])).toEqual(['请至少填写一名走访对象。']);
  expect(said({ parts }, [{ person: 'a', as: 'visitor' }, { person: 'b', as: 'visited' }])).toEqual([]);
});

test('an entry waits when the register says so, or when its recorder stands in it (A-9)', () => {
  expect(needsConfirmation(register(), state, 'c')).toBe(false);
  expect(needsConfirmation(register(), state, 'a')).toBe(true);
  expect(needsConfirmation(register({ confirmedBy: 'office' }), state, 'c')).toBe(true);
});

test('two entries are the same by what the register names: persons in any order, a month, a field', () => {
  const turned = { ...state, persons: state.persons.toReversed() };
  const keyed = register({ key: ['day', 'persons'] });
  expect(naturalKey(keyed, turned, '2026-11')).toBe(naturalKey(keyed, state, '2026-11'));
  expect(naturalKey(keyed, { ...state, day: '2026-11-03' }, '2026-11')).not.toBe(naturalKey(keyed, state, '2026-11'));
  const monthly = register({ key: ['month'] });
  expect(naturalKey(monthly, { ...state, day: '2026-11-30' }, '2026-11')).toBe(naturalKey(monthly, state, '2026-11'));
  expect(naturalKey(monthly, state, '2026-10')).not.toBe(naturalKey(monthly, state, '2026-11'));
});
