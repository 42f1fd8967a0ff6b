import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAbsences, recordLeave } from '#domain/rota/absence-contract.ts';
import { entered, openBrowser } from './browser.ts';
import { served, type Served } from './served.ts';

let site: Served;
let browser: Browser;
beforeAll(async () => { [browser, site] = await Promise.all([openBrowser(), served()]); });
afterAll(() => Promise.all([browser.close(), site.end()]));

describe('leave that was withdrawn by a slip', () => {
  it.each(['desk', 'phone'] as const)('is entered again with one tap, at the %s', async (screen) => {
    const { bureau } = site;
    const organisation = bureau.cast.organisation.detention;
    const day = screen === 'desk' ? '2026-10-13' : '2026-09-15';
    const spell = { reason: 'annualLeave', from: day, to: day };
    await bureau.as('luojian').call(recordLeave, { organisation, person: bureau.cast.person.wenlan, ...spell });
    const stands = async () => (await bureau.as('luojian').call(listAbsences, { organisation, from: day, to: day })).items.map(({ people, reason, from, to }) => ({ who: people[0]?.name, reason, from, to }));
    const { page, end } = await entered(browser, 'luojian', site.address, `/leaves?month=${day.slice(0, 7)}`, screen);
    await page.getByRole('button', { name: '撤回' }).last().click();
    await page.getByRole('tooltip').getByRole('button', { name: '撤回' }).click();
    const offer = page.getByRole('status', { name: '刚才的操作' });
    await offer.getByText('已撤回温岚的登记').waitFor();
    expect(await stands()).toEqual([]);
    await offer.getByRole('button', { name: '撤销' }).click();
    await offer.getByText('已恢复').waitFor();
    expect(await stands()).toEqual([{ who: '温岚', ...spell }]);
    await offer.getByRole('button', { name: '关闭' }).click();
    expect(await offer.count()).toBe(0);
    await end();
  });
});
