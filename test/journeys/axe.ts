import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const rules = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Screen, language and colours; four that have every pair of them once. */
export const looks = [
  { screen: 'desk', language: 'zh', colours: 'light' },
  { screen: 'desk', language: 'en', colours: 'dark' },
  { screen: 'phone', language: 'zh', colours: 'dark' },
  { screen: 'phone', language: 'en', colours: 'light' },
] as const;
export type Look = (typeof looks)[number];

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } } as const;
const names = { zh: '中文', en: 'English' } as const;

/** Turns the page as it stands; it has to follow without being loaded anew. */
export async function turnTo(page: Page, { screen, language, colours }: Look): Promise<void> {
  await page.setViewportSize(sizes[screen]);
  await page.emulateMedia({ colorScheme: colours });
  await page.getByRole('banner').waitFor();
  const other = page.getByRole('button', { name: names[language], exact: true });
  // A drawer that an address opens lies over the bar.
  if (await other.count() > 0) await other.dispatchEvent('click');
  await page.locator(`html[lang^="${language}"]`).waitFor();
}

/** Nothing is on its way and no grey bars stand for something. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, [role=alert], .empty-state').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' }).catch((cause: unknown) => { throw new Error(`${page.url()} goes on loading`, { cause }); });
  await page.waitForLoadState('networkidle');
}

interface AxeNode {
  readonly target: readonly string[];
  readonly html: string;
}
interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly AxeNode[] }[];
}

/** What stands in the way of somebody who reads aloud, enlarges, or has no mouse: rule and element, serious and critical ones. */
export async function inTheWay(page: Page): Promise<readonly string[]> {
  const options = JSON.stringify({ resultTypes: ['violations'], preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  await page.evaluate(`if (!window.axe) { ${rules} }`);
  const run = await page.evaluate<AxeRun>(`axe.run(document, ${options})`);
  return run.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`));
}
