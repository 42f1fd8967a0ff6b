import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asXlsx, workedExample } from '#test/schemes/worked-example.ts';

/** The server and the command line as they are built for a bureau, without a tool that reads sources. */
const PORT = '39121';
const address = `http://127.0.0.1:${PORT}`;
const built = (name: string): string => resolve('dist', 'server', name);

let folder: string;
let server: ChildProcess;
const named = (name: string): string => join(folder, name);
// Whoever deploys starts it from anywhere.
const settings = (data: string): { cwd: string; env: Record<string, string | undefined> } => ({
  cwd: tmpdir(), env: { PATH: process.env['PATH'], DATA_DIR: named(data), ZHIBU_DEMO: '0', PORT },
});

const zhibu = (data: string, ...args: readonly string[]): Promise<{ code: number; out: string; error: string }> => new Promise((done) => {
  execFile(process.execPath, [built('zhibu.mjs'), ...args], { ...settings(data), maxBuffer: 64 * 1024 * 1024 }, (failure, out, error) => {
    done({ code: failure === null ? 0 : Number(failure.code), out, error });
  });
});

async function started(data: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [built('main.mjs')], { ...settings(data), stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the server ended before it listened')));
  const listening = new Promise<void>((done) => createInterface(child.stdout).on('line', (line) => line.includes(address) && done()));
  await Promise.race([listening, ended]);
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-built-'));
  // PostgreSQL runs under an account of its own where we are root.
  chmodSync(folder, 0o711);
  writeFileSync(named('passphrase'), 'correct horse battery\n', { mode: 0o600 });
  writeFileSync(named('facts.xlsx'), await asXlsx(workedExample));
  server = await started('data');
});
afterAll(async () => {
  await ended(server);
  rmSync(folder, { recursive: true, force: true });
});

describe('the built server', () => {
  it('serves the pages and answers that it is ready', async () => {
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await (await fetch(address)).text()).toContain('<div id="root">');
  });

  it('is saved while it runs, and restored into another folder from which it starts', async () => {
    const saved = await zhibu('data', 'backup', named('all.zhibu'), '--passphrase-file', named('passphrase'), '--with-secret');
    expect(saved, saved.error).toMatchObject({ code: 0, error: '' });
    const restored = await zhibu('other', 'restore', named('all.zhibu'), '--passphrase-file', named('passphrase'));
    expect(restored, restored.error).toMatchObject({ code: 0, error: '', out: expect.stringContaining('核对一致') });
    await ended(server);
    server = await started('other');
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });
});

describe('the built command line', () => {
  it('examines the installation and finds no failure', async () => {
    const { code, out, error } = await zhibu('other', 'doctor', '--lang', 'en');
    expect(error).toBe('');
    expect(out).toContain('No failure');
    expect(code).toBe(0);
  });

  it('makes certificates', async () => {
    const made = await zhibu('other', 'tls', 'zhibu.local', '127.0.0.1');
    expect(made, made.error).toMatchObject({ code: 0, error: '', out: expect.stringContaining('SHA-256') });
    expect(existsSync(named('other/tls'))).toBe(true);
  });

  it('reads a workbook in a process of its own', async () => {
    const tried = await zhibu('other', 'scheme', 'try', resolve('test/schemes/study.yaml'), '--facts', named('facts.xlsx'), '--at', '2026-12-31');
    expect(tried, tried.error).toMatchObject({ code: 0, error: '', out: expect.stringContaining('36.46') });
  });
});
