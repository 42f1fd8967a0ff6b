import { afterAll, beforeAll, describe, expect } from 'vitest';
import { addDays, addMonths, firstOfMonth, periodOf } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { histories, YEAR_END, type History } from '#test/histories.ts';
import { alwaysOnDatabase } from '#test/properties.ts';
import { hashOf, toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { cappedScheme } from './capped-scheme.ts';

/** The random histories of a year, half a year later: they run over New Year, under ceilings of the week and the month. */
let source: TestDatabase;
let bureau: ToldBureau;
const LATER = 26 * 7;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, addDays(YEAR_END, LATER));
});
afterAll(() => source.drop());

const week = { each: '0.50', ceiling: '0.50', per: 'week' } as const;
const texts = [cappedScheme({ attendance: week }), cappedScheme({ version: 2 }).replace('full: 16.00', 'full: 14.00'), cappedScheme({ version: 3, attendance: { ...week, each: '0.40' } })];

function later<T>(value: T): T {
  const mapped: unknown = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? addDays(value, LATER)
    : Array.isArray(value) ? value.map(later)
      : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, later(it)])) : value;
  return mapped as T;
}

function entryLater(entry: LogEntry): LogEntry {
  const moved = later(entry);
  const period = addMonths(periodOf(moved.day), entry.period === periodOf(entry.day) ? 0 : -1);
  switch (moved.kind) {
    case 'session': return { ...moved, period, state: { ...moved.state, period } };
    case 'schemeAdoption': return { ...moved, period, state: { ...moved.state, from: firstOfMonth(moved.state.from), textHash: hashOf(texts[moved.state.version - 1] ?? '') } };
    case 'studyStop': return { ...moved, period, state: { ...moved.state, activities: ['mondayStudy', 'committeeMeeting'] } };
    default: return { ...moved, period };
  }
}

/** A make-up belongs to the month of its session, and a session is made up once by a person: so the rooms write them. */
function asWritten({ log }: History): readonly LogEntry[] {
  const sessions = new Map<string, string>();
  const first = new Map<string, string>();
  return log.map(entryLater).flatMap((entry): LogEntry[] => {
    if (entry.kind === 'session' && !sessions.has(entry.factId)) sessions.set(entry.factId, entry.period);
    if (entry.kind !== 'makeUp') return [entry];
    const key = `${entry.state.session} ${entry.state.person}`;
    if (!first.has(key)) first.set(key, entry.factId);
    return first.get(key) === entry.factId ? [{ ...entry, period: sessions.get(entry.state.session) ?? entry.period }] : [];
  });
}

describe('random histories over New Year on the database', () => {
  alwaysOnDatabase('P1: the ledger says what the evaluator says of the whole log, over New Year', histories({ commands: { min: 20, max: 45 } }), 5, async (history) => {
    await bureau.begin(history.bureau.people, texts);
    const log = asWritten(history);
    for (const [at, entry] of log.entries()) {
      await bureau.enter(entry);
      if (at % 10 === 9 || at === log.length - 1) expect(await bureau.held(), `P1: after entry ${at + 1} (${entry.kind})`).toEqual(await bureau.tried());
    }
    expect(await bureau.astray(), 'P13: standings are not the sums of their rows').toEqual([]);
  });
});
