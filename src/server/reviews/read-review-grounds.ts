import type { z } from 'zod';
import { sightIn } from '#domain/assessments/sight.ts';
import { withholdLeaves } from '#domain/assessments/withhold-leaves.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { differencesOf } from '#domain/engine/grounds-difference.ts';
import { markedRules } from '#domain/engine/marked-rules.ts';
import type { readReviewChanges as changesContract, readReviewGrounds as groundsContract } from '#domain/reviews/branch-contract.ts';
import type { ReviewRule } from '#domain/reviews/result-of-year.ts';
import { isBefore } from '#domain/reviews/review.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import { factOf, textOf } from '#server/facts/fact-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { hashOfGrounds, knownAt } from '#server/points/known-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { entriesSince, type ReviewEntry, reviewsReaching } from './review-reads.ts';
import { demandSight } from './review-sight-reads.ts';
import { scoreBranch, scoreBranchNow } from './score-branches.ts';

/** Why a branch has its score: as it was pinned, or as facts prove it now while nothing is. @throws NotFound, NoBranchResult */
export async function readReviewGrounds(call: Call, { organisation, year, revision }: z.output<typeof groundsContract.input>): Promise<z.output<typeof groundsContract.output>> {
  const { tx, actor } = call;
  const above = await demandSight(call, organisation);
  const reviews = await reviewsReaching(tx, organisation, year);
  const approved = reviews.findLast(({ state }) => !isBefore(state.stage, 'approved'));
  const entry = revision === undefined ? approved ?? reviews.at(-1) : reviews.find(({ state }) => state.revision === revision);
  const pinned = entry?.state.branches.find((it) => it.organisation === organisation);
  if (entry && pinned && entry.state.pin === null && entry.state.stage === 'circulated') return asBrought(call, entry);
  const now = await scoreBranchNow(call, organisation, year);
  const then = pinned && entry?.state.pin ? scoreBranch(await knownAt(tx, entry.state.pin.asOfSeq), organisation, year, entry.state.pin.date) : now;
  const before = then.grounds;
  const tree = treeOf(then.rule);
  const shown = tree === null ? before : withholdLeaves(before, tree, then.rule.version.registers, sightIn(actor, above));
  return {
    grounds: shown, names: await groundsNames(tx, shown, await adoptedSchemes(tx)),
    recomputes: pinned === undefined || hashOfGrounds(before) === pinned.groundsHash,
    pinned: pinned ? pinned.score : null, now: now.branch.score,
    differences: pinned ? differencesOf(before, now.grounds).map(({ id, label, before: was, after: is }) => ({ id, label, before: was, after: is })) : [],
  };
}

/** What was brought along from before the scheme rests on its document, and on nothing that could be computed. */
async function asBrought({ tx }: Call, { factId, version, state }: ReviewEntry): Promise<z.output<typeof groundsContract.output>> {
  const said = (await textOf(tx, factId, version))?.['circular'];
  const document = typeof said === 'string' ? said : '';
  const label = { zh: `${state.year} 年度等次：${document}（${state.circulatedOn ?? ''} 通报）`, en: `Grade of ${state.year}: ${document}, circulated on ${state.circulatedOn ?? ''}` };
  const grounds: Grounds = { id: 'brought', label, value: null, full: null, rule: null, how: { kind: 'counted', state: 'has', persons: [], window: null, because: [] }, children: [] };
  return { grounds, names: {}, recomputes: true, pinned: null, now: null, differences: [] };
}

/** All the rules behind a result: the indicators, and what is marked for the result alone. */
function treeOf({ result, version }: ReviewRule): PointsNode | null {
  const marked = markedRules(result);
  const { indicators } = version.scheme;
  return indicators && marked ? { ...indicators, children: [...indicators.children, ...marked.children] } : indicators ?? marked;
}

/** How many entries came for each branch after it was scored: a hint to look, and taken over by nobody. */
export async function readReviewChanges(call: Call, { review }: z.output<typeof changesContract.input>): Promise<z.output<typeof changesContract.output>> {
  const entry = await factOf(call.tx, 'branchReview', review);
  if (!entry) throw refuse('NotFound', {});
  await demandIn(call, 'readReviews', entry.state.organisation);
  const { branches, year, pin } = entry.state;
  return { items: pin === null ? [] : await entriesSince(call.tx, branches.map((it) => it.organisation), year, pin.asOfSeq) };
}
