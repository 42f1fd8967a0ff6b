import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import type { answerResult as answerContract, confirmResult as confirmContract, objectToResult as objectContract } from '#domain/evaluations/result-contract.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { type MemberResult, type ResultEntry, resultText, standingOfResult } from './result-reads.ts';
import { demandOtherBranch, reviewText } from './review-reads.ts';
import { writeReview } from './write-review.ts';

type Moved = { version: number };

/** 确认阅知: the member himself. @throws ResultSettled, FactChanged */
export async function confirmResult(call: Call, { result, version }: z.output<typeof confirmContract.input>): Promise<Moved> {
  return move(call, await ownWaiting(call, result), version, { stage: 'confirmed' }, '');
}

/** 提出异议, within the days of the scheme. @throws ResultSettled, FactChanged */
export async function objectToResult(call: Call, { result, version, words }: z.output<typeof objectContract.input>): Promise<Moved> {
  return move(call, await ownWaiting(call, result), version, { stage: 'objected' }, words);
}

/**
 * The office, which approved it, answers. Upheld, the evaluation goes back to the branch, which decides anew: no answer
 * changes a grade or a number.
 * @throws ResultNotDisputed, OwnResult, OwnBranch, FactChanged
 */
export async function answerResult(call: Call, { result, version, verdict, words }: z.output<typeof answerContract.input>): Promise<Moved> {
  const entry = await found(call, result);
  await demandIn(call, 'answerResults', entry.state.organisation);
  if (call.actor.person === null || call.actor.person === entry.state.person) throw refuseEvaluation('OwnResult', {});
  await demandOtherBranch(call, entry.state.organisation);
  if (entry.state.stage !== 'objected') throw refuseEvaluation('ResultNotDisputed', {});
  const moved = await move(call, entry, version, { stage: 'answered', verdict }, words);
  const review = verdict === 'upheld' ? await factOf(call.tx, 'memberReview', entry.state.review) : undefined;
  if (review?.state.stage === 'approved') {
    await writeReview(call, review, { ...review.state, stage: 'returned', approvedOn: null }, { ...(await reviewText(call.tx, review)), returned: words });
  }
  return moved;
}

async function found(call: Call, result: string): Promise<ResultEntry> {
  const entry = await factOf(call.tx, 'memberResult', result);
  if (!entry) throw refuse('NotFound', {});
  return entry;
}

/** Of another's result nobody is told here that it exists. */
async function ownWaiting(call: Call, result: string): Promise<ResultEntry> {
  const entry = await found(call, result);
  if (entry.state.person !== call.actor.person) throw refuse('NotFound', {});
  if (standingOfResult(entry.state, call.today) !== 'told') throw refuseEvaluation('ResultSettled', {});
  return entry;
}

async function move(call: Call, { factId, version: current, state }: ResultEntry, version: number, change: Partial<MemberResult>, words: string): Promise<Moved> {
  const text = { ...(await resultText(call.tx, factId, current)), words };
  const entry = await amendFact(call, { kind: 'memberResult', factId, version, state: { ...state, ...change, movedOn: call.today }, text });
  call.audit({ kind: 'memberResult', id: factId, organisation: state.organisation, details: { year: state.year, version: entry.version } });
  return { version: entry.version };
}
