import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { amendClosedDuty as amendContract, recordClosedDuty as recordContract } from '#domain/rota/absence-contract.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandNoOverlap, demandSpell } from './leave-checks.ts';
import { demandPersonsHere } from './persons-here.ts';
import { isWaiting, lockPersons } from './rota-reads.ts';
import { demandAt, demandOn, demandOpen, lineageOfPerson } from './rota-rights.ts';

type ClosedDuty = FactState<'closedDuty'>;
type Written = { closedDuty: string; version: number; waiting: boolean };

/** 全封闭执勤 of a list of people: weeks inside a closed post, with or without study there. */
export async function recordClosedDuty(call: Call, input: z.output<typeof recordContract.input>): Promise<Written> {
  const { organisation, ...fields } = input;
  const duty: ClosedDuty = { ...fields, persons: [...new Set(fields.persons)] };
  await demandAt(call, 'enterRota', organisation, duty.from);
  demandSpell(duty);
  demandOpen(call, duty.from);
  await demandPersonsHere(call.tx, organisation, duty.persons, duty.from);
  await lockPersons(call.tx, duty.persons);
  await demandNoOverlap(call.tx, 'closed_duty', duty.persons, duty, null);
  const entry = await recordFact(call, { kind: 'closedDuty', state: duty });
  call.audit({ kind: 'closedDuty', id: entry.factId, organisation, details: { people: duty.persons.length } });
  return { closedDuty: entry.factId, version: entry.version, waiting: await isWaiting(call.tx, entry.factId) };
}

/** Other people, other days, study at the post or not; whoever amends must keep the rota of all of them. */
export async function amendClosedDuty(call: Call, input: z.output<typeof amendContract.input>): Promise<Written> {
  const { closedDuty: factId, version, ...fields } = input;
  const before = await lastEntry(call.tx, factId);
  if (!before || before.kind !== 'closedDuty') throw refuse('NotFound', {});
  const duty: ClosedDuty = { ...fields, persons: [...new Set(fields.persons)] };
  await demandOnAll(call, before.state);
  demandSpell(duty);
  if (duty.from !== before.state.from) demandOpen(call, duty.from);
  await demandEverybodyHome(call, duty);
  await demandOnAll(call, duty);
  await lockPersons(call.tx, duty.persons);
  await demandNoOverlap(call.tx, 'closed_duty', duty.persons, duty, factId);
  const entry = await amendFact(call, { kind: 'closedDuty', factId, version, state: duty });
  call.audit({ kind: 'closedDuty', id: factId, details: { people: duty.persons.length } });
  return { closedDuty: factId, version: entry.version, waiting: await isWaiting(call.tx, factId) };
}

/** @throws NotFound or NotAllowed at the first person whose rota the actor does not keep. */
export async function demandOnAll(call: Call, { persons, from }: Pick<ClosedDuty, 'persons' | 'from'>): Promise<void> {
  for (const person of persons) await demandOn(call, 'enterRota', person, from);
}

async function demandEverybodyHome(call: Call, { persons, from }: ClosedDuty): Promise<void> {
  for (const person of persons) {
    if ((await lineageOfPerson(call, person, from)).length === 0) throw refuseRota('PersonNotOfBranch', { day: from });
  }
}
