import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, entered, giveTable, openBrowser, takenTable } from './browser.ts';
import { servedWithJobs, type Served } from './served.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), servedWithJobs()]);
});
afterAll(() => Promise.all([browser.close(), site.end()]));

const TABLE = '选择表格文件';

describe('Fang Min of the office brings the organisations', () => {
  it('two rows come back with their reasons, the corrected file goes in, and is taken back whole until something hangs below', async () => {
    const { page, end } = await entered(browser, 'fangmin', site.address, '/organisations');
    await page.getByRole('link', { name: '导入组织机构' }).click();
    const [header = []] = await takenTable(page, '下载模板');
    expect(header).toEqual(['组织编号', '组织全称', '组织简称', '组织类别', '上级组织', '成立日期']);
    await giveTable(page, TABLE, '组织.xlsx', [
      header, ['A301', '中共示例市公安局巡特警支队总支部委员会', '巡特警党总支', '621 党总支部', '机关党委', '2021-07-01'],
      ['A302', '中共示例市公安局巡特警一大队支部委员会', '一大队党支部', '支部', '巡特警党总枝', '2021.7.1'], ['A303', '中共示例市公安局巡特警二大队支部委员会', '二大队党支部', '支部', 'A301', '2021年7月32日'],
    ]);
    await page.getByText('有 2 行需要改正').waitFor();
    await page.getByText('系统和本表中都没有这个上级组织').waitFor();
    const [note = [], faultyHeader = [], ...faulty] = await takenTable(page, '下载错误行');
    expect(faultyHeader.at(-1)).toBe('错误原因');
    const corrected = faulty.map((row) => row.map((cell) => (cell === '巡特警党总枝' ? '巡特警党总支' : cell === '2021年7月32日' ? '2021-07-31' : cell)));
    const whole = [note, faultyHeader, ['A301', '中共示例市公安局巡特警支队总支部委员会', '巡特警党总支', '621', '机关党委', '2021-07-01', ''], ...corrected];
    await page.getByRole('button', { name: '改正后重新上传' }).click();
    await giveTable(page, TABLE, '组织（改）.xlsx', whole);
    await page.getByText('全部无误').waitFor();
    await page.getByRole('button', { name: '导入 3 个组织' }).click();
    await page.getByText('已建立 3 个组织').waitFor();

    await page.getByRole('button', { name: '整批撤回' }).click();
    await page.getByRole('dialog').getByLabel('撤回理由').fill('成立日期应以批复为准');
    await page.getByRole('dialog').getByRole('button', { name: '整批撤回' }).click();
    await page.getByText('已整批撤回').waitFor();
    await page.getByRole('link', { name: '返回组织机构' }).first().click();
    await page.getByRole('row', { name: /看守所党支部/ }).waitFor();
    expect(await page.getByRole('row', { name: /巡特警/ }).count()).toBe(0);

    await page.getByRole('link', { name: '导入组织机构' }).click();
    await giveTable(page, TABLE, '组织（批复）.xlsx', whole);
    await page.getByRole('button', { name: '导入 3 个组织' }).click();
    await page.getByText('已建立 3 个组织').waitFor();
    await page.getByRole('link', { name: '返回组织机构' }).first().click();
    await page.getByRole('link', { name: '二大队党支部', exact: true }).click();
    await page.getByRole('button', { name: '新建下级' }).click();
    const form = page.getByRole('dialog');
    await choose(form, '类别', '党小组');
    await form.getByLabel('全称').fill('巡特警二大队第一党小组');
    await form.getByLabel('简称').fill('二大队一组');
    await form.getByRole('textbox', { name: '编号' }).fill('A303-1');
    await form.getByRole('button', { name: /^新\s*建$/ }).click();
    await page.getByText('已在其下建立“二大队一组”').waitFor();
    await page.goto(`${site.address}/imports/organisations?import=new`);
    await page.getByRole('row', { name: /组织（批复）.xlsx/ }).getByText('导入之后已有 1 条后续登记，不能整批撤回。请在各自的页面逐条更正').waitFor();
    expect(await page.getByRole('button', { name: '整批撤回' }).count()).toBe(0);
    await end();
  });
});

