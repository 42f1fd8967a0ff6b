import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amendFact, recordFact, recordFacts, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { withConnection } from '#server/platform/connection.ts';
import { uuid } from '#test/log-book.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { cappedScheme } from './capped-scheme.ts';
import {
  adopted, belonging, dayBefore, everybody, foundSmallBureau, held, inA, membershipOf, mover, place, stranger, versionOf,
} from './small-bureau.ts';

/**
 * Two transactions that overlap: the second begins when the first has written everything and not yet committed. Whatever
 * the second does then, both together must leave what the whole log says (P1, P4).
 */
let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, '2026-12-31');
});
afterAll(() => source.drop());

type Work = (call: Call) => Promise<unknown>;
interface Meeting {
  readonly name: string;
  /** What the bureau knows beforehand, besides its people. */
  readonly given: Work;
  readonly one: Work;
  readonly other: Work;
}

const texts = [cappedScheme(), cappedScheme({ version: 2 }).replace('full: 16.00', 'full: 15.00')];
const [first = '', second = ''] = texts;
const FROM = '2026-03-01';
const team = uuid(401);
const cycle = (day: string) => ({
  organisation: place.branchA, anchor: day, cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 0, from: '2026-01-01', to: null });

/** The mover was at home in the second branch and present there once, so that a share of his is not zero. */
const given: Work = async (call) => {
  await adopted(call, first);
  await held(call, place.branchB, '2026-02-02', { present: [mover] });
};
/** Known late: from March on he belongs to the first branch. */
const transferred: Work = async (call) => {
  await amendFact(call, { kind: 'membership', factId: membershipOf(mover), version: 1, state: belonging(mover, place.branchB, '2020-01-01', dayBefore(FROM)) });
  await recordFact(call, { kind: 'membership', state: belonging(mover, place.branchA, FROM) });
};
/** Somebody of whom the branch had only written that he sat in. */
const entered: Work = (call) => recordFact(call, { kind: 'membership', state: belonging(stranger, place.branchA) });

