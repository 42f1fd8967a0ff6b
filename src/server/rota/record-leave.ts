import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { amendLeave as amendContract, recordLeave as recordContract, recordOwnLeave as ownContract } from '#domain/rota/absence-contract.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { homeOf } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { daysOf, demandLeaveReason, demandNoOverlap, demandSpell } from './leave-checks.ts';
import { demandPersonsHere } from './persons-here.ts';
import { isWaiting, lockPersons } from './rota-reads.ts';
import { demandAt, demandOn, demandOpen } from './rota-rights.ts';

type Leave = FactState<'leave'>;
type Recorded = z.output<typeof recordContract.output>;

/** Leave of somebody of the organisation, entered by those who keep its rota. Their own waits for another. */
export async function recordLeave(call: Call, input: z.output<typeof recordContract.input>): Promise<Recorded> {
  const { organisation, ...leave } = input;
  await demandAt(call, 'enterRota', organisation, leave.from);
  demandSpell(leave);
  await demandPersonsHere(call.tx, organisation, [leave.person], leave.from);
  return writeLeave(call, leave);
}

/** A member's own leave: a proposal, because nobody excuses himself. */
export async function recordOwnLeave(call: Call, input: z.output<typeof ownContract.input>): Promise<Recorded> {
  const { person } = call.actor;
  if (person === null) throw refuseRota('AccountWithoutPerson', {});
  demandSpell(input);
  if (!(await homeOf(call.tx, person, input.from))) throw refuseRota('PersonNotOfBranch', { day: input.from });
  return writeLeave(call, { person, ...input });
}

async function writeLeave(call: Call, leave: Leave): Promise<Recorded> {
  demandOpen(call, leave.from);
  await demandLeaveReason(call.tx, leave.reason, leave.from);
  await lockPersons(call.tx, [leave.person]);
  await demandNoOverlap(call.tx, 'leave', [leave.person], leave, null);
  const standing = leave.person === call.actor.person ? 'proposed' : 'counted';
  const entry = await recordFact(call, { kind: 'leave', state: leave, standing });
  call.audit({ kind: 'leave', id: entry.factId });
  return { leave: entry.factId, version: entry.version, days: daysOf(leave), waiting: standing === 'proposed' };
}

/** Another reason or other dates, cutting it short among them (销假). @throws OwnLeaveSettled, FactChanged */
export async function amendLeave(call: Call, input: z.output<typeof amendContract.input>): Promise<Recorded> {
  const { leave: factId, version, ...fields } = input;
  const before = await leaveToChange(call, factId);
  const leave: Leave = { person: before.person, ...fields };
  demandSpell(leave);
  if (leave.from !== before.from) demandOpen(call, leave.from);
  if (!(await homeOf(call.tx, leave.person, leave.from))) throw refuseRota('PersonNotOfBranch', { day: leave.from });
  await demandLeaveReason(call.tx, leave.reason, leave.from);
  await lockPersons(call.tx, [leave.person]);
  await demandNoOverlap(call.tx, 'leave', [leave.person], leave, factId);
  const standing = leave.person === call.actor.person ? 'proposed' : 'counted';
  const entry = await amendFact(call, { kind: 'leave', factId, version, state: leave, standing });
  call.audit({ kind: 'leave', id: factId });
  return { leave: factId, version: entry.version, days: daysOf(leave), waiting: standing === 'proposed' };
}

async function leaveToChange(call: Call, factId: string): Promise<Leave> {
  const entry = await lastEntry(call.tx, factId);
  if (!entry || entry.kind !== 'leave') throw refuse('NotFound', {});
  await demandLeaveChange(call, entry.factId, entry.state);
  return entry.state;
}

/**
 * One's own leave may be changed while nobody has confirmed it; after that, and for anybody else, those who keep the
 * rota of his branch. @throws OwnLeaveSettled, NotFound, NotAllowed
 */
export async function demandLeaveChange(call: Call, factId: string, { person, from }: Pick<Leave, 'person' | 'from'>): Promise<void> {
  const own = person === call.actor.person;
  if (own && await isWaiting(call.tx, factId)) return;
  try {
    await demandOn(call, 'enterRota', person, from);
  } catch (refused) {
    throw own ? refuseRota('OwnLeaveSettled', {}) : refused;
  }
}
