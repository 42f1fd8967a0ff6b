import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { recordOf } from '#test/operations/bench.ts';
import { openBrowser, signedIn, type Walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  for (const day of ['2026-10-12', '2026-11-09', '2026-11-16']) await site.bureau.as('jiping').call(recordSession, recordOf(site.bureau.cast.organisation.detention, day));
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const as = (name: string, path: string, screen: 'desk' | 'phone' = 'desk'): Promise<Walker> =>
  signedIn(browser, name, { screen, language: 'zh', address: `${site.address}${path}` });

it('a quarter is checked from the draw to the last problem closed, by the hands of the office, the team and the branch', async () => {
  const office = await as('fangmin', '/spot-checks');
  await office.page.getByRole('button', { name: '组织2026年第四季度抽查' }).click();
  await office.page.getByLabel('每组抽取比例').fill('100');
  await office.page.getByLabel('每组抽取比例').blur();
  await office.page.getByText('机关科室 2 个，本次抽 2 个').waitFor();
  await office.page.getByRole('button', { name: '公布名单' }).click();
  await office.page.getByText('名单已公布，指纹已生成', { exact: false }).waitFor();
  await office.page.getByRole('link', { name: '2026年第四季度' }).click();
  await office.page.getByLabel('您的词').fill('海棠');
  await office.page.getByRole('button', { name: /^提\s?交$/ }).click();
  await office.page.getByText('已提交。', { exact: false }).waitFor();
  const draw = new URL(office.page.url()).pathname;

  const second = await as('shenyi', draw, 'phone');
  await second.page.getByLabel('您的词').fill('春风');
  await second.page.getByRole('button', { name: /^提\s?交$/ }).click();
  await second.page.getByText('已提交。', { exact: false }).waitFor();
  await second.end();

  await office.page.reload();
  await office.page.getByRole('button', { name: '开始抽取' }).click();
  await office.page.getByText('已抽到 2 个支部，请编成检查组。').waitFor();
  // Both who may check are at home in the branch of the command centre: nobody is left for it.
  await office.page.getByRole('row').filter({ hasText: '指挥中心党支部' }).getByRole('button', { name: '编成检查组' }).click();
  await office.page.getByText('组织关系在该支部，回避').first().waitFor();
  await office.page.getByRole('button', { name: '关闭' }).click();
  await office.page.getByRole('row').filter({ hasText: '看守所党支部' }).getByRole('button', { name: '编成检查组' }).click();
  const form = office.page.getByRole('dialog');
  for (const name of ['方敏', '沈奕']) await form.getByRole('checkbox', { name }).check();
  await form.getByLabel('检查日期').fill('2026-11-17');
  await form.getByLabel('检查日期').press('Enter');
  await form.getByRole('button', { name: '编成检查组' }).click();
  await office.page.getByText('检查组已编成', { exact: false }).waitFor();
  await office.end();

  const judge = await as('fangmin', '/', 'phone');
  await judge.page.getByRole('link', { name: '填写评分表' }).click();
  await judge.page.getByLabel('核定分 品牌成效').fill('3');
  await judge.page.getByLabel('核定分 先锋队、示范岗、责任区作用发挥').fill('2');
  await judge.page.getByRole('button', { name: '添加问题' }).click();
  await judge.page.getByLabel('问题', { exact: true }).fill('两次会议没有写明议题');
  await judge.page.getByLabel('反馈意见').fill('总体较好，会议记录要规范。');
  await judge.page.getByRole('button', { name: '提交核定分' }).click();
  await judge.page.getByText('核定分已提交', { exact: false }).waitFor();
  const sheet = new URL(judge.page.url()).pathname;
  await judge.end();

  const other = await as('shenyi', sheet);
  await other.page.getByRole('button', { name: '确认核定分' }).click();
  await other.page.getByText('1 个问题已挂账', { exact: false }).waitFor();
  await other.page.getByRole('button', { name: '反馈支部' }).click();
  await other.page.getByText('已反馈，等待支部签收。').waitFor();
  await other.page.getByRole('link', { name: '打印' }).click();
  await other.page.getByRole('heading', { name: /季度抽查反馈意见/ }).waitFor();
  await other.end();
  const score = await site.bureau.as('luojian').call(readBranchScore, { organisation: site.bureau.cast.organisation.detention, year: 2026 });
  expect(score.aspects.flatMap(({ items }) => items).find(({ id }) => id === 'brandEffect')?.value).toBe(300);

  const secretary = await as('luojian', '/branch', 'phone');
  await secretary.page.getByRole('link', { name: '反馈意见待签收' }).click();
  await secretary.page.getByLabel('支部意见').fill('照此整改');
  await secretary.page.getByRole('button', { name: '签收反馈意见' }).click();
  await secretary.page.getByText('已签收。', { exact: false }).waitFor();
  await secretary.page.getByRole('link', { name: '两次会议没有写明议题' }).click();
  await secretary.page.getByLabel('整改情况').fill('已补齐议题');
  await secretary.page.getByRole('button', { name: '申请销号' }).click();
  await secretary.page.getByText('已申请销号，等待复核。').waitFor();
  await secretary.end();

  const closing = await as('shenyi', '/problems');
  await closing.page.getByRole('link', { name: '两次会议没有写明议题' }).click();
  await closing.page.getByRole('button', { name: '复核通过，销号' }).click();
  await closing.page.getByText('已销号。').waitFor();
  await closing.page.goto(`${site.address}${draw}/circular`);
  await closing.page.getByRole('row').filter({ hasText: '看守所党支部' }).getByRole('link', { name: '1（0）' }).waitFor();
  await closing.end();
});