const meetings: readonly Meeting[] = [
  { name: 'a session of a branch and a transfer into it', given, one: (call) => held(call, place.branchA, '2026-03-09', { present: inA }), other: transferred },
  { name: 'a session of the committee above and a transfer below it', given, one: (call) => held(call, place.east, '2026-03-09', { present: inA }), other: transferred },
  { name: 'two transfers in turn and a session', given,
    one: (call) => held(call, place.branchA, '2026-03-09', { present: inA }),
    other: async (call) => {
      await transferred(call);
      await recordFact(call, { kind: 'membership', state: belonging(stranger, place.branchA) });
    } },
  { name: 'a committee meeting and an appointment to the committee', given: async (call) => {
    await given(call);
    await recordFact(call, { kind: 'post', state: { person: mover, organisation: place.branchA, post: 'organiser', from: '2026-01-01', to: '2026-01-31' } });
    await held(call, place.branchA, '2026-01-12', { activities: ['committeeMeeting'], present: [mover] });
  },
  one: (call) => held(call, place.branchA, '2026-03-10', { activities: ['committeeMeeting'], present: [] }),
  other: (call) => recordFact(call, { kind: 'post', state: { person: mover, organisation: place.branchA, post: 'publicist', from: FROM, to: null } }) },
  { name: 'a stop of study and a transfer below it', given: async (call) => {
    await given(call);
    await held(call, place.branchA, '2026-03-09', { present: inA });
  },
  one: (call) => recordFact(call, { kind: 'studyStop', state: { scope: place.east, activities: ['mondayStudy'], day: '2026-03-09', movedTo: null } }),
  other: transferred },
  { name: 'a branch that goes elsewhere and a transfer into it', given: async (call) => {
    await given(call);
    await held(call, place.west, '2026-03-09', { present: inA, activities: ['mondayStudy'] });
  },
  one: async (call) => amendFact(call, { kind: 'organisation', factId: place.branchA, version: await versionOf(call, place.branchA), state: {
    category: '631', number: '0004', name: '0004', shortName: '0004', founded: '2020-01-01', dissolved: null,
    placements: [{ parent: place.east, from: '2020-01-01' }, { parent: place.west, from: '2026-03-05' }] } }),
  other: transferred },
  { name: 'another cycle of a team and a place in it', given: async (call) => {
    await recordFact(call, { kind: 'shiftTeam', factId: team, state: cycle('2026-03-10') });
    await given(call);
    await held(call, place.branchB, '2026-03-09', { present: [] });
  },
  one: (call) => amendFact(call, { kind: 'shiftTeam', factId: team, version: 1, state: cycle('2026-03-09') }),
  other: (call) => recordFact(call, { kind: 'teamPlacement', state: { person: mover, team, from: '2026-01-01', to: null } }) },
  { name: 'the first scheme of all and a session', given: async () => {},
    one: (call) => adopted(call, first), other: (call) => held(call, place.branchA, '2026-03-09', { present: inA }) },
  { name: 'the first scheme of all and a leave', given: (call) => held(call, place.branchA, '2026-03-09', { present: inA.slice(1) }),
    one: (call) => adopted(call, first),
    other: (call) => recordFact(call, { kind: 'leave', state: { person: inA[0] ?? '', reason: 'sickLeave', from: '2026-03-09', to: '2026-03-09' } }) },
  { name: 'another version of the scheme and a session', given,
    one: (call) => adopted(call, second, 2), other: (call) => held(call, place.branchA, '2026-03-09', { present: inA }) },
  { name: 'another version of the scheme and somebody new', given: async (call) => {
    await given(call);
    await held(call, place.branchA, '2026-03-09', { present: [...inA, stranger] });
  }, one: (call) => adopted(call, second, 2), other: entered },
  { name: 'two sessions of the same people', given,
    one: (call) => held(call, place.branchA, '2026-03-09', { present: inA }), other: (call) => held(call, place.east, '2026-03-10', { present: inA.slice(2) }) },
  { name: 'a session and the leave of somebody expected there', given: async (call) => {
    await given(call);
    await held(call, place.branchA, '2026-03-02', { present: inA });
  },
  one: (call) => held(call, place.branchA, '2026-03-09', { present: inA.slice(1) }),
  other: (call) => recordFact(call, { kind: 'leave', state: { person: inA[0] ?? '', reason: 'sickLeave', from: '2026-03-08', to: '2026-03-09' } }) },
  { name: 'a make-up and the withdrawal of what stood beside it', given: async (call) => {
    await given(call);
    await held(call, place.branchA, '2026-03-02', { present: inA.slice(1) }, uuid(501));
    await held(call, place.branchA, '2026-03-09', { present: inA }, uuid(502));
  },
  one: (call) => recordFact(call, { kind: 'makeUp', period: '2026-03', state: { session: uuid(501), person: inA[0] ?? '', day: '2026-03-04', way: 'reading' } }),
  other: (call) => withdrawFact(call, { factId: uuid(502), version: 1 }) },
  { name: 'two rosters, each with people new to the branch', given: (call) => adopted(call, first),
    one: (call) => recordFacts(call, [{ kind: 'membership', state: belonging(stranger, place.branchA) }]),
    other: (call) => held(call, place.branchA, '2026-03-09', { present: [...inA, stranger] }) },
];

/** Runs the other work while the first has everything written; the first commits once the other waits or has ended. */
async function meeting(one: Work, other: Work): Promise<void> {
  const [written, commit] = [signal(), signal()];
  const leading = bureau.within(async (call) => {
    await one(call);
    written.give();
    await commit.given;
  });
  await Promise.race([written.given, leading]);
  let ended = false;
  const following = bureau.within(other).finally(() => (ended = true));
  await untilWaiting(() => ended);
  commit.give();
  await Promise.all([leading, following]);
}

const signal = (): { given: Promise<void>; give: () => void } => {
  let give = (): void => {};
  const given = new Promise<void>((done) => (give = done));
  return { given, give };
};

/** Asks the database, not the clock, whether a transaction of this test waits for a lock. */
const untilWaiting = (ended: () => boolean): Promise<void> => withConnection(source.ownerUrl, async (owner) => {
  const waits = 'SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE datname = current_database() AND NOT granted';
  while (!ended() && (await owner.query(waits)).rowCount === 0);
});

describe('what two transactions do at one moment is what they do one after the other', () => {
  beforeEach(async () => {
    await bureau.begin(everybody, texts);
    await bureau.within(foundSmallBureau);
  });

  it.each(meetings.flatMap((it) => [[it.name, it.given, it.one, it.other] as const, [`${it.name}, the other way round`, it.given, it.other, it.one] as const]))('%s', async (_, given, one, other) => {
    await bureau.within(given);
    await meeting(one, other);
    const held = await bureau.held();
    expect(held, 'P4: the ledger is not what the whole log says').toEqual(await bureau.tried());
    expect(held).not.toEqual([]);
    expect(await bureau.astray(), 'P13: standings are not the sums of their rows').toEqual([]);
  });
});
