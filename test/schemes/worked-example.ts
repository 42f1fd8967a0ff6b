import { stringify } from 'yaml';
import { writeXlsx } from 'hucre/xlsx';
import { addDays, parseCivilDate } from '#domain/calendar/civil-date.ts';

/** A sheet as an office keeps it: the headings, then the rows. */
export type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

/**
 * The worked example of the sample scheme, by hand: Mondays 48, of them 20 not counted (10 on duty by the list, 6 in
 * closed duty, 4 on sick leave), so 28 expected: 20 present, 6 made up for personal leave, 2 missed; 16 × 26/28 = 14.86.
 * Organisational life 29 of 30; 12 × 29/30 = 11.60. More than 32 hours: 8.00. One lecture given: 2.00. Sum 36.46.
 */
export const workedExample: Sheets = exampleSheets();

function exampleSheets(): Sheets {
  const mondays = Array.from({ length: 48 }, (_, week) => ({ number: `M${String(week + 1).padStart(2, '0')}`, day: addDays('2026-01-05', week * 7) }));
  const life = lifeSessions();
  const cells = new Map<string, string>([...mondayCells(mondays), ...life.map(({ number }): [string, string] => [number, number === 'G07' ? '×' : '√'])]);
  const numbers = [...mondays, ...life].map(({ number }) => number);
  return {
    组织: [['编号', '名称', '上级', '类别'], ['1', '机关党委', '', '党委'], ['11', '看守所党支部', '1', '党支部']],
    人员: [
      ['编号', '姓名', '党支部', '党员类别', '人员类别'],
      ['007', '王建国', '看守所党支部', '正式党员', '民警'],
      ['008', '李春梅', '看守所党支部', '预备党员', '辅警'],
    ],
    全封闭执勤: [['姓名', '起', '止'], ['王建国', '2026-03-02', '2026-04-12']],
    请假: [['姓名', '事由', '起', '止'], ['王建国', '病假', '2026-06-01', '2026-06-28']],
    活动: [
      ['编号', '组织', '活动', '日期', '主讲人'],
      ...mondays.map(({ number, day }) => [number, '看守所党支部', '周一集中学习', day, '']),
      ...life.map(({ number, activity, day }) => [number, '看守所党支部', activity, day, activity === '党课' ? '王建国' : '']),
    ],
    考勤: [
      ['姓名', ...numbers],
      ['王建国', ...numbers.map((number) => cells.get(number) ?? '')],
      ['李春梅', ...numbers.map(() => '√')],
    ],
    补学: [
      ['姓名', '活动编号', '日期', '方式'],
      ...mondays.filter(({ number }) => cells.get(number) === '事假（经批准）').map(({ number, day }) => ['王建国', number, addDays(day, 9), '自学']),
    ],
  };
}

interface Named {
  readonly number: string;
  readonly day: string;
}

/** By 18 Mondays with registers of their own (6 + 4 say nothing in the grid), 10 on duty, 6 on leave, 2 missed, 20 there. */
function mondayCells(mondays: readonly Named[]): [string, string][] {
  const byRegister = (day: string): boolean => (day >= '2026-03-02' && day <= '2026-04-12') || (day >= '2026-06-01' && day <= '2026-06-28');
  const open = mondays.filter(({ day }) => !byRegister(day));
  return open.map(({ number }, index): [string, string] =>
    [number, index < 10 ? '值班备勤' : index < 16 ? '事假（经批准）' : index < 18 ? '×' : '√']);
}

function lifeSessions(): (Named & { activity: string })[] {
  const monthly = (prefix: string, activity: string, day: string) =>
    Array.from({ length: 12 }, (_, month) => ({ number: `${prefix}${two(month + 1)}`, activity, day: `2026-${two(month + 1)}-${day}` }));
  const quarterly = Array.from({ length: 4 }, (_, quarter) => ({ number: `A${two(quarter + 1)}`, activity: '支部党员大会', day: `2026-${two(quarter * 3 + 2)}-25` }));
  return [
    ...monthly('T', '主题党日', '18'), ...monthly('G', '党小组会', '12'), ...quarterly,
    { number: 'L01', activity: '党课', day: '2026-11-19' }, { number: 'C01', activity: '组织生活会', day: '2026-12-10' },
  ];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The same sheets as a YAML file. */
export function asYaml(sheets: Sheets): string {
  return stringify(Object.fromEntries(Object.entries(sheets).map(([name, [headings, ...rows]]) => [
    name, rows.map((row) => Object.fromEntries((headings ?? []).map((heading, column) => [heading, row[column] ?? '']).filter(([, text]) => text !== ''))),
  ])));
}

/** The same sheets as a workbook, with real day cells where a text is a day. */
export function asXlsx(sheets: Sheets): Promise<Uint8Array> {
  const cell = (text: string): string | Date | null =>
    text === '' ? null : parseCivilDate(text) !== null ? new Date(`${text}T00:00:00Z`) : text;
  return writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => row.map(cell)) })) });
}
