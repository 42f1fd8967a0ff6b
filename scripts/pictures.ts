import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/**
 * Takes the pictures of the documents anew, from a running demo server:
 *   npx tsx scripts/pictures.ts http://127.0.0.1:3000
 * or some of them, by what their names begin with: … http://127.0.0.1:3000 desk board
 * Each ends with its size; one over the limit fails, because a repository carries its pictures for ever.
 */
const [address = 'http://127.0.0.1:3000', ...only] = process.argv.slice(2);
const folder = join('docs', 'pictures');
const BYTES_MOST = 180_000;

/** An account of the demo bureau; its password is shown on the sign-in page. */
const DEMO_PASSWORD = 'zhibu-demo-2026';
const screens = { desk: { width: 1120, height: 740 }, phone: { width: 360, height: 740 } } as const;
const labels = {
  zh: { name: '用户名', password: '密码', enter: '登录', menu: '主菜单', study: '周一集中学习', month: /^1月$/ },
  en: { name: 'User name', password: 'Password', enter: 'Sign in', menu: 'Main menu', study: 'Monday study', month: /^January$/ },
} as const;
type Language = keyof typeof labels;

interface Picture {
  readonly file: string;
  readonly language: Language;
  readonly screen: keyof typeof screens;
  readonly user: string;
  readonly path: string;
  /** What is done on the page before the picture is taken. */
  readonly arrange: (page: Page, words: (typeof labels)[Language]) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { file: 'desk.zh.png', language: 'zh', screen: 'desk', user: 'shuji', path: '/', arrange: asOpened },
  { file: 'drawer.zh.png', language: 'zh', screen: 'desk', user: 'dangyuan', path: '/points', arrange: openDrawer },
  { file: 'drawer.en.png', language: 'en', screen: 'desk', user: 'dangyuan', path: '/points', arrange: openDrawer },
  { file: 'board.zh.png', language: 'zh', screen: 'desk', user: 'ganshi', path: '/score-board', arrange: asOpened },
  { file: 'phone.zh.png', language: 'zh', screen: 'phone', user: 'dangyuan', path: '/', arrange: asOpened },
  // The steps of the manual, in its order.
  { file: 'statement.zh.png', language: 'zh', screen: 'desk', user: 'dangyuan', path: '/my-statements', arrange: openFirst },
  { file: 'leave.zh.png', language: 'zh', screen: 'phone', user: 'dangyuan', path: '/my-leave', arrange: press('请假') },
  { file: 'branch.zh.png', language: 'zh', screen: 'desk', user: 'shuji', path: '/branch', arrange: asOpened },
  { file: 'record.zh.png', language: 'zh', screen: 'desk', user: 'neiqin', path: '/branch', arrange: recordOne },
  { file: 'rota.zh.png', language: 'zh', screen: 'desk', user: 'neiqin', path: '/rota', arrange: asOpened },
  { file: 'register.zh.png', language: 'zh', screen: 'desk', user: 'neiqin', path: '/registers?register=visit', arrange: press(/登记$/) },
  { file: 'self-check.zh.png', language: 'zh', screen: 'desk', user: 'shuji', path: '/self-checks', arrange: openFirst },
  { file: 'month-board.zh.png', language: 'zh', screen: 'desk', user: 'ganshi', path: '/month-board', arrange: asOpened },
  { file: 'arrange.zh.png', language: 'zh', screen: 'desk', user: 'ganshi', path: '/arrange', arrange: asOpened },
  { file: 'draw.zh.png', language: 'zh', screen: 'desk', user: 'ganshi', path: '/spot-checks', arrange: asOpened },
  { file: 'review.zh.png', language: 'zh', screen: 'desk', user: 'ganshi', path: '/reviews', arrange: asOpened },
  { file: 'accounts.zh.png', language: 'zh', screen: 'desk', user: 'anquan', path: '/accounts/roster', arrange: asOpened },
  { file: 'account.zh.png', language: 'zh', screen: 'desk', user: 'anquan', path: '/accounts?q=neiqin', arrange: openFirst },
  { file: 'audit.zh.png', language: 'zh', screen: 'desk', user: 'shenji', path: '/audit', arrange: asOpened },
];

async function asOpened(): Promise<void> {}

/** What stands first in the list that is shown. */
async function openFirst(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('row').getByRole('link').first().click();
  await page.getByRole('main').getByRole('heading').first().waitFor();
}

/** A button and the form that it opens. */
function press(name: string | RegExp): Picture['arrange'] {
  return async (page) => {
    await page.getByRole('main').getByRole('button', { name }).first().click();
    await page.getByRole('dialog').waitFor();
  };
}

/** The session that waits longest for its record, everybody present. */
async function recordOne(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: /^记一次活动$/ }).first().click();
  await page.getByRole('button', { name: '周一集中学习', exact: true }).click();
}

/** The grounds of the year's total, unfolded down to the evenings of one month. */
async function openDrawer(page: Page, words: (typeof labels)[Language]): Promise<void> {
  await page.getByRole('main').getByRole('button').filter({ hasText: /^\d+\.\d\d/ }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: words.study }).click();
  await drawer.getByRole('button').filter({ hasText: words.month }).first().click();
}

/** Nothing is on its way and no grey bars stand for something. */
async function settled(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { language, screen, user } = picture;
  const words = labels[language];
  const context = await browser.newContext({
    viewport: screens[screen], deviceScaleFactor: 1, isMobile: screen === 'phone', hasTouch: screen === 'phone',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce',
  });
  await context.addInitScript(`localStorage.setItem('zhibu.language', '${language}')`);
  const page = await context.newPage();
  await page.goto(address + picture.path);
  await page.getByLabel(words.name).fill(user);
  await page.getByLabel(words.password).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: words.enter, exact: true }).click();
  await page.getByRole('navigation', { name: words.menu }).waitFor();
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await settled(page);
  await picture.arrange(page, words);
  await settled(page);
  // Who looks at it is of no use in a picture, and makes it half as large again.
  await page.locator('.screen-mark').evaluateAll((marks) => marks.forEach((it) => it.remove()));
  const file = join(folder, picture.file);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
  const bytes = statSync(file).size;
  console.log(`${String(Math.ceil(bytes / 1000)).padStart(5)} kB  ${file}`);
  if (bytes > BYTES_MOST) throw new Error(`${file} is larger than ${BYTES_MOST / 1000} kB: show less, or a smaller window`);
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['ZHIBU_BROWSER'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
try {
  for (const picture of pictures.filter(({ file }) => only.length === 0 || only.some((it) => file.startsWith(it)))) await take(browser, picture);
} finally {
  await browser.close();
}
