import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { requestReview as reviewContract, withdrawObjection as withdrawContract } from '#domain/objections/contract.ts';
import { isOpen, type Objection } from '#domain/objections/objection-rules.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { clockFor, type ObjectionEntry } from './objection-reads.ts';
import { seenObjection } from './objection-rights.ts';

/** 申请复核, in time after an answer that did not give all; where no answer came it goes to review by itself. @throws ReviewNotDue, FactChanged */
export async function requestReview(call: Call, { objection, version, words }: z.output<typeof reviewContract.input>): Promise<{ version: number }> {
  const entry = await own(call, objection);
  if ((await clockFor(call, [entry])).of(entry.state).standing !== 'answered') throw refuseObjection('ReviewNotDue', {});
  return move(call, entry, version, { stage: 'appealed', appealedOn: call.today }, words);
}

/** 撤回异议, while it is under way. @throws ObjectionMoved, FactChanged */
export async function withdrawObjection(call: Call, { objection, version, words }: z.output<typeof withdrawContract.input>): Promise<{ version: number }> {
  const entry = await own(call, objection);
  if (!isOpen((await clockFor(call, [entry])).of(entry.state).standing)) throw refuseObjection('ObjectionMoved', {});
  return move(call, entry, version, { stage: 'withdrawn' }, words);
}

/** Those who answer it know of it, but it is not theirs to go on with. */
async function own(call: Call, objection: string): Promise<ObjectionEntry> {
  const { entry, own: isOwn } = await seenObjection(call, objection);
  if (!isOwn) throw refuse('NotAllowed', { zh: '只有提出异议的人可以办理，请由本人操作。', en: 'Only whoever raised the objection can do this.' });
  return entry;
}

async function move(call: Call, { factId, state }: ObjectionEntry, version: number, change: Partial<Objection>, words: string): Promise<{ version: number }> {
  const entry = await amendFact(call, { kind: 'objection', factId, version, state: { ...state, ...change }, text: { words } });
  call.audit({ kind: 'objection', id: factId, organisation: state.organisation, details: { version: entry.version } });
  return { version: entry.version };
}
