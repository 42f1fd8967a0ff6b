import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { may } from '#domain/access/policy.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import type { decideReview as contract } from '#domain/objections/contract.ts';
import { demandImpartial, type Objection } from '#domain/objections/objection-rules.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import type { Remedies } from '#server/facts/correcting.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { correctionPlan, factToCorrect } from './correction-plan.ts';
import { disputedNumber } from './disputed-number.ts';
import { clockFor } from './objection-reads.ts';
import { answeringAct, involvementOf, reviewingAct, seenObjection, type SeenObjection } from './objection-rights.ts';

type Input = z.output<typeof contract.input>;
type Decided = z.output<typeof contract.output>;

/**
 * 答复: the body that entered the disputed thing accepts, with the correction, or explains.
 * @throws ObjectionMoved, OwnObjectionDecided, OwnWorkDisputed, and what the correction refuses
 */
export async function replyToObjection(call: Call, input: Input, remedies: Remedies): Promise<Decided> {
  const seen = await seenObjection(call, input.objection);
  demandAct(call, seen, 'reply');
  await demandStanding(call, seen, ['raised']);
  return settle(call, seen, { ...input, stage: 'answered' }, remedies);
}

/**
 * 复核决定: the body above decides what was not settled by the answer, or had none in time; it is the last word.
 * @throws ObjectionMoved, OwnObjectionDecided, OwnWorkDisputed, and what the correction refuses
 */
export async function decideReview(call: Call, input: Input, remedies: Remedies): Promise<Decided> {
  const seen = await seenObjection(call, input.objection);
  demandAct(call, seen, 'decide');
  await demandStanding(call, seen, ['appealed', 'unanswered']);
  return settle(call, seen, { ...input, stage: 'decided' }, remedies);
}

function demandAct({ actor }: Call, { entry, above }: SeenObjection, step: 'reply' | 'decide'): void {
  const permission = may(actor, step === 'reply' ? answeringAct(entry.state) : reviewingAct(entry.state), above);
  if (!permission.allowed) throw refuse('NotAllowed', permission.words);
}

async function demandStanding(call: Call, { entry }: SeenObjection, waiting: readonly string[]): Promise<void> {
  const { standing } = (await clockFor(call, [entry])).of(entry.state);
  if (!waiting.includes(standing)) throw refuseObjection('ObjectionMoved', {});
}

interface Decision extends Input {
  readonly stage: 'answered' | 'decided';
}

/**
 * The decision is written before the correction, because it is what opens a closed month or a final year for exactly this
 * version. Both stand or neither: one transaction.
 */
async function settle(call: Call, { entry }: SeenObjection, decision: Decision, remedies: Remedies): Promise<Decided> {
  const { objection, version, verdict, words, stage } = decision;
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
  const { about } = entry.state;
  if (about.kind === 'listing') return settleListing(call, entry, about, decision, remedies);
  const before = await disputedOf(call, entry.state, decision);
  demandImpartial(entry.state, call.actor.person, await involvementOf(call, entry, before));
  const number = await disputedNumber(call, entry.state);
  const plan = verdict === 'rejected' ? null : await planned(call, entry.state, before, decision, remedies);
  const state: Objection = {
    ...entry.state, stage, verdict, correction: plan?.corrected ?? null,
    ...(stage === 'answered' ? { answeredOn: call.today } : { decidedOn: call.today }),
  };
  const moved = await amendFact(call, { kind: 'objection', factId: objection, version, state, text: { words } });
  await plan?.write();
  call.audit({ kind: 'objection', id: objection, organisation: state.organisation, details: { version: moved.version, verdict, ...(plan ? { of: plan.corrected.fact } : {}) } });
  return { version: moved.version, before: number.value, after: plan ? (await disputedNumber(call, state)).value : number.value };
}

/**
 * An objection to somebody on a notice is about no number and no fact: upheld, he is taken off the list, and in part there is
 * nothing to do. @throws OwnObjectionDecided, CorrectionNotAllowed
 */
async function settleListing(call: Call, entry: SeenObjection['entry'], about: Extract<Objection['about'], { kind: 'listing' }>, decision: Decision, { strike }: Remedies): Promise<Decided> {
  const { objection, version, verdict, words, stage } = decision;
  demandImpartial(entry.state, call.actor.person, await involvementOf(call, entry, null));
  if (verdict === 'partly' || decision.correction !== null) throw refuseObjection('CorrectionNotAllowed', {});
  const state: Objection = { ...entry.state, stage, verdict, ...(stage === 'answered' ? { answeredOn: call.today } : { decidedOn: call.today }) };
  const moved = await amendFact(call, { kind: 'objection', factId: objection, version, state, text: { words } });
  if (verdict === 'upheld') await strike(call, { selection: about.selection, person: about.person, words });
  call.audit({ kind: 'objection', id: objection, organisation: state.organisation, details: { version: moved.version, verdict } });
  return { version: moved.version, before: null, after: null };
}

/** The disputed fact, or the one that the decision names where a mark is disputed or something is missing. */
async function disputedOf(call: Call, { about }: Objection, { fact, correction, verdict }: Input): Promise<LogEntry | null> {
  if (verdict !== 'rejected' && correction === null) throw refuseObjection('CorrectionMissing', {});
  if (about.kind === 'fact' && fact !== null && fact !== about.fact) throw refuseObjection('CorrectionNotAllowed', {});
  const named = about.kind === 'fact' ? about.fact : fact;
  return named === null ? null : factToCorrect(call, named);
}

async function planned(call: Call, state: Objection, before: LogEntry | null, { correction }: Input, { correctings }: Remedies) {
  if (before === null || correction === null) throw refuseObjection('CorrectionMissing', {});
  return correctionPlan(call, state, before, correction, correctings);
}
