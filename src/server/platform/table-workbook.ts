import { writeXlsx } from 'hucre/xlsx';
import { escaped } from '#domain/imports/cell-text.ts';
import type { CellFormat } from '#domain/tables/contract.ts';

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface TableSheet {
  readonly title: string;
  /** The first row: what was asked for, how many there are, and as of when. */
  readonly note: string;
  readonly columns: readonly { readonly title: string; readonly format: CellFormat }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const formats = { text: '@', count: '0', points: '0.00', percent: '0.00%' } as const satisfies Record<CellFormat, string>;
const divisors = { text: 1, count: 1, points: 100, percent: 10_000 } as const satisfies Record<CellFormat, number>;

/** Characters of Excel's ruler; what is longer wraps. */
const WIDTH = { least: 8, most: 48, rowsLookedAt: 200 };

/** The one writer of tables that leave the system: texts stay texts whatever they begin with, numbers are numbers. */
export function tableWorkbook({ title, note, columns, rows }: TableSheet): Promise<Uint8Array> {
  const value = (cell: string | number, at: number): string | number =>
    (typeof cell === 'string' ? escaped(cell) : cell / divisors[columns[at]?.format ?? 'count']);
  return writeXlsx({ sheets: [{
    name: sheetName(title), freezePane: { rows: 2 },
    columns: columns.map(({ title: head, format }, at) => ({ numFmt: formats[format], width: widthOf([head, ...rows.slice(0, WIDTH.rowsLookedAt).map((row) => row[at] ?? '')]) })),
    rows: [[escaped(note)], columns.map((it) => escaped(it.title)), ...rows.map((row) => row.map(value))],
  }] });
}

/** A Chinese letter is as wide as two others. */
const widthOf = (cells: readonly (string | number)[]): number => {
  const widths = cells.map((cell) => [...String(cell)].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 2));
  return Math.min(WIDTH.most, Math.max(WIDTH.least, ...widths));
};

/** What a sheet may be called: 31 letters, none of them a sign of a reference. */
export const sheetName = (title: string): string => title.replaceAll(/[[\]:*?/\\']/g, ' ').trim().slice(0, 31) || '1';
