import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faultCode, urlAs, urlOfDatabase, withConnection } from './connection.ts';
import { rolePassword } from './data-folder.ts';
import { findPostgres, runProgram, unprivilegedAccount, type Account, type PostgresBinaries } from './postgres-binaries.ts';
import { StartRefusal } from './start-refusal.ts';

/** A PostgreSQL server of our own, running outside this process so that it survives it. */
export interface EmbeddedServer {
  /** The owner of the database `zhibu`: may create roles and databases, is no superuser. */
  readonly ownerUrl: string;
  readonly programs: PostgresBinaries;
  /** Whether it was already running, left by a process that was killed or used by another one of ours. */
  readonly adopted: boolean;
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

const SUPERUSER = 'postgres';
const OWNER = 'zhibu_owner';
const DATABASE = 'zhibu';
const ATTEMPTS = 3;
const ADOPTION_MS = 10_000;
const DUPLICATE_DATABASE = '42P04';
const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';

/** What a start needs to know of the cluster. */
interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly programs: PostgresBinaries;
  readonly account: Account | undefined;
}

/** Starts the server of `home`, or adopts it when it runs; the first start makes the cluster. */
export async function startEmbedded(choice: EmbeddedChoice): Promise<EmbeddedServer> {
  const account = unprivilegedAccount();
  mkdirSync(choice.home, { recursive: true });
  if (account) chmodSync(choice.home, 0o711);
  const programs = await findPostgres(choice.home, account, choice.bin);
  const cluster = await openCluster(choice.home, programs, account);
  for (let turn = 1; ; turn += 1) {
    const running = await adopt(cluster);
    if (running) return serverOf(cluster, running, true);
    try {
      const url = await start(cluster, choice.settings ?? {});
      return await serverOf(cluster, url, false);
    } catch (fault) {
      // Another process may have been faster, or taken the free port: then the next turn adopts or tries another one.
      if (turn === ATTEMPTS || fault instanceof StartRefusal) throw wouldNotStart(cluster, fault);
    }
  }
}

async function serverOf(cluster: Cluster, superuserUrl: string, adopted: boolean): Promise<EmbeddedServer> {
  const ownerUrl = await ensureOwner(cluster, superuserUrl);
  return { ownerUrl, programs: cluster.programs, adopted, leave: () => leave(cluster, superuserUrl), stop: () => stop(cluster) };
}

async function openCluster(home: string, programs: PostgresBinaries, account?: Account): Promise<Cluster> {
  const folder = join(home, `postgres-${programs.major}`);
  const password = join(folder, 'password');
  if (!existsSync(folder)) {
    refuseOtherMajor(home, programs);
    await initialise(folder, programs, account);
  }
  try {
    const data = realpathSync(join(folder, 'data'));
    return { folder, data, password: readFileSync(password, 'utf8').trim(), programs, account };
  } catch (fault) {
    throw new StartRefusal(
      {
        zh: `数据库目录 ${folder} 打不开，可能是由另一账户创建的。请用创建它的账户启动，或用 DATA_DIR 指定其他目录。`,
        en: `The database folder ${folder} cannot be opened; another account may have made it. Start as that account, or set DATA_DIR to another folder.`,
      },
      fault,
    );
  }
}

/** A cluster belongs to one major version; beginning an empty one beside it would look like lost data. */
function refuseOtherMajor(home: string, programs: PostgresBinaries): void {
  const other = readdirSync(home).find((name) => /^postgres-\d+$/.test(name));
  if (other === undefined) return;
  throw new StartRefusal({
    zh: `${join(home, other)} 中的数据属于另一版本，当前程序是 PostgreSQL ${programs.major}。请装回原版本导出数据后再升级，或设置 DATABASE_URL。`,
    en: `The data in ${join(home, other)} belong to another major version than PostgreSQL ${programs.major}. Put the old version back and export before upgrading, or set DATABASE_URL.`,
  });
}

