import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibu-tls-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function saidWith(env: Record<string, string>): Promise<string> {
  let said = '';
  const write = (text: string): void => { said += text; };
  expect(await run(['tls', 'zhibu.local', '--lang', 'en'], { out: write, error: write, today: '2026-11-16', env: { DATA_DIR: folder, ...env } })).toBe(0);
  return /^Start: .*$/m.exec(said)?.[0] ?? said;
}

it('says how to start and what to open: the port and the address that are set', async () => {
  expect(await saidWith({})).toMatch(/HOST=0\.0\.0\.0 TLS_CERT=.*, then open https:\/\/zhibu\.local:3000$/);
  expect(await saidWith({ PORT: '8443' })).toMatch(/PORT=8443 TLS_CERT=.*, then open https:\/\/zhibu\.local:8443$/);
  expect(await saidWith({ PORT: '443' })).toMatch(/PORT=443 .*, then open https:\/\/zhibu\.local$/);
  expect(await saidWith({ PORT: '8443', PUBLIC_URL: 'https://zhibu.example' })).toMatch(/PORT=8443 .*, then open https:\/\/zhibu\.example$/);
});