describe('Ji Ping, recorder of the branch, brings the leave of the month', () => {
  it('a slip comes back, the fixed rows excuse the evening, and the member reads it until the secretary takes it back', async () => {
    const { page, end } = await entered(browser, 'jiping', site.address, '/leaves');
    await page.getByRole('link', { name: '导入请假和勤务' }).click();
    await giveTable(page, TABLE, '11月请假.xlsx', [
      ['看守所2026年11月请假登记'], ['警号', '姓名', '假别', '起', '止'], ['wenlan', '温岚', '病假', '2026.11.20', '2026.11.24'], ['020001', '看守乙', '事价', '2026-11-23', '2026-11-22'],
    ]);
    await page.getByText('有 1 行需要改正').waitFor();
    const [, header = [], ...faulty] = await takenTable(page, '下载错误行');
    await page.getByRole('button', { name: '改正后重新上传' }).click();
    const corrected = faulty.map((row) => row.map((cell) => (cell === '事价' ? '事假' : cell === '2026-11-22' ? '2026-11-23' : cell)));
    await giveTable(page, TABLE, '11月请假（改）.xlsx', [header, ['wenlan', '温岚', '病假', '2026-11-20', '2026-11-24', '', ''], ...corrected]);
    await page.getByText('全部无误').waitFor();
    await page.getByRole('button', { name: '导入 2 条' }).click();
    await page.getByText('已登记 2 条').waitFor();
    await page.getByRole('link', { name: '返回请假登记' }).first().click();
    await page.getByRole('row', { name: /温岚 病假 2026-11-20 周五 2026-11-24 周二 5/ }).waitFor();
    await end();

    const member = await entered(browser, 'wenlan', site.address, '/my-leave', 'phone');
    await member.page.getByText(/2026-11-20/).first().waitFor();
    await member.page.getByText('病假').first().waitFor();

    const secretary = await entered(browser, 'luojian', site.address, '/imports/leave');
    await secretary.page.getByRole('button', { name: '整批撤回' }).click();
    await secretary.page.getByRole('dialog').getByLabel('撤回理由').fill('月份有误');
    await secretary.page.getByRole('dialog').getByRole('button', { name: '整批撤回' }).click();
    await secretary.page.getByText('已整批撤回').waitFor();
    await secretary.end();
    await member.page.reload();
    await member.page.getByText('没有请假记录').waitFor();
    await member.end();
  });
});

describe('Ji Ping copies rows in her spreadsheet', () => {
  it('pastes them with their header where a file is asked for, and a sentence is no table', async () => {
    const { page, end } = await entered(browser, 'jiping', site.address, '/imports/leave?import=new');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const paste = async (text: string): Promise<void> => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await page.keyboard.press('Control+V');
    };
    await page.getByText('按 Ctrl+V 粘贴').waitFor();
    await paste('请导入附件');
    await paste('警号\t姓名\t假别\t起\t止\r\nwenlan\t温岚\t病假\t2026/12/1\t2026/12/2\r\n');
    await page.getByText('粘贴的表格.txt').waitFor();
    await page.getByRole('button', { name: '上传并检查' }).click();
    await page.getByText('全部无误').waitFor();
    await page.getByRole('button', { name: '导入 1 条' }).click();
    await page.getByText('已登记 1 条').waitFor();
    await end();
  });
});

