import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepOf, timeCode } from '#server/access/time-code.ts';
import { NOW } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { entered, openBrowser, signedIn, typeDay } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** What the phone with that secret shows now. */
const codeOf = (secret: string): string => timeCode(secret, stepOf(site.bureau.now()));
const account = async (page: Page, userName: string): Promise<void> => {
  await page.goto(`${site.address}/accounts?q=${userName}`);
  await page.getByRole('link', { name: userName, exact: true }).click();
  await button(page, '授予职责').waitFor();
};

describe('Wen Lan takes a second factor', () => {
  it('proves that her phone has it, signs in with a code that is good once, and starts anew when the phone is lost', async () => {
    const desk = await entered(browser, 'wenlan', site.address, '/');
    await button(desk.page, /用户菜单/).click();
    await desk.page.getByRole('link', { name: '动态口令' }).click();
    const secret = (await desk.page.getByRole('definition').innerText()).replaceAll(' ', '');
    await desk.page.getByLabel('动态口令', { exact: true }).fill('000000');
    await desk.page.getByLabel('当前密码').fill(PASSWORD);
    await button(desk.page, /^启\s*用$/).click();
    await desk.page.getByText('请先保管好恢复码').waitFor();
    await desk.page.getByRole('checkbox', { name: '恢复码已妥善保管' }).check();
    await button(desk.page, /^启\s*用$/).click();
    await desk.page.getByText('动态口令不正确或已用过').waitFor();
    await desk.page.getByLabel('动态口令', { exact: true }).fill(codeOf(secret));
    await button(desk.page, /^启\s*用$/).click();
    await desk.page.getByText('动态口令已启用').waitFor();
    await desk.page.getByText('恢复码还剩 10 个').waitFor();

    const phone = await signedIn(browser, 'wenlan', { screen: 'phone', language: 'zh', address: site.address }, PASSWORD);
    await phone.page.getByText('请输入手机上的动态口令').waitFor();
    await phone.page.getByLabel('动态口令').fill(codeOf(secret));
    await button(phone.page, '登录').click();
    await phone.page.getByText('动态口令不正确或已用过，请等下一个口令').waitFor();
    site.bureau.setNow('2026-11-17T09:00:30+08:00');
    await phone.page.getByLabel('动态口令').fill(codeOf(secret));
    await button(phone.page, '登录').click();
    await phone.page.getByRole('heading', { name: '待办' }).waitFor();

    const administrator = await entered(browser, 'anquan', site.address, '/');
    await account(administrator.page, 'wenlan');
    await administrator.page.getByText('2026-11-17 09:00 启用').waitFor();
    await button(administrator.page, /更\s*多/).click();
    await administrator.page.getByRole('menuitem', { name: '重置动态口令' }).click();
    await administrator.page.getByRole('dialog').getByRole('button', { name: '重置动态口令' }).click();
    await administrator.page.getByText('动态口令已重置，所有登录已退出').waitFor();
    await administrator.page.getByText('现在没有登录。').waitFor();
    await administrator.end();

    await phone.page.getByRole('link', { name: '活动' }).click();
    await phone.page.getByRole('dialog').getByText('登录已过期').waitFor();
    await phone.page.getByRole('dialog').getByLabel('密码').fill(PASSWORD);
    await phone.page.getByRole('dialog').getByRole('button', { name: '登录', exact: true }).click();
    await phone.page.getByRole('heading', { name: '活动' }).waitFor();
    await phone.end();
    await desk.end();
  });

  it('must have one where the rule asks it of the role, before anything else', async () => {
    const secretary = await entered(browser, 'luojian', site.address, '/');
    const { page, end } = await entered(browser, 'anquan', site.address, '/accounts');
    await page.getByRole('link', { name: '动态口令规定' }).click();
    await page.getByRole('checkbox', { name: '支部书记', exact: true }).check();
    await button(page, /保\s*存/).click();
    await page.getByText('已保存。所选职责的人员下一次操作前须启用动态口令。').waitFor();

    await secretary.page.reload();
    await secretary.page.getByText('您的职责要求使用动态口令，启用后才能办理业务。').waitFor();
    const secret = (await secretary.page.getByRole('definition').innerText()).replaceAll(' ', '');
    await secretary.page.getByRole('checkbox', { name: '恢复码已妥善保管' }).check();
    await secretary.page.getByLabel('动态口令', { exact: true }).fill(codeOf(secret));
    await secretary.page.getByLabel('当前密码').fill(PASSWORD);
    await button(secretary.page, /^启\s*用$/).click();
    await secretary.page.getByRole('heading', { name: '待办' }).waitFor();
    await secretary.end();

    await page.getByRole('checkbox', { name: '支部书记', exact: true }).uncheck();
    await button(page, /保\s*存/).click();
    await expect.poll(() => button(page, /保\s*存/).isDisabled()).toBe(true);
    await end();
  });
});

