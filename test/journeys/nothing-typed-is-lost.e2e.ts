import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '#test/cast.ts';
import { choose, entered, openBrowser } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => { [browser, site] = await Promise.all([openBrowser(), served()]); });
afterAll(() => Promise.all([browser.close(), site.end()]));

async function signOut(page: Page): Promise<void> {
  await page.goto(`${site.address}/mine`);
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('用户名').waitFor();
}

async function signIn(page: Page, name: string, path: string): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('密码').waitFor({ state: 'detached' });
  await page.goto(`${site.address}${path}`);
}

describe('what was typed and not sent', () => {
  it('is there after signing out in the middle and in again, for who typed it alone, until it is sent', async () => {
    const { page, end } = await entered(browser, 'luojian', site.address, '/assignments', 'phone');
    const form = page.getByRole('dialog');
    const open = () => page.getByRole('button', { name: '交办任务' }).click();
    await open();
    await choose(form, '承办人', '温岚');
    await form.getByLabel('任务').fill('准备党课课件，周五前交');
    await signOut(page);

    await signIn(page, 'tangyue', '/assignments');
    await open();
    expect(await form.getByLabel('任务').inputValue()).toBe('');
    await signOut(page);

    await signIn(page, 'luojian', '/assignments');
    await open();
    await form.getByText(/已恢复本机上 .* 未提交的内容/).waitFor();
    expect(await form.getByLabel('任务').inputValue()).toBe('准备党课课件，周五前交');
    await form.getByText('温岚', { exact: false }).first().waitFor();
    await form.getByRole('button', { name: /交\s*办/ }).click();
    await page.getByText('已交办给温岚').waitFor();
    await open();
    expect(await form.getByLabel('任务').inputValue()).toBe('');
    expect(await form.getByText('已恢复').count()).toBe(0);
    await end();
  });

  it('is put away by who does not want it', async () => {
    const { page, end } = await entered(browser, 'wenlan', site.address, '/complaints');
    const box = page.getByLabel('内容');
    await box.fill('表格太多');
    await signOut(page);
    await signIn(page, 'wenlan', '/complaints');
    expect(await box.inputValue()).toBe('表格太多');
    await page.getByRole('button', { name: '不用，重新填写' }).click();
    await expect.poll(() => box.inputValue()).toBe('');
    await page.reload();
    expect(await box.inputValue()).toBe('');
    await end();
  });
});
