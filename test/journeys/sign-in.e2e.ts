import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '#test/cast.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

describe('Luo Jian, secretary of the detention branch, signs in', () => {
  it('at his desk, in Chinese, and finds what is due', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await page.getByLabel('用户名').fill('luojian');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
    expect(await page.getByText('罗建').first().isVisible()).toBe(true);
    await end();
  });

  it('on a phone, in English, and is told in words when the password is wrong', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'en', address: site.address });
    await page.getByLabel('User name').fill('luojian');
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The user name or the password is not right.').waitFor();
    await end();
  });
});
