import type { z } from 'zod';
import { periodOf, yearOf } from '#domain/calendar/civil-date.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import { type BallotKind, type BallotRow, demandBallots } from '#domain/evaluations/ballot-sums.ts';
import type { enterBallots as contract } from '#domain/evaluations/contract.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import { demandOrder, demandSeason, demandStage } from '#domain/evaluations/review-stages.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { needsConfirmation } from '#domain/registers/entry-rules.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { readValues } from '#domain/registers/typed-values.ts';
import { type AnyNewFact, recordFacts } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { matterKeyOf } from '#server/registers/register-reads.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { demandBranch } from './branch-reads.ts';
import { ballotEntries, entitledAmong, kindsOf, membersOf, readingNow, reviewAt, reviewText, ruleOfYear } from './review-reads.ts';
import { membersOfYear } from '#domain/evaluations/members-year.ts';
import { writeReview } from './write-review.ts';

type Input = z.output<typeof contract.input>;
type Period = string;

/**
 * 民主测评 of a branch, counted at the meeting: one form for all. The counts of each member stand in the registers of the
 * scheme like any other entry, so that they are entered once and the evaluator needs nothing new; another checks them.
 * @throws BallotedAlready, ReviewAtOtherStage, what the counts refuse, DayInFuture, EntryThere, EntryIncomplete, FactChanged
 */
export async function enterBallots(call: Call, { review, version, day, papers, rows }: Input): Promise<{ review: string; version: number; entries: number }> {
  const entry = await reviewAt(call, review, version);
  const { organisation, year } = entry.state;
  await demandIn(call, 'keepMemberReviews', organisation);
  await demandBranch(call, organisation);
  demandStage(entry.state, 'enterBallots');
  demandSeason(year, call.today);
  if (day > call.today) throw refuseDay('DayInFuture', { day, today: call.today });
  if (yearOf(day) < year) throw refuseEvaluation('ReviewNotOpenYet', { year, opens: `${year}-01-01` });

  const rule = await ruleOfYear(call.tx, year);
  const kinds = kindsOf(rule);
  if (papers.some(({ register }) => !kinds.some((kind) => kind.register.id === register))) throw refuseEvaluation('PersonNotEvaluated', {});
  const members = await membersOf(call, organisation, year, day);
  const evaluated = await evaluatedAmong(call, members.map(({ id }) => id), year);
  const entitled = entitledAmong(members);
  demandBallots({ day, papers, rows }, kinds, evaluated, entitled, rule.result.quorum);
  await demandNoneThere(call, kinds, evaluated, year);

  const period: Period = yearOf(day) === year ? periodOf(day) : `${year}-12`;
  const state = { ...entry.state, stage: 'balloted' as const, ballots: { day, entitled, papers } };
  demandOrder(rule.result, state);
  const facts = rows.map((row) => ballotFact(call, kinds, { organisation, day, period }, row));
  await recordFacts(call, facts);
  // From now on the branch names whom it evaluates, so that no other branch does.
  const named = members.map(({ id }) => ({ ...unscored, person: id }));
  return { ...(await writeReview(call, entry, { ...state, members: named }, await reviewText(call.tx, entry))), entries: facts.length };
}

/** Before anything is scored a member has neither value nor hash. */
const unscored = {
  exempt: null, value: null, figures: [], groundsHash: '0'.repeat(64), vetoes: [], proposed: null, tied: false, grade: null, talkedOn: null,
};

/** Members who by rule are evaluated: whoever has no total has no ballots either (按规定不参评). */
async function evaluatedAmong(call: Call, persons: readonly string[], year: number): Promise<string[]> {
  const reading = await readingNow(call, persons, year);
  return membersOfYear(reading, persons, year).filter(({ exempt }) => exempt === null).map(({ person }) => person);
}

/** Counts that somebody has typed into the register already are not typed twice. @throws EntryThere */
async function demandNoneThere({ tx }: Call, kinds: readonly BallotKind[], persons: readonly string[], year: number): Promise<void> {
  const [there] = await ballotEntries(tx, kinds.map(({ register }) => register.id), persons, year);
  if (!there) return;
  const names = there.by === null ? {} : await namesOf(tx, [there.by], []);
  throw refuseRegister('EntryThere', { day: there.day, by: there.by === null ? null : names[there.by] ?? null });
}

/** @throws EntryIncomplete */
function ballotFact(call: Call, kinds: readonly BallotKind[], { organisation, day, period }: { organisation: string; day: string; period: Period }, { person, register: id, counts }: BallotRow): AnyNewFact {
  const register = kinds.find((kind) => kind.register.id === id)?.register;
  if (!register) throw refuseEvaluation('PersonNotEvaluated', {});
  const typed = Object.fromEntries(Object.entries(counts).map(([field, count]) => [field, String(count)]));
  const { values, texts, faults } = readValues(register, typed, matterKeyOf);
  if (faults.length > 0) throw refuseRegister('EntryIncomplete', {}, faults.map(({ field, words }) => ({ at: `${id}.${person}.${field}`, words })));
  const state: FactState<'record'> = { register: id, organisation, day, until: null, persons: [{ person, as: null }], values };
  const reason = period === periodOf(day) ? '' : '民主测评属上一年度';
  return { kind: 'record', state, period, text: { fields: texts, reason }, standing: needsConfirmation(register, state, call.actor.person) ? 'proposed' : 'counted' };
}
