import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, signedIn, type Walk, type Walker } from './browser.ts';
import { printed } from './paper.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  site.bureau.setNow('2026-01-12T09:00:00+08:00');
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const as = (name: string, path: string, { screen = 'desk', language = 'zh' }: Partial<Walk> = {}): Promise<Walker> =>
  signedIn(browser, name, { screen, language, address: `${site.address}${path}` });

it('a secretary breaks the year down in January, corrects a line, files it, prints it and takes it away', async () => {
  const { page, end } = await as('luojian', '/branch');
  const card = page.getByRole('region', { name: '2026 年任务分解' });
  await card.getByText('还没有编制', { exact: false }).waitFor();
  await card.getByRole('link', { name: '去办理' }).click();
  await page.getByRole('button', { name: '一键生成' }).click();
  await page.getByText('已生成 31 项，其中 31/31 项已有责任人和时限。', { exact: false }).waitFor();
  const row = page.getByRole('row').filter({ hasText: '主题党日' });
  expect(await row.textContent()).toContain('12 个月已完成 0每月 1罗建2026-12-31每月至少 1 次未到期');

  // One month less than the target: the form says what is wrong, and nothing is written.
  await row.getByRole('button', { name: '修改 主题党日' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('8月').fill('0');
  await form.getByText('合计 11，目标值 12').waitFor();
  await form.getByRole('button', { name: /保\s?存$/ }).click();
  await form.getByText('“主题党日”各月（季）合计 11，与目标值 12 不一致。', { exact: false }).waitFor();
  await form.getByLabel('目标值').fill('11');
  await form.getByText('低于方案要求，得分仍按方案计算。', { exact: false }).waitFor();
  const person = form.getByLabel('责任人', { exact: true });
  await person.fill('唐悦');
  await page.locator('.ant-select-item-option-active[title="唐悦　副书记"]').waitFor();
  await person.press('Enter');
  await form.getByTitle('唐悦　副书记').waitFor();
  await form.getByLabel('完成标准').fill('每月 20 日前开展，8 月因安保任务停办。');
  await form.getByRole('button', { name: /保\s?存$/ }).click();
  await page.getByText('“主题党日”已保存，31/31 项已落实责任人和时限。').waitFor();
  await row.getByText('唐悦').waitFor();
  await row.getByText('11 个月').waitFor();

  await page.getByRole('button', { name: /^上\s?报$/ }).click();
  await page.getByRole('tooltip').getByRole('button', { name: /^上\s?报$/ }).click();
  await page.getByText('已上报。各项责任人和时限都已落实。').waitFor();

  // Only his own, by the address; then the file of what is seen.
  await page.getByRole('combobox', { name: '责任人' }).click();
  await page.getByTitle('唐悦', { exact: true }).click();
  await page.getByText('支部党员大会').waitFor({ state: 'detached' });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  const [sheet] = (await readXlsx(readFileSync(await (await download).path()))).sheets;
  const [, head = [], ...rows] = sheet?.rows ?? [];
  expect(head).toEqual(['方面', '项目', '分值', '目标值', '分月/分季', '责任人', '完成时限', '完成标准', '状态', '序时进度']);
  expect(new Set(rows.map((it) => it[5]))).toEqual(new Set(['唐悦']));
  expect(rows.find((it) => it[1] === '主题党日')).toEqual(['组织建设', '主题党日', 4, '11 个月', '每月 1、8月 0', '唐悦', '2026-12-31', '每月 20 日前开展，8 月因安保任务停办。', '未到期', '']);

  await page.getByRole('link', { name: '打印分解表' }).click();
  await page.getByText('党支部书记（签字）').waitFor();
  const paper = await printed(page);
  expect(paper).toMatchObject({ format: 'landscape', pages: 2 });
  for (const said of ['看守所党支部 2026 年度任务分解表', '2026-01-12 已上报', '每月 20 日前开展，8 月因安保任务停办。']) expect(paper.text).toContain(said);
  await end();
});

it('the office sees who is missing, opens a plan and returns it; the branch reads why on a phone', async () => {
  const office = await as('fangmin', '/target-plan');
  await office.page.getByRole('link', { name: /^未上报 \d+，查看名单$/ }).click();
  await office.page.getByRole('row').filter({ hasText: '指挥中心党支部' }).getByText('未编制').waitFor();
  expect(await office.page.getByRole('row').filter({ hasText: '看守所党支部' }).count()).toBe(0);
  await office.page.getByLabel('上报情况').click();
  await office.page.getByTitle('全部情况').click();
  const row = office.page.getByRole('row').filter({ hasText: '看守所党支部' });
  await row.getByText('已上报').waitFor();
  await row.getByRole('link', { name: '看守所党支部' }).click();
  await office.page.getByRole('button', { name: '退回并说明' }).click();
  await office.page.getByLabel('退回理由').fill('纪律建设的项目请明确到纪检委员。');
  await office.page.getByRole('button', { name: /^退\s?回$/ }).click();
  await office.page.getByText('已退回支部。').waitFor();
  await office.end();

  const branch = await as('jiping', '/branch', { screen: 'phone' });
  await branch.page.getByRole('region', { name: '2026 年任务分解' }).getByRole('link', { name: '去办理' }).click();
  await branch.page.getByText('机关党委退回：纪律建设的项目请明确到纪检委员。').waitFor();
  await branch.page.getByRole('button', { name: '修改 纪律（警示）教育' }).click();
  await branch.page.getByRole('dialog').getByLabel('完成标准').fill('每季度末月 20 日前开展。');
  await branch.page.getByRole('dialog').getByRole('button', { name: /保\s?存$/ }).click();
  await branch.page.getByText('上报后有修改，书记再次上报后才算数。').waitFor();
  await branch.end();

  const english = await as('luojian', '/target-plan', { language: 'en' });
  await english.page.getByRole('button', { name: 'File again' }).click();
  await english.page.getByRole('tooltip').getByRole('button', { name: 'File', exact: true }).click();
  await english.page.getByText('Filed. Every item has a person and a day.').waitFor();
  await english.end();
});
