import { z } from 'zod';
import { demand, demandOrHide, scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { id } from '#domain/facts/contract.ts';
import { refuseTrial } from '#domain/points/refusals.ts';
import { type TrialOutcome, trialOutcome } from '#domain/points/trial-contract.ts';
import { jobOf, type JobRow } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { storedFile, storePassingFile } from '#server/platform/files.ts';

export const TRY_SCHEME = 'tryScheme';

/** What a trial is asked for: the text lies in a file that passes, so that nothing of a draft stays. */
export const trialInput = z.object({ file: id, year: z.number().int() });
/** What it leaves behind for a day. */
export const trialResult = z.object({ file: id });

const KEPT_DAYS = 1;

export const keepForTrial = (call: Call, name: string, mediaType: string, text: string): Promise<string> =>
  storePassingFile(call, { name, mediaType, bytes: new TextEncoder().encode(text) }, KEPT_DAYS);

/** @throws TrialExpired */
export async function keptForTrial(tx: Tx, file: string): Promise<string> {
  const stored = await storedFile(tx, file);
  if (!stored) throw refuseTrial('TrialExpired', {});
  return new TextDecoder().decode(stored.bytes);
}

/** Where the actor may try a scheme: the organisations of his office. @throws NotAllowed */
export function demandTrier(call: Call): readonly string[] {
  const scopes = scopesOf(call.actor, 'tryScheme');
  demand(call.actor, 'tryScheme', scopes);
  return scopes;
}

/** A trial of the one who asks, as long as he is of the office. @throws NotFound */
export async function trialOf({ tx, actor }: Call, trial: string): Promise<JobRow> {
  demandOrHide(actor, 'tryScheme', scopesOf(actor, 'tryScheme'));
  const job = await jobOf(tx, actor.account, trial);
  if (job?.kind !== TRY_SCHEME) throw refuse('NotFound', {});
  return job;
}

/** Null while it is under way. @throws TrialExpired */
export async function outcomeOfTrial(tx: Tx, job: JobRow): Promise<TrialOutcome | null> {
  return job.state === 'done' ? trialOutcome.parse(JSON.parse(await keptForTrial(tx, trialResult.parse(job.result).file))) : null;
}
