import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withdrawObjection } from '#domain/objections/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { announce, judge, lockYear, reviewBureau } from '#test/review-bureau.ts';
import { runJobs } from '#test/run-jobs.ts';
import { openBrowser, signedIn, type Walker } from './browser.ts';
import { printed } from './paper.ts';
import { serving, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  browser = await openBrowser();
  const bureau = await reviewBureau('dist/web');
  await bureau.within((call) => announce(call, 2026), '2026-01-01T08:30:00+08:00');
  site = await serving(bureau);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const as = (name: string, path: string, screen: 'desk' | 'phone' = 'desk'): Promise<Walker> =>
  signedIn(browser, name, { screen, language: 'zh', address: `${site.address}${path}` });
const on = (day: string): string => {
  const instant = `${day}T09:00:00+08:00`;
  site.bureau.setNow(instant);
  return instant;
};
const rowOf = (page: Page, branch: string) => page.getByRole('row').filter({ hasText: branch });
/** The button in the form beside the page, which is called as the one that opened it. */
const send = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click();

it('the year of the branches goes from self-review to circular through the hands of its bodies', async () => {
  on('2025-12-22');
  const opening = await as('fangmin', '/reviews?year=2025');
  await opening.page.getByRole('button', { name: '布置年度考核' }).click();
  await opening.page.getByLabel('自评截止日').fill('2026-01-16');
  await opening.page.getByLabel('自评截止日').press('Enter');
  await send(opening.page, /^布\s?置$/);
  await opening.page.getByText('已布置，支部可在本支部页面自评。').waitFor();
  await opening.end();

  on('2026-01-06');
  const branch = await as('luojian', '/branch');
  await branch.page.getByRole('region', { name: '2025 年度支部自评' }).getByRole('link', { name: '去办理' }).click();
  await branch.page.getByLabel('自评说明').fill('全年任务完成，党员教育形式还需丰富。');
  await branch.page.getByRole('button', { name: '提交自评' }).click();
  await branch.page.getByText('已提交自评，机关党委可见。').waitFor();
  await branch.end();

  const now = on('2026-01-20');
  await judge(site.bureau, 'command', 9, '9.00');
  await judge(site.bureau, 'detention', 10, '9.50');
  await lockYear(site.bureau);
  const scoring = await as('fangmin', '/reviews?year=2025');
  await rowOf(scoring.page, '看守所党支部').getByText('2026-01-06', { exact: false }).waitFor();
  await scoring.page.getByRole('button', { name: /^核\s?分$/ }).click();
  await scoring.page.getByText('已开始核分', { exact: false }).waitFor();
  await runJobs(site.bureau, now);
  await rowOf(scoring.page, '看守所党支部').getByRole('button', { name: /^优秀/ }).waitFor();
  await scoring.page.getByText('优秀 1/1', { exact: true }).waitFor();
  await scoring.end();

  on('2026-01-21');
  const meeting = await as('shenyi', '/reviews?year=2025');
  await meeting.page.getByRole('button', { name: '登记研究结果' }).click();
  await meeting.page.getByLabel('会议纪要编号').fill('机关党委会议纪要〔2026〕2号');
  await meeting.page.getByLabel('拟定等次 指挥中心党支部').click();
  await meeting.page.getByTitle('合格', { exact: true }).click();
  await send(meeting.page, '登记研究结果');
  await meeting.page.getByText('须写明理由', { exact: false }).waitFor();
  await meeting.page.getByLabel('理由 指挥中心党支部').fill('抽查问题未按期整改');
  await send(meeting.page, '登记研究结果');
  await meeting.page.getByText('已登记研究结果。').waitFor();
  await rowOf(meeting.page, '指挥中心党支部').getByText('抽查问题未按期整改').waitFor();
  await meeting.end();

  on('2026-01-22');
  const notice = await as('fangmin', '/reviews?year=2025');
  await notice.page.getByRole('button', { name: '发布公示' }).click();
  await notice.page.getByLabel('公示截止日').fill('2026-01-28');
  await notice.page.getByLabel('公示截止日').press('Enter');
  await send(notice.page, '发布公示');
  await notice.page.getByText('公示期不少于 5 个工作日', { exact: false }).waitFor();
  await notice.page.getByLabel('公示截止日').fill('2026-01-29');
  await notice.page.getByLabel('公示截止日').press('Enter');
  await send(notice.page, '发布公示');
  await notice.page.getByText('已公示，全局可见。').waitFor();
  await notice.end();
});

it('everybody reads the notice, which names the proposed best grade alone', async () => {
  const member = await as('wenlan', '/branch-review?year=2025', 'phone');
  await member.page.getByText('等次待局党委审定后公布。').waitFor();
  await member.page.getByRole('link', { name: '公示', exact: true }).click();
  await member.page.getByRole('heading', { name: /2025 年度党支部考核拟定“优秀”等次名单公示/ }).waitFor();
  const paper = await printed(member.page);
  expect([paper.pages, paper.format]).toEqual([1, 'portrait']);
  expect(paper.text).toContain('看守所');
  expect(paper.text).not.toContain('指挥中心');
  await member.end();
});

it('an objection of a branch holds the approval up until it is settled', async () => {
  on('2026-01-30');
  const branch = await as('luojian', '/branch-review?year=2025');
  await branch.page.getByRole('region', { name: '考核结果' }).getByRole('link', { name: '提出异议' }).click();
  await branch.page.getByText('2025 年度得分和等次').first().waitFor();
  await branch.page.getByRole('textbox').last().fill('12 月组织生活会未计入');
  await branch.page.getByRole('button', { name: '提出异议', exact: true }).click();
  await branch.page.waitForURL((url) => /\/objections\/[0-9a-f]/.test(url.pathname));
  await branch.end();

  const early = await as('juling', '/reviews?year=2025');
  await early.page.getByText('尚有 1 件异议未办结', { exact: false }).waitFor();
  await early.page.getByRole('button', { name: '登记审定' }).click();
  await early.page.getByLabel('审定文号').fill('市公党〔2026〕9号');
  await send(early.page, '登记审定');
  await early.page.getByText('办结后才能审定', { exact: false }).last().waitFor();
  await early.end();

  const { bureau } = site;
  const [open] = await bureau.within(({ tx }) => tx.many<{ objection: string; version: number }>(sql`SELECT o.fact_id AS objection, f.version FROM objection o JOIN fact f ON f.fact_id = o.fact_id`));
  await bureau.as('luojian').call(withdrawObjection, { objection: open?.objection ?? '', version: open?.version ?? 0, words: '已核对，记录无误' });
});

it('it is approved after the notice and circulated, and the branch reads its grade', async () => {
  on('2026-01-29');
  const early = await as('juling', '/reviews?year=2025');
  await early.page.getByRole('button', { name: '登记审定' }).click();
  await early.page.getByLabel('审定文号').fill('市公党〔2026〕9号');
  await send(early.page, '登记审定');
  await early.page.getByText('期满后才能报局党委审定', { exact: false }).waitFor();
  await early.end();

  on('2026-01-30');
  const approving = await as('juling', '/reviews?year=2025');
  await approving.page.getByRole('button', { name: '登记审定' }).click();
  await approving.page.getByLabel('审定文号').fill('市公党〔2026〕9号');
  await send(approving.page, '登记审定');
  await approving.page.getByText('已登记审定', { exact: false }).waitFor();
  await approving.end();

  const circular = await as('fangmin', '/reviews?year=2025');
  await circular.page.getByRole('button', { name: '登记通报' }).click();
  await circular.page.getByLabel('通报文号').fill('市公机党〔2026〕12号');
  await send(circular.page, '登记通报');
  await circular.page.getByText('已登记通报。').waitFor();
  await circular.page.getByRole('link', { name: '通报及附表' }).click();
  await circular.page.getByRole('heading', { name: /关于 2025 年度党支部考核结果的通报/ }).waitFor();
  const paper = await printed(circular.page);
  expect([paper.pages, paper.format]).toEqual([2, 'portrait']);
  expect(paper.text).toContain('优秀（1 个）：看守所党支部');
  await circular.end();

  const branch = await as('luojian', '/', 'phone');
  await branch.page.getByRole('link', { name: '去签收' }).click();
  await branch.page.getByRole('region', { name: '考核结果', exact: true }).getByRole('button', { name: /^优秀/ }).waitFor();
  await branch.page.getByLabel('签收意见', { exact: false }).fill('已在支委会传达。');
  await branch.page.getByRole('button', { name: '签收考核结果' }).click();
  await branch.page.getByText('已签收，机关党委可见。').waitFor();
  await branch.end();

  const office = await as('fangmin', '/reviews?year=2025');
  await office.page.getByRole('button', { name: /已签收 1\/2/ }).click();
  await office.page.getByRole('dialog').getByText('看守所党支部').waitFor();
  await office.end();
});
