import { z } from 'zod';
import { demand, scopesOf } from '#domain/access/policy.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { rosterCheck, rosterOutcome } from '#domain/imports/contract.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { storedFile } from '#server/platform/files.ts';
import type { Job } from '#server/platform/jobs.ts';

/** What a check of a roster is asked for. */
export const checkInput = z.object({ file: id, fileName: z.string(), from: civilDate });
/** What it leaves behind: the result, and the file of faulty rows if there are any. */
export const checkResult = z.object({ checked: rosterCheck, errors: id.nullable() });
export type CheckResult = z.output<typeof checkResult>;

export const carryOutInput = checkInput.extend({ check: id, skipFaulty: z.boolean() });
export const carryOutResult = rosterOutcome;

export const CHECK_ROSTER = 'checkRoster';
export const CARRY_OUT_ROSTER = 'carryOutRoster';

/** Uploaded rosters and files of faulty rows are kept so long, then dropped. */
export const KEPT_DAYS = 7;

/** The right to import on some organisation; which branches is asked of every row. @throws NotAllowed */
export const demandImporter = (call: Call): void => void demand(call.actor, 'importRoster', scopesOf(call.actor, 'importRoster'));

/** The bytes of an uploaded file. @throws RosterExpired */
export const uploadedBytes = (job: Job, file: string): Promise<Uint8Array> => job.read(async ({ tx }) => {
  const stored = await storedFile(tx, file);
  if (!stored) throw refuseImport('RosterExpired', {});
  return stored.bytes;
});
