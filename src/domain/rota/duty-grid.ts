import { type CivilDate, weekday } from '#domain/calendar/civil-date.ts';
import { plainName, plainNumber, plainText, plainTitle } from '#domain/imports/cell-text.ts';
import { isClosingLine } from '#domain/imports/closing-line.ts';
import { dayIn, looksLikeDay } from '#domain/imports/day-titles.ts';
import { filledAcross, type MergedRun } from '#domain/imports/merged-cells.ts';
import { dayOfMonth, type Line, underMonths } from '#domain/imports/month-titles.ts';
import { REASON_TITLE } from '#domain/imports/sheet-header.ts';
import { sheetLegend } from '#domain/imports/sheet-legend.ts';
import { daysInCell } from './duty-days.ts';
import type { DayHints } from './duty-list.ts';
import { type DutyLine, type DutyMark, type DutySheet, namesOf, NUMBERS, TITLES_MOST } from './duty-sheet.ts';
import { dutyTitles, type DutyWord, dutyWord } from './duty-words.ts';

/** A column of a grid: one day. */
interface DayColumn {
  readonly at: number;
  readonly written: string;
  readonly day: CivilDate | null;
}

/**
 * A sheet whose columns are days: names down and 值, 班, 白, 夜, 休 in the cells, or posts down and names in the cells. The
 * days stand as days, as numbers in a sheet of one month, or as weekdays under a title that says the week. Null when it is none.
 */
export function dutyGrid(sheet: string, lines: readonly Line[], merged: readonly MergedRun[], hints: DayHints): DutySheet | null {
  const head = headIn(lines.slice(0, TITLES_MOST), hints);
  if (!head) return null;
  const columns = head.cells.flatMap((it, at): DayColumn[] => (looksLikeDay(plainTitle(it)) ? [{ at, written: plainText(it), day: dayIn(plainTitle(it), hints.year) }] : []));
  const legend = sheetLegend(lines.filter(({ row }) => row !== head.row), (words) => dutyWord(words) !== null);
  const below = filledAcross(lines, merged).filter(({ row, cells }) => row > head.row && !legend.rows.has(row) && !isClosingLine(cells) && !isWeekdays(cells, columns));
  const first = Math.min(...columns.map(({ at }) => at));
  const titles = titlesBefore(first, head, lines);
  const said = new Map(legend.entries.map(({ mark, words }) => [mark, words]));
  const wordIn = (cell: string): DutyWord | null => dutyWord(said.get(markIn(cell)) ?? markIn(cell));
  const name = nameColumn(titles, below, columns, wordIn);
  const others = [...titles.filter((it, at) => it !== '' && at !== name && !NUMBERS.includes(it) && !PASSED_OVER.test(it) && it !== REASON_TITLE), ...head.cells.slice(first).map(plainTitle).filter((it) => it !== '' && !looksLikeDay(it) && it !== REASON_TITLE)];
  const laidOut = { sheet, head, isPlain: false };
  if (name === null) return { ...laidOut, laidOut: 'postsByDays', lines: below.flatMap((line) => postLines(line, first, columns)), marks: [], others: head.cells.slice(first).map(plainTitle).filter((it) => it !== '' && !looksLikeDay(it)) };
  const number = titles.findIndex((it) => NUMBERS.includes(it));
  return { ...laidOut, laidOut: 'namesByDays', lines: below.flatMap((line) => personLines(line, { name, number }, columns, wordIn)), marks: marksIn(below, columns, wordIn, said), others };
}

const PASSED_OVER = /^(序号|序|no\.?|日期|星期|岗位|职务|部门|单位|班组|班次|类别|值班|备注)$/i;
const markIn = (cell: string): string => plainText(cell).replaceAll(/\s/g, '').toLowerCase();

/** The row of days, those that stand below months and those of one month among them. */
function headIn(first: readonly Line[], hints: DayHints): Line | undefined {
  const isHead = ({ cells }: Line): boolean => new Set(cells.map(plainTitle).filter(looksLikeDay)).size > 1;
  const belowMonths = first.map((line, at) => ({ line, read: underMonths(line, first.slice(0, at)) })).find(({ line, read }) => read !== line && isHead(read))?.read;
  return belowMonths ?? first.find(isHead) ?? first.map((line) => inMonth(line, hints)).find((it) => it !== null) ?? weekIn(first, hints) ?? undefined;
}

/** Numbers that grow from cell to cell, in a sheet of one month: its days. */
function inMonth({ row, cells }: Line, { month }: DayHints): Line | null {
  if (month === null) return null;
  const days = cells.map((it) => dayOfMonth(it, month));
  const first = days.findIndex((it, at) => it !== null && days[at + 1] !== null && days[at + 1] !== undefined);
  const numbers = days.slice(Math.max(0, first)).flatMap((it) => (it === null ? [] : [Number(/(\d+)日$/.exec(it)?.[1])]));
  const grows = numbers.every((it, at) => at === 0 || it > (numbers[at - 1] ?? it));
  return first === -1 || !grows ? null : { row, cells: cells.map((it, at) => (at >= first ? days[at] : null) ?? it) };
}

const WEEK = /((?:20\d{2}[年./-])?\d{1,2}[月./-]\d{1,2}日?)\s*(?:至|到|~|—+|–+|-+)\s*((?:20\d{2}[年./-])?(?:\d{1,2}[月./-])?\d{1,2}日?)/;
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const weekdayIn = (cell: string): number => WEEKDAYS.indexOf((/^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(plainTitle(cell))?.[1] ?? '').replace('天', '日'));

