import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { postponed } from '#domain/rota/postponement.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import type { declareStudyStop as declareContract, StopDeclared, withdrawStudyStop as withdrawContract } from '#domain/rota/stop-contract.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact, withdrawFact } from '#server/facts/record-fact.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { demandAt, demandOpen } from './rota-rights.ts';
import { sessionsOn, shortNames, stopsOf, versionBefore } from './stop-reads.ts';

type Session = LogEntryOf<'session'>;
type Place = StopDeclared['stopped'][number];

/**
 * 停学/顺延 for everything below an organisation, in one action: sessions arranged for the day are cancelled by the notice
 * or moved to the new day; what was recorded already stays as it is and is named in the answer.
 * @throws PostponedBackwards, ActivityUnknown, StopAlreadyDeclared
 */
export async function declareStudyStop(call: Call, input: z.output<typeof declareContract.input>): Promise<StopDeclared> {
  const { organisation: scope, day, movedTo, document } = input;
  const activities = [...new Set(input.activities)];
  const above = await demandAt(call, 'declareStop', scope, day);
  demandOpen(call, day);
  if (movedTo !== null && movedTo <= day) throw refuseRota('PostponedBackwards', {});
  await demandActivities(call, activities, day);
  await demandNotDeclared(call, above, activities, day);

  const entry = await recordFact(call, { kind: 'studyStop', state: { scope, activities, day, movedTo }, text: { document } });
  const sessions = await sessionsOn(call.tx, await subtree(call.tx, [scope], day), day, activities);
  const arranged = sessions.filter((it) => it.state.stage === 'arranged');
  if (movedTo !== null) {
    for (const it of arranged) {
      await amendFact(call, { kind: 'session', factId: it.factId, version: it.version, state: postponed(it.state, movedTo) });
      call.audit({ kind: 'session', id: it.factId, organisation: it.state.organisation });
    }
  }
  const recorded = sessions.filter((it) => it.state.stage !== 'arranged');
  call.audit({ kind: 'studyStop', id: entry.factId, organisation: scope, details: { arranged: arranged.length, moved: movedTo !== null, recorded: recorded.length } });
  return {
    stop: entry.factId, version: entry.version, movedTo,
    stopped: movedTo === null ? await placesOf(call, arranged, day) : [],
    moved: movedTo === null ? [] : await placesOf(call, arranged, movedTo),
    recorded: await placesOf(call, recorded, day),
  };
}

/** The notice no longer holds; sessions that it moved and that nobody has touched since go back to their day. */
export async function withdrawStudyStop(call: Call, input: z.output<typeof withdrawContract.input>): Promise<z.output<typeof withdrawContract.output>> {
  const entry = await lastEntry(call.tx, input.stop);
  if (!entry || entry.kind !== 'studyStop') throw refuse('NotFound', {});
  const { scope, activities, day, movedTo } = entry.state;
  await demandAt(call, 'declareStop', scope, day);
  await withdrawFact(call, { factId: entry.factId, version: input.version });
  const movedBack: Session[] = [];
  if (movedTo !== null) {
    const there = await sessionsOn(call.tx, await subtree(call.tx, [scope], movedTo), movedTo, activities);
    const before = await versionBefore(call.tx, there.filter((it) => it.state.stage === 'arranged'), day);
    for (const it of there) {
      const state = before.get(it.factId);
      if (!state) continue;
      await amendFact(call, { kind: 'session', factId: it.factId, version: it.version, state });
      call.audit({ kind: 'session', id: it.factId, organisation: it.state.organisation });
      movedBack.push(it);
    }
  }
  call.audit({ kind: 'studyStop', id: entry.factId, organisation: scope, details: { movedBack: movedBack.length } });
  return { movedBack: await placesOf(call, movedBack, day) };
}

async function demandActivities(call: Call, activities: readonly string[], day: CivilDate): Promise<void> {
  const scheme = (await adoptedSchemes(call.tx)).findLast((it) => it.from <= day)?.scheme;
  if (!scheme) throw refuseRota('SchemeMissing', { day });
  if (!activities.every((id) => scheme.activities.some((it) => it.id === id))) throw refuseRota('ActivityUnknown', { day });
}

/** Locked, because two clerks who publish the same notice at the same moment would not see each other's. */
async function demandNotDeclared(call: Call, above: readonly string[], activities: readonly string[], day: CivilDate): Promise<void> {
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ANY(${[...above].sort()}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  const declared = await stopsOf(call.tx, above, day, day);
  if (declared.some((it) => it.state.activities.some((one) => activities.includes(one)))) throw refuseRota('StopAlreadyDeclared', { day });
}

async function placesOf(call: Call, sessions: readonly Session[], day: CivilDate): Promise<Place[]> {
  const names = await shortNames(call.tx, sessions.map((it) => it.state.organisation));
  return sessions.map((it) => ({ session: it.factId, organisation: names.get(it.state.organisation) ?? '', day }));
}
