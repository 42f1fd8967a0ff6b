import fc from 'fast-check';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#server/app.ts';
import * as records from '#domain/activities/contract.ts';
import * as makeUps from '#domain/activities/record-contract.ts';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { Contract } from '#domain/contracts/contract.ts';
import * as people from '#domain/people/contract.ts';
import * as absences from '#domain/rota/absence-contract.ts';
import * as teams from '#domain/rota/contract.ts';
import { declareStudyStop } from '#domain/rota/stop-contract.ts';
import { openDatabase, type Database } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import { benchOf, recordOf, type Bench } from '#test/operations/bench.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';

/** P4 through the use cases: a branch, its committee and the office all write at once, with all the locks of the rooms. */
const WRITERS = 20;
const EACH = 6;

let bureau: TestBureau;
let bench: Bench;
let told: ToldBureau;
let crowd: Database;
let team = '';
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
  told = toldBureau(bureau, NOW.slice(0, 10));
  crowd = openDatabase(bureau.urlAs('app'), WRITERS);
  team = (await bench.as('jiping').call(teams.recordShiftTeam, {
    organisation: bench.on('detention'), name: '夜班', anchor: '2026-11-02', cycle: [[{ start: '18:00', hours: 14 }], [], []], restHours: 12, from: '2026-01-01', to: null })).team;
});
afterAll(async () => {
  await crowd.end();
  await bureau.drop();
});

interface Command {
  readonly does: 'record' | 'amend' | 'withdraw' | 'confirm' | 'makeUp' | 'leave' | 'transfer' | 'place' | 'stop' | 'appoint';
  readonly who: number;
  readonly which: number;
  readonly day: number;
}
const command = fc.record<Command>({
  does: fc.constantFrom('record', 'record', 'record', 'amend', 'withdraw', 'confirm', 'makeUp', 'leave', 'transfer', 'place', 'stop', 'appoint'),
  who: fc.nat(14), which: fc.nat(999), day: fc.nat(60),
});
const plan = fc.array(fc.array(command, { minLength: EACH, maxLength: EACH }), { minLength: WRITERS, maxLength: WRITERS });

/** What everybody knows of: sessions that somebody was told are recorded. */
const known: { session: string; version: number; day: string; organisation: string }[] = [];
const dayOf = (it: Command): string => addDays('2026-11-16', -it.day);

type Asking = readonly [by: 'jiping' | 'luojian' | 'tangyue' | 'fangmin', contract: Contract, input: Record<string, unknown>];

/** Null where there is nothing yet to do it to. */
async function asked(it: Command): Promise<Asking | null> {
  const person = bureau.cast.others[it.who] ?? '';
  const session = known.length > 0 ? known[it.which % known.length] : undefined;
  const [detention, day] = [bench.on('detention'), dayOf(it)];
  const marks = [{ person, mark: 'absent' as const, reason: null, sitting: 0 }];
  switch (it.does) {
    case 'record': return [it.which % 2 === 0 ? 'jiping' : 'luojian', records.recordSession, recordOf(detention, day, { activities: [it.which % 3 === 0 ? 'partyLecture' : 'mondayStudy'], speakers: [person], marks })];
    case 'leave': return ['jiping', absences.recordLeave, { organisation: detention, person, reason: 'sickLeave', from: day, to: day }];
    case 'place': return ['jiping', teams.placePeople, { organisation: detention, team: it.which % 2 === 0 ? team : null, persons: [person], from: day }];
    case 'stop': return ['fangmin', declareStudyStop, { organisation: bench.on(it.which % 2 === 0 ? 'organs' : 'detention'), activities: ['mondayStudy'], day, movedTo: null, document: '' }];
    case 'appoint': return ['luojian', people.appointPost, { person, organisation: detention, post: 'committeeMember', from: day }];
    case 'transfer': return transfer(person, day);
    default: break;
  }
  if (!session) return null;
  const read = { session: session.session, version: session.version };
  switch (it.does) {
    case 'amend': {
      const { organisation: _, arranged: __, ...record } = recordOf(session.organisation, session.day, { marks, topic: '再学一遍' });
      return ['tangyue', records.amendSession, { ...record, ...read }];
    }
    case 'withdraw': return ['luojian', records.withdrawSession, { ...read, reason: '重复' }];
    case 'confirm': return ['tangyue', records.confirmSession, read];
    default: return ['jiping', makeUps.recordMakeUp, { session: session.session, person, day: session.day, way: 'reading' }];
  }
}

async function transfer(person: string, from: string): Promise<Asking> {
  const [last] = await bureau.within(({ tx }) => tx.many<{ version: number; organisation: string }>(sql`
    SELECT f.version, m.organisation_id AS organisation FROM membership m JOIN fact f USING (fact_id) WHERE m.person_id = ${person} ORDER BY m.from_day DESC LIMIT 1`));
  const organisation = bench.on(last?.organisation === bench.on('detention') ? 'command' : 'detention');
  return ['fangmin', people.transferPerson, { person, version: last?.version ?? null, organisation, group: null, stage: 'full', staffKind: 'officer', from }];
}

const seed = Number(process.env['ZHIBU_SEED'] ?? Math.floor(Math.random() * 1e9));

describe('twenty people at once, each through his own pages', () => {
  it('P4: are answered or refused in words, and leave what the whole log says', { timeout: 180_000 }, async () => {
    const app = createApp({
      database: crowd, bureaus: [{ bureau: { code: 'alpha', zh: '', en: '', kind: 'own' }, samples: [] }], clock: () => new Date(NOW), log: pino({ level: 'silent' }),
      secret: 'test', secureCookies: false, webFolder: null,
    });
    const [commands = []] = fc.sample(plan, { seed, numRuns: 1 });
    const answers = new Map<string, number>();
    const faults: string[] = [];
    const believed: string[] = [];
    await Promise.all(commands.map(async (own) => {
      for (const it of own) {
        const asking = await asked(it);
        if (!asking) continue;
        const [by, contract, input] = asking;
        const answer = await bureau.withToken(bureau.cast.token[by], app).request(contract, input);
        const body = (await answer.json()) as { session?: string; version?: number; name?: string };
        const outcome = `${contract.name} ${answer.ok ? 'done' : body.name}`;
        answers.set(outcome, (answers.get(outcome) ?? 0) + 1);
        if (answer.status >= 500) faults.push(outcome);
        if (answer.ok && contract === records.recordSession && body.session) {
          believed.push(body.session);
          known.push({ session: body.session, version: body.version ?? 1, day: dayOf(it), organisation: bench.on('detention') });
        }
      }
    }));
    expect(faults, `P4: ZHIBU_SEED=${seed}: a request met a fault`).toEqual([]);
    expect(await told.held(), `P4: ZHIBU_SEED=${seed}: the ledger is not what the whole log says`).toEqual(await told.tried());
    expect(await told.astray(), 'P13: standings are not the sums of their rows').toEqual([]);
    const logged = await bureau.within(({ tx }) => tx.many<{ id: string }>(sql`SELECT DISTINCT fact_id AS id FROM fact_log WHERE fact_id = ANY(${believed}::uuid[])`));
    expect(logged).toHaveLength(believed.length);
    // Whatever was drawn, most of the kinds of work were carried out, else this said nothing.
    expect([...answers.keys()].filter((it) => it.endsWith(' done')).length, JSON.stringify([...answers])).toBeGreaterThan(5);
  });
});