/** Weekdays under a title that says from when to when: 值班表（2026年11月16日至11月22日）. */
function weekIn(first: readonly Line[], { year }: DayHints): Line | null {
  const head = first.find(({ cells }) => cells.filter((it) => weekdayIn(it) >= 0).length > 2);
  const [, from = '', to = ''] = first.filter(({ row }) => head && row < head.row).flatMap(({ cells }) => cells).map((it) => WEEK.exec(plainText(it))).find((it) => it !== null) ?? [];
  if (!head || from === '' || (year === null && !/^20\d{2}/.test(from))) return null;
  const dashed = (day: string): string => day.replaceAll(/[年月./]/g, '-').replace('日', '');
  const days = daysInCell(`${/^20\d{2}/.test(from) ? '' : `${year}-`}${dashed(from)}至${dashed(to)}`);
  if (days === null || days.length > WEEKDAYS.length) return null;
  const dayOn = new Map(days.map((it) => [weekday(it) - 1, it]));
  return { row: head.row, cells: head.cells.map((it) => dayOn.get(weekdayIn(it)) ?? it) };
}

/** Titles before the days, where need be from the row above: 姓名 stands merged over the days and their weekdays. */
function titlesBefore(first: number, head: Line, lines: readonly Line[]): string[] {
  const above = lines.findLast(({ row }) => row < head.row);
  return Array.from({ length: first }, (_, at) => plainTitle(head.cells[at] ?? '') || (above && above.cells.filter((it) => it.trim() !== '').length > 1 ? plainTitle(above.cells[at] ?? '') : ''));
}

function isWeekdays(cells: readonly string[], columns: readonly DayColumn[]): boolean {
  const said = columns.map(({ at }) => plainText(cells[at] ?? '')).filter((it) => it !== '');
  return said.length > 0 && said.every((it) => /^(?:周|星期|礼拜)?[一二三四五六日天]$/.test(it)) && said.length * 2 > columns.length;
}

/** Where the names stand; null where posts stand instead and the names in the cells. What the cells say goes before the titles. */
function nameColumn(titles: readonly string[], below: readonly Line[], columns: readonly DayColumn[], wordIn: (cell: string) => DutyWord | null): number | null {
  const cells = below.flatMap((line) => columns.map(({ at }) => line.cells[at] ?? '')).filter((it) => it.trim() !== '');
  const words = cells.filter((it) => wordIn(it) !== null || plainText(it).length === 1).length;
  const named = titles.findLastIndex((it) => /姓名|名字/.test(it));
  const numbered = titles.findLastIndex((it) => NUMBERS.includes(it));
  if (named === -1 && numbered === -1 && words * 2 < cells.length) return null;
  if (named >= 0 || numbered >= 0) return named;
  const called = titles.findLastIndex((it) => /人员|民警|警员|值班人/.test(it));
  return called >= 0 ? called : Math.max(0, titles.length - 1);
}

/** A person's days, as one line for each kind of duty and month, so that what is wrong holds back no more than that. */
function personLines({ row, cells }: Line, where: { readonly name: number; readonly number: number }, columns: readonly DayColumn[], wordIn: (cell: string) => DutyWord | null): DutyLine[] {
  const [name, number] = [plainName(cells[where.name] ?? ''), plainNumber(cells[where.number] ?? '')];
  const lines = new Map<string, { at: number; kind: string; days: string[] }>();
  for (const { at, day, written } of columns) {
    const cell = plainText(cells[at] ?? '');
    const word = wordIn(cell);
    if (word === 'nothing' || word === 'elsewhere') continue;
    const kind = word === null ? cell : dutyTitles[word];
    const key = `${kind} ${day?.slice(0, 7) ?? written}`;
    const line = lines.get(key) ?? { at, kind, days: [] };
    line.days.push(day ?? written);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ at, kind, days }) => ({ row, at, cells: { days: days.join('、'), number, name, kind } }));
}

const NO_POST = /备注|说明|电话|手机|星期|农历|节假日|天气|值班室|地点|车辆/;

/** The people of a post, a line for each day. */
function postLines({ row, cells }: Line, first: number, columns: readonly DayColumn[]): DutyLine[] {
  const post = cells.slice(0, first).map(plainTitle).join(' ');
  if (NO_POST.test(post)) return [];
  const kind = /下夜班|休整|轮休|补休|夜休/.test(post) ? dutyTitles.postNightRest : dutyTitles.shift;
  return columns.flatMap(({ at, day, written }): DutyLine[] => {
    const names = namesOf(cells[at] ?? '');
    if (/^[-—–/×无]*$/.test(names)) return [];
    const isNumber = /^[A-Za-z]?\d{1,10}$/.test(names);
    return [{ row, at, cells: { days: day ?? written, kind, ...(isNumber ? { number: names } : { name: names }) } }];
  });
}

function marksIn(below: readonly Line[], columns: readonly DayColumn[], wordIn: (cell: string) => DutyWord | null, said: ReadonlyMap<string, string>): readonly DutyMark[] {
  const marks = new Map<string, DutyMark>();
  for (const { cells } of below) for (const { at } of columns) {
    const written = markIn(cells[at] ?? '');
    const as = wordIn(written) ?? 'unknown';
    if (as !== 'nothing') marks.set(written, { written, as, cells: (marks.get(written)?.cells ?? 0) + 1, legend: said.get(written) ?? null });
  }
  return [...marks.values()].toSorted((one, other) => other.cells - one.cells);
}
