import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoredAspects } from '#domain/assessments/branch-score.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { read } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { branchYear, scheme, schemes, stateOfSheet } from '#test/branch-year.ts';
import { brokenGrounds } from '#test/grounds-combine.ts';
import { uuid } from '#test/log-book.ts';
import { always } from '#test/properties.ts';

interface Mark {
  readonly value: number | null;
  readonly full: number | null;
}

const year = branchYear();
/** Without the sheet of that year itself, which would stand in the place of any before it. */
const log: readonly LogEntry[] = year.book.entries.filter(({ kind }) => kind !== 'checkSheet');

function groundsOf(entries: readonly LogEntry[], date: string, organisation = year.branchA): Grounds {
  const grounds = explain(read({ schemes, log: entries, upTo: { seq: Infinity, date } }), branch(organisation), 2026);
  if (!grounds) throw new Error('the year has no grounds');
  return grounds;
}

function marksOf(entries: readonly LogEntry[], date: string, organisation = year.branchA): ReadonlyMap<string, Mark> {
  if (!scheme.indicators) throw new Error('the scheme has items');
  return new Map(scoredAspects(groundsOf(entries, date, organisation), scheme.indicators, false).flatMap(({ items }) => items.map(({ id, value, full }) => [id, { value, full }])));
}

/** The log with one more sheet, as it would have been entered. */
function checkedOn(day: string, found: Readonly<Record<string, number>>, at = year.branchA, over: Partial<FactState<'checkSheet'>> = {}): LogEntry {
  const before = marksOf(log, day, at);
  const state = stateOfSheet(at, day, Object.fromEntries(Object.entries(found).map(([item, checked]) => {
    const { value = null, full = null } = before.get(item) ?? {};
    return [item, { computed: value, full, checked }];
  })), over);
  return sheetOf(day, state);
}

