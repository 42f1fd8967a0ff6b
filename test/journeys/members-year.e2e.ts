import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { announceYears } from '#test/announced-years.ts';
import { readReview, seatOrganiser } from '#test/member-review.ts';
import { recordOf } from '#test/operations/bench.ts';
import { openBrowser, signedIn, type Walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { bureau } = site;
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  await seatOrganiser(bureau);
  for (const day of ['2026-10-12', '2026-10-19', '2026-11-02']) await bureau.as('jiping').call(recordSession, recordOf(bureau.cast.organisation.detention, day));
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const as = (name: string, path: string, screen: 'desk' | 'phone' = 'desk'): Promise<Walker> =>
  signedIn(browser, name, { screen, language: 'zh', address: `${site.address}${path}` });

const ofBranch = (): string => `/branch/${site.bureau.cast.organisation.detention}/member-reviews/2026`;

it('the organiser keeps the steps and types in the ballots, a row that does not fit is marked', async () => {
  const { page, end } = await as('jiping', ofBranch());
  await page.getByRole('button', { name: '开始办理' }).click();
  for (const [step, day] of [['学习动员', '2026-11-02'], ['自评', '2026-11-05'], ['互评', '2026-11-09']] as const) {
    await page.getByRole('dialog').getByLabel(new RegExp(`^${step}`)).fill(day);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: /^保\s?存$/ }).click();
  await page.getByText('步骤日期已保存。').waitFor();
  await page.getByRole('link', { name: '录入测评票数' }).click();
  for (const what of ['发出', '收回', '有效']) await page.getByLabel(`党员票 ${what}`).fill('18');
  const { members } = await readReview(site.bureau);
  for (const { person } of members) {
    await page.getByLabel(`${person.name}：优秀`, { exact: true }).fill(person.name === '温岚' ? '13' : '12');
    await page.getByLabel(`${person.name}：合格`, { exact: true }).fill('6');
  }
  await page.getByText('有 1 行票数不符', { exact: false }).waitFor();
  await page.getByLabel('温岚：优秀', { exact: true }).fill('12');
  await page.getByLabel('民主测评日期').fill('2026-11-12');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '保存票数' }).click();
  await page.getByText('已录入 20 条票数，待另一人核对后核算。').waitFor();
  await end();
});

it('the secretary checks, the deputy checks the secretary’s own, and the committee’s grades are entered', async () => {
  const secretary = await as('luojian', ofBranch());
  await secretary.page.getByRole('button', { name: '核对票数并核算' }).click();
  await secretary.page.getByText('已核对 19 条票数；还有 1 条', { exact: false }).waitFor();
  const deputy = await as('tangyue', ofBranch(), 'phone');
  await deputy.page.getByRole('button', { name: '核对票数并核算' }).click();
  await deputy.page.getByText('已核对 1 条票数，综合分和建议等次已核算。').waitFor();
  await deputy.end();

  const { page } = secretary;
  await page.reload();
  await page.getByRole('button', { name: '组织评定' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('会议记录编号').fill('支委会〔2026〕11号');
  await form.getByLabel('参加评定的委员').click();
  for (const name of ['罗建', '唐悦', '季平']) await page.getByTitle(name, { exact: true }).click();
  await page.keyboard.press('Escape');
  await form.getByLabel('温岚的等次').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('基本合格').click();
  await form.getByRole('button', { name: '保存评定结果' }).click();
  await form.getByText('与建议等次不同，请写明事实和理由', { exact: false }).waitFor();
  await form.getByLabel('温岚：与建议不同的事实和理由').fill('两次无故不参加组织生活。');
  await form.getByLabel('温岚：谈话并听取说明的日期').fill('2026-11-13');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: '保存评定结果' }).click();
  await page.getByText('评定结果已保存，可以提请审定。').waitFor();
  await page.getByRole('button', { name: '提请审定' }).click();
  await page.getByText('已提请机关党委审定。').waitFor();
  await secretary.end();
});

it('the office returns it once, the branch grades anew, and the organs committee approves', async () => {
  const office = await as('fangmin', '/member-reviews');
  await office.page.getByRole('link', { name: '看守所党支部' }).click();
  await office.page.getByRole('button', { name: '退回并说明' }).click();
  await office.page.getByLabel('退回理由').fill('该党员属请假，请核实后重新评定。');
  await office.page.getByRole('dialog').getByRole('button', { name: /^退\s?回$/ }).click();
  await office.page.getByText('已退回支部。').waitFor();
  await office.end();

  const secretary = await as('luojian', ofBranch());
  await secretary.page.getByText('退回理由：该党员属请假，请核实后重新评定。').waitFor();
  await secretary.page.getByRole('button', { name: '组织评定' }).click();
  await secretary.page.getByRole('dialog').getByLabel('温岚的等次').click();
  await secretary.page.locator('.ant-select-dropdown:visible').getByTitle('合格', { exact: true }).click();
  await secretary.page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
  await secretary.page.getByRole('dialog').getByLabel('郑琦的等次').click();
  await secretary.page.locator('.ant-select-dropdown:visible').getByTitle('基本合格').click();
  await secretary.page.getByLabel('郑琦：与建议不同的事实和理由').fill('第三季度岗位履职没有记录。');
  await secretary.page.getByLabel('郑琦：谈话并听取说明的日期').fill('2026-11-13');
  await secretary.page.keyboard.press('Enter');
  await secretary.page.getByRole('button', { name: '保存评定结果' }).click();
  await secretary.page.getByText('评定结果已保存，可以提请审定。').waitFor();
  await secretary.page.getByRole('button', { name: '提请审定' }).click();
  await secretary.page.getByText('已提请机关党委审定。').waitFor();
  await secretary.end();

  const leader = await as('shenyi', ofBranch());
  await leader.page.getByRole('button', { name: /^审\s?定$/ }).click();
  await leader.page.getByLabel('审定文号').fill('机关党委〔2026〕9号');
  await leader.page.getByRole('dialog').getByRole('button', { name: /^审\s?定$/ }).click();
  await leader.page.getByText('已审定，20 名党员可以查看本人结果。').waitFor();
  await leader.page.getByRole('link', { name: '打印测评汇总表' }).click();
  await leader.page.getByRole('heading', { name: '民主测评汇总表（党员票）', exact: false }).waitFor();
  await leader.end();
});

