import { refusing } from '#domain/contracts/refusal.ts';
import type { CivilDate } from './civil-date.ts';

export const dayRefusals = {
  DayInFuture: {
    status: 422,
    say: ({ day, today }: { day: CivilDate; today: CivilDate }) => ({
      zh: `${day} 还没有到（今天是 ${today}）。请填写今天或以前的日期。`,
      en: `${day} has not come yet (today is ${today}). Enter today or an earlier day.`,
    }),
  },
  YearClosed: {
    status: 422,
    say: ({ day, open }: { day: CivilDate; open: CivilDate }) => ({
      zh: `${day} 所在年度已经结束考核，不能再变动。最早可填 ${open}。`,
      en: `The year of ${day} has been settled and cannot be changed any more. The earliest possible day is ${open}.`,
    }),
  },
} as const;

export const refuseDay = refusing(dayRefusals);

interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** An announcement of a year that cannot be entered as it stands. */
export const calendarRefusals = {
  DayOutsideYear: {
    status: 422,
    say: ({ day, year }: { day: CivilDate; year: number }) => ({
      zh: `${day} 不在 ${year} 年内。跨年的假期，请在两个年度各录入自己的一段。`,
      en: `${day} is not in ${year}. Enter a holiday over the turn of the year in both years, each with its own part.`,
    }),
  },
  HolidayEndsBeforeItBegins: {
    status: 422,
    say: ({ from, to }: Span) => ({
      zh: `假期 ${from} 至 ${to} 的结束日期早于开始日期，请核对。`,
      en: `The holiday from ${from} to ${to} ends before it begins. Check the two dates.`,
    }),
  },
  HolidaysOverlap: {
    status: 422,
    say: ({ first, second }: { first: Span; second: Span }) => ({
      zh: `假期 ${first.from} 至 ${first.to} 与 ${second.from} 至 ${second.to} 重叠。连放的两个节日请合为一段，节日名称可多选。`,
      en: `The holidays from ${first.from} to ${first.to} and from ${second.from} to ${second.to} overlap. Two holidays in one span are one line with both names.`,
    }),
  },
  WorkdayInHoliday: {
    status: 422,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `${day} 在放假期间，不能又是调休上班日。请核对通知，改其中一处。`,
      en: `${day} lies in a holiday and cannot be a make-up workday as well. Check the notice and correct one of the two.`,
    }),
  },
  WorkdayNotAtWeekend: {
    status: 422,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `${day} 是周一至周五，本来就上班，不用录为调休上班日。请核对日期。`,
      en: `${day} is a day from Monday to Friday and a workday anyway. A make-up workday lies at a weekend; check the date.`,
    }),
  },
  YearAnnounced: {
    status: 409,
    say: ({ year }: { year: number }) => ({
      zh: `${year} 年的放假安排已经录入，可能是同事刚刚录入的。请刷新页面，核对后在其上修改。`,
      en: `The holidays of ${year} have been entered already, perhaps by a colleague just now. Reload the page, check them and amend them there.`,
    }),
  },
} as const;

export const refuseCalendar = refusing(calendarRefusals);
