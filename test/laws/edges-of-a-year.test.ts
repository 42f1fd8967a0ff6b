import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FactState } from '#domain/facts/contract.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { appendEntries } from '#server/facts/fact-writes.ts';
import { amendFact, recordFact, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { uuid } from '#test/log-book.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { sessionState } from '#test/engine-story.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { cappedScheme } from './capped-scheme.ts';
import { adopted, belonging, everybody, foundSmallBureau, held, inA, inB, mover, place, stranger, versionOf } from './small-bureau.ts';

/**
 * Facts that reach farther than their own year or their own branch: each step is one transaction, and after each the
 * ledger must hold what the evaluator says of the whole log (P1).
 */
let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, '2027-03-31');
});
afterAll(() => source.drop());

type Step = (call: Call) => Promise<unknown>;

const byMonth = cappedScheme();
const byWeek = cappedScheme({ attendance: { each: '0.50', ceiling: '0.50', per: 'week' } });
const [absentee = ''] = inA;
const others = inA.slice(1);
const team = uuid(401);
/** 民主评议 of 2026, held in January 2027. */
const yearEnd = { activities: ['criticismMeeting'], period: '2026-12' };
const JANUARY = '2027-01-12';
const leave = (from: string, to = from): Step => (call) => recordFact(call, { kind: 'leave', state: { person: absentee, reason: 'sickLeave', from, to } });
const stop = (scope: string, day: string, activities: string[]): Step => (call) =>
  recordFact(call, { kind: 'studyStop', state: { scope, day, activities, movedTo: null } });
const session = (at: string, day: string, attending: Parameters<typeof sessionState>[2] = {}, factId?: string): Step => (call) => held(call, at, day, attending, factId);
const moved = (parent: string, from: string): Step => async (call) => amendFact(call, { kind: 'organisation', factId: place.branchA, version: await versionOf(call, place.branchA), state: {
  category: '631', number: '0004', name: '0004', shortName: '0004', founded: '2020-01-01', dissolved: null,
  placements: [{ parent: place.east, from: '2020-01-01' }, { parent, from }] } });
const onCommittee = (person: string, factId?: string): Step => (call) => recordFact(call, { kind: 'post', factId, state: { person, organisation: place.branchA, post: 'organiser', from: '2026-01-01', to: null } });
const meeting = { activities: ['committeeMeeting'] };
const cycle = (anchor: string): FactState<'shiftTeam'> => ({ organisation: place.branchA, anchor, cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 0, from: '2026-01-01', to: null });

/** By somebody who may not: it waits, and the post holds (decision 11). */
const postWithdrawnByAnybody = (factId: string): Step => async (call) => {
  const before = await lastEntry(call.tx, factId);
  if (!before) throw new Error('no such post');
  const logged = await appendEntries(call, [{ entry: { ...before, version: before.version + 1, change: 'withdrawn', standing: 'proposed', recordedBy: absentee }, text: undefined }]);
  for (const react of call.reactions) await react(call, logged.map((entry) => ({ entry, before })));
};

