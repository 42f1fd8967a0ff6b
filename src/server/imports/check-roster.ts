import type { z } from 'zod';
import { demandOpenDay } from '#domain/calendar/open-year.ts';
import type { checkRoster as contract, RosterImport } from '#domain/imports/contract.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Finish, Job } from '#server/platform/jobs.ts';
import { keepFaultyRows, sentBytes, takeTable } from '#server/platform/table-import.ts';
import { checkInput, type CheckResult, demandImporter, ROSTER } from './import-jobs.ts';
import { importOf } from './import-reads.ts';
import { checkOf, planFile } from './plan-file.ts';
import { readRoster, withToldBranches } from './read-roster.ts';
import { rosterGround } from './roster-ground-reads.ts';
import { faultyRows } from './roster-workbook.ts';

/** Takes a roster in and leaves it to be checked; nothing of it is imported yet. */
export async function checkRoster(call: Call, input: z.output<typeof contract.input>): Promise<RosterImport> {
  demandImporter(call);
  demandOpenDay(input.from, call.today);
  return importOf(call, await takeTable(call, ROSTER, input));
}

const CHECKING = { zh: '正在检查', en: 'Checking' };

/** The check itself: what every row would change, and what is wrong in it. */
export async function checkRosterFile(job: Job, asked: unknown): Promise<Finish> {
  const input = checkInput.parse(asked);
  const read = await readRoster(job, await sentBytes(job, input.file), input.fileName);
  const ground = await job.read((call) => {
    demandImporter(call);
    return rosterGround(call, input.from, read.rows, false);
  });
  const file = withToldBranches(read, ground);
  const plan = await planFile(file, ground, (done) => job.progress(CHECKING, done, file.lines.length));
  const bytes = plan.faults.size > 0 ? await faultyRows(file, plan, await job.read((call) => takenBy(call, 'zh'))) : undefined;
  return async (call): Promise<CheckResult> => {
    const errors = await keepFaultyRows(call, input.fileName, bytes);
    call.audit({ kind: 'import', id: job.id });
    return { checked: checkOf(file, plan), errors };
  };
}
