import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FactState } from '#domain/facts/contract.ts';
import { amendFact, type AnyNewFact, recordFact, restoreFacts, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sessionState } from '#test/engine-story.ts';
import { uuid } from '#test/log-book.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { boardsOf, type Boards } from './boards.ts';
import { cappedScheme } from './capped-scheme.ts';
import { adopted, belonging, dayBefore, everybody, foundSmallBureau, held, inA, membershipOf, mover, place, stranger } from './small-bureau.ts';

/** Whatever changes a board is found by it: each kind of fact, after the board was brought up to date. */
let source: TestDatabase;
let bureau: ToldBureau;
let boards: Boards;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, '2026-12-31');
  boards = boardsOf(source, bureau);
});
afterAll(() => source.drop());

type Work = (call: Call) => Promise<unknown>;
const text = cappedScheme();
const [missing = '', other = ''] = inA;
const [monday, group, team] = ['2026-03-09', uuid(401), uuid(402)];
const study = uuid(501);
const arrangement = uuid(601);

const fact = (it: AnyNewFact): Work => (call) => recordFact(call, it);
const spell = { from: monday, to: monday };
const sick: AnyNewFact = { kind: 'leave', factId: uuid(502), state: { person: missing, reason: 'sickLeave', ...spell } };
const secondment: AnyNewFact = { kind: 'secondment', state: { person: missing, organisation: place.branchB, from: '2026-03-01', to: '2026-03-31' } };
const makeUp: AnyNewFact = { kind: 'makeUp', factId: uuid(503), period: '2026-03', state: { session: study, person: missing, day: '2026-03-12', way: 'reading' } };
const teamState = (anchor: string): FactState<'shiftTeam'> =>
  ({ organisation: place.branchA, anchor, cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 0, from: '2026-01-01', to: null });
const groupState = (placements: FactState<'organisation'>['placements']): FactState<'organisation'> =>
  ({ category: '699', number: 'G', name: 'G', shortName: 'G', founded: '2020-01-01', dissolved: null, placements });

/** Monday's study of the first branch, without the first of its people. */
const studied: Work = (call) => held(call, place.branchA, monday, { present: inA.slice(1), arrangement }, study);
const arranged: FactState<'session'> = { ...sessionState(place.branchA, monday), stage: 'arranged' };
const one = (...works: readonly Work[]): Work => async (call) => {
  for (const work of works) await work(call);
};
/** Somebody else stands for the first version of a fact. */
const confirmed = (id: string): Work => (call) =>
  recordFact({ ...call, actor: { ...call.actor, person: other } }, { kind: 'confirmation', factId: uuid(504), state: { fact: id, version: 1 } });

