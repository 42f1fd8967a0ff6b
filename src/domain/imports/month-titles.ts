import { plainText, plainTitle } from './cell-text.ts';

/** A row of a sheet. */
export interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A month; a spreadsheet makes the first day of it of what somebody typed as 2026年1月. */
const MONTH = /^(?:(20\d{2})年?)?(\d{1,2})月(?:份)?$|^(20\d{2})[-/.](\d{1,2})(?:[-/.]0?1)?$/;
const YEAR = /^(20\d{2})年?(?:度)?$/;
/** A day of a month by its number alone, perhaps with its weekday. */
const DAY = /^(\d{1,2})[日号]?(?:[(（]?(?:周|星期)?[一二三四五六日天][)）]?)?$/;
const WEEKDAY = /^(?:周|星期)?[一二三四五六日天]$/;

/**
 * A row of day numbers below merged titles of months (1月 over 5, 12, 19), and of years above those, as the row of whole days
 * that it means. Titles before them that were merged over both rows (警号, 姓名) stand in the row of months. Any other row
 * is the line itself.
 */
export function underMonths(line: Line, above: readonly Line[]): Line {
  const months = above.at(-1);
  const first = months?.cells.findIndex((it) => MONTH.test(plainTitle(it))) ?? -1;
  if (!months || first === -1) return line;
  const width = Math.max(line.cells.length, months.cells.length);
  const titles = carriedOver(Array.from({ length: width }, (_, at) => plainTitle(months.cells[at] ?? '')), () => true);
  const years = carriedOver(Array.from({ length: width }, (_, at) => YEAR.exec(plainTitle(above.at(-2)?.cells[at] ?? ''))?.[1] ?? ''), () => true);
  const days = titles.map((title, at) => dayBelow(title, years[at] ?? '', line.cells[at] ?? ''));
  if (days.every((it) => it === null)) return line;
  const merged = line.cells.slice(0, first).every((it) => it.trim() === '');
  return { row: line.row, cells: days.map((day, at) => day ?? (merged && at < first ? months.cells[at] : line.cells[at]) ?? '') };
}

function dayBelow(title: string, yearAbove: string, written: string): string | null {
  const [, year, month, otherYear, otherMonth] = MONTH.exec(title) ?? [];
  const [, day] = DAY.exec(plainTitle(written)) ?? [];
  const said = year ?? otherYear ?? yearAbove;
  return (month ?? otherMonth) === undefined || day === undefined ? null : `${said === '' ? '' : `${said}年`}${month ?? otherMonth}月${day}日`;
}

/** The month that heads a column, with its year where the title says one; null for any other title. */
export function monthIn(title: string): { readonly year: number | null; readonly month: number } | null {
  const [, year, month, otherYear, otherMonth] = MONTH.exec(plainTitle(title)) ?? [];
  const said = Number(month ?? otherMonth ?? 0);
  return said < 1 || said > FULL_MONTH ? null : { year: year === undefined && otherYear === undefined ? null : Number(year ?? otherYear), month: said };
}

const MONTH_SAID = /(?:^|\D)(\d{1,2})月(?!\d)/g;
const FULL_MONTH = 12;

/** The one month of which a sheet is, by its name or the titles above: 2月, 2026年2月份考勤表. Null where several are named, or none. */
export function monthTold(texts: readonly string[]): number | null {
  const [name = '', ...titles] = texts.map(plainText);
  const inName = monthsIn(name);
  const said = inName.length > 0 ? inName : monthsIn(titles.join(' '));
  const [month = 0] = said;
  return said.length === 1 && month >= 1 && month <= FULL_MONTH ? month : null;
}

const monthsIn = (text: string): number[] => [...new Set([...text.matchAll(MONTH_SAID)].map(([, month]) => Number(month)))];

/** 5, 5日 or 5（周一） in a sheet of that month; null for what is no day. */
export function dayOfMonth(written: string, month: number): string | null {
  const [, day] = DAY.exec(plainTitle(written)) ?? [];
  return day === undefined || Number(day) === 0 || Number(day) > 31 ? null : `${month}月${day}日`;
}

/** A row that says on which days of the week the columns lie. */
export function isWeekdays({ cells }: Line): boolean {
  const said = cells.map(plainText).filter((it) => it !== '');
  return said.length > 0 && said.every((it) => WEEKDAY.test(it));
}

/** A cell that was merged over several columns holds for all of them, as far as they go together. */
export function carriedOver(cells: readonly string[], together: (from: number, to: number) => boolean): string[] {
  let from = 0;
  return cells.map((it, index) => {
    if (it !== '') from = index;
    return together(from, index) ? cells[from] ?? '' : '';
  });
}
