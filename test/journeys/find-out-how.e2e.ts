import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, signedIn } from './browser.ts';
import { printed } from './paper.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => { [browser, site] = await Promise.all([openBrowser(), served()]); });
afterAll(() => Promise.all([browser.close(), site.end()]));

it('a secretary new in office goes from a gap to how a meeting that votes is held, prints it and records the meeting', async () => {
  const { page, end } = await signedIn(browser, 'luojian', { screen: 'desk', language: 'zh', address: `${site.address}/branch` });
  const gap = page.getByRole('region', { name: '年度任务缺项' }).getByRole('listitem').filter({ hasText: '缺第1季度' }).filter({ has: page.getByText('支部党员大会', { exact: true }) });
  await gap.getByRole('link', { name: '支部党员大会' }).click();
  await page.getByRole('heading', { name: '支部党员大会办理指引' }).waitFor();
  await page.getByText('看守所党支部今年').waitFor();
  for (const language of ['zh', 'en'] as const) {
    if (language === 'en') await page.getByRole('button', { name: 'English', exact: true }).click();
    const { pages, format, text } = await printed(page);
    expect([language, pages, format]).toEqual([language, 1, 'portrait']);
    if (language === 'en') continue;
    for (const words of ['第六条第二项', '每季度至少 1 次', '（考核细则 3.1）', '逐项表决', '赞成人数超过应到会有表决权党员的半数为通过', '会议记录', '按实到人数算过半数']) expect(text).toContain(words);
    expect(text, 'of the branch, and so not for the wall').not.toContain('看守所党支部今年');
  }
  await page.getByRole('button', { name: '中文', exact: true }).click();
  await page.getByRole('link', { name: '记一次活动' }).click();
  const chosen = page.getByRole('button', { name: '支部党员大会', pressed: true });
  await chosen.waitFor();
  expect(await page.getByRole('link', { name: '支部党员大会' }).getAttribute('href'), 'the guide stays at hand').toBe('/guides/activity/memberAssembly');
  await end();
});

it('every guide of the sample prints on one page of A4, in both languages', async () => {
  const { page, end } = await signedIn(browser, 'luojian', { screen: 'desk', language: 'zh', address: `${site.address}/guides` });
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await links.first().waitFor();
  const guides = await links.evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? ''));
  expect(guides.length).toBeGreaterThan(20);
  for (const language of ['zh', 'en'] as const) {
    if (language === 'en') await page.getByRole('button', { name: 'English', exact: true }).click();
    for (const at of guides) {
      await page.evaluate((it) => history.pushState(null, '', it), at);
      await page.getByRole('table').waitFor();
      expect([at, language, (await printed(page)).pages]).toEqual([at, language, 1]);
    }
  }
  await end();
});

it('a member finds a guide by a word of its steps on a phone, and is offered nothing that is not his to do', async () => {
  const { page, end } = await signedIn(browser, 'wenlan', { screen: 'phone', language: 'zh', address: `${site.address}/mine` });
  await page.getByRole('link', { name: '办理指引' }).click();
  await page.getByPlaceholder('名称、步骤或条款').fill('末位表态');
  await page.getByText('共 1 项').waitFor();
  await page.getByRole('link', { name: '支委会会议' }).click();
  await page.getByText('列席人员不参加表决').waitFor();
  expect(await page.getByRole('link', { name: '记一次活动' }).count()).toBe(0);
  await page.getByRole('link', { name: '全部办理指引' }).click();
  await page.getByPlaceholder('名称、步骤或条款').fill('没有这样的事');
  await page.getByText('没有找到').waitFor();
  await end();
});
