import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { amendSecondment as amendContract, recordSecondment as recordContract } from '#domain/rota/absence-contract.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandNoOverlap } from './leave-checks.ts';
import { demandPersonsHere } from './persons-here.ts';
import { isWaiting, lockPersons } from './rota-reads.ts';
import { demandAt, demandOn, demandOpen } from './rota-rights.ts';

type Secondment = FactState<'secondment'>;
type Written = { secondment: string; version: number; waiting: boolean };

/** 借调: works elsewhere for a term, the membership stays. */
export async function recordSecondment(call: Call, input: z.output<typeof recordContract.input>): Promise<Written> {
  const { organisation, person, seconded, from, to } = input;
  await demandAt(call, 'enterRota', organisation, from);
  demandOpen(call, from);
  await demandPersonsHere(call.tx, organisation, [person], from);
  const state: Secondment = { person, organisation: seconded, from, to };
  await demandSensible(call, state, null);
  const entry = await recordFact(call, { kind: 'secondment', state, standing: standingOf(call, state) });
  call.audit({ kind: 'secondment', id: entry.factId, organisation });
  return { secondment: entry.factId, version: entry.version, waiting: await isWaiting(call.tx, entry.factId) };
}

export async function amendSecondment(call: Call, input: z.output<typeof amendContract.input>): Promise<Written> {
  const { secondment: factId, version, seconded, from, to } = input;
  const before = await lastEntry(call.tx, factId);
  if (!before || before.kind !== 'secondment') throw refuse('NotFound', {});
  await demandOn(call, 'enterRota', before.state.person, before.state.from);
  if (from !== before.state.from) demandOpen(call, from);
  const state: Secondment = { person: before.state.person, organisation: seconded, from, to };
  await demandSensible(call, state, factId);
  const entry = await amendFact(call, { kind: 'secondment', factId, version, state, standing: standingOf(call, state) });
  call.audit({ kind: 'secondment', id: factId });
  return { secondment: factId, version: entry.version, waiting: await isWaiting(call.tx, factId) };
}

/** A secondment excuses at home, so one's own waits for another person. */
const standingOf = (call: Call, { person }: Secondment): 'proposed' | 'counted' => (person === call.actor.person ? 'proposed' : 'counted');

/** @throws EndsBeforeItBegins, PersonNotOfBranch, SecondedToOwnBranch, SecondmentOverlaps, NotFound */
async function demandSensible(call: Call, state: Secondment, except: string | null): Promise<void> {
  const { person, organisation, from, to } = state;
  // A term of years is usual, so the limit of leave does not hold here.
  if (to !== null && to < from) throw refuseRota('EndsBeforeItBegins', {});
  const home = await homeOf(call.tx, person, from);
  if (!home) throw refuseRota('PersonNotOfBranch', { day: from });
  if (organisation !== null) {
    if (organisation === home.organisation || organisation === home.group) throw refuseRota('SecondedToOwnBranch', {});
    if ((await lineage(call.tx, organisation, from)).length === 0) throw refuse('NotFound', {});
  }
  await lockPersons(call.tx, [person]);
  await demandNoOverlap(call.tx, 'secondment', [person], state, except);
}
