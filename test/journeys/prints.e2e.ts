import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangeSessions } from '#domain/activities/arrangement-contract.ts';
import { confirmSession, recordSession } from '#domain/activities/contract.ts';
import { enterPerson } from '#domain/people/contract.ts';
import { recordLeave } from '#domain/rota/absence-contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { newId } from '#server/platform/ids.ts';
import { PASSWORD } from '#test/cast.ts';
import { tooWide } from './axe.ts';
import { openBrowser, walker } from './browser.ts';
import { printed } from './paper.ts';
import { served, type Served } from './served.ts';

let browser: Browser;
let site: Served;
let session: string;

const enter = (many: number, first: number): Promise<unknown> => Promise.all(Array.from({ length: many }, (_, at) =>
  site.bureau.as('fangmin').call(enterPerson, {
    number: String(first + at), name: `石${'磊岩峰松柏'[at % 5] ?? ''}`, gender: null, birthDate: null, details: {},
    organisation: site.bureau.cast.organisation.detention, group: null, stage: 'full', staffKind: 'officer', from: '2026-01-01' })));

/** Monday 23 November is arranged for twenty-four people: one is on duty, one has asked for sick leave. */
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served()]);
  const { bureau } = site;
  const { organisation, others, person } = bureau.cast;
  await enter(4, 990001);
  const team = newId();
  await bureau.within((call) => recordFacts(call, [
    { kind: 'shiftTeam', factId: team, state: { organisation: organisation.detention, anchor: '2026-11-23', cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 24, from: '2026-11-22', to: null } },
    { kind: 'teamPlacement', state: { person: others[0] ?? '', team, from: '2026-11-22', to: null } },
  ]));
  await bureau.as('jiping').call(recordLeave, { organisation: organisation.detention, person: person.wenlan, reason: 'sickLeave', from: '2026-11-23', to: '2026-11-23' });
  await bureau.as('fangmin').call(arrangeSessions, {
    organisation: organisation.organs, organisations: [organisation.detention],
    rows: [{ day: '2026-11-23', from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: ['theory'], topic: '学习党章', place: '看守所会议室', lecturer: '', material: '' }] });
});
afterAll(() => Promise.all([browser.close(), site.end()]));

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

