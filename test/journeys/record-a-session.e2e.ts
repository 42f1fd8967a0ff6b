import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangeSessions } from '#domain/activities/arrangement-contract.ts';
import { readBranchDesk } from '#domain/boards/contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { newId } from '#server/platform/ids.ts';
import { PASSWORD } from '#test/cast.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

const TAPS_MOST = 8;

let browser: Browser;
let site: Served;

/** The Mondays 9 and 16 November are arranged, one of twenty people is on duty on the 16th; today is Tuesday the 17th. */
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { bureau } = site;
  const { organisation, others } = bureau.cast;
  const row = (day: string, topic: string) => ({ day, from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: ['theory'], topic, place: '看守所会议室', lecturer: '', material: '' });
  await bureau.as('fangmin').call(arrangeSessions, {
    organisation: organisation.organs, organisations: [organisation.detention], rows: [row('2026-11-09', '学习条例'), row('2026-11-16', '学习党章')] });
  const team = newId();
  await bureau.within((call) => recordFacts(call, [
    { kind: 'shiftTeam', factId: team, state: { organisation: organisation.detention, anchor: '2026-11-16', cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 24, from: '2026-11-15', to: null } },
    { kind: 'teamPlacement', state: { person: others[0] ?? '', team, from: '2026-11-15', to: null } },
  ]));
});
afterAll(() => Promise.all([browser.close(), site.end()]));

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Clicks, counted: what a thumb would have to do. */
function thumb(): { readonly tap: (target: Locator) => Promise<void>; readonly taps: () => number } {
  let taps = 0;
  return { tap: async (target) => { taps += 1; await target.click(); }, taps: () => taps };
}