const stories: readonly (readonly [name: string, given: Work, then: Work])[] = [
  ['a session', async () => {}, studied],
  ['a session that is confirmed', studied, confirmed(study)],
  ['a confirmation that is taken back', one(studied, confirmed(study)), (call) => withdrawFact(call, { factId: uuid(504), version: 1 })],
  ['a session that waited for its confirmation', (call) => recordFact(call, { kind: 'session', factId: study, standing: 'proposed', state: sessionState(place.branchA, monday, { present: inA }) }), confirmed(study)],
  ['a session that belongs to another month after all', studied, (call) => amendFact(call, { kind: 'session', factId: study, version: 1,
    state: sessionState(place.branchA, '2026-04-13', { present: inA, period: '2026-04' }) })],
  ['a session that is withdrawn', studied, (call) => withdrawFact(call, { factId: study, version: 1 })],
  ['a session that is restored', one(studied, fact(makeUp), (call) => withdrawFact(call, { factId: study, version: 1 })), (call) => restoreFacts(call, [{ factId: study, version: 2 }])],
  ['a session that was arranged and not held', fact({ kind: 'session', factId: study, state: arranged }), (call) => amendFact(call, { kind: 'session', factId: study, version: 1, state: { ...arranged, stage: 'notHeld' } })],
  ['a session of another branch on the same day', studied, (call) => held(call, place.branchB, monday, { attendees: [missing] })],
  ['a session of another branch under the same arrangement', studied, (call) => held(call, place.branchB, '2026-03-24', { attendees: [missing], arrangement })],
  ['a session where he is seconded to, in the same week', one(fact(secondment), studied), (call) => held(call, place.branchB, '2026-03-12', { attendees: [missing] })],
  ['a make-up', studied, fact(makeUp)],
  ['a make-up that is withdrawn', one(studied, fact(makeUp)), (call) => withdrawFact(call, { factId: uuid(503), version: 1 })],
  ['a make-up that waited for its confirmation', one(studied, fact({ ...makeUp, standing: 'proposed' })), confirmed(uuid(503))],
  ['a leave', studied, fact(sick)],
  ['a leave that is withdrawn', one(studied, fact(sick)), (call) => withdrawFact(call, { factId: uuid(502), version: 1 })],
  ['a leave that is restored', one(studied, fact(sick), (call) => withdrawFact(call, { factId: uuid(502), version: 1 })), (call) => restoreFacts(call, [{ factId: uuid(502), version: 2 }])],
  ['a closed duty', studied, fact({ kind: 'closedDuty', state: { persons: [missing], studyAtPost: false, ...spell } })],
  ['a secondment', studied, fact(secondment)],
  ['a stop of study', studied, fact({ kind: 'studyStop', state: { scope: place.east, activities: ['mondayStudy'], day: monday, movedTo: null } })],
  ['a place in a shift team', one(fact({ kind: 'shiftTeam', factId: team, state: teamState(monday) }), studied), fact({ kind: 'teamPlacement', state: { person: missing, team, from: '2026-01-01', to: null } })],
  ['another cycle of a shift team',
    one(fact({ kind: 'shiftTeam', factId: team, state: teamState('2026-03-10') }), fact({ kind: 'teamPlacement', state: { person: missing, team, from: '2026-01-01', to: null } }), studied),
    (call) => amendFact(call, { kind: 'shiftTeam', factId: team, version: 1, state: teamState(monday) })],
  ['a post on the committee', (call) => held(call, place.branchA, monday, { activities: ['committeeMeeting'] }), fact({ kind: 'post', state: { person: missing, organisation: place.branchA, post: 'organiser', from: monday, to: null } })],
  ['somebody new', studied, fact({ kind: 'membership', state: belonging(stranger, place.branchA) })],
  ['somebody who is no member of the Party after all', studied, (call) => amendFact(call, { kind: 'membership', factId: membershipOf(missing), version: 1, state: { ...belonging(missing, place.branchA), stage: 'none' } })],
  ['a transfer that is known late', one(studied, (call) => held(call, place.branchB, monday, { present: [] })), one(
    (call) => amendFact(call, { kind: 'membership', factId: membershipOf(mover), version: 1, state: belonging(mover, place.branchB, '2020-01-01', dayBefore('2026-03-05')) }),
    fact({ kind: 'membership', state: belonging(mover, place.branchA, '2026-03-05') }))],
  ['a group that goes to another branch', one(
    fact({ kind: 'organisation', factId: group, state: groupState([{ parent: place.branchA, from: '2020-01-01' }]) }),
    fact({ kind: 'membership', state: { ...belonging(stranger, place.branchA), group } }), (call) => held(call, group, monday, { present: [stranger] })),
  (call) => amendFact(call, { kind: 'organisation', factId: group, version: 1, state: groupState([{ parent: place.branchA, from: '2020-01-01' }, { parent: place.branchB, from: '2026-03-05' }]) })],
  ['a group that was entered under the wrong branch', one(
    fact({ kind: 'organisation', factId: group, state: groupState([{ parent: place.branchA, from: '2020-01-01' }]) }), (call) => held(call, group, monday, {})),
  (call) => amendFact(call, { kind: 'organisation', factId: group, version: 1, state: groupState([{ parent: place.branchB, from: '2020-01-01' }]) })],
];

it.each(stories)('the board follows %s', async (_, given, then) => {
  await begin();
  await bureau.within((call) => adopted(call, text));
  await bureau.within(given);
  await boards.project();
  const before = await boards.rows();
  await bureau.within(then);
  await boards.project();
  const after = await boards.rows();
  expect(after).not.toEqual(before);
  expect(after).toEqual(await boards.rebuilt());
});

it('the board follows the adoption of a scheme', async () => {
  await begin();
  await bureau.within(studied);
  await boards.project();
  expect(await boards.rows()).toContainEqual(expect.objectContaining({ activity: '', held: 1, expected: 0 }));
  await bureau.within((call) => adopted(call, text));
  await boards.project();
  expect(await boards.rows()).toContainEqual(expect.objectContaining({ activity: '', held: 1, expected: 6, present: 5, absent: 1 }));
});

async function begin(): Promise<void> {
  await bureau.begin(everybody, [text]);
  await bureau.within(foundSmallBureau);
}
