import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as records from '#domain/activities/contract.ts';
import * as makeUps from '#domain/activities/record-contract.ts';
import type { Contract } from '#domain/contracts/contract.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { readPoints } from '#domain/points/contract.ts';
import * as absences from '#domain/rota/absence-contract.ts';
import * as teams from '#domain/rota/contract.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import { benchOf, recordOf, type Bench } from '#test/operations/bench.ts';

/** P9 through the server: whoever holds rights uses all of them for himself, alone, and gains nothing beyond attendance. */
let bureau: TestBureau;
let bench: Bench;
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
});
afterAll(() => bureau.drop());

const actors = ['jiping', 'luojian', 'tangyue', 'zhengqi', 'fangmin'] as const;
type Actor = (typeof actors)[number];
const FROM = '2026-01-01';
const onDutyDaily = { anchor: '2026-11-02', cycle: [[{ start: '08:00', hours: 24 }]], restHours: 0, from: FROM, to: null };
const homeOf = (actor: Actor): string => bench.on(actor === 'fangmin' ? 'command' : 'detention');

/** Everything that a right allows somebody to enter; what is refused is not entered. */
async function tryEverything(actor: Actor): Promise<{ confirmable: [session: string, version: number][] }> {
  const me = bench.person(actor);
  const caller = bench.as(actor);
  const organisation = homeOf(actor);
  const entered = async (contract: Contract, input: Record<string, unknown>): Promise<Record<string, unknown> | null> => {
    const answer = await caller.request(contract, input);
    expect(answer.status, contract.name).toBeLessThan(500);
    return answer.ok ? ((await answer.json()) as Record<string, unknown>) : null;
  };
  const held = async (day: string, more: object): Promise<Record<string, unknown> | null> => entered(records.recordSession, recordOf(organisation, day, more));
  const absent = { marks: [{ person: me, mark: 'absent' as const, reason: null, sitting: 0 }] };
  const confirmable: [string, number][] = [];
  for (const more of [{ speakers: [me] }, { exchanges: [me] }, { host: me }, { ...absent, activities: ['partyLecture'], speakers: [me] }]) {
    const session = await held(bench.pastDay(), more);
    if (session) {
      confirmable.push([String(session['session']), 1]);
      await entered(records.confirmSession, { session: session['session'], version: 1 });
    }
  }
  for (const excuse of [leave, ownLeave, closedDuty, secondment]) {
    const day = bench.pastDay();
    await held(day, absent);
    const written = await entered(...excuse(organisation, me, day));
    const fact = written && (written['leave'] ?? written['closedDuty'] ?? written['secondment']);
    if (fact) await entered(absences.confirmRota, { fact, version: written['version'] });
  }
  const missed = await held(bench.pastDay(), absent);
  if (missed) {
    const makeUp = await entered(makeUps.recordMakeUp, { session: missed['session'], person: me, day: '2026-11-17', way: 'reading' });
    if (makeUp) await entered(makeUps.confirmMakeUp, { makeUp: makeUp['makeUp'], version: 1 });
  }
  const team = await entered(teams.recordShiftTeam, { organisation, name: `班${bench.next()}`, ...onDutyDaily });
  if (team) await entered(teams.placePeople, { organisation, team: team['team'], persons: [me], from: '2026-11-01' });
  return { confirmable };
}
type Excuse = (organisation: string, person: string, day: string) => readonly [contract: Contract, input: Record<string, unknown>];
const leave: Excuse = (organisation, person, day) => [absences.recordLeave, { organisation, person, reason: 'sickLeave', from: day, to: day }];
const ownLeave: Excuse = (_, __, day) => [absences.recordOwnLeave, { reason: 'sickLeave', from: day, to: day }];
const closedDuty: Excuse = (organisation, person, day) => [absences.recordClosedDuty, { organisation, persons: [person], from: day, to: day, studyAtPost: false }];
const secondment: Excuse = (organisation, person, day) => [absences.recordSecondment, { organisation, person, seconded: null, from: day, to: day }];

