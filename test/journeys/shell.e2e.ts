import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '#test/cast.ts';
import { entered, openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

async function signIn(page: Page, labels: { name: string; password: string; enter: string }): Promise<void> {
  await page.getByLabel(labels.name).fill('luojian');
  await page.getByLabel(labels.password).fill(PASSWORD);
  await page.getByRole('button', { name: labels.enter, exact: true }).click();
}
const zh = { name: '用户名', password: '密码', enter: '登录' };
const en = { name: 'User name', password: 'Password', enter: 'Sign in' };

describe('what stands around every page', () => {
  it('goes on with what was typed after the session has ended', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/password` });
    await signIn(page, zh);
    await page.getByLabel('当前密码').fill(PASSWORD);
    await page.getByLabel('新密码', { exact: true }).fill('a new one 2027');
    await page.getByLabel('再输一次新密码').fill('a new one 2027');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '修改', exact: true }).click();

    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.getByLabel('密码').fill(PASSWORD);
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('密码已修改').waitFor();

    await page.getByRole('button', { name: '罗建，用户菜单' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await signIn(page, zh);
    await page.getByText('用户名或密码不正确').waitFor();
    await end();
  });

  it('answers an address that is not there in words, inside the frame', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'en', address: `${site.address}/nowhere` });
    await page.getByLabel(en.name).fill('luojian');
    await page.getByLabel(en.password).fill('a new one 2027');
    await page.getByRole('button', { name: en.enter, exact: true }).click();
    await page.getByText('Not found, or outside what you may see.').waitFor();
    await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'To do' }).click();
    await page.getByRole('heading', { name: 'To do' }).waitFor();
    await end();
  });

  it('keeps the language that somebody chose, for the page and for readers aloud', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: site.address });
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('button', { name: en.enter, exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await end();
  });

  it('shows a member no heading of the office: the calendar stands at his desk', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await page.getByLabel(zh.name).fill('wenlan');
    await page.getByLabel(zh.password).fill(PASSWORD);
    await page.getByRole('button', { name: zh.enter, exact: true }).click();
    const menu = page.getByRole('navigation', { name: '主菜单' });
    await menu.getByRole('link', { name: '工作日历' }).waitFor();
    expect(await menu.getByRole('heading').allInnerTexts()).toEqual(['工作台', '支部', '教育与品牌', '支部考核']);
    await page.getByText('100.00，另加分至多 5.00').first().waitFor();
    await end();
  });

  it('lays over the whole screen, drawn and unread, who looks at it', async () => {
    const drawn: string[] = [];
    for (const name of ['wenlan', 'tangyue'] as const) {
      const { page, end } = await entered(browser, name, site.address, '/', 'phone');
      const mark = page.locator('canvas[aria-hidden=true]');
      await mark.waitFor();
      expect(await mark.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360 });
      expect(await page.locator('body').innerText()).not.toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d/);
      drawn.push(await mark.evaluate((it: HTMLCanvasElement) => it.toDataURL()));
      await end();
    }
    expect(new Set(drawn).size, 'two people have the same mark').toBe(2);
    expect(drawn.every((it) => it.length > 4000), 'a mark is empty').toBe(true);
  });

  it('leads on a phone from the foot of the page to every page offered, and out', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: site.address });
    await page.getByLabel(zh.name).fill('luojian');
    await page.getByLabel(zh.password).fill('a new one 2027');
    await page.getByRole('button', { name: zh.enter, exact: true }).click();
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '我的' }).click();
    await page.getByRole('heading', { name: '罗建' }).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel(zh.name).waitFor();
    await end();
  });
});
