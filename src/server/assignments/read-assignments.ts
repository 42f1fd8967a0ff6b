import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { holds } from '#domain/activities/holders.ts';
import { isSettled } from '#domain/assignments/assignment-rules.ts';
import type { AssignmentPage, listAssignments as listContract, readAssignment as readContract, readAssignmentForm as formContract } from '#domain/assignments/contract.ts';
import { refuseAssignment } from '#domain/assignments/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { versionsOf } from '#server/facts/fact-reads.ts';
import { withNameKeys } from '#server/facts/name-key-reads.ts';
import { organisationsOn, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';
import { peopleOf } from '#server/rota/rota-reads.ts';
import { assignmentRows, assignmentsWhere, type AssignmentText, countAssignments, hasAssignment, onceOf, OPEN } from './assignment-reads.ts';
import { demandHandingOut, mayPassOn, seenAssignment, whyNotSettle } from './assignment-rights.ts';

/** Tasks handed to me, passed on from me, by me, or of the organisations whose tasks I may see; what is overdue stands first. */
export async function listAssignments(call: Call, input: z.output<typeof listContract.input>): Promise<z.output<typeof listContract.output>> {
  const { tx, actor, today } = call;
  const places = await subtree(tx, scopesOf(actor, 'readAssignments'), today);
  const condition = joined([
    await viewed(call, input.view, places),
    ...(input.organisation === undefined ? [] : [sql`a.organisation_id = ANY(${[...(await subtree(tx, [input.organisation], today))]}::uuid[])`]),
    ...(input.open === undefined ? [] : [OPEN]),
  ], ' AND ');
  const found = await assignmentsWhere(tx, condition, input.size, (input.page - 1) * input.size);
  return {
    items: await assignmentRows(call, found), total: await countAssignments(tx, condition), organisations: await branchesAmong(call, places),
    mayHandOut: scopesOf(actor, 'handOutAssignments').length > 0, passedOn: await hasAssignment(tx, onceOf(actor.person)),
  };
}

const viewed = async ({ actor }: Call, view: 'mine' | 'passedOn' | 'handedOut' | 'branch', places: readonly string[]): Promise<Sql> => {
  switch (view) {
    case 'mine': return sql`a.person_id = ${actor.person}`;
    case 'passedOn': return onceOf(actor.person);
    case 'handedOut': return sql`first.recorded_by = ${actor.person}`;
    case 'branch': return sql`a.organisation_id = ANY(${[...places]}::uuid[])`;
  }
};

async function branchesAmong({ tx, today }: Call, places: readonly string[]): Promise<{ id: string; name: string }[]> {
  const wanted = new Set(places);
  const there = (await organisationsOn(tx, today)).filter(({ id, category }) => wanted.has(id) && (holds('branch', category) || holds('group', category)));
  const branches = there.filter(({ category }) => holds('branch', category));
  // A group leader, who has no branch to choose, has his group.
  return (branches.length > 0 ? branches : there).toSorted(byNumber).map(({ id, shortName }) => ({ id, name: shortName }));
}

/** Where I may hand out tasks and to whom. @throws NotAllowed, NotFound */
export async function readAssignmentForm(call: Call, input: z.output<typeof formContract.input>): Promise<z.output<typeof formContract.output>> {
  const places = await subtree(call.tx, scopesOf(call.actor, 'handOutAssignments'), call.today);
  const organisations = await branchesAmong(call, places);
  const organisation = input.organisation ?? organisations[0]?.id;
  if (organisation === undefined) throw refuse('NotFound', {});
  await demandHandingOut(call, organisation);
  const people = (await peopleOf(call.tx, organisation, call.today, call.today)).filter(({ id }) => id !== call.actor.person);
  return { organisation, organisations, people: await withNameKeys(call.tx, people) };
}

/** One task with its versions, and what may be done. @throws NotFound */
export async function readAssignment(call: Call, input: z.output<typeof readContract.input>): Promise<AssignmentPage> {
  const seen = await seenAssignment(call, input.assignment);
  const [found] = await assignmentsWhere(call.tx, sql`a.fact_id = ${input.assignment}`, 1);
  const [row] = found ? await assignmentRows(call, [found]) : [];
  if (!row || !found) throw refuse('NotFound', {});
  const settled = isSettled(found.state);
  const why = whyNotSettle(call, seen);
  const passes = !settled && found.state.stage !== 'handedIn' && mayPassOn(call, seen);
  const passed = passes ? await peopleOf(call.tx, found.state.organisation, call.today, call.today) : [];
  const settle = { allowed: why === null && !settled, why: why === null ? null : refuseAssignment(why, {}).refusal.words };
  return {
    row, report: found.text?.report ?? '', versions: await versionsIn(call, input.assignment),
    may: {
      handIn: { allowed: row.mine && !settled && found.state.stage !== 'handedIn', why: null },
      takeBack: { allowed: row.mine && found.state.stage === 'handedIn', why: null }, passOn: { allowed: passes, why: null },
      accept: { ...settle, allowed: settle.allowed && found.state.stage === 'handedIn' }, amend: settle, close: settle,
      reopen: { allowed: why === null && (found.state.stage === 'notDone' || found.state.stage === 'cancelled'), why: settle.why },
    },
    others: await withNameKeys(call.tx, passed.filter(({ id }) => id !== found.state.person && id !== seen.hander && id !== call.actor.person)),
  };
}

async function versionsIn({ tx }: Call, assignment: string): Promise<AssignmentPage['versions']> {
  const versions = await versionsOf(tx, assignment);
  const texts = await tx.many<{ version: number; text: AssignmentText | null }>(sql`SELECT version, text FROM fact_text WHERE fact_id = ${assignment}`);
  // The versions of one fact are of its kind.
  const states = versions.map(({ state }) => state as FactState<'assignment'>);
  const cards = await personCards(tx, [...versions.flatMap(({ recordedBy }) => recordedBy ?? []), ...states.map(({ person }) => person)]);
  return versions.map(({ version, recordedBy, recordedOn }, at) => ({
    version, stage: states[at]?.stage ?? 'open', passedTo: at > 0 && states[at]?.person !== states[at - 1]?.person ? cards.get(states[at]?.person ?? '')?.name ?? null : null, by: recordedBy === null ? null : cards.get(recordedBy)?.name ?? null, on: recordedOn,
    said: texts.find((it) => it.version === version)?.text?.said ?? '',
  })).toReversed();
}