/** The log without anything that the person's own account wrote to his own benefit; plain attendance stays. */
async function withoutOwnWord(person: string): Promise<readonly LogEntry[]> {
  return bureau.within(async ({ tx }) => {
    const own = new Set((await tx.many<{ seq: number }>(sql`
      SELECT l.seq FROM fact_log l JOIN account a ON a.id = l.recorded_by_account WHERE a.person_id = ${person}`)).map((it) => it.seq));
    return (await wholeLog(tx)).flatMap((entry): LogEntry[] => {
      if (!own.has(entry.seq)) return [entry];
      if (entry.kind !== 'session') return [];
      const without = (persons: readonly string[]): string[] => persons.filter((it) => it !== person);
      const { speakers, exchanges, host } = entry.state;
      return [{ ...entry, state: { ...entry.state, speakers: without(speakers), exchanges: without(exchanges), host: host === person ? null : host } }];
    });
  });
}

async function worth(person: string, log: readonly LogEntry[]): Promise<number> {
  const schemes = await bureau.within(({ tx }) => adoptedSchemes(tx));
  const { values } = evaluate({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: NOW.slice(0, 10) }, only: [person] });
  return values.reduce((sum, it) => sum + it.value, 0);
}

const standing = async (person: string): Promise<number> => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`
  SELECT coalesce(sum(value), 0)::int AS n FROM standing WHERE person_id = ${person}`)))?.n ?? 0;

describe('what somebody enters for himself', () => {
  it.each(actors)('P9: %s gains nothing by his own word, and something once another has confirmed', async (actor) => {
    const person = bench.person(actor);
    const { confirmable } = await tryEverything(actor);
    const alone = await standing(person);
    expect(alone, 'P9: somebody gained by his own word').toBe(await worth(person, await withoutOwnWord(person)));
    if (confirmable.length === 0) return;
    const another = bench.as(actor === 'luojian' ? 'tangyue' : actor === 'fangmin' ? 'gucheng' : 'luojian');
    const shown = await bench.as(actor).call(readPoints, { person });
    expect(shown.total).toBe(alone);
    for (const [session, version] of confirmable) await another.call(records.confirmSession, { session, version });
    expect(await standing(person)).toBeGreaterThan(alone);
  });

  it('is confirmed by no account of his own and by none without a person', async () => {
    const { session } = await bench.as('luojian').call(records.recordSession, recordOf(bench.on('detention'), bench.pastDay(), { speakers: [bench.person('luojian')] }));
    expect(await bench.as('luojian').refusal(records.confirmSession, { session, version: 1 })).toBe('OwnRecord');
    expect(await bench.as('xitong').refusal(records.confirmSession, { session, version: 1 })).toBe('NotFound');
  });

  it('takes nothing away from him that another had stood for', async () => {
    const [person, organisation] = [bench.person('jiping'), bench.on('detention')];
    const { team } = await bench.as('luojian').call(teams.recordShiftTeam, { organisation, name: '夜班', ...onDutyDaily });
    await bench.as('luojian').call(teams.placePeople, { organisation, team, persons: [person], from: FROM });
    await bench.as('luojian').call(records.recordSession, recordOf(organisation, '2026-02-23', { marks: [{ person, mark: 'present', reason: null, sitting: 0 }] }));
    await bench.as('luojian').call(records.recordSession, recordOf(organisation, '2026-03-02', { marks: [{ person, mark: 'absent', reason: null, sitting: 0 }] }));
    const before = await standing(person);
    expect(before).toBeGreaterThan(0);
    await bench.as('jiping').call(teams.placePeople, { organisation, team: null, persons: [person], from: '2026-11-17' });
    expect(await standing(person), 'leaving a team today undid what it had excused before').toBe(before);
    await bench.as('jiping').call(teams.changeCycle, { team, version: 1, from: '2026-11-16', anchor: '2026-11-16', cycle: [[{ start: '08:00', hours: 24 }], []], restHours: 0 });
    expect(await standing(person), 'another cycle from today undid what the old one had excused before').toBe(before);
  });
});
