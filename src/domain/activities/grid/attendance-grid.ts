import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { plainName, plainText, plainTitle } from '#domain/imports/cell-text.ts';
import { dayIn, looksLikeDay, yearIn } from '#domain/imports/day-titles.ts';
import { carriedOver, dayOfMonth, isWeekdays, type Line, monthTold, underMonths } from '#domain/imports/month-titles.ts';
import { REASON_TITLE } from '#domain/imports/sheet-header.ts';
import { type LegendEntry, sheetLegend } from '#domain/imports/sheet-legend.ts';
import { isMeaning } from './mark-meaning.ts';

/** One column of a sheet of attendance: a session. */
export interface GridColumn {
  readonly at: number;
  readonly written: string;
  /** Null: it looks like a day and is none, or says no year. */
  readonly day: CivilDate | null;
  /** As the sheet writes it; empty where it does not say. */
  readonly activity: string;
  readonly topic: string;
  readonly time: string;
}

export interface GridRow {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  /** Where the sheet says that somebody belongs, which tells namesakes apart. */
  readonly units: readonly string[];
  readonly cells: readonly string[];
}

/** 考勤表: names down, days across, what became of whom in the cells. */
export interface AttendanceGrid {
  readonly sheet: string;
  /** As the sheet writes whose it is; its name where it does not say. */
  readonly organisation: string;
  /** What stands above the names and days: titles often say whose the sheet is. */
  readonly title: string;
  readonly headRow: number;
  readonly at: { readonly number: number; readonly name: number; readonly units: readonly number[] };
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** What the sheet itself says of its marks, above or below its rows. */
  readonly legend: readonly LegendEntry[];
  /** Titles of columns that are no day. */
  readonly others: readonly string[];
}


const NUMBERS = ['警号', '内部编号', '警号/内部编号', '警号(内部编号)', '人员编号', '警员编号', '编号'];
const NAMES = ['姓名', '人员姓名', '党员姓名', '名字'];
const UNITS = ['单位', '所在单位', '工作单位', '所在党支部', '党支部', '支部', '部门', '所在部门', '党小组'];
const PASSED_OVER = ['序号', '班组', '岗位', '职务', '备注', '身份', '人员类别', '党内职务'];
const LABELS = {
  organisation: ['党组织', '党支部', '支部', '单位', '所在党支部'],
  activity: ['活动', '活动类型', '会议类型', '活动名称', '会议名称', '类别', '学习类型'],
  topic: ['主题', '学习内容', '内容', '会议内容', '议题'],
  time: ['时间', '起止时间', '时段', '活动时间'],
} as const;
type Label = keyof typeof LABELS;