describe('minutes', () => {
  it('are printed for the handbook with the counts, the names by class, the agenda, the vote and lines to sign', async () => {
    const { bureau } = site;
    const { organisation, person, others } = bureau.cast;
    const { session: held, version } = await bureau.as('jiping').call(recordSession, {
      organisation: organisation.detention, arranged: null, activities: ['memberAssembly', 'partyLecture'], contents: ['theory'], topic: '学习条例', period: '2026-11', reason: '',
      sittings: [{ day: '2026-11-12', from: '19:00', to: '21:00', place: '看守所会议室' }], host: person.luojian, minuteTaker: person.jiping, speakers: [person.tangyue], exchanges: [person.zhengqi],
      attendees: [person.fangmin], lecturer: '', material: '《条例》', otherAttendees: '街道党工委代表', agenda: [{ title: '传达上级会议精神', firstItem: true }, { title: '讨论学习计划', firstItem: false }],
      resolutions: [{ text: '同意年度学习计划', vote: { entitled: 22, present: 20, yes: 19, no: 0, abstained: 1 } }], discussion: '大家谈了体会。\n要求抓好落实。',
      marks: [{ person: person.wenlan, mark: 'absent', reason: 'personalLeave', sitting: 0 }, { person: others[1] ?? '', mark: 'excused', reason: 'urgentTask', sitting: 0 }], allPresent: true });
    await bureau.as('luojian').call(confirmSession, { session: held, version });
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/sessions/${held}` });
    await signIn(page, 'zhengqi');
    await page.getByRole('link', { name: '打印会议记录' }).click();
    await page.getByRole('table').waitFor();
    const { text, pages, format } = await printed(page);
    expect([pages, format]).toEqual([1, 'portrait']);
    for (const words of [
      '看守所党支部会议记录', '支部党员大会、党课', '2026年11月12日（周四） 19:00–21:00', '罗建', '季平', '街道党工委代表', '1．传达上级会议精神（首要议题）', '表决：应到有表决权 22，到会 20，赞成 19，反对 0，弃权 1。通过',
      '要求抓好落实。', '请假（应补） 1 人：温岚', '免计（勤务） 1 人', '主持人（签名）', '记录人（签名）', '审核：罗建',
    ]) expect(text).toContain(words);
    expect(text).not.toMatch(/事假|出警/);
    await page.getByRole('button', { name: 'English', exact: true }).click();
    expect((await printed(page)).pages, 'longer in English').toBe(1);
    await end();
  });
});

describe('a sign-in sheet', () => {
  it('is printed from the session before it: whoever is expected first, the others in grey with the class of the reason only', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/sessions?month=2026-11` });
    await signIn(page, 'jiping');
    await page.getByRole('row').filter({ hasText: '11-23' }).getByRole('link').first().click();
    await page.getByRole('link', { name: '打印签到表' }).click();
    await page.getByRole('table').waitFor();
    session = /sessions\/([^/]+)\//.exec(page.url())?.[1] ?? '';
    const sheet = await printed(page);
    expect([sheet.pages, sheet.format]).toEqual([1, 'portrait']);
    expect(sheet.text).toContain('示例市公安局看守所党支部');
    expect(sheet.text).toContain('周一集中学习签到表');
    expect(sheet.text).toContain('2026年11月23日（周一） 19:00–21:00');
    expect(sheet.text).toMatch(/应到 2\d 人.* · 免计 [12] 人/);
    expect(sheet.text).not.toContain('病假');
    expect(sheet.text).not.toContain('返回活动');
    await page.getByRole('button', { name: 'English', exact: true }).click();
    expect((await printed(page)).pages, 'longer in English').toBe(1);
    await page.getByRole('button', { name: '中文', exact: true }).click();
    const greyed = await page.locator('.roll-name.roll-away').allInnerTexts();
    const all = await page.locator('.roll-name').allInnerTexts();
    expect(greyed).toContain('温岚');
    expect(greyed.length).toBe(2);
    expect(all.length).toBe(24);
    expect(all.slice(-2).toSorted()).toEqual(greyed.toSorted());
    expect((await page.locator('.roll-away:last-child, .roll-away + .roll-away').allInnerTexts()).join()).toMatch(/勤务/);
    await end();
  });

  it('of a hundred and twenty people repeats its head on every page and breaks no row', async () => {
    await enter(96, 991001);
    const { page, end } = await walker(browser, { screen: 'desk', language: 'en', address: `${site.address}/sessions/${session}/sign-in-sheet` });
    await page.getByLabel('User name').fill('jiping');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('table').waitFor();
    const sheet = await printed(page);
    expect([sheet.pages, sheet.format]).toEqual([3, 'portrait']);
    expect(await page.locator('.roll-name').count()).toBe(120);
    expect(sheet.text).toContain('Sign-in sheet: Monday study');
    await end();
  });

  it('is not for a member of the branch', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/sessions/${session}/sign-in-sheet` });
    await signIn(page, 'wenlan');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await end();
  });
});

describe('a sheet of points', () => {
  it('has the year of a member with its grounds in a sheet or two, and each session of a month', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/points` });
    await signIn(page, 'wenlan');
    await page.getByRole('link', { name: '打印明细单' }).click();
    await page.getByRole('table').waitFor();
    const year = await printed(page);
    expect(year.format).toBe('portrait');
    expect(year.pages).toBeLessThanOrEqual(2);
    for (const words of ['党员积分明细单', '温岚', '看守所党支部', '周一集中学习', '第九条第一项', '不作为积分确认单', '党员（签名）']) expect(year.text).toContain(words);
    await page.goto(`${page.url()}&month=2026-11`);
    await page.getByRole('rowheader', { name: /^11-12/ }).first().waitFor();
    const month = await printed(page);
    expect(month.format).toBe('portrait');
    expect(month.pages).toBeLessThanOrEqual(2);
    expect(month.text).toContain('缺席 · 请假');
    expect(month.text).not.toContain('事假');
    await end();
  });

  it('is read on a phone at the size of its letters, and seen as a sheet when somebody asks', async () => {
    const { page, end } = await walker(browser, { screen: 'phone', language: 'zh', address: `${site.address}/points` });
    await signIn(page, 'wenlan');
    await page.getByRole('link', { name: '打印明细单' }).click();
    await page.getByRole('table').waitFor();
    const smallest = () => page.locator('.paper').evaluate((sheet) => Math.min(...[...sheet.querySelectorAll('*')].map((it) => Number.parseFloat(getComputedStyle(it).fontSize) * Number(getComputedStyle(sheet).zoom))));
    const lowest = () => page.locator('.paper .figure').evaluateAll((figures) => Math.min(...figures.map((it) => it.getBoundingClientRect().height)));
    expect(await smallest()).toBeGreaterThanOrEqual(14);
    expect(await lowest()).toBeGreaterThanOrEqual(24);
    expect(await tooWide(page)).toEqual([]);
    expect((await printed(page)).format).toBe('portrait');
    await page.getByRole('button', { name: '看版面' }).click();
    expect(await smallest()).toBeLessThan(10);
    expect(await tooWide(page)).toEqual([]);
    await end();
  });

  it('is not for a colleague', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/people/${site.bureau.cast.person.wenlan}/points-sheet` });
    await signIn(page, 'zhengqi');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await end();
  });
});

describe('the month of all branches', () => {
  it('is one sheet of A4 on its side', async () => {
    const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address: `${site.address}/month-board` });
    await signIn(page, 'fangmin');
    await page.getByRole('table').waitFor();
    const { pages, format, text } = await printed(page);
    expect([pages, format]).toEqual([1, 'landscape']);
    expect(text).toContain('看守所党支部');
    expect(text).not.toContain('导出');
    await end();
  });
});
