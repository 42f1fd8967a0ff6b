// `npm run archive [-- FOLDER]`: what a machine without Node, npm and network needs, in one file for the CPU of this one;
// `-- FOLDER --cpu arm64 --parts FOLDER` for another CPU, out of what was fetched for it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { licencesOfPackages, serverPackages } from './archive-packages.mjs';
import { digestOf, glibcOf, partsFor, partsOfThisMachine } from './archive-parts.mjs';
import { build, isStale } from './build.mjs';
import { end, needModules, needNode, root } from './modules.mjs';

const MEGABYTES_MOST = 150;
const CPUS = ['x64', 'arm64'];
/** What stands in packages for those who build on them. */
const ONLY_FOR_BUILDING = /\.(map|[cm]?ts|a)$/;

const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { positionals: [folder], values: { cpu = process.arch, parts: given } } = parseArgs({ allowPositionals: true, options: { cpu: { type: 'string' }, parts: { type: 'string' } } });

needNode();
if (!CPUS.includes(cpu) || (cpu !== process.arch) !== (given !== undefined)) end(`用法：npm run archive [-- 目录]；为另一种 CPU（${CPUS.join('、')}）打包：npm run archive -- 目录 --cpu arm64 --parts 部件目录`, `Usage: npm run archive [-- FOLDER]; for another CPU (${CPUS.join(', ')}): npm run archive -- FOLDER --cpu arm64 --parts FOLDER`);
needModules({ withTools: true });
if (isStale()) await build();

const target = resolve(folder ?? join(root, 'dist'));
const platform = `linux-${cpu}`;
const called = `${name}-${version}-${platform}`;
mkdirSync(target, { recursive: true });
const stage = mkdtempSync(join(target, `.${called}-`));
process.on('exit', () => rmSync(stage, { recursive: true, force: true }));
const parts = given === undefined ? partsOfThisMachine() : partsFor(cpu, resolve(given), join(stage, 'parts'));
const inside = join(stage, called);
mkdirSync(inside);
fill(inside);
writeFileSync(join(inside, 'SHA256SUMS'), sumsOf(inside));
pack(inside, join(target, `${called}.tar.gz`));

function fill(into) {
  const bring = (path, from = join(root, path), filter = () => true) => cpSync(from, join(into, path), { recursive: true, filter });
  for (const path of ['dist/server', 'dist/web', 'migrations', 'schemes', 'docs', 'LICENSE', ...readdirSync(root).filter((it) => it.endsWith('.md'))]) bring(path);
  for (const path of serverPackages(cpu)) bring(path, parts.folderOf(path), (it) => basename(it) !== 'node_modules' && !ONLY_FOR_BUILDING.test(it) && !lstatSync(it).isSymbolicLink());
  mkdirSync(join(into, 'node', 'bin'), { recursive: true });
  bringNode(join(into, 'node', 'bin', 'node'));
  copyFileSync(parts.licence, join(into, 'node', 'LICENSE'));
  writeFileSync(join(into, 'docs', 'licences', 'packages.txt'), licencesOfPackages(parts));
  writeFileSync(join(into, 'package.json'), `${JSON.stringify({ name, version, private: true, license, type: 'module' }, null, 2)}\n`);
  const programs = [join(into, 'node', 'bin', 'node'), ...readdirSync(into, { recursive: true }).filter((path) => /\.node$|native\/bin\/\w+$/.test(path)).map((path) => join(into, path))];
  const start = readFileSync(join(root, 'scripts', 'archive-start.sh'), 'utf8').replaceAll('@PLATFORM@', platform).replaceAll('@GLIBC@', glibcOf(programs));
  writeFileSync(join(into, name), start, { mode: 0o755 });
}

/** Without the names of its inner functions, where `strip` is there and what it leaves still runs; that cannot be seen of another CPU. */
function bringNode(path) {
  const stripped = given === undefined && spawnSync('strip', ['-o', path, parts.node]).status === 0 && spawnSync(path, ['--version']).status === 0;
  if (!stripped) copyFileSync(parts.node, path);
}

/** As `sha256sum` writes them, in the order of `LC_ALL=C sort`. */
function sumsOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile()).map((path) => `./${path}`);
  const inOrder = files.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  return inOrder.map((path) => `${digestOf(join(folder, path), 'sha256', 'hex')}  ${path}\n`).join('');
}

/** Belongs to root and can be read by all, whoever packed it and with whichever mask. */
function pack(folder, file) {
  const part = join(dirname(folder), basename(file));
  const whose = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX'];
  const { status } = spawnSync('tar', ['-czf', part, ...whose, '-C', dirname(folder), basename(folder)], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) end('打包失败，原因见上。', 'Packing failed; the reason stands above.');
  const megabytes = statSync(part).size / 1_000_000;
  if (megabytes > MEGABYTES_MOST) {
    end(`程序包 ${megabytes.toFixed(1)} MB，超过 ${MEGABYTES_MOST} MB，未写出。`, `The archive has ${megabytes.toFixed(1)} MB, more than ${MEGABYTES_MOST} MB; it was not written.`);
  }
  renameSync(part, file);
  writeFileSync(`${file}.sha256`, `${digestOf(file, 'sha256', 'hex')}  ${basename(file)}\n`);
  console.log(`${relative(process.cwd(), file) || file}\n${megabytes.toFixed(1)} MB\nSHA-256 ${digestOf(file, 'sha256', 'hex')}`);
}
