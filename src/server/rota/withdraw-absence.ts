import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { restoreFacts, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandNoOverlap } from './leave-checks.ts';
import { demandOnAll } from './record-closed-duty.ts';
import { demandLeaveChange } from './record-leave.ts';
import { lockPersons } from './rota-reads.ts';
import { demandOn, demandOpen } from './rota-rights.ts';

type Absence = LogEntryOf<'leave'> | LogEntryOf<'closedDuty'> | LogEntryOf<'secondment'>;

/** Leave, closed duty or a secondment that was entered by mistake. @throws OwnLeaveSettled, FactChanged, FactWithdrawn */
export async function withdrawAbsence(call: Call, input: { fact: string; version: number }): Promise<Record<string, never>> {
  const entry = await absenceToChange(call, input.fact);
  await withdrawFact(call, { factId: entry.factId, version: input.version });
  call.audit({ kind: entry.kind, id: entry.factId });
  return {};
}

/**
 * 恢复: it holds again as it was entered, wherever it came from; who restores it has entered it, so his own waits for another.
 * @throws OwnLeaveSettled, YearClosed, LeaveOverlaps, ClosedDutyOverlaps, SecondmentOverlaps, FactChanged, FactStands
 */
export async function restoreAbsence(call: Call, input: { fact: string; version: number }): Promise<{ version: number }> {
  const entry = await absenceToChange(call, input.fact);
  const { state, kind, factId } = entry;
  const persons = personsOf(state);
  if (entry.change === 'withdrawn') {
    demandOpen(call, state.from);
    await lockPersons(call.tx, persons);
    await demandNoOverlap(call.tx, kind === 'closedDuty' ? 'closed_duty' : kind, persons, state, null);
  }
  await restoreFacts(call, [{ factId, version: input.version, standing: kind !== 'closedDuty' && persons[0] === call.actor.person ? 'proposed' : 'counted' }]);
  call.audit({ kind, id: factId });
  return { version: input.version + 1 };
}

/** @throws NotFound for what is none, or not his to know of; NotAllowed, OwnLeaveSettled */
async function absenceToChange(call: Call, fact: string): Promise<Absence> {
  const entry = await lastEntry(call.tx, fact);
  switch (entry?.kind) {
    case 'leave': await demandLeaveChange(call, entry.factId, entry.state); return entry;
    case 'closedDuty': await demandOnAll(call, entry.state); return entry;
    case 'secondment': await demandOn(call, 'enterRota', entry.state.person, entry.state.from); return entry;
    default: throw refuse('NotFound', {});
  }
}

const personsOf = (state: FactState<Absence['kind']>): readonly string[] => ('persons' in state ? state.persons : [state.person]);
