import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';

/** Parts of a page under its title that stand in the file of the page. */
const parts: Readonly<Record<string, number>> = { 'assessments/LabelsPage.tsx': 1, 'registers/RegistersPage.tsx': 1, 'rota/RotaPage.tsx': 1 };

test('a page that cannot be shown keeps its title', () => {
  const folder = join(checkoutFolder(), 'src/web');
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('Page.tsx'));
  const bare = pages.map((name) => [name, (readFileSync(join(folder, name), 'utf8').match(/return <ErrorNote/g) ?? []).length] as const).filter(([name, count]) => count !== (parts[name] ?? 0));
  expect(bare).toEqual([]);
  expect(pages.length).toBeGreaterThan(50);
});
