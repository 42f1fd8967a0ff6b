// `npm run archive [-- FOLDER]`: what a machine without Node, npm and network needs, in one file for the CPU of this one.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { licenceOfNode, licencesOfPackages, serverPackages } from './archive-packages.mjs';
import { build, isStale } from './build.mjs';
import { end, needModules, needNode, root } from './modules.mjs';

const MEGABYTES_MOST = 150;
/** What stands in packages for those who build on them. */
const ONLY_FOR_BUILDING = /\.(map|[cm]?ts|a)$/;

const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const platform = `${process.platform}-${process.arch}`;

needNode();
const { glibcVersionCompiler: glibc } = process.report.getReport().header;
if (process.platform !== 'linux' || !glibc) end(`只能在使用 glibc 的 Linux 上打包，当前为 ${platform}。`, `An archive is made on Linux with glibc only; this is ${platform}.`);
if (process.config.variables.node_shared) end('本机的 Node 依赖系统中的 libnode，不能带走。请用 nodejs.org 的 Node 打包。', 'The Node of this machine leans on a libnode of the system and cannot be taken along. Pack with the Node of nodejs.org.');
if (!licenceOfNode()) end('找不到 Node 的许可证文件，不能随包分发。请用 nodejs.org 的 Node 打包。', 'The licence of Node is not beside it, so it may not be passed on. Pack with the Node of nodejs.org.');
needModules({ withTools: true });
if (isStale()) await build();

const target = resolve(process.argv[2] ?? join(root, 'dist'));
const called = `${name}-${version}-${platform}`;
mkdirSync(target, { recursive: true });
const stage = mkdtempSync(join(target, `.${called}-`));
try {
  const folder = join(stage, called);
  mkdirSync(folder);
  fill(folder);
  writeFileSync(join(folder, 'SHA256SUMS'), sumsOf(folder));
  pack(folder, join(target, `${called}.tar.gz`));
} finally {
  rmSync(stage, { recursive: true, force: true });
}

function fill(folder) {
  const bring = (path, filter = () => true) => cpSync(join(root, path), join(folder, path), { recursive: true, filter });
  for (const path of ['dist/server', 'dist/web', 'migrations', 'schemes', 'docs', 'LICENSE', ...readdirSync(root).filter((it) => it.endsWith('.md'))]) bring(path);
  for (const path of serverPackages()) bring(path, (it) => basename(it) !== 'node_modules' && !ONLY_FOR_BUILDING.test(it) && !lstatSync(it).isSymbolicLink());
  mkdirSync(join(folder, 'node', 'bin'), { recursive: true });
  bringNode(join(folder, 'node', 'bin', 'node'));
  copyFileSync(licenceOfNode(), join(folder, 'node', 'LICENSE'));
  writeFileSync(join(folder, 'docs', 'licences', 'packages.txt'), licencesOfPackages());
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, private: true, license, type: 'module' }, null, 2)}\n`);
  const start = readFileSync(join(root, 'scripts', 'archive-start.sh'), 'utf8').replaceAll('@PLATFORM@', platform).replaceAll('@GLIBC@', glibc);
  writeFileSync(join(folder, name), start, { mode: 0o755 });
}

/** Without the names of its inner functions, where `strip` is there and what it leaves still runs. */
function bringNode(path) {
  const stripped = spawnSync('strip', ['-o', path, process.execPath]).status === 0 && spawnSync(path, ['--version']).status === 0;
  if (!stripped) copyFileSync(process.execPath, path);
}

/** As `sha256sum` writes them, in the order of `LC_ALL=C sort`. */
function sumsOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile()).map((path) => `./${path}`);
  const inOrder = files.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  return inOrder.map((path) => `${digestOf(join(folder, path))}  ${path}\n`).join('');
}

function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Belongs to root and can be read by all, whoever packed it and with whichever mask. */
function pack(folder, file) {
  const part = join(dirname(folder), basename(file));
  const whose = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX'];
  const { status } = spawnSync('tar', ['-czf', part, ...whose, '-C', dirname(folder), basename(folder)], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) end('打包失败，原因见上。', 'Packing failed; the reason stands above.');
  const megabytes = statSync(part).size / 1_000_000;
  if (megabytes > MEGABYTES_MOST) {
    rmSync(stage, { recursive: true, force: true });
    end(`程序包 ${megabytes.toFixed(1)} MB，超过 ${MEGABYTES_MOST} MB，未写出。`, `The archive has ${megabytes.toFixed(1)} MB, more than ${MEGABYTES_MOST} MB; it was not written.`);
  }
  renameSync(part, file);
  writeFileSync(`${file}.sha256`, `${digestOf(file)}  ${basename(file)}\n`);
  console.log(`${relative(process.cwd(), file) || file}\n${megabytes.toFixed(1)} MB\nSHA-256 ${digestOf(file)}`);
}
