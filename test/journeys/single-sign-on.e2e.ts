import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { singleSignOn, type SingleSignOn } from '#test/single-sign-on.ts';
import { inTheWay } from './axe.ts';
import { openBrowser, walker } from './browser.ts';
import { serving, type Served } from './served.ts';

let browser: Browser;
let signOn: SingleSignOn;
let site: Served;
beforeAll(async () => {
  [browser, signOn] = await Promise.all([openBrowser(), singleSignOn({
    wenlan: { password: 'only there', sub: '7f1d', claims: { preferred_username: 'wenlan', name: '温岚' } },
    nameless: { password: 'only there', sub: '7f1f', claims: { name: '无号' } },
  })]);
  // The address is known once it is served, and the ticket must name it.
  const door = { ...signOn.door(''), get address(): string { return site.address; } };
  site = await serving(await testBureau('dist/web', 'sample', door));
  site.bureau.setNow(new Date().toISOString());
  await signOn.open(`${site.address}/alpha`);
});
afterAll(async () => {
  await browser.close();
  await signOn.end();
  await site.end();
});

const toSignOn = (page: Page): Promise<void> => page.getByRole('link', { name: /^(从统一门户进入|Enter from the portal)/ }).click();
async function proven(page: Page, login: string, act: '登录' | '取消' = '登录'): Promise<void> {
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('口令').fill('only there');
  await page.getByRole('button', { name: act }).click();
}

describe('Wen Lan, whose bureau has a single sign-on', () => {
  it('goes from the sign-in page over the form of the provider to the page that she asked for, and out again', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/sessions` });
    await toSignOn(page);
    await proven(page, 'wenlan');
    await page.getByText('温岚', { exact: true }).waitFor();
    await page.getByText('警号 wenlan').waitFor();
    await page.getByRole('button', { name: /^进\s*入$/ }).click();
    await page.getByRole('heading', { name: '活动', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sessions');
    await page.getByRole('button', { name: '温岚，用户菜单' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel('用户名').waitFor();
    await end();
  });

  it('on a phone, in English, thinks better of it, reads what happened, and begins again', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'en', address: site.address });
    await toSignOn(page);
    await proven(page, 'wenlan', '取消');
    await page.getByRole('heading', { name: 'Sign-in was cancelled' }).waitFor();
    expect(await page.locator('html').evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    await page.getByRole('link', { name: 'Begin again' }).click();
    await proven(page, 'wenlan');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByRole('heading', { name: 'To do' }).waitFor();
    await end();
  });

  it('finds nothing serious in the way on the page that refuses, by day and by night, and from there the other way in', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await toSignOn(page);
    await proven(page, 'nameless');
    await page.getByRole('heading', { name: '统一身份认证没有给出您的警号' }).waitFor();
    const found: string[] = [];
    for (const [width, colorScheme] of [[360, 'dark'], [1440, 'light']] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme });
      found.push(...await inTheWay(page));
    }
    expect(found).toEqual([]);
    await page.getByRole('link', { name: '用户名和密码登录' }).click();
    await page.getByLabel('用户名').fill('wenlan');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
    await end();
  });
});