describe('Ji Ping brings the attendance of September', () => {
  const NAMES = ['罗建', '唐悦', '季平', '郑琦', '温岚', ...[...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'].map((it) => `看守${it}`)];
  const NUMBERS = ['luojian', 'tangyue', 'jiping', 'zhengqi', 'wenlan', ...Array.from({ length: 15 }, (_, at) => `0200${String(at).padStart(2, '0')}`)];
  const sheet = (days: readonly string[], mark: string) => [
    ['看守所党支部2026年签到表'], ['警号', '姓名', ...days], ...NAMES.map((name, at) => [NUMBERS[at] ?? '', name, ...days.map((_, column) => (name === '温岚' && column === 0 ? mark : '√'))])];

  it('says what a mark means, sees the sessions marked as entered later, and keeps what the secretary has confirmed', async () => {
    const recorder = await entered(browser, 'jiping', site.address, '/sessions');
    const { page } = recorder;
    await page.getByRole('link', { name: '导入历史考勤' }).click();
    await giveTable(page, '选择考勤表文件', '九月签到.xlsx', sheet(['2026-09-07', '9月14日'], '洽'));
    await page.getByText('有 1 次活动需要改正').waitFor();
    await page.getByText('“洽”没有确定含义').waitFor();
    await choose(page.getByRole('main'), '“洽”的含义', '缺席');
    await page.getByRole('button', { name: '按所选含义重新检查' }).click();
    await page.getByText('全部无误').waitFor();
    await page.getByText('应到名单 20 人：实到 19，免计 0，缺席 1').waitFor();
    await page.getByRole('button', { name: '导入 2 次活动' }).click();
    await page.getByText('已导入 2 次活动，标为“补录·来源 Excel”').waitFor();
    await page.getByRole('link', { name: '查看活动' }).click();
    await page.getByText('周一集中学习').first().waitFor();

    const secretary = await entered(browser, 'luojian', site.address, '/imports/attendance');
    await secretary.page.getByRole('button', { name: '整批撤回' }).click();
    await secretary.page.getByText('将撤回“九月签到.xlsx”导入的 2 次活动').waitFor();
    await secretary.page.getByRole('dialog').getByLabel('撤回理由').fill('温岚当日到会');
    await secretary.page.getByRole('dialog').getByRole('button', { name: '整批撤回' }).click();
    await secretary.page.getByText('已撤回活动和补学 2 条。').waitFor();
    await secretary.end();

    await page.goto(`${site.address}/imports/attendance?import=new`);
    await giveTable(page, '选择考勤表文件', '九月签到（改）.xlsx', sheet(['2026-09-07', '2026-09-14', '2026-09-21'], '√'));
    await page.getByRole('button', { name: '导入 3 次活动' }).click();
    await page.getByText('已导入 3 次活动').waitFor();

    const confirming = await entered(browser, 'luojian', site.address, '/sessions?month=2026-09', 'phone');
    await confirming.page.getByText('周一集中学习').first().click();
    await confirming.page.getByText('补录·来源 Excel').first().waitFor();
    await confirming.page.getByRole('button', { name: /审\s*核/ }).first().click();
    await confirming.page.getByText('罗建 于 2026-11-17 审核').waitFor();
    await confirming.end();

    await page.goto(`${site.address}/imports/attendance?import=new`);
    await page.getByText(/其中 1 次活动在导入后又修改、审核或登记了补学（最早 2026-09-\d\d），不能整批撤回/).waitFor();
    await recorder.end();

    const together = await entered(browser, 'luojian', site.address, '/');
    await together.page.getByRole('link', { name: '活动记录一并审核' }).click();
    await together.page.getByRole('heading', { name: '审核活动记录' }).waitFor();
    await together.page.getByRole('row', { name: /2026-09-/ }).first().getByRole('checkbox').uncheck();
    await together.page.getByRole('button', { name: '审核 1 次' }).waitFor();
    await together.page.getByRole('checkbox', { name: '全部勾选' }).check();
    await together.page.getByRole('button', { name: '审核 2 次' }).click();
    await together.page.getByText('已审核 2 次活动。').waitFor();
    await together.page.getByText('没有待审核的活动记录').waitFor();
    await together.end();
  });
});
