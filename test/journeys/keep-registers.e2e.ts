import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signedIn, type Walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

async function entered(name: string, screen: 'desk' | 'phone', path = '/'): Promise<Walker> {
  const walk = await signedIn(browser, name, { screen, language: 'zh', address: `${site.address}${path}` });
  await walk.page.getByLabel('密码').waitFor({ state: 'detached' });
  return walk;
}

/** Chooses in a list of the form, by typing where it can be searched; a click beside it closes a list of several. */
async function choose(page: Page, label: string, typed: string, option = typed): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox', { name: label });
  await field.click();
  if (await field.isEditable()) await field.fill(typed);
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: option }).first().click();
  await page.locator('.ant-drawer-title').click();
}

describe('a task', () => {
  it('is handed out, handed in on a phone, and accepted from the desk', async () => {
    const hander = await entered('tangyue', 'desk', '/assignments');
    await hander.page.getByRole('button', { name: /交办任务/ }).click();
    await choose(hander.page, '承办人', '温岚');
    await hander.page.getByLabel('任务', { exact: true }).fill('更新党务公开栏');
    await hander.page.getByRole('dialog').getByRole('button', { name: /交\s*办/ }).click();
    await hander.page.getByRole('status').filter({ hasText: '已交办给温岚' }).waitFor();

    const member = await entered('wenlan', 'phone');
    await member.page.getByRole('article').filter({ hasText: '更新党务公开栏' }).getByRole('link', { name: '报结' }).click();
    await member.page.getByLabel('完成情况').fill('已更新');
    await member.page.getByRole('button', { name: /报\s*结/ }).click();
    await member.page.getByRole('status').filter({ hasText: '已报结' }).waitFor();
    await member.end();

    await hander.page.getByRole('link', { name: '待办' }).click();
    await hander.page.getByRole('article').filter({ hasText: '温岚 已报结' }).getByRole('link', { name: '查看并办结' }).click();
    await hander.page.getByText('已更新').first().waitFor();
    await hander.page.getByRole('button', { name: /^办\s*结$/ }).click();
    await hander.page.getByRole('status').filter({ hasText: '已办结' }).waitFor();
    await hander.end();
  });

  it('is passed on, taken back, returned, and found among what was done by each who did it', async () => {
    const done = async (page: Page, what: string) => {
      await page.goto(`${site.address}/?show=done`);
      await page.getByRole('region', { name: '已办' }).getByRole('link', { name: what, exact: true }).first().click();
      await page.getByText('整理党员活动室').first().waitFor();
    };
    const hander = await entered('tangyue', 'desk', '/assignments');
    await hander.page.getByRole('button', { name: /交办任务/ }).click();
    await choose(hander.page, '承办人', '温岚');
    await hander.page.getByLabel('任务', { exact: true }).fill('整理党员活动室');
    await hander.page.getByRole('dialog').getByRole('button', { name: /交\s*办/ }).click();
    await hander.page.getByRole('status').filter({ hasText: '已交办给温岚' }).waitFor();

    const member = await entered('wenlan', 'desk');
    await member.page.getByRole('article').filter({ hasText: '整理党员活动室' }).getByRole('link', { name: '报结' }).click();
    await member.page.locator('summary').filter({ hasText: '转交' }).click();
    await choose(member.page, '转交给', 'jp', '季平');
    await member.page.getByLabel('转交原因').fill('外出办案');
    await member.page.getByRole('button', { name: /^转\s*交$/ }).click();
    await member.page.getByRole('status').filter({ hasText: '已转交季平。' }).waitFor();
    await done(member.page, '转交任务');
    await member.end();

    const other = await entered('jiping', 'desk');
    const open = () => other.page.getByRole('article').filter({ hasText: '整理党员活动室' }).getByRole('link', { name: '报结' }).click();
    const handIn = async (report: string) => {
      await other.page.getByLabel('完成情况').fill(report);
      await other.page.getByRole('button', { name: /报\s*结/ }).click();
      await other.page.getByRole('status').filter({ hasText: '已报结' }).waitFor();
    };
    await open();
    await handIn('已整理');
    await done(other.page, '报结');
    await other.page.getByRole('button', { name: '撤回报结' }).click();
    await other.page.getByText('已撤回报结').waitFor();
    await other.page.goto(site.address);
    await open();
    await handIn('已整理，物品已登记');

    await hander.page.goto(site.address);
    await hander.page.getByRole('article').filter({ hasText: '季平 已报结' }).getByRole('link', { name: '查看并办结' }).click();
    await hander.page.getByLabel(/^说明/).fill('请补充宣传栏');
    await hander.page.reload();
    await hander.page.getByText(/已恢复本机上 .* 未提交的内容/).waitFor();
    expect(await hander.page.getByLabel(/^说明/).inputValue()).toBe('请补充宣传栏');
    await hander.page.getByRole('button', { name: '退回并说明' }).click();
    await hander.page.getByRole('status').filter({ hasText: '已退回承办人' }).waitFor();
    await done(hander.page, '退回');
    await hander.end();

    await other.page.goto(site.address);
    await other.page.getByRole('article').filter({ hasText: '任务已退回' }).getByRole('link', { name: '报结' }).click();
    await other.page.getByText('请补充宣传栏').waitFor();
    await other.end();
  });
});

