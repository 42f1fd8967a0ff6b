import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page, Request } from 'playwright-core';

const rules = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How a screen is looked at, and how once more, because dark has colours and a phone an order of its own. */
export const byDay = { screen: 'desk', language: 'zh', colours: 'light', large: false } as const;
export const byNight = { screen: 'phone', language: 'en', colours: 'dark', large: false } as const;
/** Where words have the least room: English in large letters on a phone. */
export const enlarged = { ...byNight, large: true } as const;
export type Look = typeof byDay | typeof byNight | typeof enlarged;

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } } as const;
const names = { zh: '中文', en: 'English' } as const;

/** Turns the page as it stands; it has to follow without being loaded anew. */
export async function turnTo(page: Page, { screen, language, colours, large }: Look): Promise<void> {
  await page.setViewportSize(sizes[screen]);
  await page.emulateMedia({ colorScheme: colours });
  const other = page.getByRole('button', { name: names[language], exact: true });
  // A drawer that an address opens lies over the bar.
  if (await other.count() > 0) await other.dispatchEvent('click');
  await page.locator(`html[lang^="${language}"]`).waitFor({ state: 'attached' });
  const letters = page.getByRole('button', { name: /大字版|Large text/, pressed: !large });
  if (await letters.count() > 0) await letters.dispatchEvent('click');
  await page.locator(large ? 'html[data-large]' : 'html:not([data-large])').waitFor({ state: 'attached' });
}

/** What a page asks for, counted, so that nobody has to wait a while to see that nothing is on its way. */
export function requestsOf(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>();
  page.on('request', (it) => underWay.add(it));
  page.on('requestfinished', (it) => underWay.delete(it));
  page.on('requestfailed', (it) => underWay.delete(it));
  return underWay;
}

/** Nothing is on its way and no grey bars stand for something, twice in a row: what has come may ask for more. */
export async function settled(page: Page, underWay: ReadonlySet<Request>): Promise<void> {
  await page.locator('h1, [role=alert], .empty-state').first().waitFor();
  const busy = page.locator('[aria-busy="true"]');
  for (let quiet = 0; quiet < 2;) {
    await busy.first().waitFor({ state: 'detached' }).catch((cause: unknown) => { throw new Error(`${page.url()} goes on loading`, { cause }); });
    await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
    quiet = underWay.size === 0 && await busy.count() === 0 ? quiet + 1 : 0;
  }
}

/** A page as wide as its screen: only a table or a strip within it moves sideways. */
export const tooWide = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`is ${scrollWidth} wide on a screen of ${clientWidth}`] : [];
});

interface AxeNode {
  readonly target: readonly string[];
  readonly html: string;
}
interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly AxeNode[] }[];
}

/** One row of a table or a list is made like the other, and so are the days of a month; the first of them are looked at. */
const alike = ['tr', 'li', 'td', '.paper'].map((it) => [`${it}:nth-of-type(n+7)`]);

/** What lies over everything would have axe pass over every colour below it; gone and back between two drawings. */
const markShown = (page: Page, shown: boolean): Promise<void> =>
  page.locator('.screen-mark').evaluateAll((marks, display) => marks.forEach((it) => { (it as HTMLElement).style.display = display; }), shown ? '' : 'none');

/** What stands in the way of somebody who reads aloud, enlarges, or has no mouse: rule and element, serious and critical ones. */
export async function inTheWay(page: Page): Promise<readonly string[]> {
  const options = JSON.stringify({ resultTypes: ['violations'], preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  if (await page.evaluate('!window.axe')) await page.evaluate(rules);
  await markShown(page, false);
  const run = await page.evaluate<AxeRun>(`axe.run({ include: [['html']], exclude: ${JSON.stringify(alike)} }, ${options})`);
  await markShown(page, true);
  return run.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`));
}
