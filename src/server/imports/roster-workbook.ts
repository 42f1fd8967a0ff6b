import { rosterColumns } from '#domain/imports/roster-columns.ts';
import { problemOf } from '#domain/imports/roster-row.ts';
import { faultyRowsWorkbook, templateWorkbook } from '#server/platform/template-workbook.ts';
import type { FilePlan } from './plan-file.ts';
import type { RosterFile } from './read-roster.ts';

const SHEET = '花名册';

/** The template of the roster with the branches that may be imported into as a choice. */
export const rosterTemplate = (branches: readonly string[], taken: string): Promise<Uint8Array> => templateWorkbook({
  sheet: SHEET,
  columns: rosterColumns.map(({ key, title, required, note, width, choice = [] }) => ({
    title, required, note, width, choice: key === 'branch' ? branches : choice, strict: key !== 'education' && key !== 'post', isDay: false,
  })),
  notes: ['公民身份号码等其他列可以保留在文件中，系统不导入。', '空白的格不改动系统中已有的内容（党内职务除外）。'], taken,
});

/** The faulty rows as they stood in the file, with the reasons. */
export const faultyRows = (file: RosterFile, plan: FilePlan, taken: string): Promise<Uint8Array> =>
  faultyRowsWorkbook({ sheet: SHEET, taken }, file.header.titles, file.lines, ({ row, cells }) =>
    (plan.faults.get(row) ?? []).map((it) => problemOf(file.header, row, cells, it)).map((it) => `${it.column}：${it.rule.zh}${it.suggestion.zh}`));
