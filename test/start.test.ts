import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A start that cannot go on, as the operator sees it. */
let folder: string;
let taken: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-start-'));
  chmodSync(folder, 0o711);
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string>): Promise<{ code: number | null; out: string; error: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => void (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (said.error += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

it('on a port that is taken keeps the first passwords, says what to do and leaves no database running', async () => {
  const home = join(folder, 'own');
  const { code, out, error } = await start({ DATA_DIR: home, ZHIBU_DEMO: '0', PORT: String((taken.address() as AddressInfo).port) });
  expect(code, error).toBe(1);
  for (const name of ['xitong', 'anquan', 'shenji', 'dangwu']) expect(out).toMatch(new RegExp(`^ +${name} +\\S{12,}`, 'm'));
  expect(error).toMatch(/^http:\/\/127\.0\.0\.1:\d+ 已被占用.+\n.+choose another port with PORT\.\n$/);
  expect(existsSync(join(home, 'postgres-18', 'data', 'PG_VERSION'))).toBe(true);
  expect(existsSync(join(home, 'postgres-18', 'data', 'postmaster.pid'))).toBe(false);
});

it.each([
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL 只能是 .+“loud”.+\nLOG_LEVEL is one of .+"loud".+\n$/],
  ['PASSWORD_HASH', 'md5', /^PASSWORD_HASH 应为 argon2id 或 sm3.+“md5”.+\nPASSWORD_HASH is argon2id or sm3.+"md5".+\n$/],
])('with a setting that means nothing says so in both languages and makes nothing: %s', async (name, value, words) => {
  const home = join(folder, value);
  const { code, out, error } = await start({ DATA_DIR: home, ZHIBU_DEMO: '0', [name]: value });
  expect([code, out, existsSync(home)]).toEqual([1, '', false]);
  expect(error).toMatch(words);
});
