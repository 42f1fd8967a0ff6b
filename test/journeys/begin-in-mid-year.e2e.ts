import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, entered, openBrowser, typeDay } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

/** From the tree to one organisation, and there to what stands under 更多. */
async function begin(page: Page, organisation: string, task: string): Promise<void> {
  await page.getByRole('link', { name: organisation, exact: true }).click();
  await page.getByRole('heading', { name: organisation }).waitFor();
  await page.getByRole('button', { name: /更\s*多/ }).click();
  await page.getByRole('menuitem', { name: task }).click();
}

describe('a bureau that begins in November', () => {
  it('has a day of inclusion, not before it was founded; what lies before is grey for the branch and said to the member with its reason', async () => {
    const office = await entered(browser, 'shenyi', site.address, '/organisations');
    await begin(office.page, '机关党委', '启用日期');
    const form = office.page.getByRole('dialog');
    await typeDay(form, '启用日期', '2019-12-31');
    await form.getByRole('button', { name: '设定启用日期' }).click();
    await form.getByText('启用日期不能早于成立日期 2020-01-01。').waitFor();
    await typeDay(form, '启用日期', '2026-11-01');
    await form.getByRole('button', { name: '设定启用日期' }).click();
    await office.page.getByText('自 2026-11-01 起纳入考核，之前显示“未纳入”。').waitFor();
    await office.page.getByRole('definition').filter({ hasText: '2026-11-01' }).waitFor();
    await office.end();

    const secretary = await entered(browser, 'luojian', site.address, '/branch-score');
    await secretary.page.getByRole('main').getByText('未纳入').first().waitFor();
    await secretary.page.goto(`${site.address}/branch/${site.bureau.cast.organisation.detention}/self-checks/2026-10`);
    await secretary.page.getByRole('note').getByText('机关党委自 2026-11-01 启用，此前未纳入').waitFor();
    await secretary.page.getByRole('button', { name: /未纳入，查看依据/ }).first().waitFor();
    expect(await secretary.page.getByText('依据不足').count()).toBe(0);
    await secretary.page.goto(`${site.address}/branch`);
    await secretary.page.getByRole('region', { name: '缺什么' }).waitFor();
    expect(await secretary.page.getByText('10月自查').count(), 'a month before it is owed').toBe(0);
    await secretary.page.goto(`${site.address}/branch-points`);
    await secretary.page.getByRole('note').getByText('此前未纳入：没有的不算缺项，也不计 0 分').waitFor();
    await secretary.end();

    const member = await entered(browser, 'wenlan', site.address, '/points', 'phone');
    await member.page.getByRole('note').getByText('机关党委自 2026-11-01 启用').waitFor();
    await member.end();
  });

  it('brings points forward by a document, of the time before alone, and they count once the office has confirmed them', async () => {
    const recorder = await entered(browser, 'jiping', site.address, '/registers');
    await recorder.page.getByRole('link', { name: '期初结转', exact: true }).click();
    await recorder.page.getByRole('button', { name: /登记$/ }).click();
    const form = recorder.page.getByRole('dialog');
    await choose(form, '人员', '温岚');
    await recorder.page.locator('.ant-drawer-title').click();
    await choose(form, '积分构成', '完成工作任务');
    await form.getByLabel('结转分值').fill('7.50');
    await form.getByLabel('依据文件').fill('看党〔2026〕12号');
    expect(await form.getByLabel('发生日期').inputValue()).toBe('2026-10-31 周六');
    await typeDay(form, '发生日期', '2026-11-02');
    await form.getByRole('button', { name: /^登\s*记$/ }).click();
    await form.getByText('结转的是启用日期 2026-11-01 之前的积分，日期应在当年、这一天之前。').waitFor();
    await typeDay(form, '发生日期', '2026-10-31');
    await form.getByRole('button', { name: /^登\s*记$/ }).click();
    await recorder.page.getByRole('status').filter({ hasText: '待党务办审核后计入' }).waitFor();
    await recorder.end();

    const office = await entered(browser, 'fangmin', site.address, '/');
    await office.page.getByRole('article').filter({ hasText: '期初结转 · 温岚' }).getByRole('link', { name: '审核' }).click();
    await office.page.getByText('看党〔2026〕12号').waitFor();
    await office.page.getByRole('button', { name: '审核通过' }).click();
    await expect.poll(() => office.page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
    await office.end();

    const member = await entered(browser, 'wenlan', site.address, '/points', 'phone');
    await member.page.getByRole('button', { name: /完成工作任务：7\.50/ }).click();
    await member.page.getByRole('dialog').getByText('期初结转').first().waitFor();
    await member.end();
  });
});

describe('two branches become one', () => {
  it('nobody moves himself; the full-time deputy merges them, the people follow, and the day before stays as it was', async () => {
    const secretary = await entered(browser, 'shenyi', site.address, '/organisations');
    await begin(secretary.page, '指挥中心党支部', '并入其他支部');
    await choose(secretary.page.getByRole('dialog'), '并入', '看守所党支部');
    await secretary.page.getByRole('dialog').getByRole('button', { name: /^合\s*并$/ }).click();
    await secretary.page.getByRole('dialog').getByRole('alert').waitFor();
    const refused = await secretary.page.getByRole('dialog').getByRole('alert').innerText();
    expect(refused).toContain('本人');
    await secretary.end();

    const deputy = await entered(browser, 'dangwu', site.address, '/organisations');
    await begin(deputy.page, '指挥中心党支部', '并入其他支部');
    await choose(deputy.page.getByRole('dialog'), '并入', '看守所党支部');
    await deputy.page.getByRole('dialog').getByRole('button', { name: /^合\s*并$/ }).click();
    await deputy.page.getByText('已并入看守所党支部，转入 4 人').waitFor();
    await deputy.page.goto(`${site.address}/organisations`);
    await deputy.page.getByRole('link', { name: '看守所党支部 人员 24，查看名单' }).waitFor();
    await typeDay(deputy.page.getByRole('main'), '截至日期', '2026-11-16');
    await deputy.page.getByRole('link', { name: '指挥中心党支部 人员 4，查看名单' }).waitFor();
    await deputy.end();

    const member = await entered(browser, 'heqing', site.address, '/branch-points');
    await member.end();
    const other = await entered(browser, 'luojian', site.address, '/branch-points');
    await other.page.getByRole('link', { name: '何清' }).waitFor();
    await other.end();
  });
});
