import { colToLetter, writeXlsx, XlsxStreamWriter, type CellStyle } from 'hucre/xlsx';
import { escaped } from '#domain/imports/cell-text.ts';
import { REASON_TITLE } from '#domain/imports/sheet-header.ts';
import { choiceCells } from './choice-cells.ts';
import type { SheetRow } from './read-sheets.ts';
import { sheetName } from './table-workbook.ts';

export interface TemplateColumn {
  readonly title: string;
  readonly required: boolean;
  readonly note: string;
  readonly width: number;
  /** Offered in the cells. */
  readonly choice: readonly string[];
  /** Whether something else than the choice is worth a warning in Excel. */
  readonly strict: boolean;
  readonly isDay: boolean;
}

export interface Template {
  readonly sheet: string;
  readonly columns: readonly TemplateColumn[];
  /** What holds of the whole table. */
  readonly notes: readonly string[];
  /** When and by whom it was taken away; among what is explained, where it does not disturb who fills it in. */
  readonly taken: string;
}

const HEAD: CellStyle = { font: { bold: true } };
const ROWS_WITH_CHOICE = 5_000;

/**
 * A table to fill in, made from the columns that its importer reads: a sheet with choices in its cells, a sheet that
 * explains every column, and a hidden one with the choices.
 */
export function templateWorkbook({ sheet, columns, notes, taken }: Template): Promise<Uint8Array> {
  const { validations, codes } = choiceCells(columns.map(({ choice, strict }, at) => ({ choice, strict, range: `${colToLetter(at)}2:${colToLetter(at)}${ROWS_WITH_CHOICE}` })));
  return writeXlsx({
    properties: { description: taken },
    sheets: [
      {
        name: sheetName(sheet), freezePane: { rows: 1 },
        columns: columns.map(({ title, width, isDay }) => ({ header: title, width, numFmt: isDay ? 'yyyy-mm-dd' : '@' })),
        rows: [columns.map(({ title }) => title)],
        dataValidations: validations,
      },
      {
        name: '填写说明', columns: [{ width: 18 }, { width: 8 }, { width: 60 }],
        rows: [['列', '必填', '说明'], ...columns.map((it) => [it.title, it.required ? '是' : '', it.note]), [], ...[...notes, taken].map((it) => ['', '', escaped(it)])],
      },
      codes,
    ],
  });
}

/**
 * Faulty rows as they stood in the file, with the reasons in a column of their own; corrected, the file can be sent as it is.
 * @param taken when and for whom they were picked out: a line above the header, which a reader of tables passes over.
 */
export async function faultyRowsWorkbook({ sheet, taken }: { readonly sheet: string; readonly taken: string }, titles: readonly string[], lines: readonly SheetRow[], reasonsOf: (line: SheetRow) => readonly string[]): Promise<Uint8Array> {
  const kept = titles.flatMap((title, at) => (title === REASON_TITLE ? [] : [at]));
  const writer = new XlsxStreamWriter({ name: sheetName(sheet), columns: [...kept.map(() => ({ width: 14, numFmt: '@' })), { width: 60, style: HEAD }], freezePane: { rows: 2 }, repeatHeaders: false });
  writer.addRow([escaped(`错误行　${taken}`)]);
  writer.addRow([...kept.map((at) => escaped(titles[at] ?? '')), REASON_TITLE]);
  for (const line of lines) {
    const reasons = reasonsOf(line);
    if (reasons.length > 0) writer.addRow([...kept.map((at) => escaped(line.cells[at] ?? '')), reasons.join('\n')]);
  }
  return writer.finish();
}
