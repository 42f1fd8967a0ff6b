import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { plainText } from '#domain/imports/cell-text.ts';
import { enterPerson } from '#domain/people/contract.ts';
import { PASSWORD } from '#test/cast.ts';
import { recordOf } from '#test/operations/bench.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { bureau } = site;
  for (const [number, name] of [['990001', '石磊'], ['990002', '=1+1']] as const) {
    await bureau.as('fangmin').call(enterPerson, {
      number, name, gender: null, birthDate: null, details: {}, organisation: bureau.cast.organisation.detention, group: null, stage: 'full', staffKind: 'officer', from: '2026-01-01' });
  }
});
afterAll(() => Promise.all([browser.close(), site.end()]));

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Presses 导出 and opens what comes. */
async function taken(page: Page): Promise<{ name: string; rows: readonly (readonly unknown[])[] }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  const file = await download;
  const [sheet] = (await readXlsx(readFileSync(await file.path()))).sheets;
  return { name: file.suggestedFilename(), rows: sheet?.rows ?? [] };
}

/** The rows of the table as they stand on the page, its head first. */
const shown = (page: Page): Promise<string[][]> => page.locator('.data-grid tr').evaluateAll((rows) =>
  rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

describe('a table that is taken away', () => {
  it('holds all pages under the filter with the columns that are shown, also a name that looks like a formula', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/people?size=20` });
    await signIn(page, 'luojian');
    await page.getByRole('button', { name: '列设置' }).click();
    await page.getByLabel('党小组', { exact: true }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '列设置（已隐藏 1 列）' }).waitFor();
    expect(new URL(page.url()).searchParams.get('without')).toBe('people.group');
    const { name, rows } = await taken(page);
    expect(name).toBe('人员-2026-11-17.xlsx');
    const onPage = await shown(page);
    expect(onPage[0]).not.toContain('党小组');
    expect(rows[1]).toEqual(onPage[0]);
    expect(rows.slice(2, 22).map((row) => row.map((cell) => plainText(String(cell))))).toEqual(onPage.slice(1));
    expect(rows.length - 2).toBeGreaterThan(20);
    expect(rows.flat()).toContain("'=1+1");
    expect(String(rows[0]?.[0])).toBe(`人员　全部　共 ${rows.length - 2} 项　2026-11-17 09:00 由罗建（luojian）导出`);

    await page.getByPlaceholder('姓名、编号或拼音').fill('温岚');
    await page.getByRole('region', { name: '人员' }).getByText('罗建').waitFor({ state: 'detached' });
    const found = await taken(page);
    expect(found.rows.length).toBe(3);
    expect(String(found.rows[0]?.[0])).toContain('人员　温岚　共 1 项');
    // The choice is his on any computer, and nobody else's; the address carries it to whoever opens it.
    const elsewhere = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/people` });
    await signIn(elsewhere.page, 'luojian');
    await elsewhere.page.getByRole('button', { name: '列设置（已隐藏 1 列）' }).click();
    const kept = elsewhere.page.waitForResponse((it) => it.request().method() === 'PUT' && it.url().endsWith('/kept-columns/people'));
    await elsewhere.page.getByRole('button', { name: '恢复全部列' }).click();
    expect((await kept).ok()).toBe(true);
    await elsewhere.end();
    await page.goto(`${site.address}/people`);
    await page.getByRole('columnheader', { name: '党小组' }).waitFor();
    await page.goto(`${site.address}/people?without=people.group`);
    await page.getByRole('region', { name: '人员' }).waitFor();
    expect((await shown(page))[0]).not.toContain('党小组');
    await end();
  });

  it('is as it was: columns apart, filters apart, and all at once, also for the account and on the device', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/people?size=20&stage=member&staffKind=officer` });
    await signIn(page, 'luojian');
    const narrowed = page.getByRole('button', { name: '清空筛选' });
    const asked = (): string => new URL(page.url()).search;
    const hide = async () => {
      await page.getByRole('button', { name: '列设置' }).click();
      await page.getByLabel('党小组', { exact: true }).uncheck();
      await page.getByRole('columnheader', { name: '党小组' }).waitFor({ state: 'detached' });
    };
    await hide();
    expect(asked()).toBe('?size=20&stage=member&staffKind=officer&without=people.group');
    await page.getByRole('button', { name: '恢复全部列' }).click();
    await page.getByRole('columnheader', { name: '党小组' }).waitFor();
    expect(asked()).toBe('?size=20&stage=member&staffKind=officer');
    await hide();
    await page.keyboard.press('Escape');
    await narrowed.click();
    await narrowed.waitFor({ state: 'detached' });
    expect(asked()).toBe('?size=20&without=people.group');
    await page.goto(`${site.address}/people?size=20&stage=member&staffKind=officer&without=people.group`);
    await page.getByRole('button', { name: '紧凑' }).click();
    await page.getByRole('button', { name: '列设置（已隐藏 1 列）' }).click();
    const kept = page.waitForResponse((it) => it.request().method() === 'PUT' && it.url().endsWith('/kept-columns/people'));
    await page.getByRole('button', { name: '恢复默认' }).click();
    expect((await kept).request().postDataJSON()).toEqual({ away: [] });
    await narrowed.waitFor({ state: 'detached' });
    expect(asked()).toBe('');
    await page.reload();
    await page.getByRole('columnheader', { name: '党小组' }).waitFor();
    expect(await page.getByRole('button', { name: '紧凑' }).getAttribute('aria-pressed')).toBe('false');
    await page.getByRole('button', { name: '列设置' }).click();
    expect(await page.getByRole('button', { name: '恢复默认' }).count()).toBe(0);
    await end();
  });

  it('tells of a reason what the page tells its reader, and no more', async () => {
    const { bureau } = site;
    const { organisation, person } = bureau.cast;
    const marks = [{ person: person.wenlan, mark: 'absent' as const, reason: 'personalLeave', sitting: 0 }];
    const { session, expected } = await bureau.as('jiping').call(recordSession, recordOf(organisation.detention, '2026-11-09', { marks }));
    for (const [name, why] of [['luojian', '事假（经批准）'], ['fangmin', '请假']] as const) {
      const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/sessions/${session}` });
      await signIn(page, name);
      const { rows } = await taken(page);
      expect(rows[1]?.slice(0, 5)).toEqual(['姓名', '警号/内部编号', '党小组', '状态', '原因']);
      expect(rows.length).toBe(expected + 2);
      expect(rows.find((row) => row[0] === '温岚')?.slice(3, 5)).toEqual(['缺席', why]);
      await end();
    }
  });

  it('has no button for a group leader, who sees it and may not take it away', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/people` });
    await signIn(page, 'zhengqi');
    await page.getByRole('button', { name: '列设置' }).waitFor();
    expect(await page.getByRole('button', { name: '导出' }).count()).toBe(0);
    await end();
  });

  it('is had of the rota, the teams and the tree as well', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/rota?month=2026-11` });
    await signIn(page, 'luojian');
    const month = await taken(page);
    expect(month.rows[1]?.slice(0, 4)).toEqual(['姓名', '警号/内部编号', '班组', '11-01 周日']);
    expect(month.rows[1]?.length).toBe(34);
    expect(month.rows.find((row) => row[0] === '温岚')?.at(-1)).toBe('5 / 5');
    await page.goto(`${site.address}/organisations`);
    const tree = await taken(page);
    expect(tree.rows.flat().map((cell) => String(cell).trim())).toContain('看守所党支部');
    await end();
  });
});
