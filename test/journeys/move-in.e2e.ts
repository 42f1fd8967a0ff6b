import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstBureauName } from '#domain/bureau/beginning.ts';
import { rosterColumns } from '#domain/imports/roster-columns.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { createApp, jobKinds, reactions } from '#server/app.ts';
import { foundOwn } from '#server/demo/found-own.ts';
import { openJobRunner, type JobRunner } from '#server/platform/job-runner.ts';
import { NOW } from '#test/app.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { workbook } from '#test/workbooks.ts';
import { openBrowser, walker, type Walker } from './browser.ts';

/** An empty bureau as `ZHIBU_DEMO=0` founds it, with the four first passwords that start prints. */
let browser: Browser;
let source: TestDatabase;
let server: ServerType;
let jobs: JobRunner;
let address = '';
let first = new Map<string, string>();
beforeAll(async () => {
  [browser, source] = await Promise.all([openBrowser(), testDatabase()]);
  const clock = (): Date => new Date(NOW);
  const log = pino({ level: 'silent' });
  first = new Map((await foundOwn(source.database, clock, 'alpha')).map((it) => [it.userName, it.password]));
  const bureau = { code: 'alpha', ...firstBureauName, kind: 'own' as const };
  const app = createApp({ database: source.database, bureaus: [{ bureau, samples: [] }], clock, log, secret: 'test', secureCookies: false, webFolder: 'dist/web' });
  server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
  jobs = openJobRunner({ database: source.database, bureaus: ['alpha'], kinds: jobKinds, clock, log, reactions, accountActs });
  jobs.start();
});
afterAll(async () => {
  await jobs.stop();
  await new Promise((done) => server.close(done));
  await Promise.all([browser.close(), source.drop()]);
});

const OWN_WORDS = '周一集中学习19点整';

/** Comes in with the first password that he was handed and takes one of his own. */
async function enters(userName: string, password: string, screen: 'desk' | 'phone' = 'desk'): Promise<Walker> {
  const walk = await walker(browser, { screen, language: 'zh', address });
  const { page } = walk;
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('当前密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(OWN_WORDS);
  await page.getByLabel('再输一次新密码').fill(OWN_WORDS);
  await page.getByRole('button', { name: /修\s*改/ }).click();
  await page.getByRole('heading', { name: '待办' }).waitFor();
  return walk;
}

const TITLES = rosterColumns.map((it) => it.title);
const people = [
  { 姓名: '许文渊', 警号: '660001', 党内职务: '书记' }, { 姓名: '蒋若溪', 警号: '660002', 党内职务: '组织委员' }, { 姓名: '邹一鸣', 警号: '660003' },
];
const roster = (): Promise<Uint8Array> => workbook([TITLES, ...people.map((it) => {
  const row: Record<string, string> = { 人员类别: '正式党员', 人员身份: '民警', 所在党支部: '刑警支队党支部', ...it };
  return TITLES.map((title) => row[title] ?? null);
})]);

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ZHIBU_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Down to the page of the step, and back to the five. */
const start = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '开始使用' }).first().click();
  await page.getByRole('heading', { name: '开始使用' }).waitFor();
};
const step = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