const stories: readonly (readonly [string, string, readonly Step[]])[] = [
  ['a meeting of the year held after it, then the leave of that day', byMonth, [
    session(place.branchA, '2026-11-02', { present: inA }), session(place.branchA, JANUARY, { ...yearEnd, present: others }), leave(JANUARY)]],
  ['a meeting of the year held after it, then the leave of that winter taken back', byMonth, [
    session(place.branchA, '2026-11-02', { present: inA }), leave('2027-01-04', '2027-02-05'), session(place.branchA, JANUARY, { ...yearEnd, present: others }, uuid(501)),
    (call) => withdrawFact(call, { factId: uuid(501), version: 1 })]],
  ['a meeting of the year held after it, then a stop of that day', byMonth, [
    session(place.branchA, '2026-11-02', { present: inA }), session(place.branchA, JANUARY, { ...yearEnd, present: others }), stop(place.east, JANUARY, ['criticismMeeting'])]],
  ['a meeting of the year held after it, then the same sat through elsewhere on that day', byMonth, [
    session(place.branchA, '2026-11-02', { present: inA }), session(place.branchA, JANUARY, { ...yearEnd, present: others }),
    session(place.branchB, JANUARY, { activities: ['criticismMeeting'], present: inB, attendees: [absentee] })]],
  ['the same sat through elsewhere first', byMonth, [
    session(place.branchA, '2026-11-02', { present: inA }),
    session(place.branchB, JANUARY, { activities: ['criticismMeeting'], present: inB, attendees: [absentee] }),
    session(place.branchA, JANUARY, { ...yearEnd, present: others })]],
  ['a meeting of the year held after it by a branch that he came to in January', byMonth, [
    session(place.branchB, '2026-11-02', { present: inB }), session(place.branchA, JANUARY, { ...yearEnd, present: inA }),
    (call) => recordFact(call, { kind: 'membership', state: belonging(stranger, place.branchA, '2027-01-01') }),
    session(place.branchA, '2027-02-01', { present: [stranger] })]],
  ['a team that was on duty on that day', byMonth, [
    (call) => recordFact(call, { kind: 'shiftTeam', factId: team, state: cycle('2027-01-13') }),
    (call) => recordFact(call, { kind: 'teamPlacement', state: { person: absentee, team, from: '2027-01-01', to: null } }),
    session(place.branchA, '2026-11-02', { present: inA }), session(place.branchA, JANUARY, { ...yearEnd, present: others }),
    (call) => amendFact(call, { kind: 'shiftTeam', factId: team, version: 1, state: { ...cycle('2027-01-12'), from: '2027-01-01' } })]],
  ['a meeting that turns out to belong to the year before', byMonth, [
    session(place.branchA, '2026-11-02', { present: inA }), session(place.branchA, JANUARY, { activities: ['criticismMeeting'], present: others }, uuid(501)),
    (call) => amendFact(call, { kind: 'session', factId: uuid(501), version: 1, state: sessionState(place.branchA, JANUARY, { ...yearEnd, present: others }) }),
    leave(JANUARY)]],
  ['a make-up in January of a session of December', byMonth, [
    session(place.branchA, '2026-12-28', { present: others }, uuid(501)), session(place.branchA, '2027-01-04', { present: inA }),
    (call) => recordFact(call, { kind: 'makeUp', factId: uuid(502), period: '2026-12', state: { session: uuid(501), person: absentee, day: '2027-01-05', way: 'reading' } }),
    (call) => withdrawFact(call, { factId: uuid(502), version: 1 })]],
  ['a ceiling of the week in which the year ends', byWeek, [
    session(place.branchA, '2026-12-28', { present: inA }), session(place.branchA, '2027-01-02', { present: inA }),
    session(place.branchA, '2026-12-31', { activities: ['partyLecture'], present: inA }, uuid(501)),
    (call) => withdrawFact(call, { factId: uuid(501), version: 1 })]],
  ['a ceiling of the week that begins before the year', byWeek, [
    session(place.branchA, '2025-12-29', { present: inA }), session(place.branchA, '2025-12-30', { activities: ['partyLecture'], present: inA }),
    session(place.branchA, '2026-01-02', { present: inA }), leave('2026-01-02')]],
  ['somebody seconded who sits in elsewhere in the week in which the year ends', byMonth, [
    (call) => recordFact(call, { kind: 'secondment', state: { person: absentee, organisation: place.branchB, from: '2026-12-01', to: null } }),
    session(place.branchA, '2026-12-28', { present: others }), session(place.branchB, '2027-01-01', { present: [...inB, absentee] })]],
  ['sessions of one arrangement on both sides of the year', byMonth, [
    session(place.branchA, '2026-12-28', { arrangement: uuid(601), present: others }), session(place.branchB, '2027-01-11', { arrangement: uuid(601), present: inB, attendees: [absentee] })]],
  ['a stop for a branch whose committee has somebody from elsewhere', byMonth, [
    onCommittee(mover), session(place.branchA, '2026-11-02', { ...meeting, present: [mover] }), session(place.branchA, '2026-11-09', { ...meeting, present: [] }),
    stop(place.branchA, '2026-11-09', ['committeeMeeting'])]],
  ['a post whose withdrawal waits', byMonth, [
    onCommittee(mover, uuid(701)), session(place.branchA, '2026-11-02', { ...meeting, present: [mover] }), postWithdrawnByAnybody(uuid(701)),
    session(place.branchA, '2026-11-09', { ...meeting, present: [] })]],
  ['a branch that goes elsewhere with somebody from elsewhere on its committee', byMonth, [
    onCommittee(mover), session(place.branchA, '2026-11-02', { ...meeting, present: [mover] }), session(place.branchA, '2026-11-09', { ...meeting, present: [] }),
    stop(place.root, '2026-10-09', ['committeeMeeting']), stop(place.west, '2026-11-02', ['mondayStudy']),
    (call) => recordFact(call, { kind: 'studyStop', state: { scope: place.east, day: '2026-11-09', activities: ['committeeMeeting'], movedTo: null } }), moved(place.west, '2026-11-05')]],
];

describe('the ledger follows a fact wherever it reaches', () => {
  beforeEach(() => bureau.begin(everybody, [byMonth, byWeek]));

  it.each(stories)('P1: %s', async (_, text, steps) => {
    await bureau.within(foundSmallBureau);
    await bureau.within((call) => adopted(call, text, 1, '2025-01-01'));
    for (const [at, step] of steps.entries()) {
      await bureau.within(step);
      expect(await bureau.held(), `P1: after step ${at + 1}`).toEqual(await bureau.tried());
    }
    expect(await bureau.held()).not.toEqual([]);
    expect(await bureau.astray(), 'P13: standings are not the sums of their rows').toEqual([]);
  });
});
