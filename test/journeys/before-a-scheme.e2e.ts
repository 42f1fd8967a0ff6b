import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openBrowser, signedIn, type Walk } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served('none')]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const WHO = '考核方案由机关党委书记或副书记在“考核方案”页启用。';
const inBureau = (path: string, screen: Walk['screen'] = 'desk'): Walk => ({ screen, language: 'zh', address: `${site.address}${path}` });

async function waits(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('main').getByText(WHO).waitFor();
}

describe('a bureau whose people are entered and that has no scheme yet', () => {
  it('keeps the title of every page that waits for one, and says to the office who adopts it and where', async () => {
    const { page, end } = await signedIn(browser, 'fangmin', inBureau(paths.registers()));
    const { detention } = site.bureau.cast.organisation;
    await waits(page, '登记簿');
    for (const [path, title] of [
      [paths.record(detention), '记一次活动'], [paths.arrange(), '安排本月学习'], [paths.branchScore(), '支部得分'], [paths.scoreBoard(), '考核看板'], [paths.labels(), '标签统计'],
      [paths.reviews(), '年度考核'], [paths.branchReview(), '支部年度考核'], [paths.selfCheck(detention, '2026-10'), '月自查'], [paths.memberReview(detention, '2026'), '党员年度综合评价'],
      [paths.awardReference(), '评优参考'], [paths.requirements(), '工作要求'],
    ] as const) {
      await page.goto(`${site.address}${path}`);
      await waits(page, title);
      expect(await page.getByRole('button', { name: '重试' }).count(), `${title}: trying again changes nothing`).toBe(0);
    }
    await page.getByRole('link', { name: '打开考核方案' }).click();
    await page.getByRole('heading', { level: 1, name: '考核方案' }).waitFor();
    await end();
  });

  it('says so to a member, who is offered no way there', async () => {
    const { page, end } = await signedIn(browser, 'wenlan', inBureau(paths.myPoints(), 'phone'));
    await waits(page, '我的积分');
    expect(await page.getByRole('link', { name: '打开考核方案' }).count()).toBe(0);
    await end();
  });
});
