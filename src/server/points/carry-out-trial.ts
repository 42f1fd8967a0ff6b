import { setImmediate } from 'node:timers/promises';
import { branch, member } from '#domain/engine/subject.ts';
import { worldOf } from '#domain/engine/world.ts';
import { type YearSide, yearSide, triedYears, type TriedYear } from '#domain/points/tried-year.ts';
import { trialBooks, triedGrounds, triedOf, type Tried, type TrialBooks } from '#domain/points/trial.ts';
import type { TriedBranch, TriedMember, TrialOutcome } from '#domain/points/trial-contract.ts';
import { reachOfTeams } from '#domain/schemes/team-reach.ts';
import type { AdoptedScheme, Scheme } from '#domain/schemes/scheme.ts';
import { logOfBranchYear } from '#server/assessments/branch-log-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Finish, Job } from '#server/platform/jobs.ts';
import { adoptedSchemes, demandSound } from '#server/schemes/scheme-reads.ts';
import { lastSeq } from './points-reads.ts';
import { demandTrier, keepForTrial, keptForTrial, trialInput } from './trial-jobs.ts';
import { branchesOfYear, membersOfYear, teamsOfYear, type TrialMember } from './trial-reads.ts';

/** The first differences of a row; all of them are found when somebody asks why. */
const DIFFERENCES_KEPT = 8;

/**
 * The trial itself, branch by branch: no more than one branch's part of the log is in memory, and other requests are
 * answered in between. A member is looked at where he was last in the year.
 */
export async function carryOutTrial(job: Job, asked: unknown): Promise<Finish> {
  const { file, year } = trialInput.parse(asked);
  const ground = await job.read((call) => groundOf(call, file, year));
  const members: TriedMember[] = [];
  const branches: TriedBranch[] = [];
  const ofMembers: TriedYear[] = [];
  const sides: { before: YearSide | null; after: YearSide | null } = { before: null, after: null };
  for (const [done, { id, name }] of ground.branches.entries()) {
    await job.progress({ zh: `正在试算${name}`, en: `Trying it on ${name}` }, done, ground.branches.length);
    const tried = await job.read((call) => tryOnBranch(call, ground, id, year));
    members.push(...tried.members);
    branches.push(tried.branch);
    ofMembers.push(...triedYears(tried.years.members.before, tried.years.members.after));
    sides.before = joined(sides.before, tried.years.branch.before);
    sides.after = joined(sides.after, tried.years.branch.after);
  }
  const order = new Map(ground.members.map(({ person }, at) => [person, at]));
  members.sort((left, right) => (order.get(left.person) ?? 0) - (order.get(right.person) ?? 0));
  ofMembers.sort((left, right) => (order.get(left.subject) ?? 0) - (order.get(right.subject) ?? 0));
  const ofBranches = triedYears(sides.before, sides.after);
  const years = { members: ofMembers.length > 0 ? ofMembers : null, branches: ofBranches.length > 0 ? ofBranches : null };
  const { label, version } = ground.draft;
  const outcome: TrialOutcome = { scheme: { label, version }, asOf: ground.asOf, members, branches, reaches: ground.reaches, years };
  return async (call) => {
    call.audit({ kind: 'schemeTrial', id: job.id, details: { year, people: members.length } });
    return { file: await keepForTrial(call, 'trial.json', 'application/json', JSON.stringify(outcome)) };
  };
}

interface Ground {
  readonly draft: Scheme;
  readonly books: TrialBooks;
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly TrialMember[];
  readonly reaches: TrialOutcome['reaches'];
  readonly asOf: TrialOutcome['asOf'];
}

async function groundOf(call: Call, file: string, year: number): Promise<Ground> {
  const { tx, today } = call;
  const scopes = demandTrier(call);
  const { scheme: draft } = demandSound(await keptForTrial(tx, file));
  const adopted = await adoptedSchemes(tx);
  const branches = await branchesOfYear(tx, await subtree(tx, scopes, today), year);
  const ids = branches.map(({ id }) => id);
  return {
    draft, branches, books: trialBooks(adopted, draft, year),
    members: await membersOfYear(tx, ids, year, today),
    reaches: await reachesOf(call, adopted, draft, ids, year),
    asOf: { seq: await lastSeq(tx), day: today },
  };
}

/** What office hours and each shift team can reach, before by the version that is in force at the end of the year. */
async function reachesOf({ tx }: Call, adopted: readonly AdoptedScheme[], draft: Scheme, branches: readonly string[], year: number): Promise<TrialOutcome['reaches']> {
  const teams = await teamsOfYear(tx, branches, year);
  const current = adopted.findLast(({ from }) => from <= `${year}-12-31`)?.scheme;
  const before = current ? reachOfTeams(current, teams, year) : null;
  const after = reachOfTeams(draft, teams, year);
  return [null, ...teams].map((team, at) => ({ team: team?.id ?? null, before: before?.[at] ?? null, after: after?.[at] ?? null }));
}

/** Branches are graded among all, so their results are kept until the last of them is there. */
const joined = (before: YearSide | null, more: YearSide | null): YearSide | null =>
  (before === null || more === null ? before ?? more : { ...before, values: [...before.values, ...more.values] });

interface TriedHere {
  readonly members: TriedMember[];
  readonly branch: TriedBranch;
  readonly years: Record<'members' | 'branch', { readonly before: YearSide | null; readonly after: YearSide | null }>;
}

async function tryOnBranch({ tx, today }: Call, { books, members }: Ground, id: string, year: number): Promise<TriedHere> {
  const own = members.filter((it) => it.branch === id);
  const world = worldOf(await logOfBranchYear(tx, id, year), { seq: Number.MAX_SAFE_INTEGER, date: today });
  const tried: TriedMember[] = [];
  for (const one of own) {
    tried.push({ ...one, ...shortened(triedOf(triedGrounds(world, books, member(one.person), year))) });
    await setImmediate();
  }
  const sidesOf = (of: 'member' | 'branch', subjects: readonly string[]) =>
    ({ before: yearSide({ world, book: books.before }, of, subjects, year), after: yearSide({ world, book: books.after }, of, subjects, year) });
  const years = { members: sidesOf('member', own.map((it) => it.person)), branch: sidesOf('branch', [id]) };
  return { members: tried, branch: { branch: id, ...shortened(triedOf(triedGrounds(world, books, branch(id), year))) }, years };
}

const shortened = ({ differences, ...tried }: Tried) => ({ ...tried, differences: differences.slice(0, DIFFERENCES_KEPT) });