describe('a discipline decision', () => {
  it('is entered by the commission, read by the person and his secretary, and is not there for another member', async () => {
    const commission = await entered('heqing', 'desk', '/registers?register=disciplineDecision');
    await commission.page.getByRole('button', { name: /登记$/ }).click();
    await choose(commission.page, '党组织', '看守所党支部');
    await choose(commission.page, '人员', '温岚');
    await choose(commission.page, '处理种类', '通报批评');
    await commission.page.getByLabel('文号').fill('机关纪〔2026〕9号');
    await commission.page.getByRole('dialog').getByRole('button', { name: /登\s*记/ }).click();
    await commission.page.getByRole('status').filter({ hasText: '已登记“党纪处理”' }).getByRole('link').click();
    await commission.page.waitForURL(/registers\/entries\//);
    await commission.page.getByText('机关纪〔2026〕9号').waitFor();
    const address = new URL(commission.page.url()).pathname;
    await commission.end();

    for (const name of ['wenlan', 'luojian']) {
      const reader = await entered(name, name === 'wenlan' ? 'phone' : 'desk', address);
      await reader.page.getByText('机关纪〔2026〕9号').waitFor();
      await reader.end();
    }
    const other = await entered('zhengqi', 'desk', '/registers');
    expect(await other.page.getByRole('link', { name: '党纪处理' }).count()).toBe(0);
    await other.page.goto(`${site.address}${address}`);
    await other.page.getByText('没有找到，或者不在您的查看范围内。').waitFor();
    await other.end();
  });
});

describe('an honour', () => {
  it('is entered by the recorder and counts once the office has confirmed it', async () => {
    const recorder = await entered('jiping', 'desk', '/registers?register=honour');
    await recorder.page.getByRole('button', { name: /登记$/ }).click();
    await choose(recorder.page, '人员', '看守甲');
    await choose(recorder.page, '级别', '三等功');
    await recorder.page.getByLabel('文号').fill('市公政〔2026〕61号');
    await recorder.page.getByLabel('荣誉名称').fill('个人三等功');
    await recorder.page.getByRole('dialog').getByRole('button', { name: /登\s*记/ }).click();
    await recorder.page.getByRole('status').filter({ hasText: '待党务办审核后计入' }).waitFor();
    await recorder.end();

    const office = await entered('fangmin', 'desk');
    await office.page.getByRole('article').filter({ hasText: '荣誉表彰 · 看守甲' }).getByRole('link', { name: '审核' }).click();
    await office.page.getByText('个人三等功').waitFor();
    await office.page.getByRole('button', { name: '审核通过' }).click();
    await office.page.getByText('审核通过', { exact: true }).first().waitFor();
    await expect.poll(() => office.page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
    await office.end();
  });
});
