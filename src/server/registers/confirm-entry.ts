import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import type { confirmRegisterEntry as contract } from '#domain/registers/contract.ts';
import { confirmingAct } from '#domain/registers/keeping.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { isWaiting } from '#server/rota/rota-reads.ts';
import { seenEntry } from './entry-to-change.ts';
import { permissionFor } from './register-rights.ts';

/**
 * 审核: another than the recorder, and none of those named, stands for this version of an entry.
 * @throws NotAllowed, OwnEntry, ConfirmerUnknown, EntryNotWaiting, FactChanged, FactWithdrawn
 */
export async function confirmRegisterEntry(call: Call, { entry, version }: z.output<typeof contract.input>): Promise<{ confirmation: string }> {
  const { register, before, above } = await seenEntry(call, entry);
  const permission = await permissionFor(call, confirmingAct(register), above);
  if (!permission.allowed) throw refuse('NotAllowed', permission.words);
  if (before.change === 'withdrawn') throw refuseFact('FactWithdrawn', {});
  if (before.version !== version) throw refuseFact('FactChanged', { read: version, current: before.version });
  const { person } = call.actor;
  if (person === null) throw refuseRegister('ConfirmerUnknown', {});
  if (before.recordedBy === person || before.state.persons.some((it) => it.person === person)) throw refuseRegister('OwnEntry', {});
  if (!(await isWaiting(call.tx, entry))) throw refuseRegister('EntryNotWaiting', {});
  const { factId } = await recordFact(call, { kind: 'confirmation', state: { fact: entry, version } });
  call.audit({ kind: 'record', id: entry, organisation: before.state.organisation, details: { version } });
  return { confirmation: factId };
}
