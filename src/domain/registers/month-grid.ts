import { plainText, plainTitle } from '#domain/imports/cell-text.ts';
import { yearIn } from '#domain/imports/day-titles.ts';
import { type Line, monthIn } from '#domain/imports/month-titles.ts';
import type { ReshapedTable, SheetLines } from '#domain/imports/reshaped-table.ts';
import { headerIn, type SheetHeader } from '#domain/imports/sheet-header.ts';
import type { RegisterCard, RegisterFieldCard } from './contract.ts';
import { entryColumns, personPair } from './entry-columns.ts';

type Key = 'organisation' | 'day' | 'number' | 'name' | 'value';

const NUMBERS: readonly RegisterFieldCard['kind'][] = ['count', 'money', 'mark', 'minutes'];
/** Titles and notes above the names and months. */
const ABOVE_MOST = 10;
/** One month could as well be a title; a year of months is a grid. */
const MONTHS_LEAST = 2;
const NOTHING = /^[-—－/]*$/;
const TOTAL = /^(合计|总计|小计)/;

/** The number of which a register keeps one for each person and month; null where it keeps something else. */
export function monthlyField({ persons, parts, lasts, fields }: RegisterCard): RegisterFieldCard | null {
  const numbers = fields.filter(({ kind }) => NUMBERS.includes(kind));
  const [field] = numbers;
  const alone = numbers.length === 1 && fields.every((it) => it === field || !it.required);
  return persons === 'one' && parts.length === 0 && !lasts && alone ? field ?? null : null;
}

interface Head {
  readonly line: Line;
  readonly people: SheetHeader<'organisation' | 'number' | 'name'>;
  readonly months: readonly { readonly at: number; readonly written: string; readonly year: number | null; readonly month: number }[];
}

/**
 * Sheets with a person in each row and a month in each column, as offices keep dues, as one entry for each number in them: of
 * the first day of its month. Blank cells and strokes say nothing; a month without a year stays as it is written, and is no day.
 * @returns null where no sheet is laid out so, or the register does not keep such numbers.
 */
export function entriesOfMonths(register: RegisterCard, sheets: readonly SheetLines[], fileName: string): ReshapedTable<Key> | null {
  if (monthlyField(register) === null) return null;
  const columns = [...entryColumns(register).filter((it) => it.key === 'organisation').map((it) => ({ ...it, key: 'organisation' as const })), ...personPair];
  const read = sheets.flatMap((sheet) => {
    const head = sheet.lines.slice(0, ABOVE_MOST + 1).map((line) => headOf(line, headerIn(columns, line.cells))).find((it) => it !== null);
    return head ? [{ sheet, head }] : [];
  });
  if (read.length === 0) return null;
  const others = [...new Set(read.flatMap(({ head }) => head.people.others.filter((title) => monthIn(title) === null)))];
  return {
    lines: read.flatMap(({ sheet, head }) => linesOf(sheet, head, fileName)),
    heads: read.map(({ sheet, head }) => ({ sheet: sheet.sheet, row: head.line.row })),
    notices: [
      { zh: '按“每人一行、每月一列”读取，每格一项，日期为当月 1 日。', en: 'Read as a row for each person and a column for each month: an entry for each cell, on the first day of its month.' },
      ...(others.length > 0 ? [{ zh: `以下列没有导入：${others.join('、')}。`, en: `These columns were not taken over: ${others.join(', ')}.` }] : []),
    ],
  };
}

function headOf(line: Line, people: Head['people']): Head | null {
  const months = line.cells.flatMap((cell, at) => {
    const month = monthIn(cell);
    return month === null ? [] : [{ at, written: plainText(cell), ...month }];
  });
  return (people.at.has('number') || people.at.has('name')) && months.length >= MONTHS_LEAST ? { line, people, months } : null;
}

function linesOf({ sheet, lines }: SheetLines, { line: head, people, months }: Head, fileName: string): ReshapedTable<Key>['lines'] {
  const above = lines.filter(({ row }) => row < head.row).flatMap(({ cells }) => cells);
  const year = yearIn([sheet, ...above].join(' ')) ?? yearIn(fileName);
  return lines.filter(({ row }) => row > head.row).flatMap(({ row, cells }) => {
    const text = (key: 'organisation' | 'number' | 'name'): string => plainText(cells[people.at.get(key) ?? -1] ?? '');
    const [number, name] = [text('number'), text('name')];
    const first = plainTitle(cells.find((it) => plainTitle(it) !== '') ?? '');
    if ((number === '' && name === '') || TOTAL.test(first) || TOTAL.test(plainTitle(name))) return [];
    return months.flatMap(({ at, written, ...month }) => {
      const value = plainText(cells[at] ?? '');
      const of = month.year ?? year;
      const day = of === null ? written : `${of}-${String(month.month).padStart(2, '0')}-01`;
      return NOTHING.test(value) ? [] : [{ place: { sheet, row, at }, cells: { organisation: text('organisation'), day, number, name, value } }];
    });
  });
}
