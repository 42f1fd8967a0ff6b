import { expect, it } from 'vitest';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import { demandNoticeLong, demandNoticeOver, isNamed, noticeEnd } from './notice.ts';

const calendar = workingCalendar(publishedYears);
const nothing = workingCalendar([]);
function refusalOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error.refusal.name;
    throw error;
  }
  return 'carried out';
}

it('stands for five working days after the day it is posted: weekends and holidays are none', () => {
  // Posted on Monday 9 February 2026: 10 to 13 are four, and Saturday 14 is worked for the Spring Festival.
  expect(noticeEnd(calendar, '2026-02-09')).toEqual({ day: '2026-02-14', provisional: false });
  // Posted on Friday 9 January: Monday to Friday, with the weekend between not counted.
  expect(noticeEnd(calendar, '2026-01-09').day).toBe('2026-01-16');
});

it('is refused when it is shorter, however many days of the calendar it has', () => {
  expect(refusalOf(() => demandNoticeLong(calendar, '2026-01-09', '2026-01-15')), 'notice: days of the calendar were counted').toBe('NoticeTooShort');
  expect(refusalOf(() => demandNoticeLong(calendar, '2026-01-09', '2026-01-16'))).toBe('carried out');
});

it('is over after its last day and not on it', () => {
  const notice = { from: '2026-01-09', until: '2026-01-16', listed: [] };
  expect(refusalOf(() => demandNoticeOver(calendar, notice, '2026-01-16'))).toBe('NoticeNotOver');
  expect(refusalOf(() => demandNoticeOver(calendar, notice, '2026-01-17'))).toBe('carried out');
  expect(refusalOf(() => demandNoticeOver(calendar, { ...notice, until: '2026-01-23' }, '2026-01-20')), 'a longer notice').toBe('NoticeNotOver');
});

it('is over for nobody while the year is not announced', () => {
  const notice = { from: '2026-01-09', until: '2026-01-16', listed: [] };
  expect(refusalOf(() => demandNoticeOver(nothing, notice, '2026-06-01'))).toBe('NoticeProvisional');
});

it('need not be given again when somebody was only taken from the list', () => {
  const notice = { from: '2026-01-09', until: '2026-01-16', listed: ['a', 'b'] };
  expect([isNamed(notice, ['b']), isNamed(notice, ['b', 'c']), isNamed(null, [])]).toEqual([true, false, false]);
});
