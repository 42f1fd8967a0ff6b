import { inSentence } from '#domain/imports/cell-text.ts';
import { columnName } from '#domain/imports/column-name.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { SheetProblem } from '#domain/imports/sheet-contract.ts';
import type { Words } from '#domain/words/words.ts';

/** What is wrong with one cell of a sheet: of somebody on some day, of his name, or of the head of a column. */
export interface GridFault {
  readonly row: number;
  readonly at: number;
  readonly value: string;
  readonly rule: Words;
  readonly suggestion: Words;
}
type What = Pick<GridFault, 'rule' | 'suggestion'>;

const NONE: Words = { zh: '', en: '' };

export const placeUnknown = (written: string): What => ({
  rule: { zh: `没有“${inSentence(written)}”这个党组织，或者不由您记录活动（已撤销、已合并的，由上级党务办补录撤销以前的活动）。`, en: `There is no organisation “${inSentence(written)}”, or you do not record sessions for it (for one that has ended, the office above enters what was before).` },
  suggestion: { zh: '工作表以党组织的简称命名，或在表头上方写“党组织”一行。', en: 'Name the sheet after the organisation, or put a line 党组织 above the header.' },
});
export const endedBefore = (name: string, dissolved: CivilDate): What => ({
  rule: { zh: `“${name}”已于 ${dissolved} 撤销，此后的活动不再记入。`, en: `“${name}” ended on ${dissolved}; nothing after it is entered there.` },
  suggestion: { zh: '撤销以后的活动，请记入人员转入的党组织。', en: 'Enter what came after it where its people belong now.' },
});
export const handedOver = (name: string, dissolved: CivilDate): What => ({
  rule: { zh: `“${name}”已于 ${dissolved} 撤销，撤销以前的活动仍归该组织，不由现在的支部补录。`, en: `“${name}” ended on ${dissolved}; what it held before stays its own and is not entered by the branch of today.` },
  suggestion: { zh: '请把这张表交上级党务办（机关党委专职副书记、党务干事）导入；此后的活动照常记入本支部。', en: 'Give this sheet to the office above (deputy secretary or officer for Party affairs of the organs committee) to import; record what came after it in your branch.' },
});
export const dayUnread: What = {
  rule: { zh: '读不出是哪一天。', en: 'It does not say which day this is.' },
  suggestion: { zh: '请写全年月日，如 2026-03-02；只写月日的，在标题中写明年份。', en: 'Write it out, as 2026-03-02; where only month and day stand, let the title say the year.' },
};
export const dayUncertain = (written: string): What => ({
  rule: { zh: `“${inSentence(written)}”没有写全年份，年、月、日的先后不能确定。`, en: `“${inSentence(written)}” has no whole year, so the order of day, month and year is not certain.` },
  suggestion: { zh: '请写全年月日，如 2026-05-01。', en: 'Write it out, as 2026-05-01.' },
});
/** A spreadsheet keeps 8.10, typed as it is spoken, as the number 8.1. */
export const noughtLost = (written: string, day: CivilDate, meant: CivilDate): What => ({
  rule: { zh: `“${written}”是 ${day}，不在这项活动的星期；表格会把 ${written}0 存成 ${written}，可能本是 ${meant}。`, en: `“${written}” is ${day}, another weekday than this activity has; a spreadsheet keeps ${written}0 as ${written}, so ${meant} may be meant.` },
  suggestion: { zh: `请改写成“${Number(meant.slice(5, 7))}月${Number(meant.slice(8))}日”；确是 ${day} 的，写成“${Number(day.slice(5, 7))}月${Number(day.slice(8))}日”。`, en: `Write ${meant}; if it was ${day} indeed, write that in full.` },
});
export const timeUnread: What = { rule: { zh: '时间看不懂。', en: 'The time cannot be read.' }, suggestion: { zh: '请按 19:00-21:00 的样式填写。', en: 'Write it as 19:00-21:00.' } };
export const activityUnknown = (written: string, known: readonly string[]): What => ({
  rule: { zh: `考核方案中没有“${inSentence(written)}”这种活动。`, en: `The scheme has no activity “${inSentence(written)}”.` },
  suggestion: { zh: `请填写：${known.join('、')}。`, en: `Write one of: ${known.join(', ')}.` },
});
export const noSchemeThen = (day: CivilDate): What => ({
  rule: { zh: `${day} 考核方案尚未施行，不能计入。`, en: `On ${day} no scheme was in force, so nothing can count.` },
  suggestion: { zh: '施行日期在“考核方案”中确定；这一列请删去，或先把方案的施行日期定在年初。', en: 'The day of force is set under Schemes; remove the column, or put the scheme in force from the beginning of the year first.' },
});
export const twice = (column: string): What => ({
  rule: { zh: `与 ${column} 列是同一次活动。`, en: `The same session stands in column ${column}.` }, suggestion: { zh: '同一天的同一种活动只留一列；确有两场的，分别写明时间。', en: 'Keep one column for each; where there were two, write their times.' },
});
export const arrangedAlready: What = {
  rule: { zh: '这一天已安排了这项活动。', en: 'Such a session is arranged for that day.' }, suggestion: { zh: '请打开那次活动记录出勤，并删去这一列。', en: 'Open that session and record it there; remove this column.' },
};
export const personUnknown = (written: string): What => ({
  rule: { zh: `没有“${inSentence(written)}”这个人。`, en: `Nobody is called “${inSentence(written)}”.` },
  suggestion: { zh: '请核对警号和姓名；不在花名册的人请先导入花名册，或删去这一行。', en: 'Check number and name; import who is not on the roster first, or remove the row.' },
});
export const namedTwice = (written: string, people: number): What => ({
  rule: { zh: `有 ${people} 名“${written}”。`, en: `There are ${people} people called “${written}”.` }, suggestion: { zh: '请填写警号（内部编号），或加一列“单位”写明各在哪个支部、小组。', en: 'Write the number, or add a column 单位 that says in which branch or group each one is.' },
});
export const otherName = (number: string, name: string): What => ({
  rule: { zh: `警号 ${number} 在系统中是“${name}”。`, en: `In the system the number ${number} belongs to “${name}”.` }, suggestion: { zh: '请核对姓名和警号是否错行。', en: 'See whether names and numbers slipped a row.' },
});
export const rowTwice = (row: number): What => ({
  rule: { zh: `此人在第 ${row} 行已有考勤。`, en: `This person has row ${row} already.` }, suggestion: { zh: '每人只留一行。', en: 'Keep one row for each.' },
});
export const notExpected = (day: CivilDate): What => ({
  rule: { zh: `此人 ${day} 不是该党组织这项活动的应到人员。`, en: `On ${day} this person was not expected at that session here.` },
  suggestion: { zh: '请先看这张表的党组织对不对；对的，清空这一格；当时已在该党组织的，到“人员”中更正组织关系的起日。', en: 'See first whether the sheet is of this organisation; if it is, empty the cell; where the person belonged here by then, correct the first day of the membership under People.' },
});
export const markUnknown = (written: string): What => ({
  rule: { zh: `“${inSentence(written)}”没有确定含义。`, en: `Nobody has said what “${inSentence(written)}” means.` }, suggestion: { zh: '在“符号含义”中选定，或改正这一格。', en: 'Choose its meaning under “Marks”, or correct the cell.' },
});
export const makeUpNotOwed: What = {
  rule: { zh: '系统没有登记此人这一次的请假或勤务，无故缺席不能补学。', en: 'No leave or duty of this person is known for that session, and an absence without a reason is not made up.' },
  suggestion: { zh: '请连事由一起写，如“事假补”，或先登记请假；“补”另有含义的，在“符号含义”中选定。', en: 'Write the reason with it, as 事假补, or enter the leave first; where 补 means something else, choose its meaning under “Marks”.' },
};
export const makeUpNotForReason: What = {
  rule: { zh: '按考核方案，因这一事由未到的不安排补学。', en: 'By the scheme an absence for that reason is not made up.' }, suggestion: { zh: '请去掉“补”，只写事由。', en: 'Write the reason without 补.' },
};
export const makeUpDayWrong = (session: CivilDate, today: CivilDate): What => ({
  rule: { zh: `补学日期须在 ${session} 至 ${today} 之间。`, en: `A make-up lies between ${session} and ${today}.` }, suggestion: { zh: '请按“补3月12日”的样式写，或只写“补”。', en: 'Write it as 补3月12日, or 补 alone.' },
});
export const notListed = (names: readonly string[]): What => ({
  rule: { zh: `应到的${names.slice(0, 8).join('、')}${names.length > 8 ? `等 ${names.length} 人` : ''}不在表中。`, en: `Expected but not in the sheet: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and others, ${names.length} in all` : ''}.` },
  suggestion: { zh: '请补上这些人的行；当时不在该党组织的，先更正组织关系的起止日期。', en: 'Add their rows; who did not belong here then needs other days of membership first.' },
});
export const ofRefusal = ({ refusal }: Refused): What => ({ rule: refusal.words, suggestion: NONE });

const VALUE_MOST = 100;
export const cellName = ({ row, at }: Pick<GridFault, 'row' | 'at'>): string => `${columnName(at)}${row}`;
/** The fault as the page tells it, with the cell as Excel names it. */
export const problemOf = (sheet: string, fault: GridFault): SheetProblem =>
  ({ row: fault.row, column: `${sheet}!${cellName(fault)}`, value: fault.value.slice(0, VALUE_MOST), rule: fault.rule, suggestion: fault.suggestion });
