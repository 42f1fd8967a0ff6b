import type { z } from 'zod';
import type { ActName } from '#domain/access/acts.ts';
import { may, scopesOf } from '#domain/access/policy.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { JobProgress } from '#domain/jobs/contract.ts';
import type { BranchReviewView, readReview as contract } from '#domain/reviews/contract.ts';
import { proposalsWith } from '#domain/reviews/deliberation.ts';
import { noticeEnd } from '#domain/reviews/notice.ts';
import type { ReviewRule } from '#domain/reviews/result-of-year.ts';
import { isBefore, type ReviewedBranch, type ReviewStage } from '#domain/reviews/review.ts';
import { jobsOf, progressOf } from '#server/platform/account-jobs.ts';
import { closedFor, openMonths } from '#server/months/closing-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { liveParts } from './live-parts-reads.ts';
import { calendarAround, openObjectionsTo } from './review-clock-reads.ts';
import { gradesIn, headOf, lineOf, reasonsIn, stepsOf, told } from './review-line-reads.ts';
import { receiptsOf } from './receipt-reads.ts';
import { branchesReviewed, pinnedRule, type ReviewEntry, type ReviewPlace, reviewScopes, reviewsOf, ruleFor, selfReviewsOf } from './review-reads.ts';
import { SCORE_REVIEW } from './score-review.ts';

/** 年度考核: where the review of a year stands, whose step is next, and every branch by its number. */
export async function readReview(call: Call, input: z.output<typeof contract.input>): Promise<BranchReviewView> {
  const { tx, actor, today } = call;
  const roots = scopesOf(actor, 'readReviews');
  if (roots.length === 0) throw refuse('NotFound', {});
  const year = input.year ?? yearOf(today) - 1;
  const scopes = await reviewScopes(call, roots, year);
  const organisation = input.organisation ?? (scopes.find(({ near }) => near) ?? scopes[0])?.id ?? roots[0] ?? '';
  const above = await demandIn(call, 'readReviews', organisation);
  const reviews = await reviewsOf(tx, organisation, year);
  const entry = input.revision === undefined ? reviews.at(-1) : reviews.find(({ state }) => state.revision === input.revision);
  const rule = entry ? await pinnedRule(tx, entry.state) : await ruleFor(tx, year);
  const steps = entry ? await stepsOf(tx, entry.factId) : [];
  const places = await branchesReviewed(call, organisation, year);
  const shown = await shownBranches(call, entry, rule, places, year);
  const selves = new Map((await selfReviewsOf(tx, places.map(({ id }) => id), year)).map((it) => [it.organisation, it]));
  const reasons = reasonsIn(steps);
  const receipts = new Map((entry?.state.stage === 'circulated' ? await receiptsOf(tx, entry.factId) : []).map(({ organisation: of, ...it }) => [of, it]));
  const latest = entry === reviews.at(-1);
  const open = await openMonths(tx, above, year);
  const final = (await closedFor(tx, organisation, [String(year)], today)).has(String(year));
  return {
    year, organisation: { id: organisation, name: scopes.find(({ id }) => id === organisation)?.name ?? '' }, scopes: scopes.map(({ id, name }) => ({ id, name })),
    result: rule && {
      id: rule.result.id, label: rule.result.label, tied: rule.result.tied ?? 'decide', parts: rule.result.parts.map(({ id, label, weight }) => ({ id, label, weight: weight ?? null })),
    },
    scheme: rule && { label: rule.version.scheme.label, version: rule.version.scheme.version },
    head: entry ? await headOf(call, entry, steps) : null,
    revisions: reviews.map(({ state }) => ({ revision: state.revision, stage: state.stage, circulatedOn: state.circulatedOn })),
    grades: rule ? gradesIn(rule.result, shown.branches, entry?.state.stage ?? null) : [],
    undecided: undecidedIn(rule, shown.branches, entry?.state.stage),
    branches: rule ? linesOf(entry, rule, shown.branches, places, (id) => ({ reason: reasons[id], self: selves.get(id) })).map((line) => ({ ...line, receipt: receipts.get(line.organisation.id) ?? null })) : [],
    noticeUntil: entry?.state.stage === 'deliberated' ? noticeEnd(await calendarAround(tx, today), today) : null,
    live: shown.live, scoring: await scoringOf(call, entry), steps: told(steps), openMonths: open, objections: entry ? (await openObjectionsTo(call, entry)).length : 0, yearFinal: final,
    may: mayDo((act) => may(actor, act, above).allowed, latest ? entry?.state.stage ?? null : 'past', { rule: rule !== null, today, year, final, open: open.length }),
  };
}

