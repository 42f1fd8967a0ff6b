import { chownSync, existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faultCode, urlAs, urlOfDatabase, withConnection } from './connection.ts';
import { rolePassword } from './data-folder.ts';
import { isAlive, openCluster, SUPERUSER, wouldNotStart, type Cluster } from './postgres-cluster.ts';
import { runProgram, type PostgresBinaries } from './postgres-binaries.ts';
import { StartRefusal } from './start-refusal.ts';

/** A PostgreSQL server of our own, running outside this process so that it survives it. */
export interface EmbeddedServer {
  /** The owner of the database `zhibu`: may create roles and databases, is no superuser. */
  readonly ownerUrl: string;
  readonly programs: PostgresBinaries;
  /** Whether it was already running, left by a process that was killed or used by another one of ours. */
  readonly adopted: boolean;
  /** Starts the server again, at the same address, where it has ended; answers whether it had to. Throws when it does not start. */
  revive(): Promise<boolean>;
  /** Stops the server, unless another process still works on it: a command line may have started it for a server. */
  leave(): Promise<void>;
  /** Stops the server under whoever works on it. */
  stop(): Promise<void>;
}

export interface EmbeddedChoice {
  /** The folder that holds the cluster, the programs and the logs. */
  readonly home: string;
  /** Only the programs of this folder, for instance /usr/lib/postgresql/15/bin. */
  readonly bin?: string | undefined;
  /** Lines of postgresql.conf; tests turn the flushes off with them. */
  readonly settings?: Readonly<Record<string, string>>;
}

const OWNER = 'zhibu_owner';
const DATABASE = 'zhibu';
const OTHERS = `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
const ATTEMPTS = 3;
const ADOPTION_MS = 10_000;
const DUPLICATE_DATABASE = '42P04';
const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';

/** Starts the server of `home`, or adopts it when it runs; the first start makes the cluster. */
export async function startEmbedded(choice: EmbeddedChoice): Promise<EmbeddedServer> {
  const cluster = await openCluster(choice.home, choice.bin);
  for (let turn = 1; ; turn += 1) {
    const running = await adopt(cluster);
    if (running) return serverOf(cluster, choice, running, true);
    try {
      const url = await start(cluster, choice.settings ?? {}, await freePort(lastPort(cluster)));
      return await serverOf(cluster, choice, url, false);
    } catch (fault) {
      // Another process may have been faster, or taken the free port: then the next turn adopts or tries another one.
      if (turn === ATTEMPTS || fault instanceof StartRefusal) throw wouldNotStart(cluster, fault);
    }
  }
}

async function serverOf(cluster: Cluster, { settings = {} }: EmbeddedChoice, superuserUrl: string, adopted: boolean): Promise<EmbeddedServer> {
  const ownerUrl = await ensureOwner(cluster, superuserUrl);
  const revive = async (): Promise<boolean> => {
    const running = readPid(cluster);
    // After a crash of one of its processes it recovers by itself; and an ended one that waits for its burial lets nobody start.
    if (running && isServer(running.pid)) return false;
    await start(cluster, settings, Number(new URL(superuserUrl).port)).catch((fault: unknown) => { throw wouldNotStart(cluster, fault); });
    return true;
  };
  return { ownerUrl, programs: cluster.programs, adopted, revive, leave: () => leave(cluster, superuserUrl), stop: () => stop(cluster) };
}

/**
 * The server that already runs on this folder. A live process number proves nothing (numbers are used again, and an
 * ended server may wait some time for its burial), so it must let us in and name the same folder.
 */
async function adopt(cluster: Cluster): Promise<string | undefined> {
  for (const until = Date.now() + ADOPTION_MS; Date.now() < until; await pause(100)) {
    const running = readPid(cluster);
    if (!running || !isServer(running.pid)) return undefined;
    const url = superuserUrl(cluster, running.port);
    try {
      const { rows } = await withConnection(url, (client) => client.query('SHOW data_directory'));
      if (realpathSync(rows[0].data_directory) === cluster.data) return url;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** After a restart of a container the number often belongs to something else; Linux tells its name. */
function isServer(pid: number): boolean {
  const name = `/proc/${pid}/comm`;
  return isAlive(pid) && (!existsSync(name) || readFileSync(name, 'utf8').startsWith('postgres'));
}

function readPid(cluster: Cluster): { pid: number; port: number } | undefined {
  const file = join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port) };
}

const superuserUrl = (cluster: Cluster, port: number): string =>
  `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/postgres`;

async function start(cluster: Cluster, settings: Readonly<Record<string, string>>, port: number): Promise<string> {
  const lines = Object.entries({ ...ours(port), ...settings }).map(([name, value]) => `${name} = '${value}'\n`);
  const conf = confOf(cluster);
  writeFileSync(conf, `# Written at every start.\n${lines.join('')}`, { mode: 0o600 });
  const log = join(cluster.folder, 'start.log');
  writeFileSync(log, '', { mode: 0o600 });
  if (cluster.account) for (const path of [conf, log]) chownSync(path, cluster.account.uid, cluster.account.gid);
  await control(cluster, 'start', '-l', log, '-t', '120');
  return superuserUrl(cluster, port);
}

