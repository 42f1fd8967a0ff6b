import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrangeSessions } from '#domain/activities/arrangement-contract.ts';
import { PASSWORD } from '#test/cast.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

const STOPS_MOST = 150;

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { organisation } = site.bureau.cast;
  await site.bureau.as('fangmin').call(arrangeSessions, {
    organisation: organisation.organs, organisations: [organisation.detention],
    rows: [{ day: '2026-11-16', from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: ['theory'], topic: '学习党章', place: '看守所会议室', lecturer: '', material: '' }] });
});
afterAll(() => Promise.all([browser.close(), site.end()]));

/** Whatever has the focus, without a line or a shade that shows it; null when it is seen. */
const unseen = (page: Page): Promise<string | null> => page.evaluate(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const around = [focused, focused.parentElement, focused.parentElement?.parentElement, focused.closest('.ant-select'), focused.nextElementSibling, ...focused.children].filter((it) => it instanceof Element);
  const seen = around.some((it) => { const style = getComputedStyle(it); return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'; });
  return seen ? null : focused.outerHTML.slice(0, 160);
});

/** Goes on by Tab until the thing has the focus; every stop on the way has to be seen. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < STOPS_MOST; stop += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press(key);
    expect(await unseen(page)).toBeNull();
  }
  throw new Error(`the focus does not come to ${target.toString()}`);
}

async function open(name: string, at: string): Promise<{ page: Page; end: () => Promise<void> }> {
  const walking = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}${at}` });
  const { page } = walking;
  await tabTo(page, page.getByLabel('用户名'));
  await page.keyboard.type(name);
  await tabTo(page, page.getByLabel('密码'));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return walking;
}

it('the recorder records a session and leaves nothing to a mouse', async () => {
  const { page, end } = await open('jiping', '/branch');
  await tabTo(page, page.getByRole('link', { name: '跳到正文' }));
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  await tabTo(page, page.getByRole('region', { name: '缺什么' }).getByRole('listitem').filter({ hasText: '11-16' }).getByRole('link', { name: '记录' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: '全部实到', exact: true }));
  await page.keyboard.press('Enter');

  const more = page.getByRole('button', { name: '温岚：更多' });
  await tabTo(page, more);
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: '温岚' });
  await tabTo(page, menu.getByRole('button', { name: /^事假/ }));
  await page.keyboard.press('Enter');
  await menu.waitFor({ state: 'hidden' });
  expect(await more.evaluate((it) => it === document.activeElement), 'the focus is not back at the dots').toBe(true);

  await tabTo(page, page.getByRole('button', { name: '提交', exact: true }));
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '已提交' }).waitFor();
  await end();
});

it('a drawer of grounds opens, keeps the focus inside, closes by Escape and gives the focus back', async () => {
  const { page, end } = await open('wenlan', '/points');
  const figure = page.getByRole('region', { name: '合计' }).getByRole('button', { name: /查看依据/ }).first();
  await tabTo(page, figure);
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: /依据/ });
  await drawer.getByText('参加学习教育').first().waitFor();
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const behind = await page.evaluate(() => document.getElementById('root')?.contains(document.activeElement));
    expect(behind, `after ${stop + 1} stops the focus is on the page behind the drawer`).toBe(false);
  }
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  expect(await figure.evaluate((it) => it === document.activeElement), 'the focus is not back at the figure').toBe(true);
  await end();
});

it('the menu of the account, its choices and the rows of a table are reached and worked', async () => {
  const { page, end } = await open('fangmin', '/people');
  await page.getByRole('rowheader').first().waitFor();
  const menu = page.getByRole('button', { name: '方敏，用户菜单' });
  await tabTo(page, menu);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: '跟随系统' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
  await page.keyboard.press('Escape');
  expect(await menu.evaluate((it) => it === document.activeElement)).toBe(true);

  await page.keyboard.press('/');
  await page.keyboard.type('wenlan');
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
  await page.getByRole('rowheader', { name: '温岚' }).waitFor();
  await tabTo(page, page.getByRole('rowheader', { name: '温岚' }).getByRole('link'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/people\/[^/]+$/);
  await end();
});

it('a day is typed into its field without opening the calendar by hand', async () => {
  const { page, end } = await open('jiping', '/leaves');
  await tabTo(page, page.getByRole('button', { name: /登记请假/ }));
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  const from = form.getByLabel('开始日期');
  await tabTo(page, from);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2026-11-20');
  await page.keyboard.press('Enter');
  expect(await from.inputValue()).toBe('2026-11-20 周五');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await end();
});

it('several people are found by initials and pinyin, and not by letters of an input method that are not chosen yet', async () => {
  const { page, end } = await open('jiping', '/registers?register=honour');
  await tabTo(page, page.getByRole('button', { name: /登记$/ }));
  await page.keyboard.press('Enter');
  const people = page.getByRole('dialog').getByRole('combobox', { name: '人员' });
  await tabTo(page, people);
  const offered = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
  for (const [typed, name] of [['wl', '温岚'], ['luo jian', '罗建']] as const) {
    await page.keyboard.type(typed);
    await expect.poll(() => offered.allTextContents()).toEqual([expect.stringContaining(name)]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('.ant-select-selection-item').filter({ hasText: name }).waitFor();
  }
  await expect.poll(() => offered.count()).toBeGreaterThan(2);
  const all = await offered.count();
  await people.dispatchEvent('compositionstart');
  await page.keyboard.type('wen');
  expect(await offered.count()).toBe(all);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('温岚');
  await people.dispatchEvent('compositionend');
  await expect.poll(() => offered.allTextContents()).toEqual([expect.stringContaining('温岚')]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await end();
});
