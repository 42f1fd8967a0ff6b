import type { Browser, Page } from 'playwright-core';
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

async function signIn(page: Page, userName: string): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: /登\s*录/ }).click();
}

describe('the working calendar', () => {
  it('is entered from the published notice, and the holiday falls out of the month that is arranged', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await signIn(page, 'fangmin');
    await page.getByRole('link', { name: '工作日历' }).click();
    await page.getByRole('heading', { name: '2026年放假安排尚未录入' }).waitFor();
    await page.getByText('按工作日计算的期限只是暂定').waitFor();

    await page.getByRole('button', { name: '按国务院办公厅通知录入' }).click();
    const form = page.getByRole('dialog', { name: '2026年放假安排' });
    await form.getByRole('button', { name: '增加一天' }).click();
    await form.getByLabel('调休上班日').last().fill('2026-10-09');
    await form.getByLabel('调休上班日').last().press('Enter');
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await form.getByText('2026-10-09 是周一至周五，本来就上班').waitFor();
    await form.getByRole('button', { name: '删去这一天' }).last().click();
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('2026年放假安排已保存：放假 7 段，调休上班 6 天。').waitFor();

    const october = page.getByRole('table', { name: '10月' });
    expect(await october.getByTitle('2026-10-05 周一 国庆节放假').innerText()).toMatch(/5\s*休/);
    expect(await october.getByTitle('2026-10-10 周六 调休上班').innerText()).toMatch(/10\s*班/);

    await page.goto(`${site.address}/arrange?month=2026-10`);
    const left = page.getByRole('list', { name: '未列入的每周活动' });
    await left.getByText('国庆节放假').waitFor();
    expect(await page.getByRole('group', { name: /^2026-10-/ }).count()).toBe(3);
    await left.getByRole('button', { name: '照常安排 2026-10-05' }).click();
    await page.getByRole('group', { name: '2026-10-05 周一' }).getByText('国庆节放假').waitFor();
    expect(await left.count()).toBe(0);

    await page.goto(`${site.address}/arrange?month=2027-01`);
    await page.getByRole('group', { name: '2027-01-04 周一' }).getByText('待公告').waitFor();
    await end();
  });

  it('is read by everybody on a phone, one year after the other', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/calendar` });
    await signIn(page, 'wenlan');
    await page.getByText('10-01 周四 至 10-07 周三').waitFor();
    expect(await page.getByRole('button', { name: /修\s*改/ }).count()).toBe(0);
    await page.getByRole('button', { name: '下一年' }).click();
    await page.getByRole('heading', { name: '2027年放假安排待公告' }).waitFor();
    expect(await page.getByText('休', { exact: true }).count(), 'a day off in a year that nobody announced').toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await end();
  });

  it('is amended and withdrawn by the office, and the year waits for its notice again', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/calendar` });
    await signIn(page, 'fangmin');
    await page.getByRole('button', { name: /修\s*改/ }).click();
    const form = page.getByRole('dialog', { name: '2026年放假安排' });
    await form.getByLabel('通知文号').fill('国办发明电〔2025〕7号（更正）');
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('依据 国办发明电〔2025〕7号（更正）').waitFor();
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    await page.getByText('已撤回，2026年恢复为“待公告”').waitFor();
    await page.getByRole('heading', { name: '2026年放假安排尚未录入' }).waitFor();
    await end();
  });
});
