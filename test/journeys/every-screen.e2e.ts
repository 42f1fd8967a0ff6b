import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transferPerson } from '#domain/people/contract.ts';
import * as selections from '#domain/selections/contract.ts';
import { createApp, reactions } from '#server/app.ts';
import { DEMO_PASSWORD } from '#server/demo/accounts.ts';
import { foundDemo } from '#server/demo/found-demo.ts';
import { announceYears } from '#test/announced-years.ts';
import { approvedMember } from '#test/approved-member.ts';
import { PASSWORD } from '#test/cast.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { paths } from '#web/paths.ts';
import { pages } from '#web/routes.tsx';
import { byDay, byNight, enlarged, inTheWay, requestsOf, settled, tooWide, turnTo } from './axe.ts';
import { openBrowser, signedIn, walker } from './browser.ts';
import { served, type Served } from './served.ts';

const FOUNDING_MS = 300_000;
const WALK_MS = 600_000;
const now = (): Date => new Date('2026-11-26T09:00:00+08:00');

let browser: Browser;
let source: TestDatabase;
let server: ServerType;
let address: string;
let own: Served;
/** Who has a transfer sheet, in the bureau of one's own. */
let moved = '';
beforeAll(async () => {
  [browser, source, own] = await Promise.all([openBrowser(), testDatabase(), served()]);
  await select(own);
  moved = await move(own);
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
  await Promise.all([source.drop(), own.end()]);
});

/** In a bureau of one's own, which is set up in five steps, a selection has its public notice. */
async function select({ bureau }: Served): Promise<void> {
  const { organisation, person } = bureau.cast;
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  await approvedMember(bureau, person.wenlan);
  const { selection } = await bureau.as('fangmin').call(selections.openSelection, { organisation: organisation.organs, year: 2026, title: '优秀共产党员', quota: 2 });
  await bureau.as('luojian').call(selections.nominateMember, { selection, organisation: organisation.detention, person: person.wenlan, minutes: '11月16日支委会', reason: '任务面前先上' });
  await bureau.as('fangmin').call(selections.postSelectionNotice, { selection, persons: [person.wenlan], from: '2026-11-17', until: '2026-11-24' });
}

async function move({ bureau }: Served): Promise<string> {
  const [person = ''] = bureau.cast.others;
  await bureau.as('fangmin').call(transferPerson, { person, version: 1, organisation: bureau.cast.organisation.command, group: null, stage: 'full', staffKind: 'officer', from: '2026-06-01' });
  return person;
}

/** A trial takes a job; `try-a-scheme.e2e.ts` looks at it. */
const elsewhere: readonly string[] = [paths.schemeTrial('$trial')];

const shapes = pages.map((page) => ({ page, shape: new RegExp(`^${page.path.replace(/\$\w+/g, '[^/]+')}$`) }));
const pageOf = (at: string): (typeof pages)[number] | undefined => {
  const { pathname } = new URL(at, address);
  return pages.find(({ path }) => path === pathname) ?? shapes.find(({ shape }) => shape.test(pathname))?.page;
};

/** Pages somebody has come by. */
const met = new Set<string>();

const linksOf = (page: Page): Promise<readonly string[]> =>
  page.locator('a[href^="/"]').evaluateAll((links) => links.map((it) => it.getAttribute('href') ?? ''));

/** Goes there as a link does: nothing is loaded anew. */
async function goTo(page: Page, at: string, title: string): Promise<void> {
  await page.evaluate((it) => history.pushState(null, '', it), at);
  await page.waitForFunction((it) => document.title.startsWith(`${it} · `), title);
}

/** Where somebody begins and, when not in the demo bureau, in which; of a page met before, its links are followed besides where they are `also`. */
interface Course {
  readonly begin: readonly string[];
  readonly own?: true;
  readonly also?: RegExp;
}

/** What stands in the way when one looks a second time: a colour on its way from light to dark is none. */
async function whatStays(page: Page, underWay: ReturnType<typeof requestsOf>): Promise<readonly string[]> {
  if ((await inTheWay(page)).length === 0) return [];
  await settled(page, underWay);
  return inTheWay(page);
}

