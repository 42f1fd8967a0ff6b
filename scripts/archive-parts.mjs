// What of an archive differs from CPU to CPU: of this machine as it is installed, of another one out of what was fetched for it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locked, serverPackages } from './archive-packages.mjs';
import { end, root } from './modules.mjs';

/** Where Node's keepers, npm and distributions put its licence. */
const LICENCES = ['LICENSE', 'share/doc/nodejs/LICENSE', 'share/doc/node/LICENSE', 'share/doc/nodejs/copyright'];

/** @returns where Node, its licence and the folder of each package lie. */
export function partsOfThisMachine() {
  const { glibcVersionCompiler: glibc } = process.report.getReport().header;
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux' || !glibc) end(`只能在使用 glibc 的 Linux 上打包，当前为 ${platform}。`, `An archive is made on Linux with glibc only; this is ${platform}.`);
  if (process.config.variables.node_shared) end('本机的 Node 依赖系统中的 libnode，不能带走。请用 nodejs.org 的 Node 打包。', 'The Node of this machine leans on a libnode of the system and cannot be taken along. Pack with the Node of nodejs.org.');
  const licence = licenceBeside(join(process.execPath, '..', '..'));
  return { cpu: process.arch, node: process.execPath, licence, folderOf: (path) => join(root, path) };
}

/**
 * @param given a folder with the Node for this CPU, as nodejs.org or npm pack it, and the packages of ours for it from `npm pack`.
 * Packages are known by the digest of package-lock.json, whatever their file is called.
 * @param scratch an empty folder to unpack into.
 */
export function partsFor(cpu, given, scratch) {
  const files = existsSync(given) ? readdirSync(given).filter((name) => /\.(tgz|tar\.gz)$/.test(name)) : [];
  const nodeNamed = new RegExp(`^node-(v[\\d.]+-)?linux-${cpu}[-.]`);
  const packed = files.find((name) => nodeNamed.test(name));
  if (packed === undefined) missing(`node-linux-${cpu}-${process.versions.node}.tgz`, `npm pack node-linux-${cpu}@${process.versions.node}`, given);
  const node = unpack(join(given, packed), join(scratch, 'node'));
  console.log(`Node: ${packed}\nSHA-256 ${digestOf(join(given, packed), 'sha256', 'hex')}`);
  const byDigest = new Map(files.map((name) => [`sha512-${digestOf(join(given, name), 'sha512', 'base64')}`, name]));
  const brought = new Map();
  for (const path of serverPackages(cpu).filter((it) => locked[it].cpu !== undefined)) {
    const { version, integrity } = locked[path];
    const name = path.replace('node_modules/', '');
    const file = byDigest.get(integrity);
    if (file === undefined) missing(`${name} ${version}`, `npm pack ${name}@${version}`, given);
    brought.set(path, unpack(join(given, file), join(scratch, name.replace('/', '-'))));
  }
  return { cpu, node: join(node, 'bin', 'node'), licence: licenceBeside(node), folderOf: (path) => brought.get(path) ?? join(root, path) };
}

/** Packages that belong to another CPU are taken by nobody's word but that of the digest. */
function missing(what, command, given) {
  end(`${given} 中没有与 package-lock.json 摘要相符的 ${what}。请在该目录中执行 ${command}`, `${given} holds no ${what} with the digest of package-lock.json. Run there: ${command}`);
}

function unpack(file, folder) {
  mkdirSync(folder, { recursive: true });
  if (spawnSync('tar', ['-xzf', file, '-C', folder, '--strip-components=1', '--no-same-owner']).status !== 0) end(`${file} 解压失败。`, `${file} cannot be unpacked.`);
  return folder;
}

/** Node is one file to us, and its licence lies where its keepers put it. */
function licenceBeside(folder) {
  const found = LICENCES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) end('找不到 Node 的许可证文件，不能随包分发。请用 nodejs.org 的 Node 打包。', 'The licence of Node is not beside it, so it may not be passed on. Pack with the Node of nodejs.org.');
  return found;
}

/** The newest glibc that one of the programs names, since that is the oldest that will do. */
export function glibcOf(files) {
  const named = files.flatMap((file) => [...readFileSync(file, 'latin1').matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor)));
  return `2.${Math.max(...named)}`;
}

export function digestOf(file, kind, form) {
  return createHash(kind).update(readFileSync(file)).digest(form);
}
