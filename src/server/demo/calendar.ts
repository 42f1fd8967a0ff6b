import { addDays, type CivilDate, type Period, weekday, yearOf } from '#domain/calendar/civil-date.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { holidayOn, workingCalendar, workingDaysAfter } from '#domain/calendar/working-days.ts';
import type { DemoOrganisation } from './organisation-tree.ts';

/** A session that a branch of the demo held or has arranged. */
export interface DemoSession {
  readonly day: CivilDate;
  readonly organisation: string;
  readonly activities: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly topic: string;
  readonly contents: readonly string[];
  /** Where it is not the month of the day: a meeting of last year held in January. */
  readonly period?: Period;
}

const STUDIES = [
  ['学习贯彻党的二十届四中全会精神', 'speeches'], ['《中国共产党章程》第一章', 'theory'], ['人民警察法与执法规范化', 'profession'],
  ['习近平法治思想专题学习', 'theory'], ['全国公安工作会议精神', 'speeches'], ['个人信息保护与警务数据安全', 'profession'],
  ['中央八项规定精神及典型案例', 'theory'], ['接处警现场处置规范', 'profession'],
] as const;

/** Every third month a theme day is a lecture as well, each on something else. */
const LECTURES = ['对党忠诚的政治本色', '纪律规矩与执法公正', '把支部建在一线', '身边榜样的力量'] as const;

const MONDAY = 1;

/** Every day from `first` to `last`. */
export const daysFrom = (first: CivilDate, last: CivilDate): readonly CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

export const mondaysFrom = (first: CivilDate, last: CivilDate): readonly CivilDate[] =>
  daysFrom(first, last).filter((day) => weekday(day) === MONDAY);

const calendar = workingCalendar(publishedYears);

/** Days on which nobody studies. A year that is not announced has none. */
export const isHoliday = (day: CivilDate): boolean => holidayOn(calendar, day).length > 0;

/**
 * What a branch holds in a month beside the Mondays: committee and group meetings, theme days, assemblies and lectures; in
 * January the organisational-life meeting of the year before, unless the bureau only began.
 */
export function monthlySessions(branch: DemoOrganisation, groups: readonly string[], month: Period, isFirstYear: boolean): readonly DemoSession[] {
  const number = Number(month.slice(5));
  const offset = Number(branch.number.replace(/\D/g, '')) % 5;
  const on = (day: number): CivilDate => workingDayFrom(`${month}-${String(Math.min(28, day + offset)).padStart(2, '0')}`);
  const theme: DemoSession = {
    day: on(18), organisation: branch.number, activities: number % 3 === 2 ? ['themePartyDay', 'partyLecture'] : ['themePartyDay'],
    from: '14:30', to: '16:30', topic: number % 3 === 2 ? `主题党日暨“我来讲党课”：${LECTURES[Math.floor(number / 3)] ?? LECTURES[0]}` : '主题党日：重温入党誓词、岗位建功', contents: ['theory'],
  };
  const committee: DemoSession = {
    day: on(3), organisation: branch.number, activities: ['committeeMeeting'], from: '15:00', to: '16:00', topic: '研究当月党建工作', contents: ['speeches'],
  };
  const assembly: DemoSession = {
    day: on(10), organisation: branch.number, activities: ['memberAssembly'], from: '15:00', to: '16:30', topic: '季度党员大会', contents: ['theory'],
  };
  const meetings = groups.map((organisation): DemoSession => (
    { day: on(5), organisation, activities: ['groupMeeting'], from: '08:30', to: '09:30', topic: '党小组会：学习与谈体会', contents: ['theory'] }));
  const warning: DemoSession = {
    day: on(24), organisation: branch.number, activities: ['warningEducation'], from: '15:00', to: '16:30', topic: '典型案例警示教育', contents: ['theory'],
  };
  const criticism: DemoSession = {
    day: on(14), organisation: branch.number, activities: ['criticismMeeting'], from: '14:30', to: '17:00', topic: '上年度组织生活会', contents: [],
    period: `${yearOf(month) - 1}-12`,
  };
  const held = (branch.branch?.members ?? 0) >= 7 ? [committee] : [];
  const quarterly = number % 3 === 0 ? [assembly, ...(offset === 4 && number === 9 ? [] : [warning])] : [];
  return [...held, theme, ...meetings, ...quarterly, ...(number === 1 && !isFirstYear ? [criticism] : [])];
}

/** The study of one Monday: the same for the whole bureau. */
export function studyOn(day: CivilDate, at: number): Omit<DemoSession, 'organisation'> {
  const [topic, content] = STUDIES[at % STUDIES.length] ?? STUDIES[0];
  return { day, activities: ['mondayStudy'], from: '19:00', to: '21:00', topic, contents: [content] };
}

/** Offices meet on working days: at a weekend or on a holiday the meeting waits for the next one. */
const workingDayFrom = (day: CivilDate): CivilDate => workingDaysAfter(calendar, addDays(day, -1), 1).day;
