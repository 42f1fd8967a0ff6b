import type { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import { demandOrHide } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { differencesOf } from '#domain/engine/grounds-difference.ts';
import { branch, member, type Subject } from '#domain/engine/subject.ts';
import { type World, worldOf } from '#domain/engine/world.ts';
import { markedRules } from '#domain/engine/marked-rules.ts';
import type { SchemeVersion } from '#domain/engine/scheme-book.ts';
import { type TrialBooks, trialBooks, triedGrounds } from '#domain/points/trial.ts';
import type { readTrialGrounds as contract, TrialOutcome } from '#domain/points/trial-contract.ts';
import { yearSide } from '#domain/points/tried-year.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { logOfBranchYear } from '#server/assessments/branch-log-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes, demandSound } from '#server/schemes/scheme-reads.ts';
import { groundsNames } from './grounds-name-reads.ts';
import { groundsInSight } from './shown-grounds-reads.ts';
import { keptForTrial, outcomeOfTrial, trialInput, trialOf } from './trial-jobs.ts';
import { logOfYears } from './year-reach.ts';

type Input = z.output<typeof contract.input>;

/** Why one of a trial has what under both schemes, from the log as it is now: two trees, and where they part. */
export async function readTrialGrounds(call: Call, input: Input): Promise<z.output<typeof contract.output>> {
  const { tx, today } = call;
  const job = await trialOf(call, input.trial);
  const outcome = await outcomeOfTrial(tx, job);
  if (outcome === null || !isIn(outcome, input)) throw refuse('NotFound', {});
  const above = await demandSubject(call, input);
  const { file, year } = trialInput.parse(job.input);
  const { scheme: draft } = demandSound(await keptForTrial(tx, file));
  const adopted = await adoptedSchemes(tx);
  const log = input.of === 'member' ? await logOfYears(tx, [input.subject], year, year, 'all') : await logOfBranchYear(tx, input.subject, year);
  const subject = input.of === 'member' ? member(input.subject) : branch(input.subject);
  const books = trialBooks(adopted, draft, year);
  const world = worldOf(log, { seq: Number.MAX_SAFE_INTEGER, date: today });
  const found = input.under === 'result' ? resultGrounds(world, books, subject, year) : triedGrounds(world, books, subject, year);
  const [before, after] = (['before', 'after'] as const).map((side) => withheld(call.actor, above, found[side], subject, books, side, year));
  const schemes = [...adopted, { scheme: draft, from: `${year}-01-01` }];
  let names: Record<string, Words> = {};
  for (const grounds of [before, after]) if (grounds) names = { ...names, ...(await groundsNames(tx, grounds, schemes)) };
  return { before: before ?? null, after: after ?? null, differences: differencesOf(found.before, found.after), names };
}

/**
 * What the reader may not see elsewhere he does not see here. A register keeps the privacy that the scheme in force gives
 * it, whatever a draft says of it: nobody opens it by trying.
 */
function withheld(actor: Actor, above: readonly string[], grounds: Grounds | null, subject: Subject, books: TrialBooks, side: 'before' | 'after', year: number): Grounds | null {
  const version = books[side].forWindow(String(year));
  if (grounds === null || !version) return null;
  const registers = new Map([...version.registers, ...(books.before.versions.at(-1)?.registers ?? [])]);
  return groundsInSight(actor, above, grounds, rulesBehind(version, subject), registers);
}

/** The rules of the subject's total, and what is marked for its result alone. */
function rulesBehind({ trees, scheme }: SchemeVersion, { tree, kind }: Subject): PointsNode | null {
  const total = trees.get(tree)?.total ?? null;
  const result = scheme.results.find((it) => it.of === kind);
  const marked = result ? markedRules(result) : null;
  return total && marked ? { ...total, children: [...total.children, ...marked.children] } : total ?? marked;
}

function resultGrounds(world: World, { before, after }: TrialBooks, { kind, id }: Subject, year: number): { readonly before: Grounds | null; readonly after: Grounds | null } {
  const [was, is] = [before, after].map((book) => yearSide({ world, book }, kind, [id], year)?.values[0]?.grounds ?? null);
  return { before: was ?? null, after: is ?? null };
}

const isIn = ({ members, branches }: TrialOutcome, { of, subject }: Input): boolean =>
  (of === 'member' ? members.some(({ person }) => person === subject) : branches.some((it) => it.branch === subject));

/** Everything above the one asked about. Who has left the office's reach since is not there any more. @throws NotFound */
async function demandSubject({ tx, actor, today }: Call, { of, subject }: Input): Promise<readonly string[]> {
  const organisation = of === 'branch' ? subject : (await homeOf(tx, subject, today))?.organisation;
  const above = organisation === undefined ? [] : await lineage(tx, organisation, today);
  demandOrHide(actor, 'tryScheme', above);
  return above;
}
