import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { MemberReviewView, readMemberReview as contract, ReviewedMemberView } from '#domain/evaluations/contract.ts';
import { type MemberReview, participants, placesIn } from '#domain/evaluations/grading-rules.ts';
import { columnsOf, membersOfYear, type MemberResultRule, TOO_FEW_MONTHS } from '#domain/evaluations/members-year.ts';
import { closesOn, datedSteps, dayOfStep, isOpen, opensOn, type ReviewMove } from '#domain/evaluations/review-stages.ts';
import type { Words } from '#domain/words/words.ts';
import { versionsOf } from '#server/facts/fact-reads.ts';
import { withNameKeys } from '#server/facts/name-key-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { type MemberRow, namesOf } from '#server/points/points-reads.ts';
import { type ResultEntry, resultsOf } from './result-reads.ts';
import {
  type BallotEntry, ballotEntries, countsOf, decidersOn, entitledAmong, kindsOf, membersOf, noText, readingNow, type ReviewEntry, reviewsOf, reviewText, ruleOfYear,
} from './review-reads.ts';

type Input = z.output<typeof contract.input>;

/**
 * The evaluation of a branch's members: before it is scored as facts have it now, afterwards as it was pinned. Whoever only
 * types in the counts is shown names, and nobody's points.
 * @throws NoMemberResult
 */
export async function readMemberReview(call: Call, { organisation, year }: Input): Promise<MemberReviewView> {
  const { tx } = call;
  const above = await demandSight(call, organisation);
  const rule = await ruleOfYear(tx, year);
  const [entry] = await reviewsOf(tx, [organisation], year);
  const rows = await membersOf(call, organisation, year, entry?.state.ballots?.day ?? null);
  const persons = rows.map(({ id }) => id);
  const members = entry?.state.pin ? entry.state.members : await membersNow(call, persons, year);
  const kinds = kindsOf(rule);
  const ballots = entry?.state.ballots ? await ballotEntries(tx, kinds.map(({ register }) => register.id), persons, year) : [];
  const text = entry ? await reviewText(tx, entry) : noText;
  const figures = may(call.actor, 'readMemberReviews', above).allowed;
  const told = new Map((entry ? await resultsOf(tx, entry.factId) : []).map((it) => [it.state.person, it]));
  const graders = await decidersOn(call, organisation, call.today);
  return {
    organisation: { id: organisation, name: (await namesOf(tx, [], [organisation]))[organisation] ?? '' }, year,
    ...standingOf(rule, entry), opens: opensOn(year), closes: closesOn(year),
    kinds: kinds.map(({ register, part, label, answers, least }) => ({
      register: register.id, part, label, least, answers: (register.fields ?? []).filter(({ kind }) => kind === 'count').map(({ id, label: called }) => ({ id, label: called, counts: answers.includes(id) })),
    })),
    entitled: entry?.state.ballots?.entitled ?? entitledAmong(rows), waiting: ballots.filter((it) => it.waiting).length,
    parts: columnsOf(rule),
    grades: (rule.result.grades ?? []).map((grade) => ({
      id: grade.id, label: grade.label, atLeast: grade.atLeast ?? null, quota: grade.quota ?? null, places: placesIn(grade, members), decided: grade.decided ?? false,
    })),
    taking: participants(members).length,
    members: rows.map((row) => viewOfMember(rule, row, members.find(({ person }) => person === row.id), ballots, { figures, reason: text.reasons[row.id] ?? '', result: told.get(row.id) })),
    ...(figures ? { minutes: text.minutes, document: text.document, returned: text.returned } : { minutes: '', document: '', returned: '' }),
    deciders: graders.filter(({ id }) => entry?.state.deciders.includes(id)), candidates: await withNameKeys(tx, graders),
    history: await historyOf(call, entry), told: toldOf([...told.values()]),
    may: { figures, ...(await moves(call, above, entry, ballots.some((it) => it.waiting))) },
  };
}

async function demandSight(call: Call, organisation: string): Promise<readonly string[]> {
  const above = await lineage(call.tx, organisation, call.today);
  if (may(call.actor, 'keepMemberReviews', above).allowed) return above;
  return demandIn(call, 'readMemberReviews', organisation);
}

type Member = Omit<MemberReview['members'][number], 'groundsHash'>;

async function membersNow(call: Call, persons: readonly string[], year: number): Promise<(Member & { groundsHash: string })[]> {
  return membersOfYear(await readingNow(call, persons, year), persons, year).map(({ grounds: _, figures, vetoes, ...one }) => ({
    ...one, figures: [...figures], vetoes: [...vetoes], groundsHash: '', grade: null, talkedOn: null,
  }));
}

