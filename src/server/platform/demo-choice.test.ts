import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wantsDemo } from './demo-choice.ts';
import { StartRefusal } from './start-refusal.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'zhibu-data-'));
});
afterEach(() => rmSync(path, { recursive: true }));

const wants = (env: Record<string, string> = {}, terminal = false): Promise<boolean> => wantsDemo({ path, secret: '' }, env, terminal);

test('without a terminal and without a word there is a demo bureau', async () => {
  expect(await wants()).toBe(true);
});

test('what was said is kept, and nobody is asked again', async () => {
  expect(await wants({ ZHIBU_DEMO: '0' })).toBe(false);
  expect(await wants()).toBe(false);
  expect(await wants({}, true)).toBe(false);
});

test('the variable goes before what was kept', async () => {
  await wants({ ZHIBU_DEMO: '0' });
  expect(await wants({ ZHIBU_DEMO: '1' })).toBe(true);
});

test.each(['', '2', 'yes'])('ZHIBU_DEMO=%s is refused in words, and nothing is kept', async (value) => {
  await expect(wants({ ZHIBU_DEMO: value })).rejects.toThrow(StartRefusal);
  expect(await wants()).toBe(true);
});
