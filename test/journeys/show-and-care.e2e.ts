import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFacts } from '#server/facts/record-fact.ts';
import { announceYears } from '#test/announced-years.ts';
import { approvedMember } from '#test/approved-member.ts';
import { choose, entered, openBrowser, typeDay } from './browser.ts';
import { printed } from './paper.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;

/** The committee of the bureau has two members, and the year of two people of the branch is approved with the best grade. */
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { bureau } = site;
  const { organisation, person } = bureau.cast;
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  await bureau.within((call) => recordFacts(call, (['shenyi', 'fangmin'] as const).map((name) => ({
    kind: 'post' as const, state: { person: person[name], organisation: organisation.bureau, post: name === 'shenyi' ? 'secretary' as const : 'committeeMember' as const, from: '2026-01-01', to: null },
  }))));
  for (const name of ['wenlan', 'zhengqi'] as const) await approvedMember(bureau, person[name]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const send = async (page: Page): Promise<void> => page.getByRole('dialog').getByRole('button', { name: /^登\s*记$/ }).click();

/** Somebody confirms what waits on his desk. */
async function confirms(name: string, what: string): Promise<void> {
  const { page, end } = await entered(browser, name, site.address, '/');
  await page.getByRole('article').filter({ hasText: what }).getByRole('link', { name: '审核' }).click();
  await page.getByRole('button', { name: '审核通过' }).click();
  await expect.poll(() => page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
  await end();
}

describe('what a branch shows', () => {
  it('a brand is entered where it is missing, shown once the office has confirmed it, and printed in the booklet', async () => {
    const recorder = await entered(browser, 'jiping', site.address, '/brands');
    await recorder.page.getByRole('row', { name: /看守所党支部/ }).getByRole('link', { name: '去登记' }).first().click();
    await recorder.page.getByRole('button', { name: /登记$/ }).click();
    const form = recorder.page.getByRole('dialog');
    await form.getByLabel('品牌名称').fill('春风看守');
    await form.getByLabel('品牌内涵').fill('以规范和温度管教');
    await send(recorder.page);
    await recorder.page.getByRole('status').filter({ hasText: '待党务办审核后计入' }).waitFor();
    await recorder.end();
    await confirms('fangmin', '支部品牌');

    const other = await entered(browser, 'gucheng', site.address, '/brands');
    await other.page.getByText('支部品牌 1/2').waitFor();
    await other.page.getByRole('row', { name: /看守所党支部/ }).getByText('以规范和温度管教').waitFor();
    await other.page.getByRole('link', { name: '打印汇编' }).click();
    await other.page.getByText('尚无支部品牌：指挥中心党支部。').waitFor();
    const booklet = await printed(other.page);
    expect([booklet.format, booklet.text.includes('春风看守'), booklet.text.includes('投诉建议')]).toEqual(['portrait', true, false]);
    await other.end();
  });

  it('a feature needs the consent of the person, and is there for everybody once the office has released it', async () => {
    const recorder = await entered(browser, 'jiping', site.address, '/features');
    await recorder.page.getByRole('link', { name: '登记专题报道' }).click();
    await recorder.page.getByRole('button', { name: /登记$/ }).click();
    const form = recorder.page.getByRole('dialog');
    await choose(form, '人员', '温岚');
    await form.getByLabel('题目或文号').fill('监所里的老工匠');
    await form.getByLabel('刊载处').fill('《示例日报》第3版');
    await send(recorder.page);
    await form.getByText('须为“是”才能登记').waitFor();
    await form.getByRole('switch', { name: '本人同意' }).click();
    await send(recorder.page);
    await recorder.page.getByRole('status').filter({ hasText: '待党务办审核后计入' }).waitFor();
    await recorder.end();
    const member = await entered(browser, 'gucheng', site.address, '/features', 'phone');
    await member.page.getByText('本年还没有发布的专题报道').waitFor();
    await confirms('fangmin', '警营工匠专题报道');
    await member.page.reload();
    await member.page.getByRole('heading', { name: '监所里的老工匠' }).waitFor();
    await member.end();
  });
});

describe('what the committee of the bureau owes', () => {
  it('stands with what is missing, and is recorded from there', async () => {
    const { page, end } = await entered(browser, 'dangwu', site.address, '/requirements');
    for (const [at, day] of ['2026-11-05', '2026-11-12'].entries()) {
      await page.getByRole('link', { name: '记录11月学习' }).click();
      await page.getByLabel('主题', { exact: true }).fill('专题学习');
      await typeDay(page.getByRole('main'), '日期', day);
      await page.getByRole('button', { name: '全部实到', exact: true }).click();
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('status').filter({ hasText: '已提交' }).waitFor();
      await page.goto(`${site.address}/requirements`);
      await page.getByRole('listitem').filter({ hasText: '11月' }).getByRole('button', { name: new RegExp(`${at + 1} / 2`) }).waitFor();
    }
    expect(await page.getByRole('link', { name: '记录11月学习' }).count()).toBe(0);
    await end();
  });
});

describe('who is on the care list', () => {
  it('is planned for and visited from the desk of the branch, until nothing is left to do', async () => {
    const recorder = await entered(browser, 'jiping', site.address, '/registers?register=careList');
    await recorder.page.getByRole('button', { name: /登记$/ }).click();
    const form = recorder.page.getByRole('dialog');
    await choose(form, '人员', '温岚');
    await choose(form, '类别', '长期一线');
    await send(recorder.page);
    await recorder.page.getByRole('status').filter({ hasText: '待支部书记、副书记审核后计入' }).waitFor();
    await recorder.end();
    await confirms('luojian', '困难党员名册');

    const secretary = await entered(browser, 'luojian', site.address, '/branch');
    const due = secretary.page.getByRole('region', { name: '近期应办' });
    await due.getByRole('listitem').filter({ hasText: '走访对象列入计划' }).getByRole('link', { name: '登记' }).click();
    const plan = secretary.page.getByRole('dialog');
    await choose(plan, '走访人', '唐悦');
    await secretary.page.locator('.ant-drawer-title').click();
    await typeDay(plan, '截止日期', '2026-11-30');
    await send(secretary.page);
    await secretary.page.getByRole('status').filter({ hasText: '已登记“走访计划”' }).waitFor();
    await secretary.page.goto(`${site.address}/branch`);
    await due.getByRole('listitem').filter({ hasText: '11-30 前' }).getByRole('link', { name: '登记' }).click();
    // The plan says who visits whom, each once.
    for (const name of ['唐悦', '温岚']) await plan.getByText(name).waitFor();
    await choose(plan, '事由', '慰问一线');
    await send(secretary.page);
    await secretary.page.getByRole('status').filter({ hasText: '已登记“走访慰问”' }).waitFor();
    await secretary.page.goto(`${site.address}/branch`);
    await secretary.page.getByRole('heading', { name: '支部工作台' }).waitFor();
    await expect.poll(() => due.getByText('温岚').count()).toBe(0);
    await secretary.end();
  });
});

describe('a selection', () => {
  it('is proposed by a branch, posted within its places, decided after the days of the notice, and read by the member', async () => {
    const office = await entered(browser, 'fangmin', site.address, '/selections');
    await office.page.getByRole('button', { name: '开展评选' }).click();
    await office.page.getByRole('dialog').getByLabel('名额').fill('1');
    await office.page.getByRole('dialog').getByRole('button', { name: /^开\s*展$/ }).click();
    await office.page.getByText('“优秀共产党员”评选已开展').waitFor();

    const secretary = await entered(browser, 'luojian', site.address, '/selections');
    for (const name of ['温岚', '郑琦']) {
      await secretary.page.getByRole('button', { name: '推荐人选' }).click();
      const form = secretary.page.getByRole('dialog');
      await choose(form, '姓名', name);
      await form.getByLabel('支委会（支部大会）记录').fill('2026年11月16日支委会');
      await form.getByLabel('推荐理由').fill('任务面前先上');
      await form.getByRole('button', { name: /^推\s*荐$/ }).click();
      await secretary.page.getByRole('listitem').filter({ hasText: name }).waitFor();
    }
    await secretary.end();

    await office.page.reload();
    await office.page.getByRole('button', { name: /^公\s*示$/ }).click();
    const form = office.page.getByRole('dialog');
    for (const name of [/温岚/, /郑琦/]) await form.getByRole('checkbox', { name }).check();
    await form.getByRole('button', { name: /^公\s*示$/ }).click();
    await form.getByText('名额 1 名，所选 2 名，超出 1 名。请减少人选。').waitFor();
    await form.getByRole('checkbox', { name: /郑琦/ }).uncheck();
    await form.getByRole('button', { name: /^公\s*示$/ }).click();
    await office.page.getByText('已公示，全体党员可以查看。').waitFor();
    await office.end();

    const decides = async (): Promise<string> => {
      const { page, end } = await entered(browser, 'shenyi', site.address, '/selections');
      await page.getByRole('button', { name: '登记决定' }).click();
      await page.getByRole('dialog').getByLabel('决定文号').fill('机关党〔2026〕40号');
      await page.getByRole('dialog').getByRole('button', { name: '登记决定' }).click();
      const said = page.getByText(/公示.*(不足|未满|期满后)|决定已登记/).last();
      await said.waitFor();
      const text = await said.innerText();
      await end();
      return text;
    };
    expect(await decides()).not.toContain('决定已登记');
    site.bureau.setNow('2026-11-27T09:00:00+08:00');
    expect(await decides()).toContain('决定已登记');
    const member = await entered(browser, 'wenlan', site.address, '/selections', 'phone');
    await member.page.getByText('表彰决定（2026-11-27，机关党〔2026〕40号）').waitFor();
    await member.end();
  });
});
