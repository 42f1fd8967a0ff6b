import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { LedgerRow } from '#domain/engine/ledger-diff.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { amendFact, recordFact, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { withConnection } from '#server/platform/connection.ts';
import { openDatabase, type Database } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { sessionState } from '#test/engine-story.ts';
import { overflowing } from '#test/ledger.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { cappedScheme } from './capped-scheme.ts';
import { adopted, belonging, dayBefore, everybody, foundSmallBureau, inA, inB, place } from './small-bureau.ts';

/** P4 under twenty writers at once, who meet in the same people, the same branches and the same ceilings. */
const WRITERS = 20;
const EACH = 10;
const MINUTE = 60_000;

let source: TestDatabase;
let crowd: Database;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  crowd = openDatabase(source.urlAs('app'), WRITERS);
  bureau = toldBureau(source, '2026-12-31', crowd);
});
afterAll(() => source.drop());

/** One command of a writer; numbers choose among people, places and days. */
interface Command {
  readonly does: 'hold' | 'amend' | 'withdraw' | 'excuse' | 'makeUp' | 'transfer' | 'appoint' | 'stop';
  readonly at: number;
  readonly who: number;
  readonly day: number;
  readonly present: readonly boolean[];
}

const command = fc.record<Command>({
  does: fc.constantFrom('hold', 'hold', 'hold', 'amend', 'withdraw', 'excuse', 'makeUp', 'transfer', 'transfer', 'appoint', 'stop'),
  at: fc.nat(2), who: fc.nat(11), day: fc.integer({ min: 2, max: 28 }), present: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
});
const writers = fc.array(fc.array(command, { minLength: EACH, maxLength: EACH }), { minLength: WRITERS, maxLength: WRITERS });

const people = [...inA, ...inB];
const places = [place.branchA, place.branchB, place.east];
const dayOf = ({ day }: Command): string => `2026-11-${String(day).padStart(2, '0')}`;
const person = ({ who }: Command): string => people[who] ?? '';
const record = (it: Command, at = places[it.at] ?? '') => sessionState(at, dayOf(it), {
  activities: [it.who % 3 === 0 ? 'partyLecture' : 'mondayStudy'], present: people.filter((_, index) => it.present[index]), speakers: [person(it)] });

/** A writer amends and withdraws what he has recorded himself; what he is told was done is what he believes. */
async function write(commands: readonly Command[], told: (entries: readonly LogEntry[]) => void): Promise<void> {
  const own: LogEntry[] = [];
  const madeUp = new Set<string>();
  for (const it of commands) {
    const last = own.at(-1);
    const key = `${last?.factId} ${person(it)}`;
    if (it.does === 'makeUp' && madeUp.has(key)) continue;
    if (it.does === 'makeUp') madeUp.add(key);
    const done = await bureau.within((call) => carryOut(call, it, last)).catch((fault: unknown) => {
      // Two of them may amend one membership; that the second is refused is law A-2 and no loss.
      if (fault instanceof Refused && fault.refusal.name === 'FactChanged') return [];
      throw fault;
    });
    told(done);
    if (it.does === 'hold') own.push(...done);
    if ((it.does === 'amend' || it.does === 'withdraw') && done.length > 0) own.pop();
  }
}

async function carryOut(call: Call, it: Command, last: LogEntry | undefined): Promise<LogEntry[]> {
  const day = dayOf(it);
  switch (it.does) {
    case 'hold': return [await recordFact(call, { kind: 'session', state: record(it) })];
    case 'amend': return last?.kind === 'session' ? [await amendFact(call, { kind: 'session', factId: last.factId, version: last.version, state: record(it, last.state.organisation) })] : [];
    case 'withdraw': return last ? [await withdrawFact(call, last)] : [];
    case 'excuse': return [await recordFact(call, { kind: 'leave', state: { person: person(it), reason: 'sickLeave', from: day, to: day } })];
    case 'makeUp': return last ? [await recordFact(call, { kind: 'makeUp', period: last.period, state: { session: last.factId, person: person(it), day: last.day, way: 'reading' } })] : [];
    case 'transfer': return transfer(call, it);
    case 'appoint': return [await recordFact(call, { kind: 'post', state: { person: person(it), organisation: places[it.at] ?? '', post: 'organiser', from: day, to: null } })];
    case 'stop': return [await recordFact(call, { kind: 'studyStop', state: { scope: places[it.at] ?? '', activities: ['mondayStudy'], day, movedTo: null } })];
  }
}

