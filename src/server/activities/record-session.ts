import type { z } from 'zod';
import type { recordSession as contract, SessionSaved } from '#domain/activities/contract.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { prepareRecord } from './prepare-record.ts';
import { savedAnswer } from './saved-answer.ts';
import { demandVersion, sessionEntry } from './session-entry.ts';

/**
 * 记一次活动: writes what took place, of a session that was arranged or of one that nobody arranged. It counts at once,
 * because the recorder holds the right; what he gains himself beyond attendance waits for another.
 * @throws the refusals of `sessionOfRecord`, SessionOverlaps, PersonUnknown, AlreadyRecorded, FactChanged.
 */
export async function recordSession(call: Call, input: z.output<typeof contract.input>): Promise<SessionSaved> {
  const { organisation, arranged, ...record } = input;
  const before = arranged === null ? null : (await demandVersion(call, arranged)).entry;
  if (before && before.state.organisation !== organisation) throw refuse('NotFound', {});
  if (before?.state.stage === 'held') throw refuseActivity('AlreadyRecorded', {});

  const { state, text, evaluation } = await prepareRecord(call, organisation, record, before);
  const written = before
    ? await amendFact(call, { kind: 'session', factId: before.factId, version: before.version, state, text })
    : await recordFact(call, { kind: 'session', state, text });
  const entry = sessionEntry(written);
  call.audit({ kind: 'session', id: entry.factId, organisation, details: { version: entry.version } });
  return savedAnswer(evaluation, entry, call.today);
}
