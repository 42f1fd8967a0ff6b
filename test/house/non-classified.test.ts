import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { importsOf } from './reading.ts';

/** Lines in which somebody can tell a story; a name, a place or the number of a document is shorter. */
const LONG = 200;

const root = checkoutFolder();
const texts = new Map(readdirSync(join(root, 'src/web'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx')).map((name) => `src/web/${name.replaceAll('\\', '/')}`)
  .map((path) => [path, readFileSync(join(root, path), 'utf8')]));

/** What of the language has more than words in its tags is cut off by the first arrow, which stands behind the attributes that count. */
export const hasFreeText = (text: string): boolean =>
  /<(Input\.TextArea|TextArea|textarea)\b/.test(text) || [...text.matchAll(/<Input\s[^>]*?maxLength=\{(\d+)\}/g)].some(([, most]) => Number(most) >= LONG);
const hasNotice = (text: string): boolean => text.includes('<NonClassifiedNotice');

const drawnBy = (path: string): string[] =>
  [...texts].filter(([other, text]) => other !== path && other !== 'src/web/routes.tsx' && importsOf(other, text).some((it) => it.target === path && !it.typeOnly)).map(([other]) => other);

/** The ways from a field up to its page on which nobody says it; a way is said by the first file that does. */
function unsaid(path: string, below: readonly string[] = []): string[] {
  const way = [...below, path];
  if (hasNotice(texts.get(path) ?? '')) return [];
  const above = drawnBy(path).filter((it) => !way.includes(it));
  return above.length === 0 ? [way.map((it) => it.replace('src/web/', '')).join(' ← ')] : above.flatMap((it) => unsaid(it, way));
}

test('whoever signs in or writes freely is told that nothing classified belongs here', () => {
  const fields = [...texts].filter(([, text]) => hasFreeText(text)).map(([path]) => path);
  expect(fields.length).toBeGreaterThan(30);
  expect(fields.flatMap((path) => unsaid(path))).toEqual([]);
  expect(unsaid('src/web/access/SignInPage.tsx')).toEqual([]);
});

test('a field without the notice is seen, and a short one is none', () => {
  expect(hasFreeText('<Input.TextArea rows={2} />')).toBe(true);
  expect(hasFreeText('<Input aria-label={t.reason} maxLength={300} onChange={(event) => {}} />')).toBe(true);
  expect(hasFreeText('<Input maxLength={40} /><Input id={id} />')).toBe(false);
  expect(unsaid('src/web/ui/SearchField.tsx').length).toBeGreaterThan(0);
});
