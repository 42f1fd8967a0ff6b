import { z } from 'zod';
import { id, word } from '#domain/facts/contract.ts';
import { sheetCheck, sheetOutcome } from '#domain/imports/sheet-contract.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import { storedFile } from '#server/platform/files.ts';
import type { Job } from '#server/platform/jobs.ts';

/** What a check of a register's table is asked for. */
export const checkInput = z.object({ file: id, fileName: z.string(), register: word });
/** What it leaves behind: the result, and the file of faulty rows if there are any. */
export const checkResult = z.object({ checked: sheetCheck, errors: id.nullable() });
export type CheckResult = z.output<typeof checkResult>;

export const carryOutInput = checkInput.extend({ check: id, skipFaulty: z.boolean(), faulty: z.number() });
export const carryOutResult = sheetOutcome;

export const CHECK_TABLE = 'checkRegisterTable';
export const CARRY_OUT_TABLE = 'carryOutRegisterTable';

/** Uploaded tables and files of faulty rows are kept so long, then dropped. */
export const KEPT_DAYS = 7;

/** The bytes of an uploaded file. @throws SheetExpired */
export const uploadedBytes = (job: Job, file: string): Promise<Uint8Array> => job.read(async ({ tx }) => {
  const stored = await storedFile(tx, file);
  if (!stored) throw refuseSheet('SheetExpired', {});
  return stored.bytes;
});
