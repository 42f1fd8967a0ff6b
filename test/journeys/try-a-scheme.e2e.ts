import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { openJobRunner, type JobRunner } from '#server/platform/job-runner.ts';
import { NOW } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { recordOf } from '#test/operations/bench.ts';
import { inTheWay } from './axe.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
let jobs: JobRunner;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { database, cast } = site.bureau;
  for (const day of ['2026-11-09', '2026-11-16']) await site.bureau.as('jiping').call(recordSession, recordOf(cast.organisation.detention, day));
  jobs = openJobRunner({ database, bureaus: ['alpha'], kinds: jobKinds, clock: () => new Date(NOW), log: pino({ level: 'silent' }), reactions, accountActs });
  jobs.start();
});
afterAll(async () => {
  await jobs.stop();
  await Promise.all([browser.close(), site.end()]);
});

async function signIn(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.getByLabel(language === 'zh' ? '用户名' : 'User name').fill('fangmin');
  await page.getByLabel(language === 'zh' ? '密码' : 'Password').fill(PASSWORD);
  await page.getByRole('button', { name: language === 'zh' ? /登\s*录/ : 'Sign in' }).click();
  await page.getByRole('heading', { name: language === 'zh' ? '待办' : 'To do' }).waitFor();
}

describe('Fang Min of the office tries a draft', () => {
  it('sees who loses and by which rule, opens the grounds of both, and finds the text again', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await signIn(page, 'zh');
    await page.getByRole('link', { name: '考核方案' }).click();
    const text = page.getByLabel('方案文本');
    await expect.poll(() => text.inputValue()).toContain('scheme: dezhou');
    const draft = (await text.inputValue()).replace('full: 8.00, targetHours: 32', 'full: 8.00, targetHours: 64');
    await text.fill(draft);
    await page.getByRole('button', { name: '检查' }).click();
    await page.getByRole('button', { name: /^试\s*算$/ }).click();
    await page.getByRole('heading', { name: /^试算：/ }).waitFor();
    expect(await inTheWay(page)).toEqual([]);
    await page.getByRole('link', { name: /^减少 [1-9]\d*，查看名单$/ }).click();
    const row = page.getByRole('row').filter({ hasText: '年度学时' }).first();
    await row.getByRole('listitem').getByRole('button', { name: /查看依据$/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('试算方案').waitFor();
    await drawer.getByText('现行方案').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('年度结果', { exact: true }).click();
    await page.getByRole('columnheader', { name: '现行等次' }).waitFor();
    await page.getByRole('radiogroup', { name: '评谁' }).getByText('党员', { exact: true }).click();
    await page.getByRole('columnheader', { name: '姓名' }).waitFor();
    await page.getByRole('row').filter({ hasText: '党员积分' }).first().getByText('依据不足').first().waitFor();
    await page.getByText('身份与班组').click();
    await page.getByRole('rowheader', { name: '常日班' }).waitFor();
    await page.getByRole('link', { name: '返回方案文本' }).click();
    await expect.poll(() => page.getByLabel('方案文本').inputValue()).toBe(draft);
    await end();
  });

  it('takes the table of the points out, reads it in again, changes one rule in its form, and is told what is wrong in it at its row', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/schemes` });
    await page.getByLabel('用户名').fill('fangmin');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: /登\s*录/ }).click();
    await expect.poll(() => page.getByLabel('方案文本').inputValue()).toContain('scheme: dezhou');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出考核细则表' }).click();
    const file = readFileSync(await (await saved).path());
    const { sheets } = await readXlsx(file);
    const put = async (changed: string) => {
      const rows = sheets.map(({ name, rows: of }) => ({ name, rows: of.map((row) => row.map((cell) => (cell === '讲党课、授课' ? changed : cell))) }));
      await page.getByLabel('读入考核细则表').setInputFiles({ name: '考核细则.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await writeXlsx({ sheets: rows })) });
    };
    await put('讲党课');
    await page.getByRole('button', { name: '用表里的方案替换现有文本' }).click();
    await page.getByText('考核细则表已读入，方案文本已按表更新。').waitFor();
    expect(await page.getByLabel('方案文本').inputValue()).toContain('label: { zh: 讲党课, en: Lecture given }');
    await page.getByRole('button', { name: '检查' }).click();
    await page.getByRole('button', { name: '2.4.1 讲党课' }).click();
    await page.getByLabel('每次分值').fill('1.50');
    await page.getByRole('button', { name: '保存这一条' }).click();
    await page.getByText('“讲党课”已改入方案文本。').waitFor();
    expect(await page.getByLabel('方案文本').inputValue()).toContain('value: { kind: fixed, each: 1.50 }');
    await put('');
    await page.getByText('表里有 1 处问题，文本没有改动').waitFor();
    await page.getByText('积分 第 11 行').waitFor();
    await end();
  });
});
