import fc from 'fast-check';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Actor } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import { withMark } from '#domain/activities/corrected-mark.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { correctings } from '#server/app.ts';
import { canonical } from '#server/facts/fact-writes.ts';
import { lastEntries, wholeLog } from '#server/facts/fact-reads.ts';
import { decideReview, replyToObjection } from '#server/objections/decide-objection.ts';
import { requestReview } from '#server/objections/move-objection.ts';
import { raiseObjection } from '#server/objections/raise-objection.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { histories, YEAR_END } from '#test/histories.ts';
import { uuid } from '#test/log-book.ts';
import { alwaysOnDatabase } from '#test/properties.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { asTold, texts } from '#test/told-history.ts';

let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, YEAR_END);
});
afterAll(() => source.drop());

const [deputy, office] = [uuid(950_001), uuid(950_002)];
type Mark = { readonly mark: 'present' | 'late' | 'excused' | 'absent'; readonly reason: string | null };
const disputes = fc.record({
  which: fc.nat(999), whose: fc.nat(999), upheld: fc.boolean(), byReview: fc.boolean(),
  mark: fc.constantFrom<Mark[]>({ mark: 'present', reason: null }, { mark: 'excused', reason: 'caseTrip' }, { mark: 'excused', reason: 'sickLeave' }, { mark: 'absent', reason: null }, { mark: 'late', reason: null }),
});
const cases = fc.record({ history: histories({ commands: { min: 25, max: 50 } }), disputes: fc.array(disputes, { minLength: 2, maxLength: 4 }) });

const as = (call: Call, person: string, roles: readonly Role[], root: string): Call => {
  const actor: Actor = { ...call.actor, person, grants: roles.map((role) => ({ id: uuid(1), role, organisation: root, from: '2020-01-01', to: null })) };
  return { ...call, actor };
};
const rootOf = (log: readonly LogEntry[]): string =>
  log.find((entry) => entry.kind === 'organisation' && entry.state.placements[0]?.parent === null)?.factId ?? '';
const logNow = (): Promise<LogEntry[]> => bureau.within(({ tx }) => wholeLog(tx));

/** Sessions whose last version counts, with somebody whom they mark. */
async function disputable(): Promise<LogEntryOf<'session'>[]> {
  const sessions = await bureau.within(({ tx }) => lastEntries(tx, sql`kind = 'session' AND NOT withdrawn AND standing = 'counted'`));
  return sessions.filter((entry) => entry.kind === 'session').filter(({ state }) => state.stage === 'held' && state.marks.length > 0);
}

type Dispute = typeof disputes extends fc.Arbitrary<infer D> ? D : never;

/** Carries one objection through answer or review; what the use cases do of their own accord is not helped along. */
async function dispute(log: readonly LogEntry[], entry: LogEntryOf<'session'>, person: string, { upheld, byReview, mark }: Dispute): Promise<void> {
  const root = rootOf(log);
  const decision = { verdict: upheld ? 'upheld' as const : 'rejected' as const, words: '经核实', fact: null, correction: upheld ? { kind: 'mark' as const, ...mark } : null };
  const explained = { verdict: 'rejected' as const, words: '维持原记录', fact: null, correction: null };
  await bureau.within(async (call) => {
    const about = { kind: 'fact' as const, fact: entry.factId, version: entry.version };
    const { objection, version } = await raiseObjection(as(call, person, [], root), { about, subject: { kind: 'person', id: person }, words: '记录有误' });
    const said = byReview ? explained : decision;
    const answered = await replyToObjection(as(call, deputy, ['deputySecretary', 'partyAffairsOfficer'], root), { objection, version, ...said }, { correctings, strike: () => Promise.resolve() });
    if (!byReview) return;
    const asked = await requestReview(as(call, person, [], root), { objection, version: answered.version, words: '请复核' });
    await decideReview(as(call, office, ['partyAffairsOfficer', 'organsSecretary'], root), { objection, version: asked.version, ...decision }, { correctings, strike: () => Promise.resolve() });
  });
}

/** The log in which the fact had been right from the start, entered by whoever then decided (decision 29). */
const rightFromTheStart = (log: readonly LogEntry[], right: LogEntryOf<'session'>, by: string): LogEntry[] => log.map((entry): LogEntry =>
  (entry.kind === 'session' && entry.factId === right.factId && entry.state.stage === 'held' ? { ...entry, state: right.state, recordedBy: by, standing: 'counted' } : entry));

async function netsOf(log: readonly LogEntry[]): Promise<[string, number][]> {
  const schemes = await bureau.within(({ tx }) => adoptedSchemes(tx));
  const { values } = evaluate({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: YEAR_END } });
  return values.map((it): [string, number] => [[it.person, it.kind, it.of, it.part, it.window, it.fact ?? ''].join(' '), it.value])
    .filter(([, value]) => value !== 0).toSorted(([left], [right]) => (left < right ? -1 : 1));
}
const held = async (): Promise<[string, number][]> => (await bureau.held()).map(({ key, value }) => [key, value]);

alwaysOnDatabase('P12: an objection upheld is the history in which the fact had been right from the start, and one rejected changes nothing', cases, 4, async ({ history, disputes: asked }) => {
  await bureau.begin([...history.bureau.people, deputy, office], texts);
  await bureau.enterAll(asTold(history));
  const done = new Set<string>();
  for (const one of asked) {
    // Whoever put a session right stands aside when it is disputed again.
    const sessions = (await disputable()).filter(({ factId }) => !done.has(factId));
    const entry = sessions[one.which % Math.max(1, sessions.length)];
    const person = entry?.state.marks[one.whose % entry.state.marks.length]?.person;
    if (!entry || person === undefined) continue;
    const right = { ...entry, state: withMark(entry.state, person, one.mark) };
    // To uphold what changes nothing is refused, and has its own test.
    if (one.upheld && canonical(right.state) === canonical(entry.state)) continue;
    const before = { log: await logNow(), nets: await held() };
    await dispute(before.log, entry, person, one);
    done.add(entry.factId);
    const added = (await logNow()).length - before.log.length;
    expect(added, 'P12: the log is longer by the steps of the objection and the one correction').toBe((one.byReview ? 4 : 2) + (one.upheld ? 1 : 0));
    const expected = one.upheld ? await netsOf(rightFromTheStart(before.log, right, one.byReview ? office : deputy)) : before.nets;
    expect(await held(), one.upheld ? 'P12: upheld is not as if the fact had been right from the start' : 'P12: rejected, and yet a number moved').toEqual(expected);
  }
});
