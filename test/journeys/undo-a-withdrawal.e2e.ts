import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangeSessions, readArrangementMonth } from '#domain/activities/arrangement-contract.ts';
import { confirmSession, listSessions, recordSession } from '#domain/activities/contract.ts';
import { readSessionRecord, recordMakeUp } from '#domain/activities/record-contract.ts';
import { announceCalendar, readCalendar } from '#domain/calendar/contract.ts';
import { readRegisterEntry, recordRegisterEntry, withdrawRegisterEntry } from '#domain/registers/contract.ts';
import { listAbsences, recordLeave } from '#domain/rota/absence-contract.ts';
import { declareStudyStop, listStudyStops } from '#domain/rota/stop-contract.ts';
import { recordOf } from '#test/operations/bench.ts';
import { entered, openBrowser } from './browser.ts';
import { served, type Served } from './served.ts';

let site: Served;
let browser: Browser;
beforeAll(async () => { [browser, site] = await Promise.all([openBrowser(), served()]); });
afterAll(() => Promise.all([browser.close(), site.end()]));

/** Taps 撤销 of the offer that says so. */
async function undo(page: Page, said: string): Promise<void> {
  const offer = page.getByRole('status', { name: '刚才的操作' });
  await offer.getByText(said).waitFor();
  await offer.getByRole('button', { name: '撤销' }).click();
  await offer.getByText('已恢复').waitFor();
}

describe('leave that was withdrawn by a slip', () => {
  it.each(['desk', 'phone'] as const)('is entered again with one tap, at the %s', async (screen) => {
    const { bureau } = site;
    const organisation = bureau.cast.organisation.detention;
    const day = screen === 'desk' ? '2026-10-13' : '2026-09-15';
    const spell = { reason: 'annualLeave', from: day, to: day };
    await bureau.as('luojian').call(recordLeave, { organisation, person: bureau.cast.person.wenlan, ...spell });
    const stands = async () => (await bureau.as('luojian').call(listAbsences, { organisation, from: day, to: day })).items.map(({ people, reason, from, to }) => ({ who: people[0]?.name, reason, from, to }));
    const { page, end } = await entered(browser, 'luojian', site.address, `/leaves?month=${day.slice(0, 7)}`, screen);
    await page.getByRole('button', { name: '撤回' }).last().click();
    const offer = page.getByRole('status', { name: '刚才的操作' });
    await offer.getByText('已撤回温岚的登记').waitFor();
    expect(await stands()).toEqual([]);
    await offer.getByRole('button', { name: '撤销' }).click();
    await offer.getByText('已恢复').waitFor();
    expect(await stands()).toEqual([{ who: '温岚', ...spell }]);
    await offer.getByRole('button', { name: '关闭' }).click();
    expect(await offer.count()).toBe(0);
    await page.getByRole('button', { name: '撤回' }).last().click();
    await offer.getByText('已撤回温岚的登记').waitFor();
    await page.getByText('已撤回', { exact: true }).first().click();
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('已恢复温岚的登记').waitFor();
    expect(await stands()).toEqual([{ who: '温岚', ...spell }]);
    await end();
  });
});

describe('a session that was withdrawn', () => {
  const recorded = async (day: string): Promise<string> => {
    const { bureau } = site;
    const { session } = await bureau.as('jiping').call(recordSession, recordOf(bureau.cast.organisation.detention, day, { marks: [{ person: bureau.cast.person.wenlan, mark: 'absent', reason: null, sitting: 0 }] }));
    await bureau.as('luojian').call(confirmSession, { session, version: 1 });
    return session;
  };
  const read = (session: string) => site.bureau.as('jiping').call(readSessionRecord, { session });

  it('is back with one tap, with its attendance, and waits to be confirmed anew', async () => {
    const session = await recorded('2026-11-09');
    const before = (await read(session)).counts;
    const { page, end } = await entered(browser, 'jiping', site.address, `/sessions/${session}`);
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    const drawer = page.getByRole('dialog', { name: '撤回这次活动' });
    await drawer.getByLabel('撤回理由').fill('点错了');
    await drawer.getByRole('button', { name: /撤\s*回/ }).click();
    await undo(page, '已撤回这次活动。');
    await page.getByText('待审核').first().waitFor();
    expect(await read(session)).toMatchObject({ status: 'toConfirm', version: 3, counts: before, reason: '' });
    await end();
  });

  it('loses a make-up by one tap, and gets it back by another', async () => {
    const { bureau } = site;
    const { wenlan } = bureau.cast.person;
    const { session } = await bureau.as('jiping').call(recordSession, recordOf(bureau.cast.organisation.detention, '2026-11-02', { marks: [{ person: wenlan, mark: 'absent', reason: 'personalLeave', sitting: 0 }] }));
    await bureau.as('jiping').call(recordMakeUp, { session, person: wenlan, day: '2026-11-10', way: 'reading' });
    const before = (await read(session)).counts;
    const { page, end } = await entered(browser, 'jiping', site.address, `/sessions/${session}`);
    await page.getByRole('button', { name: '撤回补学' }).click();
    await page.getByRole('button', { name: '撤回补学' }).waitFor({ state: 'detached' });
    await undo(page, '已撤回温岚的补学登记。');
    expect((await read(session)).counts).toEqual(before);
    await end();
  });

  it.each(['desk', 'phone'] as const)('is found long after among those that were withdrawn, and restored, at the %s', async (screen) => {
    const session = await recorded(screen === 'desk' ? '2026-03-02' : '2026-03-09');
    const { page, end } = await entered(browser, 'jiping', site.address, `/sessions/${session}`, screen);
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    const drawer = page.getByRole('dialog', { name: '撤回这次活动' });
    await drawer.getByLabel('撤回理由').fill('点错了');
    await drawer.getByRole('button', { name: /撤\s*回/ }).click();
    await page.getByRole('note').getByText('季平 于 2026-11-17 撤回').waitFor();
    await page.goto(`${site.address}/sessions?month=2026-03&status=withdrawn`);
    await page.getByText('已撤回').first().waitFor();
    await page.getByRole('link', { name: /周一/ }).first().click();
    await page.getByRole('button', { name: /恢\s*复/ }).click();
    await page.getByRole('note').waitFor({ state: 'detached' });
    expect((await read(session)).status).toBe('toConfirm');
    await end();
  });
});

