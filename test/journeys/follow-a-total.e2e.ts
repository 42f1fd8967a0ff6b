import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactState } from '#domain/facts/contract.ts';
import { run } from '#server/cli/run.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { exportFacts } from '#server/points/export-facts.ts';
import { newId } from '#server/platform/ids.ts';
import { PASSWORD } from '#test/cast.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
const folder = mkdtempSync(join(tmpdir(), 'zhibu-follow-'));

/** Three Mondays: Wen Lan was there, missed one with leave and read it up, and came late once. */
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { organisation, person, others } = site.bureau.cast;
  const study = (day: string, mark: 'present' | 'absent' | 'late', reason: string | null): FactState<'session'> => ({
    organisation: organisation.detention, arrangement: null, stage: 'held', activities: ['mondayStudy'], contents: ['theory'], day, period: day.slice(0, 7),
    sittings: [{ day, from: '19:00', to: '21:00' }], host: person.luojian, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
    marks: [{ person: person.wenlan, mark, reason, sitting: 0 }, ...others.map((it) => ({ person: it, mark: 'present', reason: null, sitting: 0 }) as const)],
    allPresent: false, agenda: [], resolutions: [],
  });
  const missed = newId();
  await site.bureau.within((call) => recordFacts(call, [
    { kind: 'session', state: study('2026-11-02', 'present', null) },
    { kind: 'session', factId: missed, state: study('2026-11-09', 'absent', 'personalLeave') },
    { kind: 'session', state: study('2026-11-16', 'late', null) },
    { kind: 'makeUp', period: '2026-11', state: { session: missed, person: person.wenlan, day: '2026-11-12', way: 'reading' } },
  ]));
});
afterAll(async () => {
  await Promise.all([browser.close(), site.end()]);
  rmSync(folder, { recursive: true });
});

/** What the command line says of a person, from the log as exported. */
async function triedTotal(person: string): Promise<number | null | undefined> {
  const file = join(folder, 'facts.jsonl');
  const { organisation } = site.bureau.cast;
  const office = { id: newId(), role: 'partyAffairsOfficer', organisation: organisation.bureau, from: '2026-01-01', to: null } as const;
  const { bytes } = await site.bureau.within((call) => exportFacts({ ...call, actor: { ...call.actor, grants: [office] } }));
  writeFileSync(file, bytes);
  let printed = '';
  await run(['scheme', 'try', 'schemes/dezhou.yaml', '--facts', file, '--at', '2026-11-17', '--json'], {
    out: (text) => void (printed += text), error: (text) => { throw new Error(text); }, today: '2026-11-17',
  });
  const { totals }: { totals: { person: string; total: number | null }[] } = JSON.parse(printed);
  return totals.find((it) => it.person === person)?.total;
}

describe('Wen Lan, a member, asks why', () => {
  it('and follows her total down to the evening she made up, on a phone', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/points` });
    await page.getByLabel('用户名').fill('wenlan');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    const total = page.getByRole('region', { name: '合计' }).getByRole('button', { name: /查看依据/ }).first();
    const shown = await total.innerText();
    await total.click();
    const drawer = page.getByRole('dialog', { name: /依据/ });
    await drawer.getByRole('button', { name: '全部展开' }).click();
    await drawer.getByText('折算 2.50（实到 2 + 补学 1，迟到早退折半）', { exact: false }).first().waitFor();
    const evening = drawer.locator('.grounds-fact').filter({ hasText: '11-09' }).first();
    expect(await evening.innerText()).toContain('补学');
    await evening.getByRole('link', { name: /查看记录/ }).click();
    await page.waitForURL(/\/sessions\//);
    await end();

    const tried = await triedTotal(site.bureau.cast.person.wenlan);
    expect(shown.replace(/\s/g, '')).toContain(((tried ?? 0) / 100).toFixed(2));
  });

  it('and reads the same in English at a desk', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'en', address: `${site.address}/points` });
    await page.getByLabel('User name').fill('wenlan');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: /open the grounds/ }).first().click();
    await page.getByRole('dialog', { name: /Grounds/ }).getByText('credit 2.50 (present 2 + made up 1', { exact: false }).first().waitFor();
    await end();
  });
});