async function shownBranches(call: Call, entry: ReviewEntry | undefined, rule: ReviewRule | null, places: readonly ReviewPlace[], year: number): Promise<{ live: boolean; branches: readonly ReviewedBranch[] }> {
  if (entry && entry.state.branches.length > 0) return { live: false, branches: entry.state.branches };
  return rule === null ? { live: false, branches: [] } : { live: true, branches: await liveParts(call, rule, places.map(({ id }) => id), year) };
}

/** Whoever asked for a scoring sees how far it is, or why it was refused. */
async function scoringOf({ tx, actor }: Call, entry: ReviewEntry | undefined): Promise<JobProgress | null> {
  if (!entry) return null;
  const [job] = await jobsOf(tx, actor.account, sql`kind = ${SCORE_REVIEW} AND input->>'review' = ${entry.factId} AND (input->>'version')::int = ${entry.version}`);
  return job && job.state !== 'done' && job.state !== 'cancelled' ? progressOf(job) : null;
}

/** In the order of their numbers; what was scored shows those that were scored, whatever was founded or dissolved since. */
function linesOf(
  entry: ReviewEntry | undefined, rule: ReviewRule, branches: readonly ReviewedBranch[], places: readonly ReviewPlace[], beside: (id: string) => { reason: unknown; self: Parameters<typeof lineOf>[4] },
): BranchReviewView['branches'] {
  const known = new Map(branches.map((it) => [it.organisation, it]));
  const rows = entry && entry.state.branches.length > 0 ? places.filter(({ id }) => known.has(id)) : places;
  return rows.map((place) => {
    const { reason, self } = beside(place.id);
    return lineOf(place, known.get(place.id), rule, reason, self);
  });
}

function undecidedIn(rule: ReviewRule | null, branches: readonly ReviewedBranch[], stage: ReviewStage | undefined): BranchReviewView['undecided'] {
  if (rule === null || (stage !== undefined && !isBefore(stage, 'deliberated'))) return null;
  const { undecided } = proposalsWith(stage === undefined || stage === 'opened' ? [] : branches, rule.result, []);
  return undecided && { grade: undecided.grade, places: undecided.places, tied: [...undecided.tied] };
}

interface Circumstances {
  readonly rule: boolean;
  readonly today: string;
  readonly year: number;
  readonly final: boolean;
  readonly open: number;
}

/** Which steps follow, for whom they are; what a rule still holds back is said when somebody tries. */
function mayDo(allowed: (act: ActName) => boolean, stage: ReviewStage | null | 'past', { rule, today, year, final, open }: Circumstances): BranchReviewView['may'] {
  const at = (...stages: readonly (ReviewStage | null)[]): boolean => stage !== 'past' && stages.includes(stage);
  return {
    open: at(null) && rule && today >= `${year}-12-01` && allowed('runReviews'),
    moveSelf: at('opened') && allowed('runReviews'),
    score: at('opened', 'scored') && allowed('runReviews'),
    deliberate: at('scored') && allowed('deliberateReviews'),
    notice: at('deliberated') && allowed('runReviews'),
    approve: at('deliberated', 'noticed') && allowed('approveReviews'),
    circulate: at('approved') && allowed('runReviews'),
    back: at('scored', 'deliberated', 'noticed', 'approved') && allowed('deliberateReviews'),
    revise: at('circulated') && allowed('deliberateReviews'),
    makeFinal: at('approved', 'circulated') && !final && open === 0 && allowed('reopenMonths'),
  };
}
