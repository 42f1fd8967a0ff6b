import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactState } from '#domain/facts/contract.ts';
import { projectScores } from '#server/assessments/project-scores.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { NOW } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;

/** The detention branch held its theme day in ten months, and not in May. */
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { organisation, person } = site.bureau.cast;
  const day = (month: string): FactState<'session'> => ({
    organisation: organisation.detention, arrangement: null, stage: 'held', activities: ['themePartyDay'], contents: ['theory'], day: `2026-${month}-10`, period: `2026-${month}`,
    sittings: [{ day: `2026-${month}-10`, from: '14:30', to: '16:30' }], host: person.luojian, minuteTaker: person.jiping, speakers: [], exchanges: [], attendees: [],
    marks: [{ person: person.wenlan, mark: 'present', reason: null, sitting: 0 }], allPresent: false, agenda: [], resolutions: [],
  });
  const months = ['01', '02', '03', '04', '06', '07', '08', '09', '10', '11'];
  await site.bureau.within((call) => recordFacts(call, months.map((month) => ({ kind: 'session' as const, state: day(month) }))));
  await projectScores(site.bureau.database, 'alpha', () => NOW.slice(0, 10));
});
afterAll(() => Promise.all([browser.close(), site.end()]));

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

describe('Luo Jian, secretary, asks what his branch lacks', () => {
  it('and finds the month without a theme day, with the grounds of its mark, on a phone', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/branch-score` });
    await signIn(page, 'luojian');
    await page.getByText('只看缺项').click();
    const item = page.getByRole('row', { name: /^主题党日/ });
    await item.getByText('缺5月').waitFor();
    expect(await item.getByText('缺项').isVisible()).toBe(true);
    await item.getByRole('button', { name: /查看依据$/ }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(/× 10 ÷ 11 期 = /).waitFor();
    expect(await drawer.locator('.grounds-counted').innerText()).toMatch(/缺项 1 项\s*5月/);
    await end();
  });
});

describe('Ji Ping, who keeps the records, closes a gap', () => {
  it('from its button: the form opens with the activity and the month that lacks it', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/branch` });
    await signIn(page, 'jiping');
    const gaps = page.getByRole('region', { name: '年度任务缺项' });
    await gaps.getByRole('listitem').filter({ hasText: '主题党日' }).filter({ hasText: '缺5月' }).getByRole('link', { name: '去记录' }).click();
    await page.getByRole('button', { name: '主题党日', exact: true, pressed: true }).waitFor();
    await expect.poll(() => page.getByLabel('日期').first().inputValue()).toBe('2026-05-31 周日');
    await end();
  });
});

describe('Shen Yi, secretary of the organs committee, looks at all branches', () => {
  it('sees on the board the mark that the branch sees, follows it to its grounds, and takes the brief', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/score-board` });
    await signIn(page, 'shenyi');
    const row = page.getByRole('row', { name: /看守所党支部/ });
    const total = await row.getByRole('button', { name: /查看依据$/ }).first().innerText();
    await row.getByRole('button', { name: /查看依据$/ }).first().click();
    await page.getByRole('dialog').getByText('支部日常考核').first().waitFor();
    expect(await page.getByRole('dialog').locator('.grounds-total').innerText()).toContain(total);
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: '缺什么' }).getByRole('listitem').first().waitFor();
    await page.getByRole('button', { name: '一页简报' }).click();
    await page.getByRole('heading', { name: /2026年各党支部考核进度/ }).waitFor();
    expect(await page.getByRole('row', { name: /看守所党支部/ }).innerText()).toContain(total);
    await end();
  });
});
