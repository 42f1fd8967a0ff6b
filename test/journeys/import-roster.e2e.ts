import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterColumns } from '#domain/imports/roster-columns.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { openJobRunner, type JobRunner } from '#server/platform/job-runner.ts';
import { NOW } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { workbook } from '#test/workbooks.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
let jobs: JobRunner;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { database } = site.bureau;
  jobs = openJobRunner({ database, bureaus: ['alpha'], kinds: jobKinds, clock: () => new Date(NOW), log: pino({ level: 'silent' }), reactions, accountActs });
  jobs.start();
});
afterAll(async () => {
  await jobs.stop();
  await Promise.all([browser.close(), site.end()]);
});

const TITLES = rosterColumns.map((it) => it.title);
const roster = (branch: string) => workbook([TITLES, ...Array.from({ length: 30 }, (_, at) => {
  const row: Record<string, string> = { 姓名: at === 3 ? '曾静怡' : `新人${String.fromCharCode(0x4e00 + at)}`, 警号: `77${String(at).padStart(4, '0')}`, 人员类别: '正式党员', 人员身份: '民警', 所在党支部: at === 3 ? branch : '指挥中心党支部' };
  return TITLES.map((title) => row[title] ?? null);
})]);

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('用户名').fill('fangmin');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: /登\s*录/ }).click();
  await page.getByRole('heading', { name: '待办' }).waitFor();
}

async function upload(page: Page, name: string, branch: string): Promise<void> {
  await page.getByLabel('选择花名册文件').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await roster(branch)) });
  await page.getByLabel('生效日期').fill('2026-11-01');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '上传并检查' }).click();
}

describe('Fang Min of the office imports a roster', () => {
  it('is told what is wrong, leaves the page and finds the result, imports the corrected file, and finds the person', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await signIn(page);
    await page.getByRole('link', { name: '导入花名册' }).click();
    await upload(page, '花名册.xlsx', '指挥部门党支部');
    await page.getByText('有 1 行需要改正').waitFor();
    await page.getByText('系统中没有这个党支部').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载错误行' }).click();
    expect((await saved).suggestedFilename()).toBe('花名册-错误行.xlsx');

    await page.getByRole('button', { name: '改正后重新上传' }).click();
    await upload(page, '花名册二.xlsx', '指挥中心党支部');
    await page.getByText('全部无误').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: /人员$/ }).click();
    await page.getByRole('heading', { name: '人员' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '导入 30 人' }).click();
    await page.getByText('已导入 30 人').waitFor();

    await page.getByRole('link', { name: '查看人员' }).click();
    await page.getByRole('searchbox').fill('zjy');
    await page.getByRole('link', { name: '曾静怡' }).click();
    await page.getByRole('heading', { name: '曾静怡' }).waitFor();
    await page.getByRole('link', { name: '指挥中心党支部' }).waitFor();
    await end();
  });

  it('on a phone moves the new person to another branch', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/people?q=zjy` });
    await page.getByLabel('用户名').fill('fangmin');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await page.getByRole('link', { name: '曾静怡' }).click();
    await page.getByRole('button', { name: '转接组织关系' }).click();
    await page.getByLabel('党支部').click();
    await page.getByTitle('看守所党支部').click();
    await page.getByRole('button', { name: /转\s*接/ }).last().click();
    await page.getByText('已转接，自 2026-11-17 起').waitFor();
    await page.getByText('2026-11-01 至 2026-11-16').waitFor();
    await end();
  });
});
