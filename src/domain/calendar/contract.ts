import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { calendarYearState, civilDate, holidayName, id } from '#domain/facts/contract.ts';

const year = z.string().regex(/^2[01]\d\d$/);
const version = z.number().int().min(1);
const { holidays, workdays } = calendarYearState.shape;
/** What a notice says: its number (文号), the days off, and the weekend days on which one works for them. */
const notice = { document: z.string().trim().max(100), holidays, workdays } as const;

const read = ['FactChanged', 'FactWithdrawn'] as const;
const wrong = ['YearClosed', 'DayOutsideYear', 'HolidayEndsBeforeItBegins', 'HolidaysOverlap', 'WorkdayInHoliday', 'WorkdayNotAtWeekend'] as const;

/** What another page shows of the calendar for the days that it has; nothing is known while their year is not announced. */
export const markedDays = z.strictObject({
  announced: z.boolean(), holidays: z.array(z.strictObject({ day: civilDate, names: z.array(holidayName) })), workdays: z.array(civilDate),
});
export type MarkedDays = z.output<typeof markedDays>;

export const readCalendar = contract({
  name: 'readCalendar', method: 'GET', path: '/years/:year/calendar',
  summary: { zh: '查看工作日历', en: 'Read the working calendar' },
  input: z.strictObject({ year }),
  output: z.strictObject({
    year: z.number().int(),
    /** Null while the year is not announced (待公告): then nothing is known of it but its weeks. */
    announced: z.strictObject({ calendar: id, version, ...notice, recordedOn: civilDate }).nullable(),
    /** The published notice, for an office that has not entered the year yet. */
    offered: z.strictObject(notice).nullable(),
    /** What stood for the year last and was withdrawn, while nothing stands: for whoever could announce it again. */
    withdrawn: z.strictObject({ ...notice, by: z.string().nullable(), on: civilDate }).nullable(),
    mayEdit: z.boolean(),
  }),
  refusals: [],
});
export type CalendarOfYear = z.output<typeof readCalendar.output>;
export type Notice = NonNullable<CalendarOfYear['offered']>;

export const announceCalendar = contract({
  name: 'announceCalendar', method: 'POST', path: '/years/:year/calendar',
  summary: { zh: '录入放假安排', en: 'Enter the holidays of a year' },
  input: z.strictObject({ year, ...notice }),
  output: z.strictObject({ calendar: id, version }),
  refusals: [...wrong, 'YearAnnounced'],
});

export const amendCalendar = contract({
  name: 'amendCalendar', method: 'PUT', path: '/calendars/:calendar',
  summary: { zh: '修改放假安排', en: 'Amend the holidays of a year' },
  input: z.strictObject({ calendar: id, version, ...notice }),
  output: z.strictObject({ version }),
  refusals: [...wrong, ...read],
});

export const withdrawCalendar = contract({
  name: 'withdrawCalendar', method: 'DELETE', path: '/calendars/:calendar',
  summary: { zh: '撤回放假安排', en: 'Withdraw the holidays of a year' },
  input: z.strictObject({ calendar: id, version }),
  output: z.strictObject({ version }),
  refusals: ['YearClosed', ...read],
});
