import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { withConnection } from './connection.ts';
import { checkoutFolder, isRoot } from './data-folder.ts';
import { checkDurability } from './durability.ts';
import { startEmbedded, type EmbeddedServer } from './embedded-postgres.ts';

// The server here has real settings and outlives processes, so it is not the one that other tests share.
let home: string;
const running: EmbeddedServer[] = [];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), `zhibu-test-${process.pid}-`));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(home, { recursive: true }));

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded({ home });
  running.push(server);
  return server;
}

const ask = (server: EmbeddedServer, query: string): Promise<unknown[]> =>
  withConnection(server.ownerUrl, async (client) => (await client.query(query)).rows);

test('the first start makes a cluster that loses nothing, in Unicode, for this machine only', async () => {
  const server = await start();
  expect(server.adopted).toBe(false);
  expect(await ask(server, `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
    current_setting('listen_addresses') AS addresses, current_setting('fsync') AS fsync`)).toEqual([
    { encoding: 'UTF8', checksums: 'on', addresses: '127.0.0.1', fsync: 'on' },
  ]);
  expect(await ask(server, 'SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user')).toEqual([{ rolsuper: false, rolcreaterole: true }]);
  expect(await withConnection(server.ownerUrl, (client) => checkDurability(client))).toEqual([]);
});

test('synchronous_commit switched off for one role alone is refused', async () => {
  const server = await start();
  const url = new URL(server.ownerUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  await expect(withConnection(url.href, (client) => checkDurability(client))).rejects.toThrow(/ synchronous_commit = on/);
});

test('clocks that differ by a minute are a warning and no refusal', async () => {
  const server = await start();
  const warnings = await withConnection(server.ownerUrl, (client) => checkDurability(client, () => Date.now() + 60_000));
  expect(warnings.map((words) => words.en)).toEqual([expect.stringContaining('60 seconds')]);
});

test('a second start finds what the first one wrote', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await ask(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a process killed with -9 leaves its server, and the next one adopts it', async () => {
  const script = `
    import { startEmbedded } from '#server/platform/embedded-postgres.ts';
    import { withConnection } from '#server/platform/connection.ts';
    const server = await startEmbedded({ home: ${JSON.stringify(home)} });
    await withConnection(server.ownerUrl, (client) => client.query('CREATE TABLE killed AS SELECT 7 AS answer'));
    process.stdout.write(server.ownerUrl, () => process.kill(process.pid, 'SIGKILL'));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { cwd: checkoutFolder(), stdio: ['ignore', 'pipe', 'inherit'] });
  let ownerUrl = '';
  child.stdout.on('data', (text) => (ownerUrl += text));
  await new Promise((resolve) => child.once('close', resolve));
  expect(child.signalCode).toBe('SIGKILL');
  const server = await start();
  expect(server).toMatchObject({ adopted: true, ownerUrl });
  expect(await ask(server, 'SELECT answer FROM killed')).toEqual([{ answer: 7 }]);
});

test('a server whose main process was killed with -9 starts again with everything it acknowledged', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE acknowledged AS SELECT 1 AS answer');
  const pidFile = join(home, `postgres-${first.programs.major}`, 'data', 'postmaster.pid');
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  const second = await start();
  // Where it was, so that a server that has lost it finds it again.
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await ask(second, 'SELECT answer FROM acknowledged')).toEqual([{ answer: 1 }]);
});

test('a start whose last port was taken meanwhile finds another one', async () => {
  const first = await start();
  const port = Number(new URL(first.ownerUrl).port);
  await first.stop();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const second = await start();
  expect(second.ownerUrl).not.toBe(first.ownerUrl);
  expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  other.close();
});

test('of two starts at once one starts and the other adopts', async () => {
  const both = await Promise.all([start(), start()]);
  expect(new Set(both.map((server) => server.ownerUrl)).size).toBe(1);
});

test('leaving stops the server only when nobody else works on it', async () => {
  const server = await start();
  await withConnection(server.ownerUrl, async () => {
    await server.leave();
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
  await server.leave();
  await expect(ask(server, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('the number of another process in the lock file is not taken for a server', async () => {
  const first = await start();
  await first.stop();
  const data = join(home, `postgres-${first.programs.major}`, 'data');
  writeFileSync(join(data, 'postmaster.pid'), `1\n${data}\n1\n1\n\n127.0.0.1\n1\nready\n`);
  expect((await start()).adopted).toBe(false);
});

test('a cluster whose making broke off is made anew, and its remains are removed', async () => {
  const { programs } = await start();
  const other = mkdtempSync(join(tmpdir(), `zhibu-test-${process.pid}-`));
  mkdirSync(join(other, `postgres-${programs.major}.new-4194303`));
  const server = await startEmbedded({ home: other, bin: programs.bin });
  await server.stop();
  expect(readdirSync(other)).toEqual([`postgres-${programs.major}`]);
  rmSync(other, { recursive: true });
});

test('data of another major version are refused in words instead of beginning anew', async () => {
  const { programs } = await start();
  const other = mkdtempSync(join(tmpdir(), `zhibu-test-${process.pid}-`));
  mkdirSync(join(other, 'postgres-14'));
  await expect(startEmbedded({ home: other, bin: programs.bin })).rejects.toThrow(/another major version/);
  expect(readdirSync(other)).toEqual(['postgres-14']);
  rmSync(other, { recursive: true });
});

test('a cluster without its password is refused in words', async () => {
  const first = await start();
  await first.stop();
  const folder = join(home, `postgres-${first.programs.major}`);
  renameSync(join(folder, 'password'), join(folder, 'away'));
  await expect(startEmbedded({ home })).rejects.toThrow(/DATA_DIR/);
  renameSync(join(folder, 'away'), join(folder, 'password'));
});

test('started by root, a data folder that no other account can reach is refused in words', async () => {
  const closed = mkdtempSync(join(tmpdir(), `zhibu-test-${process.pid}-`));
  if (isRoot()) await expect(startEmbedded({ home: join(closed, 'data') })).rejects.toThrow(/DATA_DIR/);
  rmSync(closed, { recursive: true });
});

test('a folder without programs is refused with the ways out, and nothing else is taken for it', async () => {
  await expect(startEmbedded({ home, bin: tmpdir() })).rejects.toThrow(/DATABASE_URL/);
});