/**
 * Only this machine, no socket file (its path may not exceed 107 bytes), a week of logs, and no row contents in them:
 * the detail line of a violated constraint would show personal data.
 */
const ours = (port: number): Record<string, string> => ({
  listen_addresses: '127.0.0.1',
  port: String(port),
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  log_error_verbosity: 'terse',
  logging_collector: 'on',
  log_directory: '../logs',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_size: '0',
});

const confOf = (cluster: Cluster): string => join(cluster.data, 'zhibu.conf');

/** The port of the last start, or 0: whoever still looks for the server there finds it again. */
function lastPort(cluster: Cluster): number {
  const conf = confOf(cluster);
  return existsSync(conf) ? Number(/^port = '(\d+)'$/m.exec(readFileSync(conf, 'utf8'))?.[1] ?? 0) : 0;
}

/** @param wanted this one if nobody has it. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  const listening = (port: number): Promise<void> => new Promise((resolve, reject) => void probe.once('error', reject).listen(port, '127.0.0.1', resolve));
  await listening(wanted).catch(() => listening(0));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}

/** The owner is no superuser, so that the default database behaves like one given by `DATABASE_URL`. */
async function ensureOwner(cluster: Cluster, superuserUrl: string): Promise<string> {
  const password = rolePassword(cluster.password, OWNER);
  await withConnection(superuserUrl, async (client) => {
    const ensure = async (statement: string): Promise<void> => {
      await client.query(statement).catch((fault: unknown) => {
        if (![DUPLICATE_OBJECT, DUPLICATE_DATABASE, UNIQUE_VIOLATION].includes(faultCode(fault) ?? '')) throw fault;
      });
    };
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (known.rowCount) return;
    await ensure(`CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB PASSWORD '${password}'`);
    await ensure(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  });
  return urlOfDatabase(urlAs(superuserUrl, OWNER, password), DATABASE);
}

/** `pg_ctl` detaches the server from us and waits until it is up or down, on every system alike. */
async function control(cluster: Cluster, verb: 'start' | 'stop', ...options: readonly string[]): Promise<void> {
  const { programs, data, account } = cluster;
  await runProgram(programs.bin, 'pg_ctl', [verb, '-D', data, '-w', '-s', ...options], account);
}

async function leave(cluster: Cluster, superuserUrl: string): Promise<void> {
  const others = await withConnection(superuserUrl, async (client) => {
    const { rows } = await client.query(OTHERS);
    return rows.length;
  }).catch(() => 0);
  if (others === 0) await stop(cluster);
}

async function stop(cluster: Cluster): Promise<void> {
  const running = readPid(cluster);
  if (!running || !isAlive(running.pid)) return;
  await control(cluster, 'stop', '-m', 'fast');
}
