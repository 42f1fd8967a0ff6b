import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, reactions } from '#server/app.ts';
import { DEMO_PASSWORD } from '#server/demo/accounts.ts';
import { foundDemo } from '#server/demo/found-demo.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { paths } from '#web/paths.ts';
import { pages } from '#web/routes.tsx';
import { inTheWay, looks, settled, turnTo, type Look } from './axe.ts';
import { openBrowser, signedIn } from './browser.ts';

const FOUNDING_MS = 300_000;
const WALK_MS = 600_000;
const now = (): Date => new Date('2026-11-26T09:00:00+08:00');

let browser: Browser;
let source: TestDatabase;
let server: ServerType;
let address: string;
beforeAll(async () => {
  [browser, source] = await Promise.all([openBrowser(), testDatabase()]);
  await foundDemo(source.database, now, reactions, 'alpha');
  const bureau = { code: 'alpha', zh: '示例市公安局', en: 'Sample bureau', kind: 'demo' as const };
  const app = createApp({
    database: source.database, bureaus: [{ bureau, samples: [] }], clock: now, log: pino({ level: 'silent' }),
    secret: 'test', secureCookies: false, webFolder: 'dist/web',
  });
  server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, FOUNDING_MS);
afterAll(async () => {
  await browser.close();
  await new Promise((done) => server.close(done));
  await source.drop();
});

/** The demo bureau has tried no scheme, so nothing leads to a trial. */
const elsewhere: readonly string[] = [paths.schemeTrial('$trial')];

const shapes = pages.map(({ path }) => ({ path, shape: new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`) }));
const pageOf = (at: string): string | undefined => {
  const { pathname } = new URL(at, address);
  return (shapes.find(({ path }) => path === pathname) ?? shapes.find(({ shape }) => shape.test(pathname)))?.path;
};

/** Pages somebody has come by. */
const met = new Set<string>();

/** What stands in the way in each of the looks, with its page. */
async function lookAt(page: Page, path: string, seen: readonly Look[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const look of seen) {
    await turnTo(page, look);
    await settled(page);
    found.push(...(await inTheWay(page)).map((it) => `${path} (${look.screen}, ${look.language}, ${look.colours}) ${it}`));
  }
  return found;
}

const linksOf = (page: Page): Promise<readonly string[]> =>
  page.locator('a[href^="/"]').evaluateAll((links) => links.map((it) => it.getAttribute('href') ?? ''));

/** Where somebody begins; of a page met before, its links are followed besides where they are `also`. */
interface Course {
  readonly begin: readonly string[];
  readonly also?: RegExp;
}

/** Follows links to every page nobody has come by yet. A page with a name in its address is opened at the first one. */
async function walkAs(name: string, { begin, also }: Course): Promise<readonly string[]> {
  const walking = await signedIn(browser, name, { screen: 'desk', language: 'zh', address }, DEMO_PASSWORD);
  const { page } = walking;
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  const wanted = (at: string): boolean => !met.has(pageOf(at) ?? '') || begin.includes(at) || also?.test(at) === true;
  const ahead = [...begin, paths.desk()];
  const opened = new Set<string>();
  const found: string[] = [];
  for (let at = ahead.shift(); at !== undefined; at = ahead.shift()) {
    const path = pageOf(at);
    if (path === undefined || opened.has(at) || !(wanted(at) || at === paths.desk())) continue;
    opened.add(at);
    await page.goto(`${address}${at}`);
    await turnTo(page, looks[0]);
    await settled(page);
    ahead.push(...(await linksOf(page)).filter(wanted));
    found.push(...await lookAt(page, `${name} ${path}`, met.has(path) ? [looks[opened.size % looks.length] ?? looks[0]] : looks));
    met.add(path);
  }
  await walking.end();
  return found;
}

const courses: readonly (readonly [string, string, Course])[] = [
  ['ganshi', 'the office', { begin: ['/objections?list=done', '/member-reviews?year=2025', paths.scoreBrief()] }],
  ['shuji', 'a secretary', { begin: [paths.branchDesk(), paths.memberReviews()], also: /\/member-reviews\/2026$/ }],
  ['dangyuan', 'a member', { begin: [paths.mine(), paths.mySessions(), paths.password(), paths.myPoints()] }],
  ['neiqin', 'a recorder', { begin: [paths.mine(), paths.branchDesk()] }],
  ['jiancha', 'an inspector', { begin: [paths.spotChecks()] }],
  ['juling', 'a bureau leader', { begin: [paths.scoreBoard()] }],
  ['anquan', 'the security administrator', { begin: [] }],
  ['shenji', 'the audit administrator', { begin: [] }],
  ['xitong', 'the system administrator', { begin: [] }],
];

it.each(courses)('%s, %s, finds nothing serious in the way on any page, at desk and phone, in both languages, light and dark', { timeout: WALK_MS }, async (name, _, course) => {
  expect(await walkAs(name, course)).toEqual([]);
});

it('has come by every page of the page table', () => {
  expect(pages.map(({ path }) => path).filter((path) => !met.has(path) && !elsewhere.includes(path))).toEqual([]);
});
