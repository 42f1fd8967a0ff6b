import type { z } from 'zod';
import type { scoreMemberReview as contract } from '#domain/evaluations/contract.ts';
import type { MemberReview } from '#domain/evaluations/grading-rules.ts';
import { memberResultIn, membersOfYear, upToOf } from '#domain/evaluations/members-year.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import { demandStage } from '#domain/evaluations/review-stages.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { hashOfGrounds } from '#server/points/known-reads.ts';
import { type BallotEntry, ballotEntries, kindsOf, membersOf, readingPinned, reviewAt, reviewText, ruleOfYear } from './review-reads.ts';
import { writeReview } from './write-review.ts';

/**
 * 核对票数并核算: another than who entered them stands for the counts, of himself nobody. Once none waits any more,
 * what every member comes to is pinned with the grade that the formula proposes; grades given before are asked for anew.
 * @throws ReviewAtOtherStage, BallotsNotToCheck, FactChanged
 */
export async function scoreMemberReview(call: Call, { review, version }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  // Whoever records waits from here to the end, so that nothing can come in under the number that is pinned.
  const before = await pinSeq(call.tx);
  const entry = await reviewAt(call, review, version);
  const { organisation, year, ballots } = entry.state;
  await demandIn(call, 'checkBallots', organisation);
  demandStage(entry.state, 'score');
  const rule = await ruleOfYear(call.tx, year);
  const members = (await membersOf(call, organisation, year, ballots?.day ?? null)).map(({ id }) => id);
  const waiting = (await ballotEntries(call.tx, kindsOf(rule).map(({ register }) => register.id), members, year)).filter((it) => it.waiting);
  const mine = waiting.filter((it) => maySign(call, it));
  if (waiting.length > 0 && mine.length === 0) throw refuseEvaluation('BallotsNotToCheck', { waiting: waiting.length });
  const signed = await recordFacts(call, mine.map((it) => ({ kind: 'confirmation' as const, state: { fact: it.fact, version: it.version } })));
  call.audit({ kind: 'memberReview', id: review, organisation, details: { year, entries: mine.length } });
  const left = waiting.length - mine.length;
  if (left > 0) return { review, version, checked: mine.length, waiting: left };

  const state = await scored(call, entry.state, members, signed.at(-1)?.seq ?? before);
  const { reasons: _, ...text } = await reviewText(call.tx, entry);
  return { ...(await writeReview(call, entry, state, { ...text, reasons: {} })), checked: mine.length, waiting: 0 };
}

const maySign = ({ actor: { person } }: Call, { by, person: about }: BallotEntry): boolean => person !== null && by !== person && about !== person;

async function scored({ tx, today }: Call, state: MemberReview, persons: readonly string[], seq: number): Promise<MemberReview> {
  const { year } = state;
  const { date } = upToOf(year, today, seq);
  const reading = await readingPinned(tx, { year, seq, date });
  const { version: { scheme } } = memberResultIn(reading, year);
  const members = membersOfYear(reading, persons, year).map(({ grounds, figures, vetoes, ...one }) => ({
    ...one, figures: [...figures], vetoes: [...vetoes], groundsHash: hashOfGrounds(grounds), grade: null, talkedOn: null,
  }));
  const pin = { scheme: scheme.id, schemeVersion: scheme.version, evaluator: EVALUATOR, asOfSeq: seq, date };
  return { ...state, stage: 'scored', pin, members, gradedOn: null, deciders: [] };
}
