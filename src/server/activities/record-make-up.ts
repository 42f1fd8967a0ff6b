import type { z } from 'zod';
import { makeUpRefusal } from '#domain/activities/owed-make-up.ts';
import type { recordMakeUp as contract } from '#domain/activities/record-contract.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { read } from '#domain/engine/reading.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { evaluationOf } from './attendance-reads.ts';
import { personCards } from './name-reads.ts';
import { demandOf } from './rights.ts';
import { demandSession } from './session-entry.ts';

type Input = z.output<typeof contract.input>;

/**
 * 登记补学. Entered by another it counts; what somebody enters for himself is proposed until another confirms it.
 * @throws NotRecordedYet, FutureDay, MakeUpTooEarly, AlreadyMadeUp, MakeUpNotOpen, MakeUpNotNeeded, MakeUpTooLate.
 */
export async function recordMakeUp(call: Call, input: Input): Promise<{ makeUp: string; proposed: boolean }> {
  const { entry: session, standing } = await demandSession(call, input.session);
  const proposed = input.person === call.actor.person;
  if (!proposed) demandOf(standing, 'recordSessions');
  if (session.state.stage !== 'held') throw refuseActivity('NotRecordedYet', {});
  if (input.day > call.today) throw refuseActivity('FutureDay', { day: input.day });
  if (input.day < session.day) throw refuseActivity('MakeUpTooEarly', { day: session.day });
  const name = (await personCards(call.tx, [input.person])).get(input.person)?.name;
  if (name === undefined) throw refuse('NotFound', {});
  await demandOnce(call, input, name);
  await demandOwed(call, input, session, name);

  const { factId } = await recordFact(call, {
    kind: 'makeUp', state: { session: input.session, person: input.person, day: input.day, way: input.way },
    period: session.period, standing: proposed ? 'proposed' : 'counted',
  });
  call.audit({ kind: 'makeUp', id: factId, organisation: session.state.organisation, details: { of: input.session } });
  return { makeUp: factId, proposed };
}

/** The session is locked, so of two entries at the same moment the second finds the first. */
async function demandOnce({ tx }: Call, { session, person }: Input, name: string): Promise<void> {
  const known = await tx.one<{ day: string }>(sql`SELECT day FROM make_up WHERE session_id = ${session} AND person_id = ${person}`);
  if (known) throw refuseActivity('AlreadyMadeUp', { name, day: known.day });
}

async function demandOwed(call: Call, { person, day }: Input, { factId, ...entry }: LogEntryOf<'session'>, name: string): Promise<void> {
  const reading = read(await evaluationOf(call, [person], [entry.day, `${entry.period}-01`]));
  const refused = makeUpRefusal(reading, reading.world.sessions.get(factId), person, day, name);
  if (refused) throw refused;
}
