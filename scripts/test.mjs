// `npm test`: everything that must hold, then one line `N passed, N failed`.
//   --only types,lint,house,unit,database,journeys   some of the parts
//   --only versions                                   what can differ from one PostgreSQL to another
//   --postgres 15 | 18 | FOLDER | URL                 which database: installed, our own, programs, a server
//   --heard FOLDER                                    keeps the statements of the database tests there; versions prepares them
//   --changed                                         only database tests that uncommitted changes can reach
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isStale } from './build.mjs';
import { end, needModules, needNode, runTool } from './modules.mjs';

const PARTS = ['types', 'lint', 'house', 'unit', 'database', 'journeys'];
/** Only when named: it repeats some of the database tests. */
const ALSO = ['versions'];
const OWN_POSTGRES = '18';
/** Chromium without windows of its own: it draws nothing that nobody looks at, a quarter of the work of the journeys. */
const SHELL = 'chromium-headless-shell';
const BROWSERS = [
  process.env.ZHIBU_BROWSER,
  `/usr/bin/${SHELL}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** OpenLDAP's server, which the tests of the portal start for themselves. */
const SLAPD = '/usr/sbin/slapd';
const START_POLICY = '/usr/sbin/policy-rc.d';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, postgres: { type: 'string' }, heard: { type: 'string' }, changed: { type: 'boolean', default: false } },
});
const parts = options.only?.split(',') ?? PARTS;
const unknown = parts.filter((part) => ![...PARTS, ...ALSO].includes(part));
if (unknown.length > 0) end(`没有这样的测试部分：${unknown.join('、')}`, `No such part: ${unknown.join(', ')}. There are ${[...PARTS, ...ALSO].join(', ')}.`);
if (parts.includes('versions') && !options.heard) end('请先带 --heard 目录 运行数据库测试，再以同一目录运行 versions。', 'Run the database tests with --heard FOLDER first, then versions with the same folder.');

const sum = { passed: 0, failed: 0 };

needNode();
needModules({ withTools: true });
const vitestParts = parts.filter((part) => ['house', 'unit', 'database', 'versions'].includes(part));
if (parts.includes('database')) installDirectory();
if (parts.includes('types')) ['domain', 'server', 'web'].forEach(checkTypes);
if (parts.includes('lint')) step('lint', () => runTool('oxlint/bin/oxlint', ['--deny-warnings']));
// The house test reads files instead of importing them, so only database tests can be chosen by what changed.
if (!options.changed) runTests(vitestParts);
else vitestParts.toSorted().forEach((part) => runTests([part], part === 'database' ? ['--changed', '--passWithNoTests'] : []));
if (parts.includes('journeys')) await runJourneys();
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);

function checkTypes(part) {
  step(`types of ${part}`, () => runTool('typescript/bin/tsc', ['-p', `tsconfig.${part}.json`]));
}

/** What is not made of tests counts only when it fails: types that hold are no test that passed. */
function step(name, work) {
  const begun = performance.now();
  const status = work();
  if (status !== 0) sum.failed += 1;
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
}

function runTests(projects, choice = []) {
  if (projects.length === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-report-'));
  const report = join(folder, 'report.json');
  const which = projects.flatMap((project) => ['--project', project]);
  const status = runTool(
    'vitest/vitest.mjs',
    ['run', ...which, ...choice, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { ...databaseOf(options.postgres), [projects.includes('versions') ? 'ZHIBU_HEARD' : 'ZHIBU_HEAR']: options.heard ?? '' },
  );
  count(status, existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined);
  rmSync(folder, { recursive: true });
}

/** A skipped test did not pass, and a file that could not be loaded hides its tests: both count as failed. */
function count(status, report) {
  const broken = report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length ?? 1;
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numTotalTests ?? 0) - passed + broken;
  sum.passed += passed;
  sum.failed += status === 0 ? failed : Math.max(failed, 1);
}

function databaseOf(wanted) {
  if (wanted === undefined) return {};
  if (wanted.includes('://')) return { DATABASE_URL: wanted };
  return { DATABASE_URL: '', ZHIBU_TEST_POSTGRES: wanted === OWN_POSTGRES ? '' : wanted };
}

async function runJourneys() {
  const browser = findBrowser();
  if (!browser) {
    sum.failed += 1;
    return;
  }
  if (isStale()) await build();
  step('first load of my desk', () => runTool('tsx/dist/cli.mjs', ['scripts/first-load.ts']));
  process.env.ZHIBU_BROWSER = browser;
  runTests(['journeys']);
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function apt(...args) {
  return spawnSync('apt-get', ['-q', ...args], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
}

/** The program alone: it must not begin to serve a directory here. Where it is not to be had the tests themselves say so and fail. */
function installDirectory() {
  if (process.env.ZHIBU_SLAPD || existsSync(SLAPD) || !mayInstall()) return;
  const forbidden = !existsSync(START_POLICY);
  if (forbidden) writeFileSync(START_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'slapd');
  } finally {
    if (forbidden) rmSync(START_POLICY);
  }
}

/** On Debian as root missing parts are installed; elsewhere we say what is missing, and that is a failure. */
function findBrowser() {
  const browser = () => BROWSERS.find((path) => path && existsSync(path));
  const chinese = () => process.platform !== 'linux' || spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim();
  const best = () => browser() === BROWSERS.find(Boolean);
  if (mayInstall() && !(best() && chinese())) {
    const install = (name) => apt('install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk', 'fontconfig');
    apt('update');
    if (!install(SHELL)) install('chromium');
  }
  if (browser() && chinese()) return browser();
  console.error('浏览器测试需要 Chromium 和中文字体：请安装 chromium 与 fonts-noto-cjk，或用 ZHIBU_BROWSER 指定浏览器。');
  console.error('The browser journeys need Chromium and a Chinese font: install chromium and fonts-noto-cjk, or set ZHIBU_BROWSER.');
  return undefined;
}