describe('what the office withdrew by a slip', () => {
  it('is an arrangement, with the sessions of its branches', async () => {
    const { bureau } = site;
    const row = { day: '2026-12-07', from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: [], topic: '学习党章', place: '', lecturer: '', material: '' };
    await bureau.as('fangmin').call(arrangeSessions, { organisation: bureau.cast.organisation.organs, organisations: [], rows: [row] });
    const sessions = async () => (await bureau.as('fangmin').call(listSessions, { from: row.day, to: row.day })).items.map(({ session }) => session);
    const before = await sessions();
    const { page, end } = await entered(browser, 'fangmin', site.address, `/arrange?month=2026-12&scope=${bureau.cast.organisation.organs}`);
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    await undo(page, '已撤回尚未记录的 2 次活动');
    expect(await sessions()).toEqual(before);
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    await page.getByText('已撤回的安排 1 项').click();
    await page.getByRole('button', { name: /恢\s*复/ }).click();
    await page.getByText('已恢复，2 次活动照原样安排。').waitFor();
    expect((await bureau.as('fangmin').call(readArrangementMonth, { organisation: bureau.cast.organisation.organs, month: '2026-12' })).withdrawn).toEqual([]);
    await end();
  });

  it('is a stop of study, which stops the same again', async () => {
    const { bureau } = site;
    const organisation = bureau.cast.organisation.organs;
    await bureau.as('fangmin').call(declareStudyStop, { organisation, activities: ['mondayStudy'], day: '2026-12-21', movedTo: null, document: '机关党委〔2026〕8号' });
    const stops = async () => (await bureau.as('fangmin').call(listStudyStops, { organisation, year: '2026' })).items.map(({ stop: _, version: __, ...said }) => said);
    const before = await stops();
    const { page, end } = await entered(browser, 'fangmin', site.address, '/study-stops');
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    await undo(page, '已撤回，当日恢复计入应到');
    expect(await stops()).toEqual(before);
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    await page.getByText('已撤回的通知 1 项').waitFor();
    await page.reload();
    await page.getByText('已撤回的通知 1 项').click();
    await page.getByRole('button', { name: /恢\s*复/ }).click();
    await page.getByText('已撤回的通知 1 项').waitFor({ state: 'detached' });
    expect(await stops()).toEqual(before);
    await end();
  });

  it('is the holidays of a year', async () => {
    const { bureau } = site;
    const notice = { document: '国办发明电〔2026〕9号', holidays: [{ names: ['newYear' as const], from: '2027-01-01', to: '2027-01-03' }], workdays: ['2027-01-09'] };
    await bureau.as('fangmin').call(announceCalendar, { year: '2027', ...notice });
    const { page, end } = await entered(browser, 'fangmin', site.address, '/calendar?year=2027');
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    await undo(page, '已撤回，2027年恢复为“待公告”');
    expect((await bureau.as('fangmin').call(readCalendar, { year: '2027' })).announced).toMatchObject(notice);
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    await page.getByText('已撤回的放假安排').waitFor();
    await page.reload();
    await page.getByText('已撤回的放假安排').click();
    await page.getByRole('button', { name: /恢\s*复/ }).click();
    await page.getByText('2027年放假安排已保存', { exact: false }).waitFor();
    expect((await bureau.as('fangmin').call(readCalendar, { year: '2027' })).announced).toMatchObject(notice);
    await end();
  });
});

describe('an entry of a register that was withdrawn', () => {
  it('is found among those that were withdrawn, and restored on its page', async () => {
    const { bureau } = site;
    const { entry } = await bureau.as('jiping').call(recordRegisterEntry, {
      organisation: bureau.cast.organisation.detention, register: 'oathRenewal', day: '2026-10-01', until: null, persons: [], values: { attended: '20' } });
    await bureau.as('jiping').call(withdrawRegisterEntry, { entry, version: 1, reason: '点错了' });
    const { page, end } = await entered(browser, 'jiping', site.address, '/registers?register=oathRenewal');
    await page.getByText('已撤回', { exact: true }).click();
    await page.getByText('点错了').waitFor();
    await page.getByRole('link', { name: '2026-10-01' }).click();
    await page.getByRole('button', { name: /恢\s*复/ }).click();
    await page.getByRole('button', { name: /撤\s*回/ }).waitFor();
    expect((await bureau.as('jiping').call(readRegisterEntry, { entry })).withdrawn).toBe(false);
    await end();
  });
});
