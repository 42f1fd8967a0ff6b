import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { announceYears } from '#test/announced-years.ts';
import { lockMonth } from '#test/lock-month.ts';
import { recordOf } from '#test/operations/bench.ts';
import { openBrowser, signedIn, type Walker } from './browser.ts';
import { printed } from './paper.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { bureau } = site;
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  bureau.setNow('2026-10-27T09:00:00+08:00');
  const { detention, organs } = bureau.cast.organisation;
  await bureau.as('jiping').call(recordSession, recordOf(detention, '2026-10-12'));
  await bureau.as('jiping').call(recordSession, recordOf(detention, '2026-10-19', { marks: [{ person: bureau.cast.person.wenlan, mark: 'absent', reason: null, sitting: 0 }] }));
  bureau.setNow('2026-11-16T09:00:00+08:00');
  await lockMonth(bureau, 'fangmin', { organisation: organs, period: '2026-10' });
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const as = (name: string, path: string, screen: 'desk' | 'phone' = 'desk', language: 'zh' | 'en' = 'zh'): Promise<Walker> =>
  signedIn(browser, name, { screen, language, address: `${site.address}${path}` });

const send = (walk: Walker): Promise<void> => walk.page.getByRole('button', { name: /^提\s?交$/ }).click();

it('a member objects to an absence, the branch explains, the office upholds it, and the points follow the entry', async () => {
  const member = await as('wenlan', '/points', 'phone');
  const total = member.page.getByRole('main').getByRole('button').filter({ hasText: /^\d+\.\d\d/ }).first();
  const before = await total.textContent();
  await total.click();
  const drawer = member.page.getByRole('dialog');
  await drawer.getByRole('button', { name: '全部展开' }).click();
  const leaf = drawer.locator('.grounds-fact').filter({ hasText: '2026-10-19' }).first();
  await leaf.getByText('缺席').waitFor();
  await leaf.getByRole('link', { name: '提出异议' }).click();
  await member.page.getByText('登记为缺席').waitFor();
  await member.page.getByText(/异议期到 2026-11-23 周一 为止/).waitFor();
  await member.page.getByLabel('说明').fill('当晚随队执行押解任务。');
  await member.page.getByRole('button', { name: '提出异议' }).click();
  await member.page.getByText('异议中').waitFor();

  const deputy = await as('tangyue', '/objections', 'phone');
  await deputy.page.getByText('待我办理').waitFor();
  await deputy.page.getByRole('link', { name: /2026-10-19/ }).click();
  await deputy.page.getByRole('button', { name: /^答\s?复$/ }).click();
  await deputy.page.getByLabel('不采纳：维持原记录').check();
  await deputy.page.getByLabel('说明').fill('带班记录中没有登记，维持原记录。');
  await send(deputy);
  await deputy.page.getByText('已答复，本人可见。').waitFor();
  await deputy.end();

  await member.page.reload();
  await member.page.getByRole('button', { name: '申请复核' }).click();
  await member.page.getByLabel('说明').fill('附任务单，请复核。');
  await send(member);
  await member.page.getByText('已申请复核。').waitFor();

  const office = await as('fangmin', '/objections');
  await office.page.getByText('待我办理').waitFor();
  await office.page.getByRole('link', { name: /2026-10-19/ }).click();
  await office.page.getByRole('button', { name: '作出复核决定' }).click();
  await office.page.getByLabel('采纳：按下列方式更正记录', { exact: true }).check();
  await office.page.getByLabel('更正为').click();
  await office.page.getByTitle('免计', { exact: true }).click();
  await office.page.getByLabel('事由').click();
  await office.page.getByTitle('出差办案', { exact: false }).first().click();
  const preview = office.page.locator('.objection-preview');
  await preview.getByText(/→/).waitFor();
  expect((await preview.getByRole('button').first().textContent())?.trim()).toBe(before?.split('/')[0]?.trim());
  const after = (await preview.getByRole('button').last().textContent())?.trim() ?? '';
  await office.page.getByLabel('说明').fill('任务单属实，更正为因公免计。');
  await send(office);
  await office.page.getByText('已作出复核决定', { exact: false }).waitFor();
  await office.page.getByText(/更正为免计$/).waitFor();
  await office.page.getByRole('link', { name: '打印决定书' }).click();
  await office.page.getByRole('heading', { name: /复核决定书/ }).first().waitFor();
  expect((await printed(office.page)).pages).toBe(1);
  await office.end();

  await member.page.goto(`${site.address}/points`);
  await total.waitFor();
  expect((await total.textContent())?.split('/')[0]?.trim()).toBe(after);
  expect(after).not.toBe(before?.split('/')[0]?.trim());
  await total.click();
  await drawer.getByRole('button', { name: '全部展开' }).click();
  await leaf.getByText('免计').waitFor();
  expect(await leaf.getByText('异议中').count()).toBe(0);
  await member.end();
});

it('everybody reads how objections were dealt with, without a name', async () => {
  const colleague = await as('zhengqi', '/objections/statistics', 'desk', 'en');
  const row = colleague.page.getByRole('row').filter({ hasText: 'Attendance' });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Attendance', '1', '0', '1', '0', '0', '0', '2', '0', '0']);
  expect(await colleague.page.getByRole('main').textContent()).not.toContain('温岚');
  await colleague.end();
});
