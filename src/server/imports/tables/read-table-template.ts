import type { ImportTable } from '#domain/imports/table-contract.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';
import { templateWorkbook } from '#server/platform/template-workbook.ts';
import { demandTableImporter, importerOf } from './table-jobs.ts';

/** The table to fill in, with what the asker may choose. @throws NotAllowed */
export const readTableTemplate = (importers: readonly TableImporter[]) => async (call: Call, { table }: { table: ImportTable }): Promise<FileAnswer> => {
  demandTableImporter(call, table);
  const { sheet, columns, notes, choices } = importerOf(importers, table);
  const chosen = await choices(call);
  const bytes = await templateWorkbook({
    sheet, columns: columns.map(({ key, title, required, note, width, choice, strict, isDay }) => ({ title, required, note, width, choice: chosen[key] ?? choice, strict, isDay })),
    notes: ['标题、说明可以写在表头上方，表头须在前 10 行之内；其他列可以保留，系统不导入。', ...notes, '系统中已有的不会重复登记，也不会改动；重复导入同一份表格是安全的。'],
    taken: await takenBy(call, 'zh'),
  });
  return { fileName: `${sheet}-模板.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes };
};
