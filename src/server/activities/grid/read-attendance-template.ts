import { colToLetter, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { z } from 'zod';
import type { readAttendanceTemplate as contract } from '#domain/activities/grid/grid-contract.ts';
import { refuseGrid } from '#domain/activities/grid/grid-refusals.ts';
import { marksToOffer } from '#domain/activities/grid/mark-meaning.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { rosterOf } from '#domain/activities/roster.ts';
import { demandWords } from '#domain/activities/session-of-record.ts';
import { addDays, addMonths, type CivilDate, firstOfMonth, lastOfMonth, weekday } from '#domain/calendar/civil-date.ts';
import { read } from '#domain/engine/reading.ts';
import { escaped } from '#domain/imports/cell-text.ts';
import type { Words } from '#domain/words/words.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import { inOrder, organisationCards } from '#server/activities/name-reads.ts';
import { demandAct } from '#server/activities/rights.ts';
import { candidatesOn, evaluationOf } from '#server/activities/attendance-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { choiceCells } from '#server/platform/choice-cells.ts';
import { sheetName, XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';
import { adoptedSchemes, demandScheme } from '#server/schemes/scheme-reads.ts';

const NOTES = [
  '一张工作表是一个党组织，工作表名写党组织简称；多个党组织可放在同一份文件的多张工作表。', '每人一行，每次活动一列，列名是日期；没有开展活动的日期，整列留空即可。',
  '格中填：√ 实到，迟到，缺（缺席），或请假事由（病假、事假、值班、出差……）。系统已登记的请假和排班不必再填。',
  '空白：按请假、排班认定，没有的记缺席。上传后可以更改各种符号的含义。', '表上原有图例的（如“√出勤 △请假 值—值班”，写在姓名上方或下方）照样保留，系统按图例读取。', '已经登记的活动不会重复登记，也不会改动；重复导入同一份表格是安全的。', '不写涉密内容。',
];

/**
 * The sheet of past attendance of one organisation: its people, and the days of the activity in the months, where the
 * scheme says on which day of the week it is held; else the first day of each month, to be put right.
 * @throws NotFound, NotAllowed, SchemeMissing, ActivityUnknown, GridMonthsWrong
 */
export async function readAttendanceTemplate(call: Call, { organisation, activity, from, to }: z.output<typeof contract.input>): Promise<FileAnswer> {
  const { tx, today } = call;
  await demandAct(call, 'recordSessions', organisation, today);
  await demandScheme(tx);
  const words = lexicon(await adoptedSchemes(tx));
  const scheme = words.schemeOn(today);
  demandWords(scheme, [activity], []);
  if (from > to || from > today.slice(0, 7) || addMonths(from, 11) < to) throw refuseGrid('GridMonthsWrong', {});
  const held = words.activity(activity, today);
  const days = daysOf(from, to, held?.weekday ?? null).filter((day) => day <= today);
  const [card = { name: '' }] = await organisationCards(tx, [organisation]);
  const members = await inOrder(tx, await expectedOn(call, organisation, activity, [...days.filter((_, at) => at % 4 === 0), ...days.slice(-1)]), today);
  const marks = scheme === null ? [] : marksToOffer(scheme);
  const taken = await takenBy(call, 'zh');
  const head = [['党组织', escaped(card.name)], ['活动', '', ...days.map(() => held?.label.zh ?? activity)], ['主题', ''], ['时间', '', ...days.map(() => `${held?.from ?? ''}-${held?.to ?? ''}`)], ['警号', '姓名', ...days]];
  const { validations, codes } = choiceCells(days.length === 0 ? [] : [{
    range: `C${head.length + 1}:${colToLetter(days.length + 1)}${head.length + Math.max(1, members.length)}`, choice: marks.map(({ mark }) => mark), strict: false, note: { title: '考勤符号', text: legendOf(marks) },
  }]);
  const bytes = await writeXlsx({ properties: { description: taken }, sheets: [
    {
      name: sheetName(card.name), freezePane: { rows: head.length }, columns: [{ width: 12, numFmt: '@' }, { width: 12, numFmt: '@' }, ...days.map(() => ({ width: 12, numFmt: '@' }))],
      rows: [...head, ...members.map((it) => [escaped(it.number), escaped(it.name)])], dataValidations: validations,
    },
    explained(marks, taken), codes,
  ] });
  return { fileName: `${card.name}-历史考勤-${from}至${to}.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes };
}

/** The marks in one line; one that is its own meaning is written once. */
const legendOf = (marks: readonly Offered[]): string => `${marks.map(({ mark, label }) => (mark === label.zh ? mark : `${mark} ${label.zh}`)).join('；')}；空白：按请假、排班认定`;

type Offered = { readonly mark: string; readonly label: Words };

const explained = (marks: readonly Offered[], taken: string): WriteSheet => ({
  name: '填写说明', columns: [{ width: 90 }, { width: 24 }],
  rows: [...NOTES.map((it) => [it]), [], ['格中可选', '含义'], ...marks.map(({ mark, label }) => [escaped(mark), escaped(label.zh)]), [], [escaped(taken)]],
});

/** Everybody who was expected on one of some days: who moved in between stands in the sheet for its part of the year. */
async function expectedOn(call: Call, organisation: string, activity: string, days: readonly CivilDate[]): Promise<string[]> {
  const reading = read(await evaluationOf(call, await candidatesOn(call.tx, organisation, days), days));
  const sitting = (day: CivilDate) => ({ day, from: '00:00', to: '00:01' });
  return [...new Set(days.flatMap((day) => rosterOf(reading, { organisation, day, activities: [activity], sittings: [sitting(day)] }).map(({ person }) => person)))];
}

function daysOf(from: string, to: string, onWeekday: number | null): CivilDate[] {
  if (onWeekday === null) return Array.from({ length: 12 }, (_, at) => addMonths(from, at)).filter((month) => month <= to).map(firstOfMonth);
  const days: CivilDate[] = [];
  for (let day = firstOfMonth(from); day <= lastOfMonth(to); day = addDays(day, 1)) if (weekday(day) === onWeekday) days.push(day);
  return days;
}