/** Made beside and renamed: a folder of the final name always holds a whole cluster and its password. */
async function initialise(folder: string, programs: PostgresBinaries, account?: Account): Promise<void> {
  const fresh = `${folder}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const pwfile = join(fresh, 'password');
  writeFileSync(pwfile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) for (const path of [fresh, pwfile]) chownSync(path, account.uid, account.gid);
  // Only Linux has the locale C.UTF-8 everywhere; elsewhere PostgreSQL's own provider of that name stands in.
  const locale = process.platform === 'linux' ? ['--locale=C.UTF-8'] : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const identity = [`--username=${SUPERUSER}`, `--pwfile=${pwfile}`, '--auth=scram-sha-256'];
  try {
    await runProgram(programs.bin, 'initdb', [`--pgdata=${join(fresh, 'data')}`, '--encoding=UTF8', ...locale, '--data-checksums', ...identity, '--no-instructions'], account);
    writeFileSync(join(fresh, 'data', 'postgresql.conf'), "\ninclude 'zhibu.conf'\n", { flag: 'a' });
    renameSync(fresh, folder);
    flushFolder(join(folder, '..'));
  } catch (fault) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw wouldNotStart({ folder, programs }, fault);
  }
}

/** Windows cannot open a folder, and does not need it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * The server that already runs on this folder. A live process number proves nothing (numbers are used again, and an
 * ended server may wait some time for its burial), so it must let us in and name the same folder.
 */
async function adopt(cluster: Cluster): Promise<string | undefined> {
  for (const until = Date.now() + ADOPTION_MS; Date.now() < until; await pause(100)) {
    const running = readPid(cluster);
    if (!running || !isAlive(running.pid)) return undefined;
    const url = superuserUrl(cluster, running.port);
    try {
      const folder = await withConnection(url, async (client) => (await client.query('SHOW data_directory')).rows[0].data_directory);
      if (realpathSync(folder) === cluster.data) return url;
    } catch {
      continue;
    }
  }
  return undefined;
}

function readPid(cluster: Cluster): { pid: number; port: number } | undefined {
  const file = join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port) };
}

/** Whether a process has this number now; one of another account counts. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return faultCode(fault) === 'EPERM';
  }
}

const superuserUrl = (cluster: Cluster, port: number): string => `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/postgres`;

async function start(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<string> {
  const port = await freePort();
  const lines = Object.entries({ ...ours(port), ...settings }).map(([name, value]) => `${name} = '${value}'\n`);
  const conf = join(cluster.data, 'zhibu.conf');
  writeFileSync(conf, `# Written at every start.\n${lines.join('')}`, { mode: 0o600 });
  const log = join(cluster.folder, 'start.log');
  writeFileSync(log, '', { mode: 0o600 });
  if (cluster.account) for (const path of [conf, log]) chownSync(path, cluster.account.uid, cluster.account.gid);
  await runProgram(cluster.programs.bin, 'pg_ctl', ['start', '-D', cluster.data, '-l', log, '-w', '-t', '120', '-s'], cluster.account);
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

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
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

async function leave(cluster: Cluster, superuserUrl: string): Promise<void> {
  const others = await withConnection(superuserUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    return rowCount ?? 0;
  }).catch(() => 0);
  if (others === 0) await stop(cluster);
}

async function stop(cluster: Cluster): Promise<void> {
  const running = readPid(cluster);
  if (!running || !isAlive(running.pid)) return;
  await runProgram(cluster.programs.bin, 'pg_ctl', ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-s'], cluster.account);
}

function wouldNotStart(cluster: Pick<Cluster, 'folder' | 'programs'>, fault: unknown): StartRefusal {
  if (fault instanceof StartRefusal) return fault;
  const log = join(cluster.folder, 'start.log');
  const said = [fault instanceof Error ? fault.message.trim() : String(fault), existsSync(log) ? readFileSync(log, 'utf8').trim().slice(-1500) : ''];
  const reason = said.filter(Boolean).join('\n');
  return new StartRefusal(
    {
      zh: `自带的 PostgreSQL ${cluster.programs.version} 启动失败（${cluster.folder}）。可以：查看该目录下的 logs；换一个 DATA_DIR；或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
      en: `The PostgreSQL ${cluster.programs.version} that we bring did not start (${cluster.folder}). Read its folder logs, try another DATA_DIR, or set DATABASE_URL to a PostgreSQL of yours. It said:\n${reason}`,
    },
    fault,
  );
}
