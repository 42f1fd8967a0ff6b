import type { SchemeTrial, TrialOutcome } from '#domain/points/trial-contract.ts';
import { progressOf } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { cardsOf } from './points-reads.ts';
import { outcomeOfTrial, trialInput, trialOf } from './trial-jobs.ts';
import { branchesNamed, teamsNamed } from './trial-reads.ts';

/** How far a trial is, and what it came to, with the names of today. */
export async function readSchemeTrial(call: Call, { trial }: { readonly trial: string }): Promise<SchemeTrial> {
  const job = await trialOf(call, trial);
  const outcome = await outcomeOfTrial(call.tx, job);
  return { id: job.id, year: trialInput.parse(job.input).year, job: progressOf(job), outcome, ...(await namesIn(call.tx, outcome)) };
}

async function namesIn(tx: Tx, outcome: TrialOutcome | null): Promise<Pick<SchemeTrial, 'people' | 'branches' | 'teams'>> {
  if (outcome === null) return { people: [], branches: [], teams: [] };
  const teams = outcome.reaches.flatMap(({ team }) => team ?? []);
  return {
    people: await cardsOf(tx, outcome.members.map(({ person }) => person)),
    branches: await branchesNamed(tx, outcome.branches.map((it) => it.branch)),
    teams: await teamsNamed(tx, teams),
  };
}