it('a member reads his own on his phone with its grounds, and confirms; two object, one of them rightly', async () => {
  const member = await as('wenlan', '/my-results', 'phone');
  const year = member.page.getByRole('region', { name: '2026年党员年度综合评价' });
  await year.getByRole('button', { name: /^合格，查看依据/ }).click();
  await member.page.getByRole('dialog').getByText('民主测评', { exact: false }).first().waitFor();
  await member.page.keyboard.press('Escape');
  await member.page.getByRole('button', { name: '确认阅知' }).click();
  await member.page.getByText('已确认阅知。').waitFor();
  await year.getByText('已确认', { exact: true }).first().waitFor();
  expect(await member.page.getByText('看守甲').count(), 'he sees a colleague').toBe(0);
  await member.end();

  const other = await as('zhengqi', '/my-results', 'phone');
  await other.page.getByRole('button', { name: '提出异议' }).click();
  await other.page.getByLabel('哪里不对，事实是什么').fill('第三季度岗位履职漏评。');
  await other.page.getByRole('button', { name: /^提\s?交$/ }).click();
  await other.page.getByText('异议已提交，由机关党委答复。').waitFor();
  await other.end();

  const deputy = await as('tangyue', '/my-results', 'phone');
  await deputy.page.getByRole('button', { name: '提出异议' }).click();
  await deputy.page.getByLabel('哪里不对，事实是什么').fill('讲课一次漏记。');
  await deputy.page.getByRole('button', { name: /^提\s?交$/ }).click();
  await deputy.page.getByText('异议已提交，由机关党委答复。').waitFor();
  await deputy.end();

  const office = await as('fangmin', ofBranch());
  const waiting = office.page.getByRole('region', { name: '待答复的异议' });
  await waiting.getByText('第三季度岗位履职漏评。').waitFor();
  await waiting.getByRole('listitem').filter({ hasText: '讲课一次漏记。' }).getByRole('button', { name: '答复异议' }).click();
  expect(await office.page.getByLabel('改评该党员的等次', { exact: false }).count(), 'who does not approve changes no grade').toBe(0);
  await office.page.getByLabel('不成立：维持审定结果').check();
  await office.page.getByRole('dialog').getByLabel('答复').fill('经核实，该次讲课已计入。');
  await office.page.getByRole('dialog').getByRole('button', { name: /^答\s?复$/ }).click();
  await waiting.getByText('讲课一次漏记。').waitFor({ state: 'detached' });
  await office.end();
});

it('the organs committee changes the grade of him who was right, within the places, and he reads both grades', async () => {
  const { page, end } = await as('shenyi', '/');
  await page.getByRole('link', { name: '去办理' }).first().click();
  await page.getByRole('button', { name: '答复异议' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('成立：由机关党委会议改评该党员的等次').check();
  await form.getByLabel('优秀', { exact: true }).check();
  await form.getByLabel('会议纪要编号').fill('机关党委会议纪要〔2026〕12号');
  await form.getByLabel('答复').fill('第三季度岗位履职属漏报，异议成立。');
  await form.getByRole('button', { name: /^答\s?复$/ }).click();
  await form.getByText('评为“优秀”须达到 85.00 分', { exact: false }).waitFor();
  await form.getByLabel('合格', { exact: true }).check();
  await form.getByRole('button', { name: /^答\s?复$/ }).click();
  await page.getByText('异议已答复，本人可以查看。').waitFor();
  await page.getByText('原评“基本合格”', { exact: false }).waitFor();
  await page.getByText('异议成立，改评等次', { exact: false }).waitFor();
  await end();

  const member = await as('zhengqi', '/', 'phone');
  await member.page.getByText('异议已答复待阅知').waitFor();
  await member.page.getByRole('link', { name: '去阅知' }).click();
  await member.page.getByText('由“基本合格”改评为“合格”', { exact: false }).waitFor();
  await member.page.getByRole('button', { name: '确认阅知' }).click();
  await member.page.getByText('已确认阅知。').waitFor();
  await member.end();
});
