import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import type { confirmResult as confirmContract, objectToResult as objectContract } from '#domain/evaluations/result-contract.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { isToRead, type MemberResult, type ResultEntry, type ResultText, resultText, standingOfResult } from './result-reads.ts';

type Moved = { version: number };

/** 确认阅知 of what he was told, or of the answer to his objection: the member himself. @throws ResultSettled, FactChanged */
export async function confirmResult(call: Call, { result, version }: z.output<typeof confirmContract.input>): Promise<Moved> {
  return moveResult(call, await ownWaiting(call, result, isToRead), version, { stage: 'confirmed' }, { words: '' });
}

/** 提出异议, within the days of the scheme. @throws ResultSettled, FactChanged */
export async function objectToResult(call: Call, { result, version, words }: z.output<typeof objectContract.input>): Promise<Moved> {
  return moveResult(call, await ownWaiting(call, result, isTold), version, { stage: 'objected' }, { words });
}

/** @throws NotFound */
export async function resultOf(call: Call, result: string): Promise<ResultEntry> {
  const entry = await factOf(call.tx, 'memberResult', result);
  if (!entry) throw refuse('NotFound', {});
  return entry;
}

const isTold: typeof isToRead = (state, today) => standingOfResult(state, today) === 'told';

/** Of another's result nobody is told here that it exists. */
async function ownWaiting(call: Call, result: string, waits: typeof isToRead): Promise<ResultEntry> {
  const entry = await resultOf(call, result);
  if (entry.state.person !== call.actor.person) throw refuse('NotFound', {});
  if (!waits(entry.state, call.today)) throw refuseEvaluation('ResultSettled', {});
  return entry;
}

/** The next version of a result, with its words whole. @throws FactChanged */
export async function moveResult(call: Call, { factId, version: current, state }: ResultEntry, version: number, change: Partial<MemberResult>, said: Partial<ResultText>): Promise<Moved> {
  const text = { ...(await resultText(call.tx, factId, current)), ...said };
  const entry = await amendFact(call, { kind: 'memberResult', factId, version, state: { ...state, ...change, movedOn: call.today }, text });
  call.audit({ kind: 'memberResult', id: factId, organisation: state.organisation, details: { year: state.year, version: entry.version } });
  return { version: entry.version };
}