function sheetOf(day: string, state: FactState<'checkSheet'>): LogEntry {
  const seq = log.length + 1 + Number(day.slice(5).replace('-', ''));
  return {
    seq, factId: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`, version: 1, kind: 'checkSheet', change: 'recorded', state, day, period: day.slice(0, 7),
    recordedBy: null, recordedOn: day, standing: 'counted',
  };
}

const monthEnds = ['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31'];
const monthOf = (day: string): number => Number(day.slice(5, 7));
/** Items of which there is more to count each month; worked out from the regulation, not from the code. */
const growing = new Set(['firstItem', 'thinking', 'ideology', 'mondayHeld', 'attendanceRate', 'lectures', 'lecturers', 'assemblies', 'committeeMeetings', 'groupMeetings', 'themeDays',
  'duesPaid', 'warning', 'reminders', 'selfChecks', 'records', 'pointsWork', 'missionLessons']);
const items = [...marksOf(log, '2026-12-31').keys()];
/** Rounded half away from zero. */
const rounded = (number: number): number => Math.sign(number) * Math.floor(Math.abs(number) + 0.5);

const check = fc.record({
  at: fc.nat(monthEnds.length - 2), later: fc.nat(monthEnds.length - 1), item: fc.constantFrom(...items), share: fc.integer({ min: 0, max: 20 }),
});

always('C: at the check an item is what was found, and the months after it count as facts prove them', check, 24, ({ at, later, item, share }) => {
  const day = monthEnds[at] ?? '';
  const { value: computed = null, full = null } = marksOf(log, day).get(item) ?? {};
  if (computed === null || full === null) return;
  const found = rounded((full * share) / 20);
  const sheet = checkedOn(day, { [item]: found });
  const then = marksOf([...log, sheet], day);
  expect(then.get(item)?.value, `C: ${item} on the day of the check`).toBe(found);
  const end = monthEnds[Math.max(at, later)] ?? day;
  const now = marksOf(log, end);
  const { value: made = null, full: whole = null } = now.get(item) ?? {};
  const after = marksOf([...log, sheet], end);
  const broken = brokenGrounds(groundsOf([...log, sheet], end));
  if (made === null || whole === null) return;
  const weight = growing.has(item) ? monthOf(day) / monthOf(end) : 1;
  const expected = found === computed ? made : Math.max(0, Math.min(whole, made + rounded(((found - computed) * whole * weight) / full)));
  expect(after.get(item)?.value, `C: ${item}, checked in month ${monthOf(day)}, in month ${monthOf(end)}`).toBe(expected);
  expect(broken, 'C: the grounds do not combine').toEqual([]);
  for (const [other, mark] of now) if (other !== item) expect(after.get(other), `C: ${other} was not checked`).toEqual(mark);
});

const twice = fc.record({ first: fc.nat(4), second: fc.nat(4), item: fc.constantFrom(...items), low: fc.nat(20), high: fc.nat(20) });

always('C: of two sheets on an item the latest stands alone, and whoever was not drawn keeps what he had', twice, 12, ({ first, second, item, low, high }) => {
  const days = [monthEnds[first] ?? '', monthEnds[5 + second - 1] ?? ''] as const;
  const fullOn = (day: string): number => marksOf(log, day).get(item)?.full ?? 0;
  const older = checkedOn(days[0], { [item]: rounded((fullOn(days[0]) * low) / 20) });
  const newer = checkedOn(days[1], { [item]: rounded((fullOn(days[1]) * high) / 20) });
  const basis = marksOf(log, days[1]).get(item)?.value ?? null;
  if (basis !== null && days[0] < days[1]) {
    expect(marksOf([...log, older, newer], '2026-12-31'), 'C: the sheet before still counts').toEqual(marksOf([...log, newer], '2026-12-31'));
  }
  expect(marksOf([...log, older, newer], '2026-12-31', year.branchB), 'C: a branch that was not drawn').toEqual(marksOf(log, '2026-12-31', year.branchB));
});

describe('a check', () => {
  it('keeps the weight of its months: six of twelve months found empty are half of the mark in December', () => {
    // 3.4 in June: six months of theme days and three marks of siblings spread over it, 4.00 × 22 ÷ 19 = 4.63; nothing of it
    // was found. Until December ten of the eleven that are over were held: 10 ÷ 11 × 4.00 = 3.64,
    // less 4.63 × 4.00 ÷ 4.63 × 6 ÷ 12.
    const sheet = checkedOn('2026-06-30', { themeDays: 0 });
    expect(marksOf(log, '2026-06-30').get('themeDays')).toEqual({ value: 463, full: 463 });
    expect(marksOf(log, '2026-12-31').get('themeDays')?.value).toBe(364);
    expect(marksOf([...log, sheet], '2026-12-31').get('themeDays')?.value).toBe(164);
  });

  it('counts once another judge has confirmed it, and not before its day', () => {
    const own = checkedOn('2026-06-30', { themeDays: 0 }, year.branchA, { confirmedBy: uuid(800_001) });
    const marked = checkedOn('2026-06-30', { themeDays: 0 }, year.branchA, { stage: 'marked', confirmedBy: null });
    const plain = marksOf(log, '2026-07-31');
    expect(marksOf([...log, own], '2026-07-31'), 'A-9: confirmed by the one who marked').toEqual(plain);
    expect(marksOf([...log, marked], '2026-07-31'), 'A-9: nobody confirmed').toEqual(plain);
    expect(marksOf([...log, checkedOn('2026-08-31', { themeDays: 0 })], '2026-07-31'), 'before the check').toEqual(plain);
  });

  it('gives an item that only a check marks its mark, until judges mark it', () => {
    const sheet = sheetOf('2026-09-30', stateOfSheet(year.branchA, '2026-09-30', { brandEffect: { computed: null, full: 400, checked: 300, why: 'marked' } }));
    expect(marksOf(log, '2026-11-30').get('brandEffect')?.value).toBeNull();
    expect(marksOf([...log, sheet], '2026-11-30').get('brandEffect')).toEqual({ value: 300, full: 400 });
    // Three judges in December: 3, 3 and 2 of 4.
    expect(marksOf([...log, sheet], '2026-12-31').get('brandEffect')?.value).toBe(267);
  });

  it('never goes below nothing or above the full mark', () => {
    const sheet = checkedOn('2026-06-30', { obeying: 0 });
    // 5.3: 4.50 of 5.00 in June, found nothing; a decision later costs no more than there is.
    expect(marksOf([...log, sheet], '2026-12-31').get('obeying')?.value).toBe(0);
  });
});
