import { columnOf } from './merged-cells.ts';
import { attribute } from './visible-sheets.ts';

/** Noughts alone, as one who wants 000120 for 120 writes the format; WPS and Excel may put a gap or a part for texts behind. */
const NOUGHTS = /^(0{2,20})(?:_.)*(?:;.*)?$/;
const FORMAT = /<(?:\w+:)?numFmt\s[^>]*>/g;
const STYLES = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/;
const STYLE = /<(?:\w+:)?xf[\s/>][^>]*/g;
const CELL = /<(?:\w+:)?c\s[^>]*>\s*<(?:\w+:)?v>(\d{1,20})<\/(?:\w+:)?v>/g;

/** Which styles of a workbook write a number with noughts in front, and to how many digits. */
export function paddingStyles(stylesXml: string): ReadonlyMap<string, number> {
  const widths = new Map([...stylesXml.matchAll(FORMAT)].flatMap(([it]): [string, number][] => {
    const noughts = NOUGHTS.exec(attribute(it, 'formatCode'))?.[1];
    return noughts === undefined ? [] : [[attribute(it, 'numFmtId'), noughts.length]];
  }));
  if (widths.size === 0) return new Map();
  return new Map([...(STYLES.exec(stylesXml)?.[0] ?? '').matchAll(STYLE)].flatMap(([it], at): [string, number][] => {
    const width = widths.get(attribute(it, 'numFmtId'));
    return width === undefined ? [] : [[String(at), width]];
  }));
}

/** The cells of a sheet that show noughts which are not in them: row as the spreadsheet numbers it, column from nought, what one sees. */
export function paddedCells(sheetXml: string, styles: ReadonlyMap<string, number>): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const [it, digits = ''] of sheetXml.matchAll(CELL)) {
    const width = styles.get(attribute(it, 's'));
    const [, letters, row] = /^([A-Z]{1,3})(\d+)$/.exec(attribute(it, 'r')) ?? [];
    if (width === undefined || letters === undefined || digits.length >= width || !['', 'n'].includes(attribute(it, 't'))) continue;
    const cells = rows.get(Number(row)) ?? new Map<number, string>();
    rows.set(Number(row), cells.set(columnOf(letters), digits.padStart(width, '0')));
  }
  return rows;
}