describe('sessions', () => {
  it('are seen by whom they belong to and ended from afar, by himself or by the security administrator', async () => {
    const phone = await entered(browser, 'zhengqi', site.address, '/', 'phone');
    const desk = await entered(browser, 'zhengqi', site.address, '/my-sessions');
    await desk.page.getByText('当前浏览器').waitFor();
    await button(desk.page, '退出其他登录').click();
    await desk.page.getByText(/已退出 \d 处登录/).waitFor();
    await phone.page.getByRole('link', { name: '活动' }).click();
    await phone.page.getByRole('dialog').getByText('登录已过期').waitFor();
    await phone.end();

    const administrator = await entered(browser, 'anquan', site.address, '/');
    await account(administrator.page, 'zhengqi');
    await button(administrator.page, /^退\s*出$/).click();
    await administrator.page.getByText('已退出 1 处登录。').waitFor();
    await administrator.page.getByText('现在没有登录。').waitFor();
    await administrator.end();
    await desk.page.reload();
    await desk.page.getByLabel('用户名').waitFor();
    await desk.end();
  });
});

describe('the security administrator looks as somebody else', () => {
  it('sees pages and rights with the role behind each, no data, and the look itself is in the trail; the office may not', async () => {
    const { page, end } = await entered(browser, 'anquan', site.address, '/');
    await account(page, 'jiping');
    await page.getByRole('link', { name: '以此人视角查看页面和全部权限' }).click();
    await page.getByRole('heading', { name: '以 季平 的视角查看' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: '班组与值班' }).getByText('记录员 · 看守所党支部').waitFor();
    await page.getByRole('listitem').filter({ hasText: '我的积分' }).getByText('本人事项').first().waitFor();
    const address = new URL(page.url()).pathname;
    await end();

    const audit = await entered(browser, 'shenji', site.address, '/audit');
    await audit.page.getByRole('row', { name: /以某人视角查看 anquan 账号 jiping/ }).waitFor();
    await audit.end();

    const office = await entered(browser, 'shenyi', site.address, address);
    await office.page.getByText('没有找到，或者不在您的查看范围内。').waitFor();
    expect(await office.page.getByRole('heading', { name: /季平/ }).count()).toBe(0);
    await office.end();
  });
});

describe('a compliance switch', () => {
  it('asks the bureau leader for his authority, opens the list for phones, and stands in the trail', async () => {
    const secretary = await entered(browser, 'gucheng', site.address, '/branch-points', 'phone');
    await secretary.page.getByText('手机端只显示本人积分').waitFor();
    await secretary.page.getByRole('link', { name: '查看合规开关' }).click();
    await secretary.page.getByText('没有变更过，均为默认。').waitFor();
    expect(await button(secretary.page, /变\s*更/).count()).toBe(0);

    const leader = await entered(browser, 'juling', site.address, '/');
    await leader.page.getByRole('link', { name: '合规开关' }).click();
    await button(leader.page, /变\s*更/).click();
    const form = leader.page.getByRole('dialog');
    await form.getByRole('button', { name: /变\s*更/ }).click();
    await form.getByText('请填写').first().waitFor();
    await form.getByLabel('依据文号').fill('机党发〔2026〕21号');
    await form.getByLabel('决定机关或会议').fill('局党委会');
    await typeDay(form, '有效期至', '2026-11-01');
    await form.getByRole('button', { name: /变\s*更/ }).click();
    await form.getByText('有效期的最后一天不能早于今天').waitFor();
    await typeDay(form, '有效期至', '2026-12-31');
    await form.getByRole('button', { name: /变\s*更/ }).click();
    await leader.page.getByText('“个人积分合计”开启　依据 机党发〔2026〕21号（局党委会，2026-11-17）　至 2026-12-31　juling').waitFor();
    await leader.end();

    await secretary.page.goto(`${site.address}/branch-points`);
    await secretary.page.getByRole('link', { name: '方敏' }).waitFor();
    await secretary.end();
    const audit = await entered(browser, 'shenji', site.address, '/audit');
    await audit.page.getByRole('row', { name: /变更合规开关 juling 合规开关“个人积分合计” .*开关：关 → 开.*机党发〔2026〕21号/ }).waitFor();
    await audit.end();
  });
});

describe('a complaint', () => {
  it('is written at the foot of the page, has a day of its own, and is answered once, not by its writer', async () => {
    site.bureau.setNow(NOW);
    const member = await entered(browser, 'gucheng', site.address, '/points', 'phone');
    await member.page.getByRole('link', { name: '投诉建议' }).click();
    await member.page.getByRole('radio', { name: '投诉' }).check();
    await button(member.page, /提\s*交/).click();
    await member.page.getByText('请填写内容').first().waitFor();
    await member.page.getByLabel('内容').fill('同一份学习材料要求另填一张表');
    await button(member.page, /提\s*交/).click();
    await member.page.getByText('已提交，党务办将在 2026-12-01 前答复').waitFor();

    site.bureau.setNow('2026-12-02T09:00:00+08:00');
    const office = await entered(browser, 'fangmin', site.address, '/complaints?list=open');
    const waiting = office.page.getByRole('listitem').filter({ hasText: '另填一张表' });
    await waiting.getByText('顾诚 2026-11-17 提出 · 答复时限 2026-12-01 · 在“我的积分”页').waitFor();
    await waiting.getByText('逾期').waitFor();
    await waiting.getByRole('button', { name: '答复' }).click();
    await waiting.getByLabel('答复').fill('该表已取消，以系统记录为准。');
    await waiting.getByRole('button', { name: '提交答复' }).click();
    await waiting.waitFor({ state: 'detached' });
    await office.end();

    await member.end();
    const back = await entered(browser, 'gucheng', site.address, '/complaints', 'phone');
    await back.page.getByText('该表已取消，以系统记录为准。').waitFor();
    await back.end();
  });
});
