import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { startEmbedded, type EmbeddedServer } from './embedded-postgres.ts';
import { keepDatabase } from './keep-database.ts';

/** A server of its own, because it is killed. */
let home: string;
let server: EmbeddedServer;
let database: Database;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), `zhibu-test-${process.pid}-`));
  server = await startEmbedded({ home });
  database = openDatabase(server.ownerUrl, 1);
});
afterAll(async () => {
  await database.end();
  await server.stop();
  rmSync(home, { recursive: true });
});

const inside = (name: string): string => join(home, `postgres-${server.programs.major}`, name);
const kill = (): boolean => process.kill(Number(readFileSync(inside('data/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');

/** A log in which a line can be waited for. */
function reading(): { log: pino.Logger; lines: string[]; until(words: string): Promise<void> } {
  const lines: string[] = [];
  let heard = (): void => {};
  const log = pino({ level: 'warn' }, { write: (text: string) => {
    lines.push((JSON.parse(text) as { msg: string }).msg);
    heard();
  } });
  return { log, lines, until: (words) => new Promise((done) => {
    heard = () => void (lines.some((line) => line.includes(words)) && done());
    heard();
  }) };
}

test('a database of ours that was killed is started again, and the pool that lost it goes on', async () => {
  const { log, until } = reading();
  const keeper = keepDatabase({ database, source: server, log, everyMs: 20 });
  expect(await database.answers()).toBe(true);
  kill();
  await until('was started again');
  expect(await database.answers()).toBe(true);
  await keeper.stop();
});

test('where it cannot start it is tried until it can, and that is said once', async () => {
  const { log, lines, until } = reading();
  const keeper = keepDatabase({ database, source: server, log, everyMs: 20 });
  renameSync(inside('data/global'), inside('data/away'));
  kill();
  await until('does not start again');
  renameSync(inside('data/away'), inside('data/global'));
  await until('was started again');
  expect(await database.answers()).toBe(true);
  expect(lines).toEqual([expect.stringContaining('does not start again'), expect.stringContaining('started again')]);
  await keeper.stop();
});
