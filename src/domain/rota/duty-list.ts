import { parseCivilDate } from '#domain/calendar/civil-date.ts';
import { plainText, plainTitle } from '#domain/imports/cell-text.ts';
import { isClosingLine } from '#domain/imports/closing-line.ts';
import { looksLikeDay } from '#domain/imports/day-titles.ts';
import { dayOfMonth, type Line } from '#domain/imports/month-titles.ts';
import { headerIn, REASON_TITLE } from '#domain/imports/sheet-header.ts';
import { daysInCell } from './duty-days.ts';
import { type DutyLine, type DutySheet, namesOf, NUMBERS, TITLES_MOST } from './duty-sheet.ts';
import { dutyColumns } from './duty-table.ts';
import { dutyTitles } from './duty-words.ts';

const DAYS = /^(值班|备勤|勤务)?(日期|时间)$|^月日$/;
const PEOPLE = /姓名|人员|民警|警员|辅警|值班人|值班员|值班长|值班干部|主班|副班|正班|白班|夜班|日班|早班|中班|晚班|备勤/;
const LEADERS = /领导|带班/;
const REST = /下夜班|休整|轮休|补休|夜休/;
const NO_PEOPLE = /电话|手机|日期|时间|类别|班次|人数|警号|编号|签字|签名/;

interface Columns {
  readonly days: number;
  readonly number: number;
  readonly kind: number;
  readonly people: readonly number[];
  readonly leaders: readonly number[];
  readonly rest: readonly number[];
}

/** What the titles of a sheet say of days that are not written in full. */
export interface DayHints {
  readonly year: number | null;
  readonly month: number | null;
}

/**
 * A sheet whose rows are days (or people with their days), with the people of a day in as many columns as the office has
 * posts: 值班领导, 带班, 值班人员, 白班, 夜班. Null when it is none.
 */
export function dutyList(sheet: string, lines: readonly Line[], hintsAbove: (titles: readonly Line[]) => DayHints): DutySheet | null {
  const at = lines.slice(0, TITLES_MOST).findIndex(({ cells }) => columnsIn(cells.map(plainTitle)) !== null);
  const head = lines[at];
  const columns = head && columnsIn(head.cells.map(plainTitle));
  if (!head || !columns) return null;
  const hints = hintsAbove(lines.slice(0, at));
  const below = lines.slice(at + 1).filter(({ cells }) => !isClosingLine(cells));
  const read = below.flatMap((line) => linesOf(line, columns, hints));
  const titles = head.cells.map(plainTitle);
  const taken = [columns.days, columns.number, columns.kind, ...columns.people, ...columns.leaders, ...columns.rest];
  const asTemplate = headerIn(dutyColumns, head.cells);
  const fits = asTemplate.missing.length === 0 && asTemplate.twice.length === 0 && [...columns.people, ...columns.leaders, ...columns.rest].every((one) => [...asTemplate.at.values()].includes(one));
  return {
    sheet, laidOut: 'list', head, lines: read, marks: [], others: titles.filter((it, index) => it !== '' && it !== '序号' && it !== REASON_TITLE && !taken.includes(index)),
    isPlain: fits && below.every(({ cells }) => fullDays(cells[columns.days] ?? '', hints) === plainText(cells[columns.days] ?? '')),
  };
}

function columnsIn(titles: readonly string[]): Columns | null {
  if (titles.filter(looksLikeDay).length > 1) return null;
  const days = titles.findIndex((it) => DAYS.test(it));
  const number = titles.findIndex((it) => NUMBERS.includes(it));
  const kind = titles.findIndex((it) => /^(班次|勤务|勤务类别|值班类别|类别)$/.test(it));
  const peopled = titles.flatMap((it, at) => (at !== days && it.length <= TITLE_MOST && (PEOPLE.test(it) || LEADERS.test(it) || REST.test(it)) && !NO_PEOPLE.test(it) ? [at] : []));
  const rest = peopled.filter((at) => REST.test(titles[at] ?? ''));
  const leaders = peopled.filter((at) => LEADERS.test(titles[at] ?? '') && !rest.includes(at));
  return days === -1 || (peopled.length === 0 && number === -1) ? null : { days, number, kind, rest, leaders, people: peopled.filter((at) => !rest.includes(at) && !leaders.includes(at)) };
}

/** Longer ones are sentences above a table. */
const TITLE_MOST = 12;

function linesOf({ row, cells }: Line, columns: Columns, hints: DayHints): DutyLine[] {
  const text = (at: number): string => plainText(cells[at] ?? '');
  const all = (at: readonly number[]): string => at.map((one) => namesOf(cells[one] ?? '')).filter((it) => !/^[-—–/×无]*$/.test(it)).join('、');
  const days = fullDays(text(columns.days), hints);
  const line = (people: Pick<DutyLine['cells'], 'number' | 'name' | 'leader' | 'kind'>): DutyLine => ({ row, at: columns.days, cells: { days, ...people } });
  const [number, name, leader, rest] = [text(columns.number), all(columns.people), all(columns.leaders), all(columns.rest)];
  if ([days, number, name, leader, rest].every((it) => it === '')) return [];
  const onDuty = number === '' && name === '' && leader === '' && rest !== '' ? [] : [line({ number, name, leader, kind: text(columns.kind) })];
  return rest === '' ? onDuty : [...onDuty, line({ name: rest, kind: dutyTitles.postNightRest })];
}

const MONTH_AND_DAY = /^(\d{1,2})[./-](\d{1,2})(.*)$/s;

/** What a cell says of its days, written in full by what the titles say: 11月3日, 11.3 and, in a sheet of one month, 3日. */
function fullDays(written: string, { year, month }: DayHints): string {
  const text = plainText(written);
  if (text === '' || daysInCell(text) !== null || year === null) return text;
  const [, short = '', day = '', behind = ''] = MONTH_AND_DAY.exec(text) ?? [];
  const [first = '', ...others] = text.split(/(?=[、,;\n至~])/);
  const inMonth = month === null ? null : dayOfMonth(first, month);
  const full = [`${year}年${text}`, `${year}-${short}-${day}${behind}`, ...(inMonth === null ? [] : [`${year}年${inMonth}${others.join('')}`])].find((it) => daysInCell(it) !== null);
  const days = full === undefined ? null : daysInCell(full);
  return days?.every((it) => parseCivilDate(it) !== null) ? days.join('、') : text;
}
