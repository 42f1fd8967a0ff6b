import { writeXlsx, XlsxStreamWriter, type CellStyle } from 'hucre/xlsx';
import { escaped } from '#domain/imports/cell-text.ts';
import { REASON_TITLE, rosterColumns } from '#domain/imports/roster-columns.ts';
import { problemOf } from '#domain/imports/roster-row.ts';
import type { FilePlan } from './plan-file.ts';
import type { RosterFile } from './read-roster.ts';

const HEAD: CellStyle = { font: { bold: true } };
const ROWS_WITH_CHOICE = 5_000;

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/**
 * The template, made from the columns that the importer reads: a sheet to fill in with choices in its cells, a sheet that
 * explains every column, and a hidden one with the choices.
 */
export function rosterTemplate(branches: readonly string[]): Promise<Uint8Array> {
  const choices = rosterColumns.flatMap((it, at) => {
    const values = it.key === 'branch' ? branches : it.choice ?? [];
    return values.length > 0 ? [{ at, values, strict: it.key !== 'education' && it.key !== 'post' }] : [];
  });
  const longest = Math.max(...choices.map((it) => it.values.length));
  return writeXlsx({
    sheets: [
      {
        name: '花名册', freezePane: { rows: 1 },
        columns: rosterColumns.map((it) => ({ header: it.title, width: it.width, numFmt: '@' })),
        rows: [rosterColumns.map((it) => it.title)],
        dataValidations: choices.map(({ at, values, strict }, of) => ({
          type: 'list', formula1: `代码!$${letter(of)}$1:$${letter(of)}$${values.length}`, range: `${letter(at)}2:${letter(at)}${ROWS_WITH_CHOICE}`,
          allowBlank: true, showErrorMessage: strict, errorStyle: 'warning', errorTitle: '请核对', errorMessage: '请从下拉列表中选择。',
        })),
      },
      {
        name: '填写说明', columns: [{ width: 18 }, { width: 8 }, { width: 60 }],
        rows: [['列', '必填', '说明'], ...rosterColumns.map((it) => [it.title, it.required ? '是' : '', it.note]),
          [], ['', '', '公民身份号码等其他列可以保留在文件中，系统不导入。'], ['', '', '空白的格不改动系统中已有的内容（党内职务除外）。']],
      },
      { name: '代码', hidden: true, rows: Array.from({ length: longest }, (_, row) => choices.map((it) => it.values[row] ?? null)) },
    ],
  });
}

/** The faulty rows as they stood in the file, with the reasons in a column of their own; corrected, the file can be sent as it is. */
export async function faultyRows(file: RosterFile, plan: FilePlan): Promise<Uint8Array> {
  const titles = file.header.titles.filter((it) => it !== REASON_TITLE);
  const reasonAt = file.header.titles.indexOf(REASON_TITLE);
  const writer = new XlsxStreamWriter({ name: '花名册', columns: [...titles.map(() => ({ width: 14, numFmt: '@' })), { width: 60, style: HEAD }], freezePane: { rows: 1 } });
  writer.addRow([...titles, REASON_TITLE]);
  for (const { row, cells } of file.lines) {
    const faults = plan.faults.get(row);
    if (!faults) continue;
    const reasons = faults.map((it) => problemOf(file.header, row, cells, it)).map((it) => `${it.column}：${it.rule.zh}${it.suggestion.zh}`);
    const kept = file.header.titles.map((_, at) => cells[at] ?? '').filter((_, at) => at !== reasonAt);
    writer.addRow([...kept.map(escaped), reasons.join('\n')]);
  }
  return writer.finish();
}
