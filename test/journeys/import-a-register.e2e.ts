import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pino from 'pino';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { openJobRunner, type JobRunner } from '#server/platform/job-runner.ts';
import { NOW } from '#test/app.ts';
import { tableOf, workbook } from '#test/workbooks.ts';
import { openBrowser, signedIn, type Walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
let jobs: JobRunner;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  jobs = openJobRunner({ database: site.bureau.database, bureaus: ['alpha'], kinds: jobKinds, clock: () => new Date(NOW), log: pino({ level: 'silent' }), reactions, accountActs });
  jobs.start();
});
afterAll(async () => {
  await jobs.stop();
  await Promise.all([browser.close(), site.end()]);
});

async function entered(name: string, screen: 'desk' | 'phone', path: string): Promise<Walker> {
  const walk = await signedIn(browser, name, { screen, language: 'zh', address: `${site.address}${path}` });
  await walk.page.getByLabel('密码').waitFor({ state: 'detached' });
  return walk;
}

async function downloaded(page: Page, button: string): Promise<readonly (readonly string[])[]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]) as [Download, void];
  return tableOf(await readFile(await file.path()));
}

async function upload(page: Page, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const buffer = Buffer.from(await workbook(rows));
  await page.getByLabel('选择表格文件').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await page.getByRole('button', { name: '上传并检查' }).click();
}

/** What the branch comes to in the year. */
async function score(page: Page): Promise<string> {
  await page.goto(`${site.address}/branch-score`);
  return page.getByRole('main').getByRole('button', { name: /查看依据$/ }).first().innerText();
}

describe('Ji Ping, recorder of the branch, brings a year of the register', () => {
  it('from the template: two rows come back, are corrected, count, are not entered twice, and are taken back on a phone', async () => {
    const { page, end } = await entered('jiping', 'desk', '/branch-score');
    const before = await score(page);
    await page.goto(`${site.address}/registers?register=oathRenewal`);
    await page.getByRole('link', { name: '导入登记' }).click();
    const [header = []] = await downloaded(page, '下载模板');
    expect(header).toEqual(['党组织', '发生日期', '所属期', '所属期说明', '参加人数']);

    await upload(page, '誓词.xlsx', [header, ['看守所党支部', '2026-04-05', '', '', '18'], ['', '2026.6.31', '', '', '20'], ['', '2026年7月1日', '', '', '全体']]);
    await page.getByText('有 2 行需要改正').waitFor();
    await page.getByText('须为存在的日期').first().waitFor();
    const [note = [], faultyHeader = [], ...faulty] = await downloaded(page, '下载错误行');
    expect(faulty.map((row) => row.at(-1))).toEqual([expect.stringContaining('发生日期：须为存在的日期'), expect.stringContaining('参加人数：须为整数')]);

    const corrected = faulty.map((row) => row.map((cell) => (cell === '2026.6.31' ? '2026.6.30' : cell === '全体' ? '20人' : cell)));
    await page.getByRole('button', { name: '改正后重新上传' }).click();
    const table = [note, faultyHeader, ['看守所党支部', '2026-04-05', '', '', '18', ''], ...corrected];
    await upload(page, '誓词（改）.xlsx', table);
    await page.getByText('全部无误').waitFor();
    await page.getByRole('button', { name: '导入 3 条' }).click();
    await page.getByText('已导入 3 条，自即时起计入。').waitFor();
    await page.getByRole('link', { name: '查看这批登记' }).click();
    await page.getByText('只看这次导入的登记').waitFor();
    await page.getByText('共 3 项').waitFor();
    expect(Number.parseFloat(await score(page))).toBeGreaterThan(Number.parseFloat(before));

    await page.goto(`${site.address}/registers/oathRenewal/import`);
    await upload(page, '誓词（改）.xlsx', table);
    await page.getByText('表中各行均已登记').waitFor();
    expect(await page.getByRole('button', { name: /^导入 \d/ }).count()).toBe(0);
    await end();

    const phone = await entered('luojian', 'phone', '/registers/oathRenewal/import');
    await phone.page.getByRole('button', { name: '整批撤回' }).click();
    await phone.page.getByText('将撤回“誓词（改）.xlsx”导入的 3 条登记').waitFor();
    await phone.page.getByLabel('撤回理由').fill('应为去年的台账');
    await phone.page.getByRole('dialog').getByRole('button', { name: '整批撤回' }).click();
    await phone.page.getByRole('status').filter({ hasText: '已撤回 3 条登记' }).waitFor();
    await phone.page.getByText('2026-11-17 已撤回（罗建）').waitFor();
    expect(await score(phone.page)).toBe(before);
    await phone.end();
  });
});

describe('Fang Min of the office', () => {
  it('brings honours of several branches at once, and is told who is not there', async () => {
    const { page, end } = await entered('fangmin', 'desk', '/registers/honour/import');
    const header = ['党支部', '日期', '姓名', '警号', '级别', '文号', '荣誉名称'];
    await upload(page, '荣誉.xlsx', [
      ['机关党委2026年荣誉台账'], header, ['看守所党支部', '2026-05-04', '看守甲', '020000', '嘉奖或机关党委表彰', '台账1号', '嘉奖'],
      ['指挥中心党支部', '2026-05-04', '顾诚', 'gucheng', '三等功', '台账2号', '三等功'], ['指挥中心党支部', '2026-05-04', '看守乙', '020001', '嘉奖或机关党委表彰', '台账3号', '嘉奖']]);
    await page.getByText('有 2 行需要改正').waitFor();
    await page.getByText('是不是“三等功或市局、市直工委表彰”？').first().waitFor();
    await page.getByText('“看守乙 020001”2026-05-04 不在该党组织。').first().waitFor();
    await page.getByRole('button', { name: '只导入无误的 1 条' }).click();
    await page.getByText('已导入 1 条，其中 1 条待党务办审核后计入。').waitFor();
    await end();
  });
});
