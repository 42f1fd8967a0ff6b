import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendCalendar, announceCalendar, readCalendar, withdrawCalendar } from '#domain/calendar/contract.ts';
import { isWorkingDay, workingDaysAfter } from '#domain/calendar/working-days.ts';
import { readAuditTrail } from '#domain/audit/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { Answered, testBureau, type TestBureau } from '#test/app.ts';
import { calendarBetween } from './calendar-reads.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const national = (year: number) => ({ names: ['nationalDay' as const], from: `${year}-10-01`, to: `${year}-10-07` });
const notice = (year: number, over = {}) => ({ year: String(year), document: '', holidays: [national(year)], workdays: [] as string[], ...over });
const read = (year: number, who: 'fangmin' | 'wenlan' | 'shenji' = 'fangmin') => bureau.as(who).call(readCalendar, { year: String(year) });
const logged = (): Promise<number> => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind = 'calendarYear'`))?.n ?? 0);

describe('a year that is not announced', () => {
  it('is offered to the office as it was published, and to nobody else', async () => {
    expect(await read(2026, 'wenlan')).toEqual({ year: 2026, announced: null, offered: null, withdrawn: null, mayEdit: false });
    const { announced, offered, mayEdit } = await read(2026);
    expect([announced, mayEdit, offered?.document, offered?.holidays.length]).toEqual([null, true, '国办发明电〔2025〕7号', 7]);
    expect((await read(2027)).offered).toBeNull();
    expect(await read(2024)).toEqual({ year: 2024, announced: null, offered: null, withdrawn: null, mayEdit: false });
  });

  it('is announced by the office once, and everybody reads it', async () => {
    const { offered } = await read(2026);
    if (!offered) throw new Error('nothing offered');
    const key = 'calendar-of-2026-entered';
    const answer = await bureau.as('fangmin').call(announceCalendar, { year: '2026', ...offered }, { key });
    expect(await bureau.as('fangmin').call(announceCalendar, { year: '2026', ...offered }, { key })).toEqual(answer);
    expect(await bureau.as('shenyi').refusal(announceCalendar, { year: '2026', ...offered })).toBe('YearAnnounced');
    for (const who of ['wenlan', 'shenji'] as const) {
      expect(await read(2026, who)).toEqual({ year: 2026, announced: { ...answer, ...offered, recordedOn: '2026-11-17' }, offered: null, withdrawn: null, mayEdit: false });
    }
    const trail = await bureau.as('shenji').call(readAuditTrail, { operation: 'announceCalendar' });
    expect(trail.items).toMatchObject([{ subject: { id: answer.calendar, words: { zh: '工作日历' } }, details: { year: 2026 } }]);
  });

  it('gives the pure functions what they reckon with, the years that the span touches', async () => {
    const calendar = await bureau.within(({ tx }) => calendarBetween(tx, '2026-11-17', '2027-01-31'));
    expect(workingDaysAfter(calendar, '2026-12-24', 5)).toEqual({ day: '2026-12-31', provisional: false });
    expect(isWorkingDay(calendar, '2027-01-01')).toEqual({ working: true, provisional: true });
  });

  it('entered by two at the same moment is entered once', async () => {
    const both = await Promise.allSettled([bureau.as('fangmin').call(announceCalendar, notice(2028)), bureau.as('shenyi').call(announceCalendar, notice(2028))]);
    expect(both.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((it) => it.status === 'rejected')?.reason as unknown;
    expect(refused instanceof Answered ? refused.refusal.name : refused).toBe('YearAnnounced');
  });
});

describe('a notice', () => {
  it.each([
    ['with a holiday of another year', { holidays: [national(2030)] }, 'DayOutsideYear'],
    ['with a holiday that ends before it begins', { holidays: [{ ...national(2029), from: '2029-10-08' }] }, 'HolidayEndsBeforeItBegins'],
    ['with holidays that overlap', { holidays: [national(2029), { ...national(2029), from: '2029-10-07', to: '2029-10-08' }] }, 'HolidaysOverlap'],
    ['with a make-up workday in the week', { workdays: ['2029-09-28'] }, 'WorkdayNotAtWeekend'],
    ['with a make-up workday in a holiday', { workdays: ['2029-10-06'] }, 'WorkdayInHoliday'],
    ['without a holiday', { holidays: [] }, 'InputInvalid'],
  ])('%s is refused and leaves nothing behind', async (_, over, name) => {
    const before = await logged();
    expect(await bureau.as('fangmin').refusal(announceCalendar, notice(2029, over))).toBe(name);
    expect(await logged()).toBe(before);
  });

  it('is not taken from a branch, nor for a year that is settled', async () => {
    const before = await logged();
    expect(await bureau.as('luojian').refusal(announceCalendar, notice(2029))).toBe('NotAllowed');
    expect(await bureau.as('fangmin').refusal(announceCalendar, notice(2024))).toBe('YearClosed');
    expect(await logged()).toBe(before);
  });
});

describe('an announcement', () => {
  it('is amended by version, and withdrawn the year is not announced again', async () => {
    const { calendar, version } = await bureau.as('fangmin').call(announceCalendar, notice(2027));
    const { year: _, ...changed } = notice(2027, { workdays: ['2027-10-09'], document: '国办发明电〔2026〕9号' });
    expect(await bureau.as('luojian').refusal(amendCalendar, { calendar, version, ...changed })).toBe('NotAllowed');
    expect(await bureau.as('shenyi').call(amendCalendar, { calendar, version, ...changed })).toEqual({ version: 2 });
    expect(await bureau.as('fangmin').refusal(amendCalendar, { calendar, version, ...changed })).toBe('FactChanged');
    expect(await bureau.as('fangmin').refusal(amendCalendar, { calendar, version: 2, ...changed, workdays: ['2027-10-08'] })).toBe('WorkdayNotAtWeekend');
    expect((await read(2027)).announced).toMatchObject({ calendar, version: 2, workdays: ['2027-10-09'], document: '国办发明电〔2026〕9号' });

    expect(await bureau.as('luojian').refusal(withdrawCalendar, { calendar, version: 2 })).toBe('NotAllowed');
    expect(await bureau.as('fangmin').call(withdrawCalendar, { calendar, version: 2 })).toEqual({ version: 3 });
    expect(await bureau.as('fangmin').refusal(withdrawCalendar, { calendar, version: 3 })).toBe('FactWithdrawn');
    expect((await read(2027)).announced).toBeNull();
    expect((await read(2027)).withdrawn).toMatchObject({ by: '方敏', on: '2026-11-17', workdays: ['2027-10-09'], document: '国办发明电〔2026〕9号' });
    expect((await bureau.as('luojian').call(readCalendar, { year: '2027' })).withdrawn).toBeNull();
    const anew = await bureau.as('fangmin').call(announceCalendar, notice(2027));
    expect([anew.calendar === calendar, anew.version]).toEqual([false, 1]);
  });

  it('is no other fact, and no fact at all is not found', async () => {
    const { organs } = bureau.cast.organisation;
    expect(await bureau.as('fangmin').refusal(withdrawCalendar, { calendar: organs, version: 1 })).toBe('NotFound');
    expect(await bureau.as('fangmin').refusal(withdrawCalendar, { calendar: '00000000-0000-4000-8000-000000000000', version: 1 })).toBe('NotFound');
  });

  it('is still there when everything derived is made anew from the log', async () => {
    const before = [await read(2026), await read(2027), await read(2028)];
    await bureau.within(({ tx }) => rebuild(tx));
    expect([await read(2026), await read(2027), await read(2028)]).toEqual(before);
  });
});
