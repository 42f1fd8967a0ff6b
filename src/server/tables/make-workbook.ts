import { demand, scopesOf } from '#domain/access/policy.ts';
import type { SeenTable } from '#domain/tables/contract.ts';
import { actToTake } from '#domain/tables/taking.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { tableWorkbook, XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';

/**
 * A table as it was seen, as a workbook that says what was asked for, when it was taken and by whom. The act is asked for
 * wherever it is held: what a table may hold was decided when it was read. @throws NotAllowed
 */
export async function makeWorkbook(call: Call, table: SeenTable): Promise<FileAnswer> {
  const { title, columns, rows, total } = table;
  const act = actToTake(table.name);
  if (act !== null) demand(call.actor, act, scopesOf(call.actor, act));
  call.audit({ kind: 'table', id: table.name, details: { entries: rows.length } });
  const bytes = await tableWorkbook({ title, note: noteOf(table, await takenBy(call, table.language)), columns, rows: total ? [...rows, total] : rows });
  return { fileName: `${title}-${call.today}.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes };
}

function noteOf({ title, scope, language, rows: { length } }: SeenTable, taken: string): string {
  return language === 'zh'
    ? `${title}　${scope === '' ? '全部' : scope}　共 ${length} 项　${taken}`
    : `${title} · ${scope === '' ? 'all' : scope} · ${length} in all · ${taken}`;
}
