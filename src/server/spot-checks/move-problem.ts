import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import type { openProblem as openContract, recheckProblem as recheckContract, reportProblem as reportContract } from '#domain/spot-checks/problem-contract.ts';
import { rechecked, reported } from '#domain/spot-checks/problem-rules.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { seenProblem } from './problem-reads.ts';

type Saved = z.output<typeof openContract.output>;

/** 挂账 of what a branch found itself; whoever opened it, or the office, checks it again. @throws ProblemDueUnfit, WordNeedsPerson */
export async function openProblem(call: Call, { organisation, item, what, until }: z.output<typeof openContract.input>): Promise<Saved> {
  await demandIn(call, 'handleProblems', organisation);
  const { actor: { person }, today } = call;
  if (person === null) throw refuseSpotCheck('WordNeedsPerson', {});
  if (until < today) throw refuseSpotCheck('ProblemDueUnfit', {});
  const entry = await recordFact(call, {
    kind: 'problem', text: { what, measures: '', said: '' },
    state: { organisation, sheet: null, item, day: today, until, stage: 'opened', finders: [person], closedOn: null },
  });
  call.audit({ kind: 'problem', id: entry.factId, organisation });
  return { problem: entry.factId, version: entry.version };
}

/** 整改情况 by the branch, and 申请销号 when it is done. @throws ProblemWaits, ProblemClosed, FactChanged */
export async function reportProblem(call: Call, { problem, version, measures, apply }: z.output<typeof reportContract.input>): Promise<Saved> {
  const { entry, above } = await seenProblem(call, problem);
  demand(call.actor, 'handleProblems', above);
  return move(call, { problem, version }, reported(entry.state, apply), { measures, said: measures });
}

/**
 * 复核: whoever found it, or the office, closes it or returns it with a reason; nobody what he asked to close himself.
 * @throws RecheckByFinder, RecheckByOther, ProblemNotApplied, ReturnNeedsWords, FactChanged
 */
export async function recheckProblem(call: Call, { problem, version, verdict, reason }: z.output<typeof recheckContract.input>): Promise<Saved> {
  const { entry, finder } = await seenProblem(call, problem);
  if (!finder) throw refuseSpotCheck('RecheckByFinder', {});
  const state = rechecked(entry.state, verdict, call.today);
  if (entry.recordedBy === call.actor.person) throw refuseSpotCheck('RecheckByOther', {});
  if (verdict === 'return' && reason === '') throw refuseSpotCheck('ReturnNeedsWords', {});
  return move(call, { problem, version }, state, { said: reason });
}

async function move(call: Call, { problem, version }: { problem: string; version: number }, state: FactState<'problem'>, said: Readonly<Record<string, string>>): Promise<Saved> {
  const text = await textOf(call.tx, problem, version);
  const entry = await amendFact(call, { kind: 'problem', factId: problem, version, state, text: { ...text, ...said } });
  call.audit({ kind: 'problem', id: problem, organisation: state.organisation });
  return { problem, version: entry.version };
}
