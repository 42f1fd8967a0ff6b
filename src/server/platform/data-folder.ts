import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where an installation keeps what is its own: the database, its secret, uploaded files. */
export interface DataFolder {
  readonly path: string;
  /** Everything that must be secret and yet the same on every node is derived from it. */
  readonly secret: string;
}

const SECRET_CHARACTERS_MIN = 32;
export const isRoot = (): boolean => process.getuid?.() === 0;

/** The folder of package.json, both for the sources and for the compiled server. */
export function checkoutFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return realpathSync(folder);
}

/** Whether we run from an archive that was unpacked, where everything is listed and nothing is built. */
export const isUnpackedArchive = (checkout = checkoutFolder()): boolean => existsSync(join(checkout, 'SHA256SUMS'));

/**
 * `DATA_DIR`, or a folder of this checkout's own outside the checkout, so that neither `git clean` nor a second
 * checkout reaches the data. The next release is unpacked beside this one and goes on with its data: all archives share
 * one folder. Root's home is closed to the account that runs PostgreSQL, hence `/var/lib`.
 */
export function dataFolderPath(env: Environment = process.env, checkout = checkoutFolder()): string {
  if (env['DATA_DIR']) return outside(checkout, resolve(env['DATA_DIR']));
  const ofCheckout = createHash('sha256').update(checkout).digest('hex').slice(0, 12);
  const base = isRoot() ? '/var/lib' : (env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'));
  return outside(checkout, join(base, 'zhibu', isUnpackedArchive(checkout) ? 'installation' : ofCheckout));
}

function outside(checkout: string, path: string): string {
  if (path !== checkout && !path.startsWith(checkout + sep)) return path;
  throw new StartRefusal({
    zh: `数据目录 ${path} 在程序目录之内，更新程序时数据可能被删除。请把 DATA_DIR 设为程序目录之外的位置。`,
    en: `The data folder ${path} lies inside the program's folder, where an update may delete it. Set DATA_DIR to a place outside.`,
  });
}

/** Opens the data folder, making it and its secret at the first start. */
export function openDataFolder(env: Environment = process.env, path = dataFolderPath(env)): DataFolder {
  try {
    // The account that runs PostgreSQL for root must get through; what is secret inside is closed by itself.
    mkdirSync(path, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    return { path, secret: givenSecret(env) ?? secretOf(join(path, 'secret')) };
  } catch (fault) {
    if (fault instanceof StartRefusal) throw fault;
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new StartRefusal(
      {
        zh: `无法使用数据目录 ${path}（${reason}）。请用 DATA_DIR 指定本账户可写的目录。`,
        en: `The data folder ${path} cannot be used (${reason}). Set DATA_DIR to a folder that this account can write.`,
      },
      fault,
    );
  }
}

function givenSecret(env: Environment): string | undefined {
  const given = env['ZHIBU_SECRET'];
  if (given === undefined || given.length >= SECRET_CHARACTERS_MIN) return given;
  throw new StartRefusal({
    zh: `ZHIBU_SECRET 至少 ${SECRET_CHARACTERS_MIN} 个字符。可用 openssl rand -hex 32 生成。`,
    en: `ZHIBU_SECRET needs at least ${SECRET_CHARACTERS_MIN} characters. Make one with openssl rand -hex 32.`,
  });
}

function secretOf(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new StartRefusal({
      zh: `密钥文件 ${file} 可被其他账户读取。请执行 chmod 600 ${file}，并考虑更换密钥。`,
      en: `The secret file ${file} can be read by other accounts. Run chmod 600 ${file}, and consider a new secret.`,
    });
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= SECRET_CHARACTERS_MIN) return secret;
  throw new StartRefusal({
    zh: `密钥文件 ${file} 为空或不完整。请从备份恢复；若是首次启动，删除该文件后重新启动。`,
    en: `The secret file ${file} is empty or cut short. Restore it from a backup; at a first start delete it and start again.`,
  });
}

/** The password of a database role; the same on every node that has the same secret, and never stored. */
export const rolePassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
