import { scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import { jobOf } from '#server/jobs/job-reads.ts';
import { organisationsOn, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { storedFile } from '#server/platform/files.ts';
import { XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';
import { CHECK_ROSTER, checkResult, demandImporter } from './import-jobs.ts';
import { rosterTemplate } from './roster-workbook.ts';

/** The template with the branches that the asker may import into as a choice. */
export async function readRosterTemplate(call: Call): Promise<FileAnswer> {
  demandImporter(call);
  const scope = new Set(await subtree(call.tx, scopesOf(call.actor, 'importRoster'), call.today));
  const branches = (await organisationsOn(call.tx, call.today)).filter((it) => scope.has(it.id) && (it.category === '631' || it.category === '632'));
  return { fileName: '花名册模板.xlsx', mediaType: XLSX_MEDIA_TYPE, bytes: await rosterTemplate(branches.toSorted(byNumber).map((it) => it.name)) };
}

/** The rows that could not be taken, as they stood in the file, with the reasons. */
export async function readRosterErrors(call: Call, input: { import: string }): Promise<FileAnswer> {
  const check = await jobOf(call.tx, call.actor.account, input.import);
  if (check?.kind !== CHECK_ROSTER || check.state !== 'done') throw refuse('NotFound', {});
  const { errors } = checkResult.parse(check.result);
  if (errors === null) throw refuse('NotFound', {});
  const file = await storedFile(call.tx, errors);
  if (!file) throw refuseImport('RosterExpired', {});
  call.audit({ kind: 'import', id: check.id });
  return { fileName: file.name, mediaType: file.mediaType, bytes: file.bytes };
}
