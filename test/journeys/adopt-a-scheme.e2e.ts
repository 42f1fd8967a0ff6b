import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD } from '#test/cast.ts';
import { openBrowser, walker } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => { [browser, site] = await Promise.all([openBrowser(), served('none')]); });
afterAll(() => Promise.all([browser.close(), site.end()]));

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

it('a bureau begins without a scheme; its office adopts the sample, and the branch can record', async () => {
  const before = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/branch` });
  await signIn(before.page, 'jiping');
  await before.page.getByRole('link', { name: '记一次活动' }).click();
  await before.page.getByRole('alert').getByText('尚未启用考核方案，请机关党委在“考核方案”中启用。').waitFor();
  await before.end();

  const office = await walker(browser, { screen: 'desk', language: 'zh', address: site.address });
  await signIn(office.page, 'dangwu');
  await office.page.getByRole('note').getByText('本账号没有对应的人员', { exact: false }).waitFor();
  await office.page.getByRole('link', { name: '考核方案' }).click();
  await office.page.getByText('尚未启用考核方案', { exact: true }).waitFor();

  await office.page.getByRole('button', { name: '从样例开始' }).click();
  const text = office.page.getByLabel('方案文本');
  await expect.poll(() => text.inputValue()).toContain('scheme: dezhou');
  const sample = await text.inputValue();
  await text.fill(sample.replace('audience: members', 'audience: membres'));
  await office.page.getByRole('button', { name: /^第 \d+ 行第 15 列/ }).click();
  await text.press('Home');
  await office.page.getByRole('button', { name: /^问题 第 \d+ 行第 15 列/ }).click();
  const caret = await text.evaluate((it) => (it instanceof HTMLTextAreaElement ? it.value.slice(it.selectionStart, it.selectionStart + 7) : ''));
  expect(caret).toBe('membres');

  await text.fill(sample);
  await office.page.getByText('文本已改动，停下片刻自动检查。').waitFor();
  await office.page.getByText('没有问题，可以启用').waitFor();
  await office.page.getByText(/^周一集中学习：每周一19:00–21:00/).waitFor();
  await office.page.getByRole('button', { name: '启用', exact: true }).click();
  await office.page.getByRole('tooltip').getByText('文号还没有填写：正式办法请先填文号。').waitFor();
  await office.page.getByRole('tooltip').getByRole('button', { name: '取消' }).click();
  await office.page.getByRole('region', { name: '启用' }).getByLabel('文号').fill('机党发〔2026〕3号');
  await office.page.getByLabel('试行').check();
  await office.page.getByRole('button', { name: '启用', exact: true }).click();
  await office.page.getByText(/自 2026-01-01 起施行，该日以后/).waitFor();
  await office.page.getByRole('tooltip').getByRole('button', { name: '启用' }).click();
  await office.page.getByText('第 1 版已启用，自 2026-01-01 起施行。').waitFor();
  await office.page.getByRole('row').filter({ hasText: '现行（试行）' }).getByText('机党发〔2026〕3号').waitFor();
  await expect.poll(() => text.inputValue()).toContain('takesEffect: 2026-01-01\ntentative: true\ndocument: "机党发〔2026〕3号"');
  await office.end();

  const recorder = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/branch` });
  await signIn(recorder.page, 'jiping');
  await recorder.page.getByRole('link', { name: '记一次活动' }).click();
  await recorder.page.getByRole('button', { name: '周一集中学习', exact: true }).waitFor();
  await recorder.end();
});

it('the text in force is there to go on from; words, answers and ids are completed by the keys, and not while an input method is at work', async () => {
  const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/schemes` });
  await signIn(page, 'dangwu');
  const text = page.getByLabel('方案文本');
  await expect.poll(() => text.inputValue()).toContain('scheme: dezhou');
  await page.getByText(/^周一集中学习：每周一19:00–21:00/).waitFor();
  const write = async (after: string, typed: string) => {
    await text.evaluate((it, mark) => { if (it instanceof HTMLTextAreaElement) it.setSelectionRange(it.value.indexOf(mark) + mark.length, it.value.indexOf(mark) + mark.length); }, after);
    await text.focus();
    await page.keyboard.type(typed);
  };
  const list = page.getByRole('listbox', { name: '此处可写' });
  await write('en: General meeting of the branch }', '\n    excep');
  await list.getByRole('option', { name: 'exceptStaff 不参加人员' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await list.count()).toBe(0);
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[');
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type(']');
  expect(await text.inputValue()).toContain('\n    exceptStaff: [civilian]\n');
  await write('match: { activities: [', '党');
  await list.getByRole('option', { name: 'memberAssembly 支部党员大会' }).waitFor();
  await page.keyboard.press('Escape');
  const ime = await page.context().newCDPSession(page);
  await ime.send('Input.imeSetComposition', { text: 'dang', selectionStart: 4, selectionEnd: 4 });
  expect(await list.count()).toBe(0);
  await ime.send('Input.insertText', { text: '课' });
  await list.getByRole('option', { name: 'partyLecture 党课' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await text.inputValue()).toContain('match: { activities: [partyLecture');
  await page.getByText(/^光标所在（第 \d+ 行）$/).waitFor();
  await end();
});

it('on a phone whoever may not adopt reads what is in force', async () => {
  const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/schemes` });
  await signIn(page, 'luojian');
  await page.getByText('现行（试行）').waitFor();
  await page.getByText('启用方案由机关党委书记、专职副书记在全局办理', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: '启用', exact: true }).count()).toBe(0);
  await end();
});
