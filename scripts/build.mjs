// Compiles the server to dist/server and the web to dist/web; `node scripts/build.mjs` and by start.mjs when stale.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { end, needModules, needNode, root, runTool } from './modules.mjs';

const SOURCES = ['src', 'package-lock.json', 'vite.config.ts', 'scripts/build.mjs', 'scripts/migrate.ts'];
const STAMP = join(root, 'dist', 'built-from');

/** Whether dist was built from other sources than those here; contents count, because git gives files new dates. */
export function isStale() {
  return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sourcesHash();
}

export async function build() {
  const hash = sourcesHash();
  console.log('正在构建 / Building …');
  await buildServer();
  if (existsSync(join(root, 'vite.config.ts'))) buildWeb();
  writeFileSync(STAMP, hash);
}

/** Own sources become one file; packages stay outside, where their native parts and licences are. */
async function buildServer() {
  const { build: bundle, stop } = await import('esbuild');
  mkdirSync(join(root, 'dist', 'server'), { recursive: true });
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/server/main.ts', zhibu: 'src/server/cli/main.ts', migrate: 'scripts/migrate.ts', 'read-sheets-child': 'src/server/platform/read-sheets-child.ts',
    },
    outdir: 'dist/server',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    // Where a line stands is wanted of a map; with the sources in it the server would hold them all in memory.
    sourcesContent: false,
    logLevel: 'warning',
  });
  await stop();
}

function buildWeb() {
  // Whoever calls us may have another one set, such as a test, and would get pages for development.
  const status = runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { NODE_ENV: 'production' });
  if (status !== 0) end('网页构建失败，原因见上。', 'Building the web part failed; the reason stands above.');
}

function sourcesHash() {
  const hash = createHash('sha256');
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) return readdirSync(path).toSorted().forEach((name) => add(join(path, name)));
    if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0`).update(readFileSync(path));
  };
  SOURCES.forEach((source) => add(join(root, source)));
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  needNode();
  needModules({ withTools: true });
  await build();
}
