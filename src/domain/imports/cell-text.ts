import { fromDayNumber, parseCivilDate, type CivilDate, type Period, periodOf } from '#domain/calendar/civil-date.ts';

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** A cell as the rules look at it: full-width digits and brackets narrowed, blanks around it and invisible marks gone. */
export const plainText = (cell: string): string => unescaped(narrowed(cell)).trim();
const narrowed = (cell: string): string => cell.normalize('NFKC').replaceAll(INVISIBLE, '').trim();

/** A name: blanks inside Chinese names are there for looks (张 三), those in other names are part of it. */
export const plainName = (cell: string): string => {
  const text = plainText(cell).replaceAll(/[•‧・]/g, '·');
  return /\p{Script=Han}/u.test(text) ? text.replaceAll(/\s+/g, '') : text.replaceAll(/\s+/g, ' ');
};

/**
 * Names in a cell without line ends inside them. Nobody's whole name is one sign: 张↵三 is one person, as is 看守↵戊, while 张三↵李四
 * are two. Where three lines and more leave it open which belong together, they stay as they are and are asked about as names.
 */
export const namesUnbroken = (cell: string): string => cell.split(/([、，,;；/|])/).map(nameUnbroken).join('');

function nameUnbroken(part: string): string {
  const lines = part.trim().split(/\s*\n\s*/);
  const joined = lines.join('');
  const alone = lines.filter((it) => [...it].length === 1).length;
  const isOne = lines.length === 2 ? alone > 0 : lines.length === 3 && alone === 3;
  return lines.length > 1 && isOne && /^\p{Script=Han}{2,4}$/u.test(joined) ? joined : part;
}

/** A number of a person or an organisation; the apostrophe that made it a text goes. */
export const plainNumber = (cell: string): string => plainText(cell).replace(/^'/, '');

/** What a spreadsheet shows instead of a value that it cannot compute. */
export const isErrorValue = (text: string): boolean => /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!)$/.test(text);

/** The beginning of a long text, no letter of it cut in two. */
export const textStart = (text: string, most: number): string => text.slice(0, most).replace(/\p{Cs}$/u, '');

const QUOTED_MOST = 40;
/** A text as a sentence quotes it: its beginning is enough to know it by. */
export const inSentence = (text: string): string => (text.length > QUOTED_MOST ? `${textStart(text, QUOTED_MOST)}…` : text);

/** A title of a column, without blanks and the star that marks what is needed. */
export const plainTitle = (cell: string): string => plainText(cell).replaceAll(/[\s*]/g, '');

/** How a text begins that a spreadsheet takes for a formula, as well when it has been saved as csv between. */
const FORMULA = /^'*[=+\-@\t\r\n]/;
const unescaped = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

/** A text as it left us, letter for letter: only the apostrophe against formulas goes. */
export const textInCell = (cell: string): string => unescaped(cell.trim());

/**
 * A text that a spreadsheet could take for a formula, also behind blanks or in the wide signs of an input method, gets an
 * apostrophe in front when it leaves us, and loses it when it comes back (T11: round trip). Blanks at its end and marks that
 * nobody sees, some of which no workbook may hold, stay here.
 */
export function escaped(text: string): string {
  const visible = text.replaceAll(INVISIBLE, '').trimEnd();
  if (/^[\t\r\n]/.test(visible)) return `'${visible}`;
  const begun = visible.trimStart();
  return FORMULA.test(begun.normalize('NFKC')) ? `'${begun}` : visible;
}

const DATE_SHAPES = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})[日号])$/;
/** Days that Excel counts from 30 December 1899, with the part of the day behind the point; five digits are 1927 to 2173. */
const SERIAL = /^([1-9]\d{4})(?:\.\d+)?$/;
const EXCEL_DAY_OF_1970 = 25_569;
/** The time of day that a cell with a day may carry along; an apostrophe in front made the day a text. */
const TIME = /[T\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;

/** A day written as people write one: 2015-07-01, 2015/7/1, 2015.7.1, 20150701, 2015年7月1日, or Excel's number; else null. */
export function dateInCell(text: string): CivilDate | null {
  const serial = SERIAL.exec(text)?.[1];
  if (serial !== undefined) return fromDayNumber(Number(serial) - EXCEL_DAY_OF_1970);
  const [, year, ...parts] = DATE_SHAPES.exec(text.replace(TIME, '').replace(/^'/, '').replaceAll(/\s/g, '')) ?? [];
  const [month, day] = parts.filter((it) => it !== undefined);
  if (!year || !month || !day) return null;
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const MONTH_ALONE = /^(?:19|20)\d{2}(?:[-/.年](?:0?[1-9]|1[0-2])月?|(?:0[1-9]|1[0-2])月?)$/;
/** Whether a month stands where a day belongs, as rosters keep 出生年月: 1988.3, 1988-03, 1988年3月, 198803. */
export const isMonthAlone = (text: string): boolean => MONTH_ALONE.test(text.replaceAll(/\s/g, ''));

/** As elder rosters say it: 八八年四月, 一九八八年四月, 二〇〇三年十一月, 88年4月. */
const SPOKEN_MONTH = /^(?:(?:一九|二[〇○零])?[〇○零一二三四五六七八九]{2}年(?:十[一二]?|[一二三四五六七八九])月份?|\d{2}年(?:0?[1-9]|1[0-2])月份?)$/;
/** Whether a month is said in words, its century often left out: none is made a day of. */
export const isSpokenMonth = (text: string): boolean => SPOKEN_MONTH.test(text.replaceAll(/\s/g, ''));

const MONTH_SHAPES = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月(?:份)?|(\d{2}))$/;

/** A month as people write one: 2026-07, 2026.7, 2026年7月, 202607, or any day in it; else null. */
export function periodInCell(text: string): Period | null {
  const [, year, ...parts] = MONTH_SHAPES.exec(text.replaceAll(/\s/g, '')) ?? [];
  const month = parts.find((it) => it !== undefined);
  const day = dateInCell(year && month ? `${year}-${month}-1` : text);
  return day === null ? null : periodOf(day);
}
