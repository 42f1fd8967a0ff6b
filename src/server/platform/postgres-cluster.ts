import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { faultCode } from './connection.ts';
import { findPostgres, runProgram, unprivilegedAccount, type Account, type PostgresBinaries } from './postgres-binaries.ts';
import { StartRefusal } from './start-refusal.ts';

export const SUPERUSER = 'postgres';

/** Only Linux has the locale C.UTF-8 everywhere; elsewhere PostgreSQL's own provider of that name stands in. */
const LOCALE =
  process.platform === 'linux' ? ['--locale=C.UTF-8'] : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** A folder of PostgreSQL's data, the password of its superuser, and what runs it. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly programs: PostgresBinaries;
  readonly account: Account | undefined;
}

/** The cluster of this folder with the programs that run it; made when there is none. */
export async function openCluster(home: string, bin?: string): Promise<Cluster> {
  const account = unprivilegedAccount();
  mkdirSync(home, { recursive: true });
  if (account) openTo(account, home);
  removeRemains(home);
  const programs = await findPostgres(home, account, bin);
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

/** The account must be able to reach the folder; a home of root's is closed to it, and that is not ours to open. */
function openTo(account: Account, home: string): void {
  chmodSync(home, 0o711);
  for (let folder = realpathSync(home); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid } = statSync(folder);
    if ((mode & 0o001) !== 0 || uid === account.uid) continue;
    throw new StartRefusal({
      zh: `账户 ${account.name}（PostgreSQL 不能以 root 运行）进不了目录 ${folder}。三种办法：用 DATA_DIR 指定如 /var/lib/zhibu 的目录；用普通用户启动；或设置 DATABASE_URL。`,
      en: `The account ${account.name} (PostgreSQL does not run as root) may not enter ${folder}. Three ways out: set DATA_DIR to a folder such as /var/lib/zhibu; start as an ordinary user; or set DATABASE_URL.`,
    });
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
  const data = [`--pgdata=${join(fresh, 'data')}`, '--data-checksums', '--no-instructions'];
  const identity = [`--username=${SUPERUSER}`, `--pwfile=${pwfile}`, '--auth=scram-sha-256'];
  try {
    await runProgram(programs.bin, 'initdb', [...data, ...identity, '--encoding=UTF8', ...LOCALE], account);
    writeFileSync(join(fresh, 'data', 'postgresql.conf'), "\ninclude 'zhibu.conf'\n", { flag: 'a' });
    renameSync(fresh, folder);
    flushFolder(dirname(folder));
  } catch (fault) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw wouldNotStart({ folder, programs }, fault);
  }
}

/** Windows cannot open a folder, and does not need it. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** What is being made has the number of its maker in its name; without a maker it will never be finished. */
function removeRemains(home: string): void {
  for (const name of readdirSync(home)) {
    const maker = /^postgres-.+\.new-(\d+)$/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) rmSync(join(home, name), { recursive: true, force: true });
  }
}

/** Whether a process has this number now; one of another account counts. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return faultCode(fault) === 'EPERM';
  }
}

/** Turns what PostgreSQL said into words with ways out. */
export function wouldNotStart(cluster: Pick<Cluster, 'folder' | 'programs'>, fault: unknown): StartRefusal {
  if (fault instanceof StartRefusal) return fault;
  const log = join(cluster.folder, 'start.log');
  const logged = existsSync(log) ? readFileSync(log, 'utf8').slice(-1500) : '';
  const reason = `${fault instanceof Error ? fault.message : String(fault)}\n${logged}`.trim();
  return new StartRefusal(
    {
      zh: `自带的 PostgreSQL ${cluster.programs.version} 启动失败（${cluster.folder}）。可以：查看该目录下的 logs；换一个 DATA_DIR；或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
      en: `The PostgreSQL ${cluster.programs.version} that we bring did not start (${cluster.folder}). Read its folder logs, try another DATA_DIR, or set DATABASE_URL to a PostgreSQL of yours. It said:\n${reason}`,
    },
    fault,
  );
}
