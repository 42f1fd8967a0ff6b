import type { z } from 'zod';
import { answered, closed, handedIn, passedOn, reopened, takenBack } from '#domain/assignments/assignment-rules.ts';
import type {
  acceptAssignment as acceptContract, closeAssignment as closeContract, handInAssignment as handInContract, passOnAssignment as passOnContract, returnAssignment as returnContract, takeBackReport as takeBackContract,
} from '#domain/assignments/contract.ts';
import type { reopenAssignment as reopenContract } from '#domain/assignments/restoring-contract.ts';
import { refuseAssignment } from '#domain/assignments/refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { textOf, versionsOf } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { strangersTo } from '#server/rota/rota-reads.ts';
import { assignmentToSettle, mayPassOn, seenAssignment, type SeenAssignment } from './assignment-rights.ts';

type Saved = z.output<typeof acceptContract.output>;

/** 报结 by the person himself, today. @throws NotYourTask, AlreadyHandedIn, AssignmentSettled, FactChanged */
export async function handInAssignment(call: Call, input: z.output<typeof handInContract.input>): Promise<Saved> {
  const seen = await seenAssignment(call, input.assignment);
  if (seen.before.state.person !== call.actor.person) throw refuseAssignment('NotYourTask', {});
  return move(call, input, seen, handedIn(seen.before.state, call.today), { report: input.report, said: input.report });
}

/** 撤回报结 by the person himself. @throws NotYourTask, NothingToTakeBack, AssignmentSettled, FactChanged */
export async function takeBackReport(call: Call, input: z.output<typeof takeBackContract.input>): Promise<Saved> {
  const seen = await seenAssignment(call, input.assignment);
  if (seen.before.state.person !== call.actor.person) throw refuseAssignment('NotYourTask', {});
  return move(call, input, seen, takenBack(seen.before.state), { report: '', said: '' });
}

/**
 * 转交 by the person who has it, or by whoever may settle it, to somebody of the same organisation; who handed it out and
 * the day stay, and it counts for who does it.
 * @throws NotTheHander, AssignmentToOneself, PassedToNobodyElse, AssigneeNotHere, AlreadyHandedIn, AssignmentSettled, FactChanged
 */
export async function passOnAssignment(call: Call, input: z.output<typeof passOnContract.input>): Promise<Saved> {
  const seen = await seenAssignment(call, input.assignment);
  if (!mayPassOn(call, seen)) throw refuseAssignment('NotTheHander', {});
  const { state } = seen.before;
  const own = state.person === call.actor.person;
  if (!own && input.person === call.actor.person) throw refuseAssignment('AssignmentToOneself', {});
  const next = passedOn(state, input.person, seen.hander);
  if ((await strangersTo(call.tx, state.organisation, [input.person], call.today)).length > 0) throw refuseAssignment('AssigneeNotHere', { day: call.today });
  return move(call, input, seen, next, { said: input.reason });
}

/** 办结 by whoever handed it out, or the secretary. @throws NotHandedIn, OwnTask, NotTheHander, AssignmentSettled, FactChanged */
export async function acceptAssignment(call: Call, input: z.output<typeof acceptContract.input>): Promise<Saved> {
  const seen = await assignmentToSettle(call, input.assignment);
  return move(call, input, seen, answered(seen.before.state, 'accepted'), { said: '' });
}

/** 退回并说明: the person goes on with it. @throws as {@link acceptAssignment} */
export async function returnAssignment(call: Call, input: z.output<typeof returnContract.input>): Promise<Saved> {
  const seen = await assignmentToSettle(call, input.assignment);
  return move(call, input, seen, answered(seen.before.state, 'returned'), { said: input.reason });
}

/** Called off, or written down as not done, with the reason. @throws OwnTask, NotTheHander, AssignmentSettled, FactChanged */
export async function closeAssignment(call: Call, input: z.output<typeof closeContract.input>): Promise<Saved> {
  const seen = await assignmentToSettle(call, input.assignment);
  return move(call, input, seen, closed(seen.before.state, input.as), { said: input.reason });
}

/** Taken up again as it stood before it was called off. @throws OwnTask, NotTheHander, NothingToReopen, FactChanged */
export async function reopenAssignment(call: Call, input: z.output<typeof reopenContract.input>): Promise<Saved> {
  const seen = await assignmentToSettle(call, input.assignment);
  // The versions of one fact are of its kind.
  const versions = (await versionsOf(call.tx, input.assignment)).map(({ state }) => state as FactState<'assignment'>);
  return move(call, input, seen, reopened(versions), { said: '' });
}

async function move(call: Call, read: { assignment: string; version: number }, { before }: SeenAssignment, state: FactState<'assignment'>, said: Readonly<Record<string, string>>): Promise<Saved> {
  const text = await textOf(call.tx, read.assignment, before.version);
  const entry = await amendFact(call, { kind: 'assignment', factId: read.assignment, version: read.version, state, text: { ...text, ...said } });
  call.audit({ kind: 'assignment', id: read.assignment, organisation: state.organisation });
  return { assignment: read.assignment, version: entry.version };
}
