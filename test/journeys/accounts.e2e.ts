import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '#test/cast.ts';
import { openBrowser, walker } from './browser.ts';
import { printed } from './paper.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: /登\s*录/ }).click();
}

describe('the security administrator', () => {
  it('opens an account, grants a role, and the newcomer comes in with a password of his own', async () => {
    const desk = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await signIn(desk.page, 'anquan', PASSWORD);
    await desk.page.getByRole('link', { name: '账号与职责' }).click();
    await desk.page.getByRole('button', { name: '开通账号' }).click();
    await desk.page.getByPlaceholder('姓名、警号或拼音', { exact: true }).fill('020000');
    await desk.page.getByRole('checkbox', { name: /看守甲/ }).check();
    await desk.page.getByRole('button', { name: '开通 1 个账号' }).click();
    const slip = desk.page.getByRole('listitem').filter({ hasText: '登录凭条' });
    const first = /[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/.exec(await slip.innerText())?.[0] ?? '';
    await desk.page.mouse.click(10, 10);
    expect(await slip.isVisible(), 'the first password was lost by a click beside it').toBe(true);
    await desk.page.getByRole('button', { name: '已交接，关闭' }).click();

    await desk.page.getByRole('link', { name: '020000' }).click();
    await desk.page.getByRole('button', { name: '授予职责' }).click();
    await desk.page.getByRole('combobox', { name: '职责' }).click();
    await desk.page.getByTitle('机关党委书记', { exact: true }).click();
    await desk.page.getByRole('dialog').getByText('局党委').waitFor();
    await desk.page.getByRole('combobox', { name: '职责' }).click();
    await desk.page.getByTitle('记录员', { exact: true }).click();
    await desk.page.getByRole('button', { name: /授\s*予/ }).last().click();
    await desk.page.getByText('已授予“记录员”（看守所党支部）').waitFor();
    await desk.page.getByText('记录员 · 看守所党支部').first().waitFor();

    const phone = await walker(browser, { screen: 'phone', language: 'zh', address: site.address });
    await signIn(phone.page, '020000', first);
    await phone.page.getByText('首次登录须先修改初始密码').waitFor();
    await phone.page.getByLabel('当前密码').fill(first);
    await phone.page.getByLabel('新密码', { exact: true }).fill('周一集中学习19点整');
    await phone.page.getByLabel('再输一次新密码').fill('周一集中学习19点整');
    await phone.page.getByRole('button', { name: /修\s*改/ }).click();
    await phone.page.getByRole('heading', { name: '待办' }).waitFor();
    await phone.end();

    await desk.page.reload();
    await desk.page.getByText('使用中').first().waitFor();
    await desk.page.getByRole('button', { name: /终\s*止/ }).click();
    await desk.page.getByRole('button', { name: /终\s*止/ }).last().click();
    await desk.page.getByText('“记录员”已终止。').waitFor();
    await desk.end();
  });
});

describe('first passwords of many', () => {
  it('are printed once, a sheet for each branch, stand nowhere afterwards, and let their owner in to choose his own', async () => {
    const { organs } = site.bureau.cast.organisation;
    const desk = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/accounts/passwords?organisation=${organs}&all=yes` });
    await signIn(desk.page, 'anquan', PASSWORD);
    await desk.page.getByRole('button', { name: /^重置 \d+ 个密码$/ }).click();
    await desk.page.getByText(/^已重置 \d+ 个账号的密码，原登录已退出。/).waitFor();
    const sheets = await printed(desk.page);
    expect([sheets.format, sheets.pages]).toEqual(['portrait', await desk.page.locator('h1').filter({ hasText: '初始密码单' }).filter({ hasText: '党支部' }).count()]);
    expect(sheets.pages, 'a page for each branch').toBeGreaterThan(1);
    expect(sheets.text).toContain('发完即销毁');
    const line = await desk.page.getByRole('row', { name: /温岚/ }).innerText();
    const first = /[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/.exec(line)?.[0] ?? '';
    expect(await desk.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(first);
    await desk.page.getByRole('button', { name: '已交接，关闭' }).click();
    await desk.page.reload();
    await desk.page.getByRole('heading', { name: '批量重置初始密码' }).waitFor();
    expect(await desk.page.locator('body').innerText()).not.toContain(first);

    const phone = await walker(browser, { screen: 'phone', language: 'zh', address: site.address });
    await signIn(phone.page, 'wenlan', first);
    await phone.page.getByText('首次登录须先修改初始密码').waitFor();
    await phone.end();
    await desk.end();
  });

  it('are given to one who forgot his, whose sessions end', async () => {
    const desk = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/accounts` });
    await signIn(desk.page, 'anquan', PASSWORD);
    await desk.page.getByRole('link', { name: 'gucheng', exact: true }).click();
    await desk.page.getByRole('button', { name: /更\s*多/ }).click();
    await desk.page.getByRole('menuitem', { name: '重置密码' }).click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
    const slip = desk.page.getByRole('listitem').filter({ hasText: '登录凭条' });
    const first = /[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/.exec(await slip.innerText())?.[0] ?? '';
    await desk.page.getByRole('button', { name: '已交接，关闭' }).click();
    await desk.page.getByText('现在没有登录。').waitFor();
    await desk.end();

    const phone = await walker(browser, { screen: 'phone', language: 'zh', address: site.address });
    await signIn(phone.page, 'gucheng', first);
    await phone.page.getByText('首次登录须先修改初始密码').waitFor();
    await phone.end();
  });
});

describe('the audit administrator', () => {
  it('finds what was done, in words, and the address keeps what he asked', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await signIn(page, 'shenji', PASSWORD);
    await page.getByRole('link', { name: '操作日志' }).click();
    await page.getByRole('row', { name: /授予职责 anquan 账号 020000/ }).waitFor();
    await page.getByPlaceholder('用户名、姓名或拼音').fill('020000');
    await page.waitForURL(/\?who=020000/);
    await page.reload();
    await page.getByRole('row', { name: /终止职责 anquan 账号 020000 .*职责 记录员/ }).waitFor();
    expect(await page.getByRole('row', { name: /查看操作日志/ }).count()).toBe(0);
    await end();
  });
});
