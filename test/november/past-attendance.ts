import { mondays } from '#test/engine-story.ts';
import type { Rows } from './moving-in.ts';
import { CRIMINAL, criminal, DETENTION, detention, GROUP_ONE, GROUP_TWO, SIGNALS, signals } from './people.ts';

interface Named { readonly number: string; readonly name: string }
/** √ unless somebody is said to have been something else. */
const sheet = (title: string, people: readonly Named[], days: readonly string[], cell: (number: string, day: string) => string = () => '√'): Rows => [
  [title], ['序号', '警号', '姓名', ...days.map((day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`)],
  ...people.map(({ number, name }, at) => [at + 1, number, name, ...days.map((day) => cell(number, day))]),
];

const HOLIDAYS = ['2026-02-16', '2026-02-23', '2026-04-06', '2026-05-04', '2026-10-05'];
/** The 38 Mondays from January to October that no holiday takes. */
export const STUDIED = mondays('2026-01-01', '2026-10-31').filter((day) => !HOLIDAYS.includes(day));
const march = STUDIED.filter((day) => day.startsWith('2026-03'));
const since = (from: string): string[] => STUDIED.filter((day) => day >= from);

function detentionCell(number: string, day: string): string {
  switch (number) {
    // On leave all March: the register says so, the sheet says nothing.
    case '610006': return day.startsWith('2026-03') ? '' : '√';
    case '610007': return day >= '2026-06-01' && day <= '2026-06-29' ? '缺' : day === '2026-07-06' ? '事假补' : '√';
    case '610008': return day.startsWith('2026-05') ? '' : day === '2026-04-13' || day === '2026-04-20' ? '迟到' : '√';
    // Ten Mondays on the rota; on 7 and 14 September the register of closed duty says it.
    case '610009': return day <= '2026-03-23' ? '值班' : day === '2026-09-07' || day === '2026-09-14' ? '' : '√';
    case '610011': return day >= '2026-09-01' ? '' : day <= '2026-05-25' ? '缺' : '√';
    default: return '√';
  }
}

function criminalCell(number: string, day: string): string {
  switch (number) {
    case '620004': return day.startsWith('2026-03') ? '缺' : '√';
    case '620005': return day.startsWith('2026-07') || day.startsWith('2026-08') ? '病假' : '√';
    case '620006': return day === '2026-09-07' ? '事假' : '√';
    case '620008': return day >= '2026-08-01' ? '' : '√';
    case '610011': return day < '2026-09-01' ? '' : day === '2026-10-12' || day === '2026-10-19' ? '×' : '√';
    default: return '√';
  }
}

const newcomer: Named = { number: '630004', name: '聂榛' };
const moved: Named = { number: '610011', name: '牛本' };
const notRetired = detention.filter(({ staff }) => staff === undefined);
const inGroup = (group: string | undefined) => detention.filter((it) => it.group === group);
const committee = detention.slice(0, 4);
const stayed = detention.slice(0, 10);

export const pastAttendance: readonly (readonly [activity: string, sheets: Readonly<Record<string, Rows>>, sessions: number])[] = [
  ['mondayStudy', {
    [DETENTION]: sheet('看守所党支部2026年周一集中学习签到表', notRetired, STUDIED, detentionCell),
    [CRIMINAL]: sheet('刑侦支队党支部2026年周一集中学习签到表', [...criminal, moved], [...march, ...since('2026-07-01')], criminalCell),
    [SIGNALS]: sheet('机要通信科党支部2026年周一集中学习签到表', [...signals, newcomer], since('2026-09-01'), (number, day) =>
      number === '630004' && day < '2026-10-20' ? '' : number === '630003' && day >= '2026-10-01' ? '缺' : '√'),
  }, 38 + 21 + 7],
  ['committeeMeeting', {
    [DETENTION]: sheet('看守所党支部2026年支委会', committee, ['2026-01-14', '2026-02-11', '2026-03-11', '2026-04-15', '2026-05-13', '2026-06-10', '2026-08-12', '2026-09-16'], (number, day) => (number === '610003' && day > '2026-06-30' ? '' : '√')),
    [CRIMINAL]: sheet('刑侦支队党支部2026年支委会', criminal.slice(0, 3), ['2026-03-12', '2026-08-13', '2026-09-10', '2026-10-15']),
  }, 8 + 4],
  ['groupMeeting', {
    [GROUP_ONE ?? '']: sheet('看守所第一党小组2026年党小组会', inGroup(GROUP_ONE), ['2026-01-08', '2026-02-05', '2026-03-05', '2026-04-09', '2026-05-07', '2026-06-04']),
    [GROUP_TWO ?? '']: sheet('看守所第二党小组2026年党小组会', inGroup(GROUP_TWO), ['2026-01-09', '2026-02-06', '2026-03-06']),
  }, 9],
  ['themePartyDay', {
    [DETENTION]: sheet('看守所党支部2026年主题党日', detention, ['2026-01-22', '2026-02-12', '2026-03-19', '2026-04-23', '2026-05-21', '2026-06-25', '2026-08-20', '2026-09-24', '2026-10-22'], (number, day) => (number === '610011' && day >= '2026-09-01' ? '' : '√')),
    [CRIMINAL]: sheet('刑侦支队党支部2026年主题党日', [...criminal, moved], ['2026-07-16', '2026-08-20', '2026-10-22'], (number, day) => ((number === '610011' && day < '2026-09-01') || (number === '620008' && day >= '2026-08-01') ? '' : '√')),
  }, 12],
  ['memberAssembly', {
    [DETENTION]: sheet('看守所党支部2026年党员大会', detention, ['2026-02-20', '2026-05-20']),
    [CRIMINAL]: sheet('刑侦支队党支部2026年党员大会', [...criminal, moved], ['2026-09-16'], (number) => (number === '620008' ? '' : '√')),
  }, 3],
  ['partyLecture', { [DETENTION]: sheet('看守所党支部2026年党课', stayed.concat(detention.slice(10)), ['2026-03-18', '2026-09-10'], (number, day) => (number === '610011' && day >= '2026-09-01' ? '' : '√')) }, 2],
  ['warningEducation', { [DETENTION]: sheet('看守所党支部2026年警示教育', detention, ['2026-02-25', '2026-08-26']) }, 2],
];

export const leaves: Rows = [
  ['2026年请假登记'], ['警号', '姓名', '请假类别', '起始时间', '结束时间'],
  ['610006', '方策', '病假', '2026-03-01', '2026-03-31'], ['610008', '齐朗', '全封闭执勤', '2026.5.5', '2026.5.31'], ['610009', '窦原', '全封闭执勤', '2026年9月1日', '2026年9月20日'],
  ['620005', '关岫', '病假', '2026-07-01', '2026-08-31'], ['620008', '姬枰', '病假', '2026-08-01', '2026-12-31'],
];
