import { scopesOf } from '#domain/access/policy.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import { organisationsOn, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';
import { demandImporter } from './import-jobs.ts';
import { rosterTemplate } from './roster-workbook.ts';

/** The template with the branches that the asker may import into as a choice. */
export async function readRosterTemplate(call: Call): Promise<FileAnswer> {
  demandImporter(call);
  const scope = new Set(await subtree(call.tx, scopesOf(call.actor, 'importRoster'), call.today));
  const branches = (await organisationsOn(call.tx, call.today)).filter((it) => scope.has(it.id) && (it.category === '631' || it.category === '632'));
  const bytes = await rosterTemplate(branches.toSorted(byNumber).map((it) => it.name), await takenBy(call, 'zh'));
  return { fileName: '花名册模板.xlsx', mediaType: XLSX_MEDIA_TYPE, bytes };
}