describe('recording a session', () => {
  it('takes the recorder of twenty people no more than eight taps on a phone, from the branch desk to success', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/branch` });
    await signIn(page, 'jiping');
    const { tap, taps } = thumb();
    const gaps = page.getByRole('region', { name: '缺什么' });
    await tap(gaps.getByRole('listitem').filter({ hasText: '11-16' }).getByRole('link', { name: '记录' }));
    await page.getByText('值班备勤').waitFor();
    await tap(page.getByRole('button', { name: '全部实到', exact: true }));
    await tap(page.getByRole('button', { name: '温岚：更多' }));
    await tap(page.getByRole('button', { name: /^事假/ }));
    await tap(page.getByRole('button', { name: '提交', exact: true }));
    await expect.poll(() => page.getByRole('status').filter({ hasText: '已提交' }).innerText()).toContain('应到 19，实到 18，免计 1，待补 1 人（至 2026-11-30）');
    expect(await page.getByRole('status').innerText()).toContain('计入 18 人“周一集中学习”');
    expect(taps()).toBeLessThanOrEqual(TAPS_MOST);
    await end();
  });

  it('takes no more for a session that nobody arranged, besides typing its topic', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/branch` });
    await signIn(page, 'jiping');
    const { tap, taps } = thumb();
    await tap(page.getByRole('link', { name: '记一次活动' }));
    await tap(page.getByRole('button', { name: '主题党日', exact: true }));
    await page.getByLabel('主题', { exact: true }).fill('走访退休党员');
    await tap(page.getByRole('button', { name: '全部实到', exact: true }));
    await tap(page.getByRole('button', { name: '温岚：更多' }));
    await tap(page.getByRole('button', { name: '出警或紧急任务' }));
    await tap(page.getByRole('button', { name: '提交', exact: true }));
    await page.getByRole('status').filter({ hasText: '已提交' }).waitFor();
    expect(taps()).toBeLessThanOrEqual(TAPS_MOST);
    await end();
  });

  it('names whoever was forgotten, and keeps what was typed when the page is left', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/branch` });
    await signIn(page, 'luojian');
    const missing = page.getByRole('region', { name: '缺什么' }).getByRole('listitem').filter({ hasText: '11-09' });
    await missing.getByRole('link', { name: '记录' }).click();
    await page.getByRole('button', { name: /^温岚 / }).click();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('还有 19 人没有标注');
    await page.getByRole('button', { name: '全部实到' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByLabel('讨论发言要点').fill('大家谈了体会');
    await page.goto(`${site.address}/branch`);
    await missing.getByRole('link', { name: '记录' }).click();
    await page.getByText('已恢复本机上').waitFor();
    expect(await page.getByLabel('讨论发言要点').inputValue()).toBe('大家谈了体会');
    await end();
  });
});

describe('what follows from a record', () => {
  it('is confirmed by the secretary, while the recorder is told that another has to', async () => {
    const recorder = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/branch` });
    await signIn(recorder.page, 'jiping');
    await recorder.page.getByRole('link', { name: /学习党章/ }).click();
    expect(await recorder.page.getByRole('button', { name: '审核通过' }).isDisabled()).toBe(true);
    await recorder.page.getByText('可由机关党委书记').waitFor();
    await recorder.end();

    const secretary = await walker(browser, { screen: 'phone', language: 'zh', address: site.address });
    await signIn(secretary.page, 'luojian');
    await secretary.page.getByRole('article').filter({ hasText: '11-16' }).getByRole('link', { name: '审核' }).click();
    await secretary.page.getByRole('button', { name: '审核通过' }).click();
    await secretary.page.getByText('已办', { exact: true }).waitFor();
    await secretary.page.getByText(/罗建 于 2026-11-17 审核/).waitFor();
    await secretary.end();
  });

  it('is made up by whoever owes it and counted when the recorder has confirmed that', async () => {
    const member = await walker(browser, { screen: 'phone', language: 'zh', address: site.address });
    await signIn(member.page, 'wenlan');
    await member.page.getByRole('article').filter({ hasText: '应补学' }).getByRole('link', { name: '登记补学' }).click();
    await member.page.getByRole('button', { name: '登记', exact: true }).click();
    await member.page.getByText('2026-11-17 补学', { exact: false }).waitFor();
    await member.end();

    const recorder = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/branch` });
    await signIn(recorder.page, 'jiping');
    await recorder.page.getByRole('listitem').filter({ hasText: '补学待确认' }).getByRole('link', { name: '确认' }).click();
    await recorder.page.getByRole('button', { name: '确认补学' }).click();
    await recorder.page.getByRole('button', { name: '补学 1，查看名单' }).waitFor();
    await recorder.end();
    const desk = await site.bureau.as('jiping').call(readBranchDesk, {});
    expect(desk.gaps.filter(({ line }) => line.day === '2026-11-16')).toEqual([]);
  });
});

describe('asking for leave', () => {
  it('takes a member four taps on a phone: the evening on the desk brings its day along', async () => {
    const { bureau } = site;
    const { organisation } = bureau.cast;
    await bureau.as('fangmin').call(arrangeSessions, {
      organisation: organisation.organs, organisations: [organisation.detention],
      rows: [{ day: '2026-11-23', from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: ['theory'], topic: '学习准则', place: '看守所会议室', lecturer: '', material: '' }] });
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: site.address });
    await signIn(page, 'zhengqi');
    const { tap, taps } = thumb();
    await tap(page.getByRole('article').filter({ hasText: '11-23' }).getByRole('link', { name: '请假' }));
    const form = page.getByRole('dialog');
    await form.getByText('共 1 天').waitFor();
    expect(await form.getByLabel('开始日期').inputValue()).toContain('2026-11-23');
    await tap(form.getByRole('combobox', { name: '事由' }));
    await tap(page.locator('.ant-select-item-option').filter({ hasText: '事假' }));
    await tap(form.getByRole('button', { name: /提\s*交/ }));
    await page.getByRole('listitem').filter({ hasText: '2026-11-23 – 2026-11-23' }).waitFor();
    expect(taps()).toBe(4);
    expect(page.url()).not.toContain('day=');
    await end();
  });
});
