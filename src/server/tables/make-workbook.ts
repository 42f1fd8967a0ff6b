import type { SeenTable } from '#domain/tables/contract.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { tableWorkbook, XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';

/** A table as it was seen, as a workbook that says what was asked for, when it was taken and by whom. */
export async function makeWorkbook(call: Call, table: SeenTable): Promise<FileAnswer> {
  const { title, columns, rows, total } = table;
  call.audit({ kind: 'table', id: table.name, details: { entries: rows.length } });
  const bytes = await tableWorkbook({ title, note: noteOf(table, await takenBy(call, table.language)), columns, rows: total ? [...rows, total] : rows });
  return { fileName: `${title}-${call.today}.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes };
}

function noteOf({ title, scope, language, rows: { length } }: SeenTable, taken: string): string {
  return language === 'zh'
    ? `${title}　${scope === '' ? '全部' : scope}　共 ${length} 项　${taken}`
    : `${title} · ${scope === '' ? 'all' : scope} · ${length} in all · ${taken}`;
}
