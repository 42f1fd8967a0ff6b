import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unprivilegedAccount } from '#server/platform/postgres-binaries.ts';

/** What an operator is given where there is no network, taken as he takes it: packed, unpacked elsewhere, verified, run. */
const MEGABYTES_MOST = 150;
/** All that an unpacked archive asks of the machine. */
const TOOLS = ['sh', 'dirname', 'readlink', 'sha256sum', 'find', 'sort', 'cut', 'wc', 'uname'];
const mayBeAlone = spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
const answer = z.object({ code: z.number(), said: z.string() });
const told = z.object({
  verified: answer, usage: answer, runner: z.string(), readyz: z.string(), page: z.boolean(), signedIn: z.number(), saved: answer, examined: answer,
  ended: z.number().nullable(), migrated: answer, untouched: answer, errors: z.array(z.string()),
});

let folder: string;
let packed: string;
let program: string;
const named = (name: string): string => join(folder, name);
const verify = (): { code: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(join(program, 'zhibu'), ['verify'], { encoding: 'utf8', env: { PATH: named('tools') } });
  return { code: status, said: stdout + stderr };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-archive-'));
  chmodSync(folder, 0o755);
  execFileSync(process.execPath, ['scripts/archive.mjs', folder], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tar.gz'));
  packed = named(archive);
  mkdirSync(named('opt'));
  execFileSync('tar', ['-xzf', packed, '-C', named('opt')]);
  program = join(named('opt'), archive.replace('.tar.gz', ''));
  mkdirSync(named('tools'));
  for (const tool of TOOLS) symlinkSync(execFileSync('sh', ['-c', 'command -v "$0"', tool], { encoding: 'utf8' }).trim(), join(named('tools'), tool));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the archive', () => {
  it('is named by release and CPU, has its digest beside it, and is small enough to be carried', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(packed).toBe(named(`zhibu-${version}-linux-${process.arch}.tar.gz`));
    const megabytes = statSync(packed).size / 1_000_000;
    console.info(`${megabytes.toFixed(1)} MB`);
    expect(megabytes).toBeLessThan(MEGABYTES_MOST);
    expect(spawnSync('sha256sum', ['--check', `${packed}.sha256`], { cwd: folder }).status).toBe(0);
  });

  it('holds nothing of the tools that build and test, and no link', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { dev?: boolean }> };
    const inside = readdirSync(program, { recursive: true, encoding: 'utf8' });
    const brought = inside.filter((path) => path.includes('node_modules/') && path.endsWith('/package.json')).map((path) => path.replace('/package.json', '')).filter((path) => path in packages);
    expect(brought).toContain('node_modules/pg');
    expect(brought).toContain(`node_modules/@node-rs/argon2-linux-${process.arch}-gnu`);
    expect(brought.filter((path) => packages[path]?.dev)).toEqual([]);
    expect(readdirSync(join(program, 'node_modules')).filter((name) => ['antd', 'react', 'vite', 'esbuild', '.bin'].includes(name))).toEqual([]);
    expect(execFileSync('find', [program, '-type', 'l'], { encoding: 'utf8' })).toBe('');
    expect(readdirSync(join(program, 'dist/web/assets')).filter((name) => name.includes('dev-runtime')), 'pages for development').toEqual([]);
  });

  it('passes on the licences of all that it holds', () => {
    const packages = readFileSync(join(program, 'docs/licences/packages.txt'), 'utf8');
    for (const name of ['react', 'antd', 'pg', 'hono', 'zod', '@node-rs/argon2']) expect(packages).toMatch(new RegExp(`^${name} [\\d.]+ \\(MIT\\)$`, 'm'));
    for (const path of ['LICENSE', 'node/LICENSE', 'docs/licences/postgresql.txt']) expect(existsSync(join(program, path)), path).toBe(true);
  });
});

/** By an account that may not write there, with no Node on PATH, in a network that holds loopback alone: as far as we may arrange it. */
async function run(): Promise<z.output<typeof told>> {
  const account = unprivilegedAccount();
  mkdirSync(named('home'));
  if (account) chownSync(named('home'), account.uid, account.gid);
  const script = [process.execPath, '--import', 'tsx', resolve('test/journeys/unpacked.ts'), program, named('home'), named('tools'), String(account?.uid ?? '')];
  const [command = '', ...args] = mayBeAlone ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...script] : script;
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return told.parse(JSON.parse(stdout));
}

describe('an unpacked archive', () => {
  it('is verified, started, signed in to, saved, examined and ended by its one command, without Node, npm or a network', async () => {
    if (!mayBeAlone) console.info('Not in a network of its own: that takes root, unshare and ip.');
    const { verified, usage, runner, readyz, page, signedIn, saved, examined, ended, migrated, untouched, errors } = await run();
    expect(verified, verified.said).toMatchObject({ code: 0, said: expect.stringContaining('Whole:') });
    expect(usage, usage.said).toMatchObject({ code: 0, said: expect.stringContaining('./zhibu backup') });
    expect(usage.said).not.toContain('npm');
    expect(Number(runner)).toBe(unprivilegedAccount()?.uid ?? process.getuid?.());
    expect({ readyz, page, signedIn }).toEqual({ readyz: 'ok', page: true, signedIn: 200 });
    expect(saved, saved.said).toMatchObject({ code: 0, said: expect.stringContaining('Rehearsed') });
    expect(examined, examined.said).toMatchObject({ code: 0, said: expect.stringContaining('All is well') });
    expect({ ended, errors }).toEqual({ ended: 0, errors: [] });
    expect(migrated, migrated.said).toMatchObject({ code: 0, said: expect.stringContaining('Nothing to migrate') });
    expect(untouched, untouched.said).toMatchObject({ code: 0 });
  });

  it('that was changed by one byte, or holds a file more, is not whole, and says so', () => {
    expect(verify()).toMatchObject({ code: 0 });
    writeFileSync(join(program, 'dist/server/more.mjs'), '');
    expect(verify()).toMatchObject({ code: 1, said: expect.stringContaining('files that were not packed') });
    rmSync(join(program, 'dist/server/more.mjs'));
    expect(verify()).toMatchObject({ code: 0 });
    appendFileSync(join(program, 'dist/server/main.mjs'), ' ');
    expect(verify()).toMatchObject({ code: 1, said: expect.stringContaining('./dist/server/main.mjs') });
  });
});
