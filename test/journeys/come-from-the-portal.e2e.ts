import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#server/platform/sql.ts';
import { byDay, byNight, enlarged, inTheWay, requestsOf, settled, turnTo } from './axe.ts';
import { openBrowser, walker } from './browser.ts';
import { servedFromPortal, type PortalSite } from './portal.ts';

let browser: Browser;
let site: PortalSite;
beforeAll(async () => { [browser, site] = await Promise.all([openBrowser(), servedFromPortal()]); });
afterAll(() => Promise.all([browser.close(), site.end()]));
beforeEach(() => Object.assign(site, { person: { number: 'luojian', name: '罗建' }, handing: {} }));

const toPortal = (page: Page): Promise<void> => page.getByRole('link', { name: /^(从统一门户进入|Enter from the portal)/ }).click();
const enter = (page: Page): Promise<void> => page.getByRole('button', { name: /^(进\s*入|Enter)$/ }).click();
const sessions = async (): Promise<number> => (await site.bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM login_session`)))?.n ?? 0;

describe('Luo Jian, who signed in at the portal of the bureau in the morning', () => {
  it('comes in with one button, is told who he is before, and lands on the page that he asked for', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/sessions` });
    await toPortal(page);
    await page.getByText('警号 luojian').waitFor();
    await page.getByText('罗建', { exact: true }).waitFor();
    expect(new URL(page.url()).hash, 'a ticket stays in no history').toBe('');
    await enter(page);
    await page.getByRole('heading', { name: '活动', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sessions');
    await end();
  });

  it('is not signed in by an address alone', async () => {
    const before = await sessions();
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    await toPortal(page);
    await page.getByText('警号 luojian').waitFor();
    await page.goto(`${site.address}/sessions`);
    await page.getByLabel('用户名').waitFor();
    expect(await sessions()).toBe(before);
    await end();
  });

  it('reads on a phone, in English, why an old ticket and a used one open nothing, and enters with a new one', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'en', address: site.address });
    site.handing = { seconds: 300 };
    await toPortal(page);
    await enter(page);
    await page.getByText('The ticket has expired; it lasts for two minutes at most.').waitFor();
    expect(await page.getByRole('button', { name: 'Enter', exact: true }).count()).toBe(0);
    site.handing = {};
    await toPortal(page);
    await enter(page);
    await page.getByRole('heading', { name: 'To do' }).waitFor();
    site.handing = { again: true };
    const other = await walker(browser, { screen: 'phone', language: 'en', address: site.address });
    await toPortal(other.page);
    await enter(other.page);
    await other.page.getByText('This ticket was used already').waitFor();
    await end();
    await other.end();
  });

  it('finds nothing serious in the way, neither at the sign-in nor before he enters nor when he is refused', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
    const underWay = requestsOf(page);
    const found: string[] = [];
    const look = async (): Promise<void> => {
      for (const it of [byNight, enlarged, byDay]) {
        await turnTo(page, it);
        await settled(page, underWay);
        found.push(...await inTheWay(page));
      }
    };
    await page.getByLabel('用户名').waitFor();
    await look();
    site.person = { number: '999999', name: '章程' };
    await toPortal(page);
    await page.getByText('警号 999999').waitFor();
    await look();
    await enter(page);
    await page.getByText('本系统没有该警号的账号').waitFor();
    await look();
    await page.goto(`${site.address}/ticket`);
    await page.getByText('地址中没有登录票据').waitFor();
    await look();
    expect(found).toEqual([]);
    await end();
  });
});

describe('Wen Lan, whose session ended while she wrote', () => {
  it('enters from the portal in another window, and what she wrote is sent from where it stands', async () => {
    site.person = { number: 'wenlan', name: '温岚' };
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/complaints` });
    await toPortal(page);
    await enter(page);
    await page.getByLabel('内容').fill('值班表请提前一周公布');
    await site.bureau.within(({ tx }) => tx.run(sql`DELETE FROM login_session`));
    await page.getByRole('button', { name: /^提\s*交$/ }).click();
    await page.getByText('登录已过期').waitFor();
    for (const [name, after] of [['罗建', '刚才进入的是另一个账号'], ['温岚', null]] as const) {
      site.person = { number: name === '罗建' ? 'luojian' : 'wenlan', name };
      const opening = page.context().waitForEvent('page');
      await toPortal(page);
      const window = await opening;
      await enter(window);
      await window.getByRole('heading', { name: '待办' }).waitFor();
      if (after !== null) await page.getByText(after).waitFor();
      await window.close();
    }
    await page.getByText('登录已过期').waitFor({ state: 'detached' });
    await page.getByText('值班表请提前一周公布').first().waitFor();
    const kept = await site.bureau.within(({ tx }) => tx.many(sql`SELECT 1 FROM complaint WHERE account_id = (SELECT id FROM account WHERE user_name = 'wenlan')`));
    expect(kept).toHaveLength(1);
    await end();
  });
});