/** Follows links to every page nobody has come by yet. A page with a name in its address is opened at the first one. */
async function walkAs(name: string, course: Course): Promise<readonly string[]> {
  const { begin, also } = course;
  const walking = await signedIn(browser, name, { screen: 'desk', language: 'zh', address: course.own ? own.address : address }, course.own ? PASSWORD : DEMO_PASSWORD);
  const { page } = walking;
  const underWay = requestsOf(page);
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  const wanted = (at: string): boolean => !met.has(pageOf(at)?.path ?? '') || begin.includes(at) || also?.test(at) === true;
  const ahead = [...begin, ...(course.own ? [paths.transferSheet(moved)] : []), paths.desk()];
  const opened = new Set<string>();
  const found: string[] = [];
  for (let at = ahead.shift(); at !== undefined; at = ahead.shift()) {
    const here = pageOf(at);
    if (!here || opened.has(at) || !(wanted(at) || at === paths.desk())) continue;
    opened.add(at);
    await turnTo(page, byDay);
    await goTo(page, at, here.title.zh);
    await settled(page, underWay);
    ahead.push(...(await linksOf(page)).filter(wanted));
    // What lies on paper is white on every screen; a page met before is furnished alike.
    for (const look of await page.locator('.paper').count() > 0 || met.has(here.path) ? [byDay] : [byDay, byNight]) {
      await turnTo(page, look);
      await settled(page, underWay);
      found.push(...[...await whatStays(page, underWay), ...await tooWide(page)].map((it) => `${name} ${here.path} (${look.screen}, ${look.language}, ${look.colours}) ${it}`));
    }
    if (!met.has(here.path)) {
      await turnTo(page, enlarged);
      await settled(page, underWay);
      found.push(...(await tooWide(page)).map((it) => `${name} ${here.path} (in large letters) ${it}`));
    }
    met.add(here.path);
  }
  await walking.end();
  return found;
}

const courses: readonly (readonly [string, string, Course])[] = [
  ['ganshi', 'the office', { begin: ['/registers?register=honour&year=2026', '/objections?list=done', '/member-reviews?year=2025', paths.scoreBrief()] }],
  ['shuji', 'a secretary', { begin: [paths.branchDesk(), paths.sessionsToConfirm(), paths.spotChecks(), paths.targetPlan(), paths.memberReviews()], also: /\/member-reviews\/2026$|\/spot-checks\/[^/]+$/ }],
  ['dangyuan', 'a member', { begin: [paths.mine(), paths.mySessions(), paths.password(), paths.myPoints()] }],
  ['neiqin', 'a recorder', { begin: [paths.mine(), paths.branchDesk()] }],
  ['jiancha', 'an inspector', { begin: [paths.spotChecks()] }],
  ['juling', 'a bureau leader', { begin: [paths.scoreBoard()] }],
  ['anquan', 'the security administrator', { begin: [] }],
  ['shenji', 'the audit administrator', { begin: [] }],
  ['xitong', 'the system administrator', { begin: [] }],
  ['fangmin', 'the office of a bureau that is set up', { begin: [paths.start(), paths.selections()], own: true }],
];

it.each(courses)('%s, %s, finds nothing serious in the way on any page, on a light desk and a dark phone, and no page too wide in large letters', { timeout: WALK_MS }, async (name, _, course) => {
  expect(await walkAs(name, course)).toEqual([]);
});

it('finds nothing serious in the way at sign-in', async () => {
  const { page, end } = await walker(browser, { screen: 'desk', language: 'zh', address });
  const underWay = requestsOf(page);
  const found: string[] = [];
  for (const look of [byDay, byNight]) {
    await turnTo(page, look);
    await settled(page, underWay);
    found.push(...await inTheWay(page));
  }
  expect(found).toEqual([]);
  await end();
});

it('has come by every page of the page table', () => {
  expect(pages.map(({ path }) => path).filter((path) => !met.has(path) && !elsewhere.includes(path))).toEqual([]);
});
