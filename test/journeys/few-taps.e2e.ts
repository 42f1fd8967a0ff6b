import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { handOutAssignment } from '#domain/assignments/contract.ts';
import { recordOf } from '#test/operations/bench.ts';
import { openBrowser, signedIn, takenTable } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;

/** Wen Lan gave the Party lecture of 11 November and was handed a task; today is Tuesday the 17th. */
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { bureau } = site;
  const { organisation, person } = bureau.cast;
  await bureau.as('jiping').call(recordSession, recordOf(organisation.detention, '2026-11-11', { activities: ['partyLecture'], allPresent: true, speakers: [person.wenlan] }));
  await bureau.as('luojian').call(handOutAssignment, { organisation: organisation.detention, person: person.wenlan, what: '整理学习资料', until: '2026-11-27' });
});
afterAll(() => Promise.all([browser.close(), site.end()]));

/** Clicks, counted: what a thumb would have to do. */
function thumb(): { readonly tap: (target: Locator) => Promise<void>; readonly taps: () => number } {
  let taps = 0;
  return { tap: async (target) => { taps += 1; await target.click(); }, taps: () => taps };
}

describe('a theme Party day on a phone', () => {
  it('is created, its attendance taken and handed in by the secretary in five taps besides its topic', async () => {
    const { page, end } = await signedIn(browser, 'luojian', { screen: 'phone', language: 'zh', address: site.address });
    const { tap, taps } = thumb();
    await tap(page.getByRole('navigation').getByRole('link', { name: '活动' }));
    await tap(page.getByRole('link', { name: '记一次活动' }));
    await tap(page.getByRole('button', { name: '主题党日', exact: true }));
    await page.getByLabel('主题', { exact: true }).fill('走访退休党员');
    await tap(page.getByRole('button', { name: '全部实到', exact: true }));
    await tap(page.getByRole('button', { name: '提交', exact: true }));
    await page.getByRole('status').filter({ hasText: '已提交' }).waitFor();
    expect(taps()).toBe(5);
    await end();
  });

  it('is signed by his deputy in two more', async () => {
    const { page, end } = await signedIn(browser, 'tangyue', { screen: 'phone', language: 'zh', address: site.address });
    const { tap, taps } = thumb();
    await tap(page.getByRole('article').filter({ hasText: '主题党日' }).getByRole('link', { name: '审核' }));
    await tap(page.getByRole('button', { name: '审核通过' }));
    await page.getByText('已办', { exact: true }).waitFor();
    expect(taps()).toBe(2);
    await end();
  });
});

describe('a member on a phone', () => {
  it('finds in two taps why points were added, and what shows it', async () => {
    const { page, end } = await signedIn(browser, 'wenlan', { screen: 'phone', language: 'zh', address: site.address });
    const { tap, taps } = thumb();
    await tap(page.getByRole('button', { name: /^参加学习教育：.*查看依据$/ }));
    const drawer = page.getByRole('dialog', { name: /依据/ });
    await drawer.getByText('第九条第四项', { exact: false }).first().waitFor();
    await tap(drawer.getByRole('button', { name: /讲党课、授课$/ }));
    const lecture = drawer.locator('.grounds-fact').filter({ hasText: '+2.00' });
    expect(await lecture.innerText()).toMatch(/11-11[\s\S]*党课/);
    expect(await lecture.getByRole('link', { name: /查看记录/ }).isVisible()).toBe(true);
    expect(taps()).toBe(2);
    await end();
  });
});

describe('what is one\'s own', () => {
  it('goes home with a member as a file: tasks, and the grounds of a figure down to the fact', async () => {
    const { page, end } = await signedIn(browser, 'wenlan', { screen: 'desk', language: 'zh', address: `${site.address}/assignments` });
    expect((await takenTable(page, '导出')).flat()).toContain('整理学习资料');
    await page.goto(`${site.address}/`);
    const figure = page.getByRole('button', { name: /^参加学习教育：.*查看依据$/ });
    const value = (await figure.innerText()).split('/')[0]?.trim();
    await figure.click();
    const [note, head, whole, ...lines] = await takenTable(page, '导出');
    expect(note?.[0]).toContain('由温岚（wenlan）导出');
    expect(head).toEqual(['层级', '项目', '日期', '依据', '满分', '值']);
    expect(whole?.[1]).toBe('参加学习教育');
    expect(Number(whole?.[5]).toFixed(2)).toBe(value);
    expect(lines.find((row) => row[2] === '2026-11-11')?.[3]).toContain('录入');
    await end();
  });

  it('is told apart from what is of others: a group leader looks at the grounds of the branch and has no file of them', async () => {
    const { page, end } = await signedIn(browser, 'zhengqi', { screen: 'desk', language: 'zh', address: `${site.address}/branch-score` });
    await page.getByRole('button', { name: /查看依据$/ }).first().click();
    await page.getByRole('dialog', { name: /依据/ }).getByRole('button', { name: '打印' }).waitFor();
    expect(await page.getByRole('dialog', { name: /依据/ }).getByRole('button', { name: '导出' }).count()).toBe(0);
    await end();
  });
});