function standingOf({ version: { scheme }, result }: MemberResultRule, entry: ReviewEntry | undefined) {
  const state = entry?.state;
  return {
    review: entry?.factId ?? null, version: entry?.version ?? null, stage: state?.stage ?? ('none' as const), scheme: { label: scheme.label, version: state?.pin?.schemeVersion ?? scheme.version },
    steps: (result.course ?? []).map(({ id, label }) => ({
      step: id, label, day: state ? dayOfStep(state, id) : null, kept: id !== datedSteps.ballot && id !== datedSteps.grading,
    })),
    quorum: result.quorum ?? null, ballots: state?.ballots ?? null, pin: state?.pin ? { seq: state.pin.asOfSeq, day: state.pin.date } : null,
    gradedOn: state?.gradedOn ?? null, approvedOn: state?.approvedOn ?? null,
  };
}

const tooFew: Words = { zh: '在本单位不满规定月数，不定等次', en: 'too few months here for a grade' };

function viewOfMember(
  { version, result }: MemberResultRule, { id, name, number }: MemberRow, member: Member | undefined, ballots: readonly BallotEntry[], { figures, reason, result: told }: { figures: boolean; reason: string; result: ResultEntry | undefined },
): ReviewedMemberView {
  const exempt = member?.exempt ?? null;
  const out = exempt === null ? null : exempt === TOO_FEW_MONTHS ? tooFew : version.scheme.classes.find((it) => it.id === exempt)?.label ?? { zh: exempt, en: exempt };
  const person = { id, name, number };
  const counts = ballots.filter((it) => it.person === id).map(({ register, values, waiting }) => ({ register, counts: countsOf(values), waiting }));
  if (!figures || !member) {
    // That somebody is not evaluated is known to whoever counts; by which class is not.
    return { person, exempt: out && { zh: '不参评', en: 'not evaluated' }, value: null, figures: [], ballots: counts, vetoes: [], proposed: null, tied: false, grade: null, reason: '', talkedOn: null, regraded: null };
  }
  return {
    person, exempt: out, value: member.value, figures: member.figures, ballots: counts,
    vetoes: (result.vetoes ?? []).filter((veto) => member.vetoes.includes(veto.id)).map(({ label }) => label),
    proposed: member.proposed, tied: member.tied, grade: member.grade, reason, talkedOn: member.talkedOn,
    regraded: told?.state.regraded !== undefined && told.state.grade === member.grade ? told.state.regraded : null,
  };
}

async function historyOf({ tx }: Call, entry: ReviewEntry | undefined): Promise<MemberReviewView['history']> {
  if (!entry) return [];
  const versions = (await versionsOf(tx, entry.factId)).filter((it) => it.kind === 'memberReview');
  const names = await namesOf(tx, versions.flatMap(({ recordedBy }) => recordedBy ?? []), []);
  // Once approved, only an upheld objection makes another version without another stage.
  const steps = versions.map((it, at) => ({ ...it, same: it.state.stage === versions[at - 1]?.state.stage }));
  return steps.filter(({ state, same }) => !same || state.stage === 'approved')
    .map(({ state, same, recordedBy, recordedOn }) => ({ stage: state.stage, regraded: same, on: recordedOn, by: recordedBy === null ? null : names[recordedBy] ?? null }));
}

function toldOf(results: readonly ResultEntry[]): MemberReviewView['told'] {
  const count = (...stages: string[]): number => results.filter(({ state }) => stages.includes(state.stage)).length;
  return { all: results.length, confirmed: count('confirmed'), objected: count('objected') };
}

const acts = {
  keepSteps: 'keepMemberReviews', enterBallots: 'keepMemberReviews', withdrawBallots: 'keepMemberReviews', score: 'checkBallots', grade: 'gradeMembers', submit: 'submitMemberReviews',
  return: 'returnMemberReviews', approve: 'approveMemberReviews',
} as const satisfies Record<ReviewMove, string>;

/** What the actor may do now; nobody judges the branch in which he stands himself. */
async function moves({ tx, actor, today }: Call, above: readonly string[], entry: ReviewEntry | undefined, waiting: boolean): Promise<Omit<MemberReviewView['may'], 'figures'>> {
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  const [organisation] = above;
  if (organisation === undefined) throw refuse('NotFound', {});
  const stage = entry?.state.stage;
  const can = (move: ReviewMove): boolean => may(actor, acts[move], above).allowed && (stage === undefined ? move === 'keepSteps' : isOpen(stage, move));
  const other = home?.organisation !== organisation;
  return {
    keepSteps: can('keepSteps'), enterBallots: can('enterBallots'), withdrawBallots: can('withdrawBallots'), score: can('score') && (waiting || stage !== 'graded'), grade: can('grade') && entry?.state.pin !== null,
    submit: can('submit'), return: can('return') && other, approve: can('approve') && other,
  };
}
