import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import { scoredAspects } from '#domain/assessments/branch-score.ts';
import type { BranchScore, readBranchScore as contract, readScoreScopes as scopes } from '#domain/assessments/contract.ts';
import { shareOfFull } from '#domain/assessments/item-standing.ts';
import { sightIn } from '#domain/assessments/sight.ts';
import { type Sight, withholdLeaves } from '#domain/assessments/withhold-leaves.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { underObjection } from '#server/objections/objection-reads.ts';
import { homeOf, lastLineage, lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { branchesAmong, lastSeq, namesOf } from '#server/points/points-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { branchYear } from './branch-year-reads.ts';

/**
 * 支部得分: what a branch comes to in a year under the indicators of the scheme. Who acts for the branch or the office
 * sees all that he may see elsewhere; a member sees the marks of his branch without the people behind them.
 */
export async function readBranchScore(call: Call, input: z.output<typeof contract.input>): Promise<BranchScore> {
  const { tx, actor, today } = call;
  const { organisation } = input;
  const day = input.day !== undefined && input.day < today ? input.day : today;
  const sight = await sightOf(call, organisation, day);
  const year = input.year ?? Number(day.slice(0, 4));
  // The log is read after this and may know of more, never of less.
  const asOf = { seq: input.seq ?? await lastSeq(tx), day };
  const schemes = await adoptedSchemes(tx);
  const { version, tree, grounds: whole } = await branchYear(tx, schemes, organisation, year, day, input.seq);
  const name = (await namesOf(tx, [], [organisation]))[organisation] ?? '';
  const mayObject = actor.person !== null && may(actor, 'raiseObjections', await lineage(tx, organisation, today)).allowed;
  const head = { organisation: { id: organisation, name }, year, asOf, objected: await underObjection(call, organisation), mayObject };
  if (!version || !tree || !whole) return { ...head, scheme: null, total: null, full: null, progressToDate: null, aspects: [], grounds: null, names: {} };
  const grounds = withholdLeaves(whole, tree, version.registers, sight);
  return {
    ...head,
    scheme: { label: version.scheme.label, version: version.scheme.version },
    total: whole.value, full: tree.full, progressToDate: shareOfFull({ value: whole.value, full: tree.full }),
    aspects: scoredAspects(whole, tree, day >= `${year}-12-31`, version.scheme.registers),
    grounds, names: await groundsNames(tx, grounds, schemes),
  };
}

/** What the reader may see behind the score. @throws NotFound for whom the branch is none of his. */
async function sightOf({ tx, actor, today }: Call, organisation: string, day: string): Promise<Sight> {
  const above = await lastLineage(tx, organisation, day);
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  const member = home !== undefined && above.length > 0 && (home.organisation === organisation || home.group === organisation);
  if (!may(actor, 'readScores', above).allowed && !member) throw refuse('NotFound', {});
  return sightIn(actor, above);
}

/** The branches one may choose from. */
export async function readScoreScopes({ tx, actor, today }: Call): Promise<z.output<typeof scopes.output>> {
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  const below = await subtree(tx, scopesOf(actor, 'readScores'), today);
  return { items: await branchesAmong(tx, [...below, ...(home ? [home.organisation] : [])]) };
}

