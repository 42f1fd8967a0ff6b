import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

/** A network of its own that holds nothing but loopback; only root may make one. */
const mayBeAlone = process.platform === 'linux' && spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
const told = z.object({ changed: z.number(), read: z.record(z.string(), z.number()), page: z.string(), hosts: z.array(z.string()), errors: z.array(z.string()) });

function alone(home: string): Promise<string> {
  const program = [process.execPath, '--import', 'tsx', 'test/alone.ts'];
  const [command = '', ...args] = mayBeAlone ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...program] : program;
  return new Promise((done, fail) => {
    const child = spawn(command, args, { env: { ...process.env, DATA_DIR: home }, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', error: '' };
    child.stdout.on('data', (chunk: Buffer) => void (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (said.error += chunk.toString()));
    child.once('exit', (code) => (code === 0 ? done(said.out) : fail(new Error(said.error))));
  });
}

it('an installation founds itself, lets somebody in and answers where there is no network, and asks for no host', async () => {
  if (!mayBeAlone) console.info('Not in a network of its own: that takes root, unshare and ip on Linux. Only the hosts that are asked for are looked at.');
  const home = mkdtempSync(join(tmpdir(), 'zhibu-alone-'));
  try {
    const { changed, read, hosts, errors } = told.parse(JSON.parse(await alone(home)));
    expect(errors).toEqual([]);
    expect(changed).toBe(200);
    expect(Object.entries(read).filter(([, status]) => status !== 200)).toEqual([]);
    expect(hosts.length, 'not even the database was asked: nobody watched').toBeGreaterThan(0);
    expect(hosts.filter((host) => !['127.0.0.1', 'localhost', '::1'].includes(host))).toEqual([]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}, 120_000);
