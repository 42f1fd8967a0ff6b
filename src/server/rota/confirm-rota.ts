import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { isWaiting } from './rota-reads.ts';
import { demandOn, lineageOfPerson, mayConfirm } from './rota-rights.ts';

const confirmable: readonly LogEntry['kind'][] = ['leave', 'closedDuty', 'secondment', 'teamPlacement'];

/**
 * 审核: a secretary, deputy or the office stands for what somebody entered about himself. It holds for the version
 * that was read and for no other. @throws NothingToConfirm, ConfirmationNotYours, ConfirmationOfOwn, FactChanged
 */
export async function confirmRota(call: Call, input: { fact: string; version: number }): Promise<{ confirmation: string }> {
  const entry = await lastEntry(call.tx, input.fact);
  if (!entry || !confirmable.includes(entry.kind)) throw refuse('NotFound', {});
  await demandConfirmation(call, entry);
  if (entry.change === 'withdrawn') throw refuseFact('FactWithdrawn', {});
  if (entry.version !== input.version) throw refuseFact('FactChanged', { read: input.version, current: entry.version });
  if (!(await isWaiting(call.tx, entry.factId))) throw refuseRota('NothingToConfirm', {});
  const confirmation = await recordFact(call, { kind: 'confirmation', state: { fact: entry.factId, version: entry.version } });
  call.audit({ kind: entry.kind, id: entry.factId, details: { version: entry.version } });
  return { confirmation: confirmation.factId };
}

/** Who neither confirms nor keeps the rota there does not know that the entry exists; the person himself does. */
async function demandConfirmation(call: Call, entry: LogEntry): Promise<void> {
  const { person: actor } = call.actor;
  const persons = bearingsOf(entry.kind, entry.state as never, entry.recordedOn).persons;
  if (actor !== null && (entry.recordedBy === actor || (persons.length === 1 && persons[0] === actor))) throw refuseRota('ConfirmationOfOwn', {});
  for (const person of persons) {
    if (mayConfirm(call, await lineageOfPerson(call, person, entry.day))) continue;
    await demandOn(call, 'readRota', person, entry.day);
    throw actor === null ? refuseRota('AccountWithoutPerson', {}) : refuseRota('ConfirmationNotYours', {});
  }
}
