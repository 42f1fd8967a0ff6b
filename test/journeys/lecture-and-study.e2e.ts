import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, entered, openBrowser, typeDay } from './browser.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

describe('an in-house lecturer', () => {
  it('is entered by the office, invited by a branch for a day to come, accepts on the phone, and the record of the session closes it', async () => {
    const office = await entered(browser, 'fangmin', site.address, '/lecturers');
    await office.page.getByText('还没有聘任业务讲师').waitFor();
    await office.page.getByRole('link', { name: '讲师登记簿' }).click();
    await office.page.getByRole('button', { name: /登记$/ }).click();
    const form = office.page.getByRole('dialog');
    await choose(form, '党组织', '看守所党支部');
    await typeDay(form, '开始日期', '2026-02-01');
    await choose(form, '人员', '温岚');
    await form.getByLabel('专业').fill('执法规范化');
    await form.getByRole('button', { name: /^登\s*记$/ }).click();
    await office.page.getByRole('status').filter({ hasText: '已登记“业务讲师”' }).waitFor();
    await office.end();

    const secretary = await entered(browser, 'gucheng', site.address, '/lecturers');
    await secretary.page.getByRole('link', { name: '邀请温岚' }).click();
    const asking = secretary.page.getByRole('dialog');
    await asking.getByLabel('授课内容').fill('接处警规范');
    await typeDay(asking, '希望日期', '2026-11-16');
    await asking.getByRole('button', { name: '发出邀请' }).click();
    await asking.getByText('授课日期不能早于今天（2026-11-17）').waitFor();
    await typeDay(asking, '希望日期', '2026-11-23');
    await asking.getByRole('button', { name: '发出邀请' }).click();
    await secretary.page.getByText('已向温岚发出邀请').waitFor();

    const lecturer = await entered(browser, 'wenlan', site.address, '/', 'phone');
    await lecturer.page.getByRole('article').filter({ hasText: '接处警规范' }).getByRole('link', { name: '答复' }).click();
    await lecturer.page.getByLabel('授课日期').click();
    await lecturer.page.getByTitle('2026-11-17').click();
    await lecturer.page.getByRole('button', { name: '应邀', exact: true }).click();
    await lecturer.page.getByText('已应邀，约定 2026-11-17 授课').waitFor();

    await secretary.page.getByRole('link', { name: '支部工作台' }).click();
    await secretary.page.getByRole('region', { name: '已约的授课' }).getByRole('link', { name: '去记录' }).click();
    await secretary.page.getByRole('button', { name: '党课', exact: true }).click();
    expect(await secretary.page.getByLabel('主题', { exact: true }).inputValue()).toBe('接处警规范');
    await secretary.page.getByRole('button', { name: '全部实到', exact: true }).click();
    await secretary.page.getByRole('button', { name: '提交', exact: true }).click();
    await secretary.page.getByRole('status').filter({ hasText: '已提交' }).waitFor();
    await secretary.page.goto(`${site.address}/lecturers`);
    await secretary.page.getByRole('row').filter({ hasText: '接处警规范' }).getByText('已开展').waitFor();
    await secretary.page.getByRole('link', { name: '温岚本年授课 1 次' }).click();
    await secretary.page.getByRole('dialog').getByRole('link', { name: '接处警规范' }).waitFor();

    await secretary.page.goto(`${site.address}/lecturers`);
    await secretary.page.getByRole('link', { name: '邀请温岚' }).click();
    await asking.getByLabel('授课内容').fill('应急处突');
    await asking.getByRole('button', { name: '发出邀请' }).click();
    await secretary.page.getByText('已向温岚发出邀请').waitFor();
    await lecturer.page.goto(site.address);
    await lecturer.page.getByRole('article').filter({ hasText: '应急处突' }).getByRole('link', { name: '答复' }).click();
    expect(await lecturer.page.getByRole('button', { name: '婉拒', exact: true }).isDisabled()).toBe(true);
    await lecturer.page.getByLabel('理由（婉拒时必填）').fill('当日值班');
    await lecturer.page.getByRole('button', { name: '婉拒', exact: true }).click();
    await lecturer.page.getByText('已婉拒，支部可看到理由。').waitFor();
    await lecturer.end();
    await secretary.page.reload();
    await secretary.page.getByRole('row').filter({ hasText: '应急处突' }).getByText('当日值班').waitFor();
    await secretary.end();
  });
});

describe('a course and a recommended lecture', () => {
  it('are offered by the office, taken up in the record of an evening, and counted for the branch as n of N', async () => {
    const office = await entered(browser, 'fangmin', site.address, '/courses');
    await office.page.getByRole('link', { name: '课程登记簿' }).click();
    await office.page.getByRole('button', { name: /登记$/ }).click();
    const form = office.page.getByRole('dialog');
    await choose(form, '党组织', '机关党委');
    await typeDay(form, '开始日期', '2026-03-01');
    await form.getByLabel('课程名称').fill('党史故事100讲');
    await form.getByLabel('讲数').fill('一百');
    await form.getByRole('button', { name: /^登\s*记$/ }).click();
    await form.getByText('有的栏目未填或填写不符合要求').waitFor();
    await form.getByLabel('讲数').fill('100');
    await form.getByRole('button', { name: /^登\s*记$/ }).click();
    await office.page.getByRole('status').filter({ hasText: '已登记“系列课程”' }).waitFor();
    await office.page.getByRole('link', { name: '党课目录' }).click();
    await office.page.getByRole('button', { name: '推荐“接处警规范”' }).click();
    await office.page.getByRole('button', { name: '取消推荐“接处警规范”' }).waitFor();

    const recorder = await entered(browser, 'jiping', site.address, '/lectures');
    await recorder.page.getByText('接处警规范').first().waitFor();
    await recorder.page.goto(`${site.address}/branch/${site.bureau.cast.organisation.detention}/record`);
    await recorder.page.getByRole('button', { name: '主题党日', exact: true }).click();
    await recorder.page.getByLabel('主题', { exact: true }).fill('党史学习');
    const main = recorder.page.getByRole('main');
    await typeDay(main, '日期', '2026-11-17');
    await choose(main, '党史故事100讲（共 100 讲）', '第 1 讲');
    await choose(main, '党史故事100讲（共 100 讲）', '第 27 讲');
    await recorder.page.keyboard.press('Escape');
    await choose(main, '选听的党课', '接处警规范');
    await recorder.page.keyboard.press('Escape');
    await recorder.page.getByRole('button', { name: '全部实到', exact: true }).click();
    await recorder.page.getByRole('button', { name: '提交', exact: true }).click();
    await recorder.page.getByRole('status').filter({ hasText: '已提交' }).waitFor();
    await recorder.end();

    await office.page.reload();
    await office.page.getByRole('link', { name: '“接处警规范”被选听 1 次' }).click();
    await office.page.getByRole('dialog').getByText('看守所党支部').waitFor();
    await office.end();
    const secretary = await entered(browser, 'luojian', site.address, '/courses');
    await secretary.page.getByRole('link', { name: '看守所党支部已学 2 讲，共 100 讲' }).click();
    await secretary.page.getByRole('dialog').getByText('2–26、28–100').waitFor();
    expect(await secretary.page.getByText('指挥中心党支部').count()).toBe(0);
    await secretary.end();
  });
});
