import type { z } from 'zod';
import { demandDue } from '#domain/assignments/assignment-rules.ts';
import type { amendAssignment as amendContract, handOutAssignment as contract } from '#domain/assignments/contract.ts';
import { isSettled } from '#domain/assignments/assignment-rules.ts';
import { refuseAssignment } from '#domain/assignments/refusals.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { strangersTo } from '#server/rota/rota-reads.ts';
import { assignmentToSettle, demandHandingOut } from './assignment-rights.ts';

type Saved = z.output<typeof contract.output>;

/** 交办: what somebody of the organisation is asked to do until when. @throws DueBeforeHanded, AssigneeNotHere, AssignmentToOneself */
export async function handOutAssignment(call: Call, input: z.output<typeof contract.input>): Promise<Saved> {
  const { organisation, person, what, until } = input;
  await demandHandingOut(call, organisation);
  if (person === call.actor.person) throw refuseAssignment('AssignmentToOneself', {});
  const state = { organisation, person, day: call.today, until, stage: 'open' as const, handedInOn: null };
  demandDue(state);
  if ((await strangersTo(call.tx, organisation, [person], call.today)).length > 0) throw refuseAssignment('AssigneeNotHere', { day: call.today });
  const { factId, version } = await recordFact(call, { kind: 'assignment', state, text: { what, report: '', said: '' } });
  call.audit({ kind: 'assignment', id: factId, organisation });
  return { assignment: factId, version };
}

/** Other words or another day for a task that is not settled. @throws DueBeforeHanded, AssignmentSettled, FactChanged */
export async function amendAssignment(call: Call, input: z.output<typeof amendContract.input>): Promise<Saved> {
  const { assignment, version, what, until } = input;
  const { before } = await assignmentToSettle(call, assignment);
  if (isSettled(before.state)) throw refuseAssignment('AssignmentSettled', {});
  const state = { ...before.state, until };
  demandDue(state);
  const text = await textOf(call.tx, assignment, before.version);
  const entry = await amendFact(call, { kind: 'assignment', factId: assignment, version, state, text: { ...text, what, said: '' } });
  call.audit({ kind: 'assignment', id: assignment, organisation: state.organisation });
  return { assignment, version: entry.version };
}
