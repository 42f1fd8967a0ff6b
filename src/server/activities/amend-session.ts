import type { z } from 'zod';
import type { amendSession as contract, SessionSaved } from '#domain/activities/contract.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { prepareRecord } from './prepare-record.ts';
import { savedAnswer } from './saved-answer.ts';
import { demandVersion, sessionEntry } from './session-entry.ts';
import { sessionRow } from './session-reads.ts';

/**
 * A new version of a record. Whoever confirmed the version before has not confirmed this one.
 * @throws the refusals of `sessionOfRecord`, SessionOverlaps, PersonUnknown, NotRecordedYet, FactChanged.
 */
export async function amendSession(call: Call, input: z.output<typeof contract.input>): Promise<SessionSaved> {
  const { session, version, ...record } = input;
  const { entry: before } = await demandVersion(call, { session, version });
  if (before.state.stage !== 'held') throw refuseActivity('NotRecordedYet', {});
  const firstRecorded = (await sessionRow(call, session))?.recordedOn ?? call.today;

  const { state, text, evaluation } = await prepareRecord(call, before.state.organisation, record, before);
  const entry = sessionEntry(await amendFact(call, { kind: 'session', factId: session, version, state, text }));
  call.audit({ kind: 'session', id: session, organisation: state.organisation, details: { version: entry.version } });
  return savedAnswer(evaluation, entry, firstRecorded);
}
