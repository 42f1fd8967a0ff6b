import { plainText } from '#domain/imports/cell-text.ts';
import { yearIn } from '#domain/imports/day-titles.ts';
import { filled } from '#domain/imports/merged-cells.ts';
import { monthTold } from '#domain/imports/month-titles.ts';
import type { ReshapedTable, SheetLines } from '#domain/imports/reshaped-table.ts';
import { explainsOthers } from '#domain/imports/sheets-beside.ts';
import type { Words } from '#domain/words/words.ts';
import { dutyGrid } from './duty-grid.ts';
import { type DayHints, dutyList } from './duty-list.ts';
import type { DutyMark, DutySheet } from './duty-sheet.ts';
import type { DutyKey } from './duty-table.ts';
import { dutyWord } from './duty-words.ts';

/** Titles above a table that say of which year and month it is. */
const ABOVE = 4;

/**
 * The sheets of duty of a file as lines of the table of days on duty: grids of a month or a week, and lists with a column for
 * each post. Null when there is none, or nothing but one list as the template has it, which is read as it is.
 */
export function dutyWorkbook(sheets: readonly SheetLines[], fileName: string): ReshapedTable<DutyKey> | null {
  const read = sheets.map((it) => ({ name: it.sheet, isEmpty: it.lines.length === 0, duty: dutySheet(it, fileName) }));
  const found = read.flatMap(({ duty }) => (duty === null ? [] : [duty]));
  const [first, second] = found;
  if (first === undefined || (second === undefined && first.isPlain)) return null;
  const passedOver = read.filter(({ name, isEmpty, duty }) => duty === null && !isEmpty && !explainsOthers(name)).map(({ name }) => name);
  return {
    lines: found.flatMap(({ sheet, lines }) => lines.map(({ row, at, cells }) => ({ place: { sheet, row, at }, cells }))),
    heads: found.map(({ sheet, head }) => ({ sheet, row: head.row })),
    notices: [...found.map((it) => howRead(it)), ...marksTold(found), ...othersTold(found), ...(passedOver.length === 0 ? [] : [notRead(passedOver)])],
  };
}

function dutySheet({ sheet, lines, merged }: SheetLines, fileName: string): DutySheet | null {
  const hintsIn = (above: SheetLines['lines']): DayHints => hintsOf(sheet, above, fileName);
  return dutyList(sheet, filled(lines, merged), hintsIn) ?? dutyGrid(sheet, filled(lines, merged), merged, hintsIn(lines.slice(0, ABOVE)));
}

function hintsOf(sheet: string, above: SheetLines['lines'], fileName: string): DayHints {
  const titles = above.flatMap(({ cells }) => cells.map(plainText).filter((it) => it !== ''));
  return { year: yearIn([sheet, ...titles].join(' ')) ?? yearIn(fileName), month: monthTold([sheet, ...titles]) ?? monthTold([fileName]) };
}

const called = ({ sheet }: DutySheet): Words => (sheet === '' ? { zh: '本表', en: 'This table' } : { zh: `“${sheet}”`, en: `“${sheet}”` });

function howRead(it: DutySheet): Words {
  const name = called(it);
  switch (it.laidOut) {
    case 'namesByDays': return { zh: `${name.zh}按“姓名 × 日期”的方格读取。`, en: `${name.en} was read as names by days.` };
    case 'postsByDays': return { zh: `${name.zh}按“岗位 × 日期”的方格读取，格中的人均登记为当日值班。`, en: `${name.en} was read as posts by days; who stands in a cell was on duty that day.` };
    case 'list': return { zh: `${name.zh}按一行一天读取，各列中的人均登记为当日值班。`, en: `${name.en} was read as a row for each day; who stands in a column of people was on duty that day.` };
  }
}

const cellsOf = (marks: readonly DutyMark[]): Words =>
  ({ zh: marks.map((it) => `“${it.written}”${it.cells} 处`).join('、'), en: marks.map((it) => `“${it.written}” (${it.cells})`).join(', ') });

/** What every mark was taken for, before anything is entered; a legend of the sheet goes before what the mark usually means. */
function marksTold(sheets: readonly DutySheet[]): Words[] {
  return sheets.flatMap((it) => {
    const name = called(it);
    const as = (kind: DutyMark['as']): DutyMark[] => it.marks.filter((mark) => mark.as === kind);
    const legend = it.marks.filter((mark) => mark.legend !== null);
    const against = legend.filter((mark) => !['nothing', null, mark.as].includes(dutyWord(mark.written)));
    const [duty, rest, elsewhere] = [as('shift'), as('postNightRest'), as('elsewhere')];
    return [
      ...(duty.length + rest.length === 0 ? [] : [{
        zh: `${name.zh}中${[duty.length > 0 ? `${cellsOf(duty).zh}作值班` : '', rest.length > 0 ? `${cellsOf(rest).zh}作下夜班休整` : ''].filter((one) => one !== '').join('，')}登记；空格不登记。`,
        en: `In ${name.en}: ${[duty.length > 0 ? `${cellsOf(duty).en} taken for duty` : '', rest.length > 0 ? `${cellsOf(rest).en} for rest after a night` : ''].filter((one) => one !== '').join('; ')}; empty cells are nothing.`,
      }]),
      ...(legend.length === 0 ? [] : [{ zh: `${name.zh}的图例写明${legend.map((one) => `“${one.written}”为“${one.legend}”`).join('、')}，按图例读取。`, en: `${name.en} explains ${legend.map((one) => `“${one.written}” as “${one.legend}”`).join(', ')}, and was read so.` }]),
      ...(against.length === 0 ? [] : [{ zh: `其中${cellsOf(against).zh}与通常写法的含义不同，以本表的图例为准，请核对。`, en: `${cellsOf(against).en} usually mean something else; the sheet’s own legend holds. See whether that is right.` }]),
      ...(elsewhere.length === 0 ? [] : [{ zh: `${name.zh}中${cellsOf(elsewhere).zh}不是值班，没有登记；需要免计的，请到“请假登记”中导入。`, en: `In ${name.en} ${cellsOf(elsewhere).en} are no duty and were not entered; import them as leave where they excuse.` }]),
    ];
  });
}

function othersTold(sheets: readonly DutySheet[]): Words[] {
  const others = [...new Set(sheets.flatMap((it) => it.others))];
  return others.length === 0 ? [] : [{ zh: `以下列没有导入：${others.join('、')}。`, en: `These columns were not taken over: ${others.join(', ')}.` }];
}

/** Silence about a sheet would be taken for its import. */
const notRead = (names: readonly string[]): Words => ({
  zh: `以下工作表没有读出日期和人员，没有导入：${names.join('、')}。`, en: `No days and people were found in these sheets, which were not taken over: ${names.join(', ')}.`,
});
