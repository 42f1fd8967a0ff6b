import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { listProblems as listContract, ProblemPage, readProblem as readContract } from '#domain/spot-checks/problem-contract.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { versionsOf } from '#server/facts/fact-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { joined, sql } from '#server/platform/sql.ts';
import { problemRows, problemsSeen, problemsWhere, seenProblem, type ProblemText } from './problem-reads.ts';

/** 问题清单: what is to be put right in the branches that one works for, and what one found. */
export async function listProblems(call: Call, input: z.output<typeof listContract.input>): Promise<z.output<typeof listContract.output>> {
  const { tx, actor, today } = call;
  const seen = await problemsSeen(call);
  const found = await problemsWhere(tx, joined([
    seen, ...(input.organisation === undefined ? [] : [sql`p.organisation_id = ${input.organisation}`]), ...(input.open === undefined ? [] : [sql`p.stage <> 'closed'`]),
  ], ' AND '));
  const organisations = await tx.many<{ id: string; name: string }>(sql`
    SELECT DISTINCT o.id, o.short_name AS name, o.number FROM problem p JOIN organisation o ON o.id = p.organisation_id WHERE ${seen} ORDER BY o.number`);
  const opening = await subtree(tx, scopesOf(actor, 'handleProblems'), today);
  const branches = await tx.many<{ id: string; name: string }>(sql`
    SELECT id, short_name AS name FROM organisation WHERE id = ANY(${[...opening]}::uuid[]) AND category IN ('631', '632', '931', '932') ORDER BY number`);
  return { items: await problemRows(call, found), organisations: organisations.map(({ id, name }) => ({ id, name })), opening: branches };
}

/** One problem from 挂账 to 销号. @throws NotFound */
export async function readProblem(call: Call, { problem }: z.output<typeof readContract.input>): Promise<ProblemPage> {
  const { tx, actor } = call;
  const { entry, above, finder } = await seenProblem(call, problem);
  const found = await problemsWhere(tx, sql`p.fact_id = ${problem}`);
  const [row] = await problemRows(call, found);
  if (!row) throw refuse('NotFound', {});
  const versions = (await versionsOf(tx, problem)).filter((it) => it.kind === 'problem');
  const texts = await tx.many<{ version: number; text: ProblemText | null }>(sql`SELECT version, text FROM fact_text WHERE fact_id = ${problem}`);
  const people = await personCards(tx, versions.flatMap(({ recordedBy }) => recordedBy ?? []));
  const { stage } = entry.state;
  return {
    row, measures: found[0]?.text?.measures ?? '',
    history: versions.map(({ version, state, recordedBy, recordedOn }) => ({
      stage: state.stage, on: recordedOn, by: recordedBy === null ? null : people.get(recordedBy)?.name ?? null, said: texts.find((it) => it.version === version)?.text?.said ?? '',
    })).toReversed(),
    may: { report: may(actor, 'handleProblems', above).allowed && stage !== 'applied' && stage !== 'closed', recheck: finder && stage === 'applied' && entry.recordedBy !== actor.person },
  };
}