it('the office fills an empty bureau step by step, the security administrator hands out passwords, and a secretary comes in', async () => {
  for (const name of ['xitong', 'shenji']) await (await enters(name, first.get(name) ?? '')).end();

  const office = await enters('dangwu', first.get('dangwu') ?? '');
  const { page } = office;
  await page.getByRole('note').getByText('本单位尚未建成，还有 5 步待办理。').waitFor();
  await start(page);
  await step(page, '三个管理员').getByText('安全管理员 anquan 尚未登录修改初始密码').waitFor();
  await picture(page, 'start-empty');
  await page.getByLabel('单位名称').fill('清源市公安局');
  await page.getByLabel('英文名称').fill('Qingyuan Public Security Bureau');
  await page.getByRole('button', { name: '保存名称' }).click();
  await page.getByRole('banner').getByText('清源市公安局').waitFor();

  await page.getByRole('link', { name: '修改最上级党组织' }).click();
  await page.getByRole('button', { name: /修改/ }).first().click();
  await page.getByLabel('全称').fill('中共清源市公安局委员会');
  await page.getByLabel('简称').fill('局党委');
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByRole('heading', { name: '局党委' }).waitFor();
  await start(page);
  await step(page, '单位名称与代码').getByText('已完成').waitFor();

  await step(page, '组织机构').getByRole('link', { name: '去建组织' }).click();
  await page.getByRole('button', { name: '新建组织' }).click();
  await page.getByLabel('类别').click();
  await page.getByTitle('党支部　631').click();
  await page.getByLabel('全称').fill('中共清源市公安局刑警支队支部委员会');
  await page.getByLabel('简称').fill('刑警支队党支部');
  await page.getByRole('textbox', { name: '编号' }).fill('A01');
  await page.getByLabel('成立日期').fill('2026-01-01');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^新\s*建$/ }).click();
  await page.getByText('刑警支队党支部').first().waitFor();

  await start(page);
  await step(page, '花名册').getByRole('link', { name: '去导入' }).click();
  await page.getByLabel('选择花名册文件').setInputFiles({ name: '花名册.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await roster()) });
  await page.getByText('首次导入自本年 1 月 1 日起算').waitFor();
  expect(await page.getByLabel('生效日期').inputValue()).toBe('2026-01-01 周四');
  await page.getByRole('button', { name: '上传并检查' }).click();
  await page.getByText('全部无误').waitFor();
  await page.getByRole('button', { name: '导入 3 人' }).click();
  await page.getByText('已导入 3 人').waitFor();
  await page.getByRole('row', { name: /花名册\.xlsx.*dangwu.*3 人/ }).waitFor();
  await start(page);
  await step(page, '花名册').getByText('在册 3 人').waitFor();
  await step(page, '考核方案').getByRole('link', { name: '去启用' }).waitFor();
  await page.getByText('还有 2 步待办理').first().waitFor();
  await step(page, '发放账号').getByText('由安全管理员 anquan（尚未首次登录） 办理').waitFor();
  await picture(page, 'start-half');
  await office.end();

  const security = await enters('anquan', first.get('anquan') ?? '');
  await start(security.page);
  await step(security.page, '发放账号').getByText('3 人还没有账号').waitFor();
  await step(security.page, '发放账号').getByRole('link', { name: '按花名册开通账号' }).click();
  await security.page.getByRole('row', { name: /书记 支部书记 1/ }).waitFor();
  await picture(security.page, 'roster-accounts');
  await security.page.getByRole('button', { name: '开通 3 个账号，授予 2 项职责' }).click();
  await security.page.getByText('已开通 3 个账号，授予 2 项职责。').waitFor();
  const line = await security.page.getByRole('row', { name: /许文渊/ }).innerText();
  await picture(security.page, 'password-sheet');
  await security.page.getByRole('link', { name: /待办$/ }).first().click();
  await security.page.getByRole('dialog', { name: '初始密码单还没有交接' }).getByRole('button', { name: '留在本页' }).click();
  await security.page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await security.page.getByRole('row', { name: /许文渊/ }).innerText()).toBe(line);
  await security.page.getByRole('button', { name: '已交接，关闭' }).click();
  await security.page.getByText('没有待开通账号的人员').waitFor();
  await security.end();

  const secretary = await enters('660001', /[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/.exec(line)?.[0] ?? '', 'phone');
  await secretary.page.getByText('清源市公安局').first().waitFor();
  expect(await secretary.page.getByText('本单位尚未建成').count()).toBe(0);
  await secretary.page.goto(`${address}/branch`);
  await secretary.page.getByText('刑警支队党支部').first().waitFor();
  await secretary.end();
});
