import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { announceYears } from '#test/announced-years.ts';
import { recordOf } from '#test/operations/bench.ts';
import { runJobs } from '#test/run-jobs.ts';
import { openBrowser, signedIn, type Walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { bureau } = site;
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  bureau.setNow('2026-10-27T09:00:00+08:00');
  const { detention } = bureau.cast.organisation;
  await bureau.as('jiping').call(recordSession, recordOf(detention, '2026-10-12'));
  await bureau.as('jiping').call(recordSession, recordOf(detention, '2026-10-19', { marks: [{ person: bureau.cast.person.wenlan, mark: 'absent', reason: null, sitting: 0 }] }));
  bureau.setNow('2026-11-16T09:00:00+08:00');
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const as = (name: string, path: string, screen: 'desk' | 'phone' = 'desk'): Promise<Walker> =>
  signedIn(browser, name, { screen, language: 'zh', address: `${site.address}${path}` });

it('a month goes from the self-check to the lock through the hands of four people', async () => {
  const filling = await as('jiping', '/self-checks', 'phone');
  await filling.page.getByRole('link', { name: '看守所党支部' }).click();
  await filling.page.getByRole('heading', { name: '看守所党支部 2026年10月自查' }).waitFor();
  await filling.page.locator('.self-check-items input').first().fill('安保任务期间支委会顺延');
  await filling.page.getByRole('button', { name: '填报' }).click();
  await filling.page.getByText('已填报，请支部书记审核。').waitFor();
  await filling.end();

  const signing = await as('luojian', '/self-checks');
  await signing.page.getByRole('link', { name: '看守所党支部' }).click();
  await signing.page.getByText('安保任务期间支委会顺延').waitFor();
  await signing.page.getByRole('button', { name: '审核并提交' }).click();
  await signing.page.getByText(/^已审核提交（逾期），用时 \d+ 秒。$/).waitFor();
  await signing.end();

  const office = await as('fangmin', '/self-checks');
  await office.page.getByRole('button', { name: '催办未交支部' }).click();
  await office.page.getByText('已向 1 个未交或被退回的支部发出催办', { exact: false }).waitFor();
  await office.page.getByRole('link', { name: '看守所党支部' }).click();
  await office.page.getByRole('button', { name: '通过' }).click();
  await office.page.getByText('已通过，自查锁定。').waitFor();
  await office.page.getByRole('link', { name: '月度办理' }).click();
  const row = office.page.getByRole('row').filter({ hasText: '2026年10月' });
  await row.getByRole('button', { name: /^锁\s?定$/ }).click();
  await office.page.getByRole('tooltip').getByRole('button', { name: /^锁\s?定$/ }).click();
  await office.page.getByRole('heading', { name: '正在锁定 2026年10月' }).waitFor();
  await runJobs(site.bureau, site.bureau.now().toISOString());
  await office.page.getByText(/^2026年10月已锁定，已发出 \d+ 份积分确认单。/).waitFor();
  await row.getByText('已锁定').waitFor();
  await office.end();
});

it('a member objects on his phone, the deputy answers, and the published number stays', async () => {
  const member = await as('wenlan', '/my-statements', 'phone');
  await member.page.getByRole('link', { name: '2026年10月' }).click();
  const total = member.page.locator('.statement-numbers tfoot').getByRole('button').last();
  const before = await total.textContent();
  await member.page.getByRole('button', { name: '提出异议' }).click();
  await member.page.getByLabel('对哪一条有异议').click();
  await member.page.getByTitle(/2026-10-19/).first().click();
  await member.page.getByLabel('说明').fill('当日在医院陪护，已口头请假。');
  await member.page.getByRole('button', { name: /^提\s?交$/ }).click();
  await member.page.getByText('异议已提交', { exact: false }).waitFor();

  const deputy = await as('tangyue', '/statements');
  await deputy.page.getByRole('link', { name: '温岚' }).click();
  await deputy.page.getByText('异议中').waitFor();
  await deputy.page.getByRole('button', { name: '答复异议' }).click();
  await deputy.page.getByLabel('成立：由支部在原记录中更正', { exact: false }).check();
  await deputy.page.getByLabel('说明').fill('情况属实，由内勤更正。');
  await deputy.page.getByRole('button', { name: /^提\s?交$/ }).click();
  await deputy.page.getByText('已答复。', { exact: false }).waitFor();
  await deputy.page.getByText('请在原记录中更正', { exact: true }).or(deputy.page.getByText(/· 请在原记录中更正/)).first().waitFor();
  await deputy.end();

  await member.page.reload();
  await member.page.getByText('情况属实，由内勤更正。').waitFor();
  expect(await total.textContent()).toBe(before);
  await member.end();
});
