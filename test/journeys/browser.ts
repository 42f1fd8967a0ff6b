import { readFile } from 'node:fs/promises';
import type { CellValue } from 'hucre/xlsx';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { PASSWORD } from '#test/cast.ts';
import { tableOf, workbook } from '#test/workbooks.ts';
import { tokenAt } from './served.ts';

/** The screens a journey is walked on. */
export const screens = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} as const;

export interface Walk {
  readonly screen: keyof typeof screens;
  readonly language: 'zh' | 'en';
  /** Such as http://127.0.0.1:3210 or, of one bureau among several, http://127.0.0.1:3210/dezhou. */
  readonly address: string;
}

export interface Walker {
  readonly page: Page;
  /** Ends the walk. Throws when the page complained on its console, threw, or was refused a resource by its policy. */
  readonly end: () => Promise<void>;
}

/** One browser for a test file; `close()` it afterwards. */
export const openBrowser = (): Promise<Browser> => chromium.launch({
  executablePath: process.env.ZHIBU_BROWSER ?? '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
    // Nothing but this machine is reached: a page that asks for a foreign host fails.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ],
});

/** Ends a wait for something that will not come; a busy machine may be slow. */
const HANGING_MS = 60_000;

/** Somebody with an own device (cookies, storage), who has chosen the language and opened the first page; with a token he came in before. */
export async function walker(browser: Browser, { screen, language, address }: Walk, token?: string): Promise<Walker> {
  const context = await browser.newContext({
    ...screens[screen], locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('zhibu.language') === null) localStorage.setItem('zhibu.language', chosen);
  }, language);
  context.setDefaultTimeout(HANGING_MS);
  if (token !== undefined) await context.addCookies([{ name: 'zhibu-alpha', value: token, url: new URL(address).origin, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  const complaints = listen(page);
  await page.goto(address);
  return { page, end: () => end(context, complaints) };
}

const signInWords = {
  zh: { name: '用户名', password: '密码', enter: '登录' },
  en: { name: 'User name', password: 'Password', enter: 'Sign in' },
} as const;

/** Somebody who has signed in on the way to that address: by a password that is given, else with the session that the cast has there. */
export async function signedIn(browser: Browser, name: string, walk: Walk, password?: string): Promise<Walker> {
  const token = password === undefined ? tokenAt(walk.address, name) : undefined;
  if (token !== undefined) return walker(browser, walk, token);
  const walking = await walker(browser, walk);
  const words = signInWords[walk.language];
  await walking.page.getByLabel(words.name).fill(name);
  await walking.page.getByLabel(words.password).fill(password ?? PASSWORD);
  await walking.page.getByRole('button', { name: words.enter, exact: true }).click();
  return walking;
}

/** The same by the password, once the page behind the sign-in stands. */
export async function entered(browser: Browser, name: string, site: string, path: string, screen: Walk['screen'] = 'desk'): Promise<Walker> {
  const walk = await signedIn(browser, name, { screen, language: 'zh', address: `${site}${path}` }, PASSWORD);
  await walk.page.getByLabel(signInWords.zh.password).waitFor({ state: 'detached' });
  return walk;
}

/** Chooses in a list, by typing where it can be searched. */
export async function choose(within: Locator, label: string, option: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label });
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  await within.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: option }).first().click();
}

/** Fills in a day as a person types it. */
export async function typeDay(within: Locator, label: string, day: string): Promise<void> {
  await within.getByLabel(label).fill(day);
  await within.getByLabel(label).press('Enter');
}

/** A table that goes to a file field, with the name it has at home. */
export async function giveTable(page: Page, label: string, name: string, rows: readonly (readonly CellValue[])[]): Promise<void> {
  const buffer = Buffer.from(await workbook(rows));
  await page.getByLabel(label).setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await page.getByRole('button', { name: '上传并检查' }).click();
}

/** The rows of the workbook that a button gives. */
export async function takenTable(page: Page, button: string): Promise<readonly (readonly string[])[]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return tableOf(await readFile(await (await coming).path()));
}

/** The browser reports an answer of 4xx as an error of its own; a refusal is an expected answer and no complaint. */
const expected = (text: string): boolean => /Failed to load resource: the server responded with a status of 4\d\d/.test(text);

function listen(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if ((message.type() === 'error' || message.type() === 'warning') && !expected(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

async function end(context: BrowserContext, complaints: readonly string[]): Promise<void> {
  await context.close();
  if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
}
