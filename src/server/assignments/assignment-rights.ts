import { may } from '#domain/access/policy.ts';
import { refuseAssignment } from '#domain/assignments/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

export interface SeenAssignment {
  readonly before: LogEntryOf<'assignment'>;
  /** Who handed it out. */
  readonly hander: string | null;
  readonly above: readonly string[];
}

/** A task is known to the person, to who had it and passed it on, to who handed it out, and to the desks of the branch. @throws NotFound */
export async function seenAssignment(call: Call, assignment: string): Promise<SeenAssignment> {
  const before = await lastEntry(call.tx, assignment);
  if (before?.kind !== 'assignment') throw refuse('NotFound', {});
  const first = await call.tx.one<{ hander: string | null; had: boolean }>(sql`
    SELECT recorded_by AS hander, EXISTS (SELECT 1 FROM fact_log was WHERE was.fact_id = first.fact_id AND was.state->>'person' = ${call.actor.person}) AS had
    FROM fact_log first WHERE fact_id = ${assignment} AND version = 1`);
  const above = await lineage(call.tx, before.state.organisation, before.day);
  const { person } = call.actor;
  const hander = first?.hander ?? null;
  const involved = person !== null && (first?.had === true || hander === person);
  if (!involved && !may(call.actor, 'readAssignments', above).allowed) throw refuse('NotFound', {});
  return { before, hander, above };
}

/** Why the actor may not settle the task; null when he may. */
export function whyNotSettle({ actor }: Call, { before, hander, above }: SeenAssignment): 'OwnTask' | 'NotTheHander' | null {
  if (actor.person !== null && before.state.person === actor.person) return 'OwnTask';
  if (actor.person !== null && hander === actor.person) return null;
  return may(actor, 'settleAssignments', above).allowed ? null : 'NotTheHander';
}

/** The person who has it, or whoever may settle it. */
export const mayPassOn = (call: Call, seen: SeenAssignment): boolean =>
  (call.actor.person !== null && seen.before.state.person === call.actor.person) || whyNotSettle(call, seen) === null;

/** @throws NotFound, OwnTask, NotTheHander */
export async function assignmentToSettle(call: Call, assignment: string): Promise<SeenAssignment> {
  const seen = await seenAssignment(call, assignment);
  const why = whyNotSettle(call, seen);
  if (why !== null) throw refuseAssignment(why, {});
  return seen;
}

/** The right to hand out tasks in an organisation. @throws NotAllowed, NotFound */
export async function demandHandingOut(call: Call, organisation: string): Promise<void> {
  const above = await lineage(call.tx, organisation, call.today);
  const permission = may(call.actor, 'handOutAssignments', above);
  if (permission.allowed) return;
  const home = call.actor.person === null ? undefined : await homeOf(call.tx, call.actor.person, call.today);
  const known = home?.organisation === organisation || may(call.actor, 'readAssignments', above).allowed;
  throw known ? refuse('NotAllowed', permission.words) : refuse('NotFound', {});
}
