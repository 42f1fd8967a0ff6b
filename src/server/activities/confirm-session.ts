import type { z } from 'zod';
import type { confirmSession as contract } from '#domain/activities/contract.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import type { confirmSessions as several } from '#domain/activities/to-confirm-contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandNewConfirmation } from './confirmation.ts';
import { demandOf } from './rights.ts';
import { demandVersion } from './session-entry.ts';

type Read = z.output<typeof contract.input>;

/** 审核: another than the recorder stands for this version. @throws OwnRecord, NotRecordedYet, AlreadyConfirmed, FactChanged. */
export async function confirmSession(call: Call, read: Read): Promise<{ confirmation: string }> {
  const [confirmation = ''] = await confirm(call, [read]);
  return { confirmation };
}

/** Whoever brought a year in from its sheets leaves dozens of records behind: one look at the list confirms them, or none. @throws as confirmSession */
export async function confirmSessions(call: Call, { sessions }: z.output<typeof several.input>): Promise<{ confirmed: number }> {
  if (new Set(sessions.map(({ session }) => session)).size < sessions.length) throw refuseActivity('AlreadyConfirmed', {});
  return { confirmed: (await confirm(call, sessions)).length };
}

/** Written together, because what follows from a year is then counted once. */
async function confirm(call: Call, reads: readonly Read[]): Promise<string[]> {
  const confirmable: (Read & { organisation: string })[] = [];
  for (const read of reads) confirmable.push({ ...read, organisation: await demandConfirmable(call, read) });
  const facts = await recordFacts(call, reads.map(({ session, version }) => ({ kind: 'confirmation', state: { fact: session, version } })));
  const ids = facts.map(({ factId }) => factId);
  confirmable.forEach(({ session, version, organisation }, at) => call.audit({ kind: 'confirmation', id: ids[at] ?? '', organisation, details: { of: session, version } }));
  return ids;
}

/** @returns the organisation whose record it is. */
async function demandConfirmable(call: Call, { session, version }: Read): Promise<string> {
  const { entry, standing } = await demandVersion(call, { session, version });
  demandOf(standing, 'confirmSessions');
  if (entry.state.stage !== 'held') throw refuseActivity('NotRecordedYet', {});
  if (call.actor.person === null) throw refuseActivity('NoPersonBehind', {});
  if (entry.recordedBy === call.actor.person) throw refuseActivity('OwnRecord', {});
  await demandNewConfirmation(call, { fact: session, version });
  return entry.state.organisation;
}
