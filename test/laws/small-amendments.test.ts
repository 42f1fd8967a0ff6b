import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { sql } from '#server/platform/sql.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { histories, YEAR_END, type History } from '#test/histories.ts';
import { alwaysOnDatabase } from '#test/properties.ts';
import { hashOf, toldBureau, type Net, type ToldBureau } from '#test/told-bureau.ts';
import { cappedScheme } from './capped-scheme.ts';

/** P14 as the ledger's table has it: how many rows an amendment adds, after a random year. */
let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, YEAR_END);
});
afterAll(() => source.drop());

type Session = LogEntryOf<'session'>;
const text = cappedScheme();

const told = ({ log }: History): LogEntry[] => log.flatMap((entry): LogEntry[] =>
  entry.kind === 'makeUp' || (entry.kind === 'schemeAdoption' && entry.state.version > 1) ? []
    : entry.kind === 'schemeAdoption' ? [{ ...entry, state: { ...entry.state, textHash: hashOf(text) } }] : [entry]);

/** Sessions whose last version counts as it was entered, so that the next version by the same recorder does too. */
async function sessions(): Promise<Session[]> {
  const last = new Map((await bureau.within(({ tx }) => wholeLog(tx))).map((it) => [it.factId, it]));
  return [...last.values()].flatMap((it) => (it.kind === 'session' && it.change !== 'withdrawn' && it.standing === 'counted' ? [it] : []));
}

interface Added {
  readonly rows: number;
  readonly changed: readonly string[];
}

/** Enters the next version and counts its rows, and what it changed. */
async function amended(entry: Session, version: number, state: FactState<'session'>): Promise<Added> {
  const before = await bureau.held();
  await bureau.enter({ ...entry, version, change: 'amended', state, day: state.day, period: state.period });
  const after = await bureau.held();
  const row = await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM ledger_entry WHERE seq = (SELECT max(seq) FROM fact_log)`));
  return { rows: row?.n ?? -1, changed: differing(before, after) };
}

function differing(left: readonly Net[], right: readonly Net[]): string[] {
  const [was, is] = [left, right].map((nets) => new Map(nets.map(({ key, value }) => [key, value])));
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].filter((key) => was?.get(key) !== is?.get(key));
}

const allowed = (changed: readonly string[]): number => changed.length * 2;

/** Every third of those marked came after all, or did not, and somebody else spoke. */
const otherwise = (state: FactState<'session'>, people: readonly string[]): FactState<'session'> => ({
  ...state, speakers: people.slice(0, 1),
  marks: state.marks.map((it, at) => (at % 3 > 0 ? it : { ...it, mark: it.mark === 'present' ? 'absent' : 'present', reason: null })),
});

describe('amendments after random histories', () => {
  alwaysOnDatabase('P14: amendments add few rows, none for what did not change, and nothing there and back', histories({ commands: { min: 15, max: 30 } }), 4, async (history) => {
    await bureau.begin(history.bureau.people, [text]);
    await bureau.enterAll(told(history));
    for (const entry of (await sessions()).slice(0, 4)) {
      const { version, state } = entry;
      const again = await amended(entry, version + 1, state);
      expect(again.rows, 'P14: the same state again added rows').toBeLessThanOrEqual(allowed(again.changed));
      const noted = await amended(entry, version + 2, { ...state, contents: ['theory'], agenda: [{ firstItem: true }] });
      expect(noted, 'P14: an amendment that changes no value added rows').toEqual({ rows: 0, changed: [] });
      const before = await bureau.held();
      const there = await amended(entry, version + 3, otherwise(state, history.bureau.people));
      expect(there.rows, 'P14: an amendment added more than two rows for each value it changed').toBeLessThanOrEqual(allowed(there.changed));
      const back = await amended(entry, version + 4, state);
      expect(back.rows, 'P14: the way back added more rows').toBeLessThanOrEqual(allowed(back.changed));
      expect(await bureau.held(), 'P14: there and back left something').toEqual(before);
    }
    expect(await bureau.held()).toEqual(await bureau.tried());
  });
});