/** The open spell ends and another begins, known late. */
async function transfer(call: Call, it: Command): Promise<LogEntry[]> {
  const from = dayOf(it);
  const spell = await call.tx.one<{ factId: string; version: number; organisation: string; from: string }>(sql`
    SELECT m.fact_id AS "factId", f.version, m.organisation_id AS organisation, m.from_day AS "from"
    FROM membership m JOIN fact f USING (fact_id) WHERE m.person_id = ${person(it)} AND m.to_day IS NULL`);
  if (!spell || spell.from >= from) return [];
  const next = spell.organisation === place.branchA ? place.branchB : place.branchA;
  return [
    await amendFact(call, { kind: 'membership', factId: spell.factId, version: spell.version, state: belonging(person(it), spell.organisation, spell.from, dayBefore(from)) }),
    await recordFact(call, { kind: 'membership', state: belonging(person(it), next, from) }),
  ];
}

/** Ceilings that some person's rows had passed when a recording was over; the rows of one person are in the order of their commits. */
function passedAtSomeCommit(rows: readonly (LedgerRow & { readonly seq: number })[]): string[] {
  const read = readScheme(cappedScheme());
  if (!('scheme' in read)) throw new Error('the scheme of this test has problems');
  return everybody.flatMap((one) => {
    const own = rows.filter((row) => row.person === one);
    const commits = own.flatMap((row, at) => (own[at + 1]?.seq === row.seq ? [] : [at + 1]));
    return commits.flatMap((upTo) => overflowing(own.slice(0, upTo), read.scheme));
  });
}

const seed = Number(process.env['ZHIBU_SEED'] ?? Math.floor(Math.random() * 1e9));

describe('twenty writers at once', () => {
  it('P4: pass no ceiling at any commit, lose no fact and leave what the whole log says', { timeout: 3 * MINUTE }, async () => {
    await bureau.begin(everybody, [cappedScheme()]);
    await bureau.within(foundSmallBureau);
    await bureau.within((call) => adopted(call, cappedScheme()));
    const [plan = []] = fc.sample(writers, { seed, numRuns: 1 });
    const before = (await logged()).length;
    const told: string[] = [];
    const ended = await Promise.allSettled(plan.map((commands) => write(commands, (done) => told.push(...done.map(nameOf)))));
    expect(ended.filter((it) => it.status === 'rejected').map((it) => String(it.reason)), `P4: ZHIBU_SEED=${seed}: a writer was turned away`).toEqual([]);

    const rows = await bureau.within(({ tx }) => tx.many<LedgerRow & { seq: number }>(sql`
      SELECT id::text, person_id AS person, kind, of, part, window_key AS window, fact_id AS fact, value, reverses::text, seq FROM ledger_entry ORDER BY ledger_entry.id`));
    expect(rows.some((it) => it.kind === 'limit')).toBe(true);
    expect(passedAtSomeCommit(rows), `P4: ZHIBU_SEED=${seed}: a ceiling was passed`).toEqual([]);
    expect(await bureau.held(), `P4: ZHIBU_SEED=${seed}: the ledger is not what the whole log says`).toEqual(await bureau.tried());
    expect(await bureau.astray(), 'P13: standings are not the sums of their rows').toEqual([]);
    expect((await logged()).slice(before).toSorted(), `ZHIBU_SEED=${seed}: the log is not what the writers were told`).toEqual(told.toSorted());
    await crowd.end();
    expect(await deadlocks(), `ZHIBU_SEED=${seed}: transactions waited for each other in a circle`).toBe(0);
  });
});

const nameOf = ({ factId, version }: { factId: string; version: number }): string => `${factId} v${version}`;

const logged = (): Promise<string[]> => bureau.within(async ({ tx }) =>
  (await tx.many<{ factId: string; version: number }>(sql`SELECT fact_id AS "factId", version FROM fact_log ORDER BY seq`)).map(nameOf));

/** Connections tell their counts when they end, so all of the crowd's have ended. */
const deadlocks = (): Promise<number> => withConnection(source.ownerUrl, async (owner) => {
  const { rows } = await owner.query<{ deadlocks: number }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
  return rows[0]?.deadlocks ?? -1;
});