/** Titles and labels that may stand above the header row. */
const ABOVE_MOST = 10;
const TOTAL = /^(合计|总计|小计|出勤|实到|应到|缺席|请假|人数|填表|制表|审核|考勤[员人]|登记人|记录人|统计人|党?支部书记[(（:：]|说明|备注|注[:：])/;

/**
 * A sheet as one of attendance, or null when it is none: without a row among its first that heads names and days.
 * @param yearHint the year of days that say none, found in the file's name; a title of the sheet goes before it.
 */
export function attendanceGrid(sheet: string, lines: readonly Line[], yearHint: number | null): AttendanceGrid | null {
  const month = monthTold([sheet, ...lines.slice(0, ABOVE_MOST).flatMap(({ cells }) => cells.slice(0, 3))]);
  const head = headIn(lines.slice(0, ABOVE_MOST + 2), month);
  if (!head) return null;
  const above = lines.filter(({ row }) => row < head.row);
  const legend = sheetLegend(lines.filter(({ row }) => row !== head.row), isMeaning);
  const below = lines.filter(({ row }) => row > head.row && !legend.rows.has(row));
  const year = yearIn([sheet, ...above.flatMap(({ cells }) => cells.slice(0, 3))].join(' ')) ?? yearHint;
  const labelled = new Map(above.flatMap((line) => labelOf(line)));
  const titles = head.cells.map(plainTitle);
  const at = { number: titles.findIndex((it) => NUMBERS.includes(it)), name: titles.findIndex((it) => NAMES.includes(it)), units: UNITS.map((it) => titles.indexOf(it)).filter((it) => it >= 0) };
  const isDay = (title: string, index: number): boolean => index > Math.max(at.number, at.name) && looksLikeDay(title);
  const told = (label: Label): string[] => titles.map((_, index) => labelled.get(label)?.[index] ?? '');
  const activities = carriedOver(told('activity'), () => true);
  const times = carriedOver(told('time'), (from, to) => activities[from] === activities[to]);
  const columns = titles.flatMap((title, index): GridColumn[] => (isDay(title, index) ? [{
    at: index, written: plainText(head.cells[index] ?? ''), day: dayIn(title, year),
    activity: activities[index] ?? '', topic: plainText(labelled.get('topic')?.[index] ?? ''), time: times[index] ?? '',
  }] : []));
  const known = new Set<string>([...NUMBERS, ...NAMES, ...UNITS, ...PASSED_OVER, REASON_TITLE, '']);
  return {
    sheet, organisation: firstTold(labelled.get('organisation')) ?? sheet, title: above.flatMap(({ cells }) => cells).map(plainText).join(' ').trim(), headRow: head.row, at, columns, legend: legend.entries,
    rows: below.filter((line, index) => index > 0 || !isWeekdays(line)).flatMap((line) => rowIn(line, at, columns)),
    others: titles.filter((title, index) => !known.has(title) && !isDay(title, index)),
  };
}

/**
 * The row that heads names and days; where days stand below months that are days themselves, the row of days. In a sheet of
 * one month, 2月, its days may stand by their numbers alone.
 */
function headIn(first: readonly Line[], month: number | null): Line | undefined {
  const read = first.map((line, at) => underMonths(line, first.slice(0, at)));
  const belowMonths = read.find((line, at) => line !== first[at] && isHead(line.cells));
  const whole = belowMonths ?? read.slice(0, ABOVE_MOST + 1).find(({ cells }) => isHead(cells));
  return whole ?? (month === null ? undefined : read.slice(0, ABOVE_MOST + 1).map((line) => inMonth(line, month)).find(({ cells }) => isHead(cells)));
}

/** Numbers of days behind a name, as the days of that month. */
function inMonth(line: Line, month: number): Line {
  const named = line.cells.findLastIndex((it) => NUMBERS.includes(plainTitle(it)) || NAMES.includes(plainTitle(it)));
  return { row: line.row, cells: line.cells.map((it, at) => (at > named && named >= 0 ? dayOfMonth(it, month) ?? it : it)) };
}

const isHead = (cells: readonly string[]): boolean => {
  const titles = cells.map(plainTitle);
  return titles.some((it) => NUMBERS.includes(it) || NAMES.includes(it)) && titles.some(looksLikeDay);
};

/** The year that the name of a file says: “2026年1-10月考勤.xlsx”. */
export const yearOfFile = (fileName: string): number | null => yearIn(fileName);

/** A row above the header whose first text is a label: 党组织, 活动, 主题, 时间. */
function labelOf({ cells }: Line): [Label, readonly string[]][] {
  const first = cells.findIndex((it) => plainTitle(it) !== '');
  const label = (Object.keys(LABELS) as Label[]).find((one) => (LABELS[one] as readonly string[]).includes(plainTitle(cells[first] ?? '').replace(/[:：]$/, '')));
  return label === undefined ? [] : [[label, cells.map((it, index) => (index === first ? '' : plainText(it)))]];
}

const firstTold = (cells: readonly string[] | undefined): string | undefined => cells?.find((it) => it !== '');

/** 赵永德(010245): how a sheet without a column of numbers tells namesakes apart. */
const NAME_WITH_NUMBER = /^(.+?)[(（]([A-Za-z-]*\d[0-9A-Za-z-]+)[)）]$/;

/** Lines of sums and signatures below the names are none of them. */
function rowIn({ row, cells }: Line, at: AttendanceGrid['at'], columns: readonly GridColumn[]): GridRow[] {
  const written = plainName(cells[at.name] ?? '');
  const [, bare = written, behind = ''] = NAME_WITH_NUMBER.exec(written) ?? [];
  const column = plainText(cells[at.number] ?? '').replaceAll(/\s/g, '');
  const [number, name] = column === '' ? [behind, bare] : [column, written];
  const units = at.units.map((it) => plainText(cells[it] ?? '')).filter((it) => it !== '');
  const says = columns.some((it) => plainText(cells[it.at] ?? '') !== '');
  const first = plainName(cells.find((it) => plainText(it) !== '') ?? '');
  const isSum = TOTAL.test(first) && (number === '' || name === '');
  if (isSum || (number === '' && name === '')) return says && !isSum ? [{ row, number, name, units, cells }] : [];
  return [{ row, number, name, units, cells }];
}
