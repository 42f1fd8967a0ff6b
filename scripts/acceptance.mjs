// `npm run acceptance`: a fixed year under a fixed clock against what SQL of its own and sums by hand say it comes to,
// then ten wrong rules, each of which must turn it red; then one line `N passed, N failed`.
//   --keep FOLDER    leaves the log of the year and its expected figures there, or takes them from there
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { needModules, needNode, root } from './modules.mjs';

const AT_ONCE = 2;

needNode();
needModules({ withTools: true });
const { tsImport } = await import('tsx/esm/api');
const { values: options } = parseArgs({ options: { keep: { type: 'string' } } });
const scratch = mkdtempSync(join(tmpdir(), 'zhibu-acceptance-'));
const folder = options.keep ?? scratch;
const sum = { passed: 0, failed: 0 };

try {
  if (!existsSync(join(folder, 'expected.json'))) await layOut();
  await judgeYear();
  await plantErrors();
} finally {
  rmSync(scratch, { recursive: true });
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

/** Founds the bureau, takes its log away, and lets SQL reckon on a server that holds nothing else. */
async function layOut() {
  const { throwAwayServer } = await tsImport('../test/throw-away-server.ts', import.meta.url);
  const { databaseOf, foundYear } = await tsImport('../acceptance/dezhou/found-year.ts', import.meta.url);
  const { reckonYear } = await tsImport('../acceptance/dezhou/reckon.ts', import.meta.url);
  const { askByApi } = await tsImport('../acceptance/dezhou/ask-by-api.ts', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const server = await throwAwayServer(process.env.ZHIBU_TEST_POSTGRES || undefined);
  try {
    console.log('── the year');
    await foundYear(server, folder);
    const expected = await reckonYear(server, readFileSync(join(folder, 'log.jsonl'), 'utf8'));
    const [detention] = Object.entries(JSON.parse(readFileSync(join(folder, 'numbers.json'), 'utf8'))).find(([, number]) => number === 'A118');
    const database = databaseOf(server);
    writeFileSync(join(folder, 'asked.json'), JSON.stringify(await askByApi(database, expected, detention)));
    await database.end();
    writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));
    console.log(`${expected.members.length} figures of members, ${expected.branches.length} of branches, ${expected.grades.length} grades`);
  } finally {
    await server.stop();
  }
}

async function judgeYear() {
  const { results, said } = await run('year', '');
  if (results === null) console.log(said);
  for (const { status, fullName, failureMessages } of results ?? []) {
    console.log(`${status === 'passed' ? '✓' : '✗'} ${fullName}${status === 'passed' ? '' : `\n  ${failureMessages.join('\n').slice(0, 2000)}`}`);
  }
  sum.passed += results?.filter(({ status }) => status === 'passed').length ?? 0;
  sum.failed += results?.filter(({ status }) => status !== 'passed').length ?? 1;
}

async function plantErrors() {
  const { planted } = await tsImport('../acceptance/dezhou/planted.ts', import.meta.url);
  console.log('── wrong rules');
  const waiting = [...planted];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let error = waiting.shift(); error; error = waiting.shift()) {
      // One that is red is enough, and the grounds of a year are not reckoned again to count the others.
      const { results, said } = await run(error.name, error.name, ['--bail', '1']);
      const red = results?.filter(({ status }) => status === 'failed') ?? [];
      sum[red.length > 0 ? 'passed' : 'failed'] += 1;
      console.log(red.length > 0 ? `✓ ${error.rule}: ${error.name} turns “${red[0].fullName}” red` : `✗ ${error.rule}: ${error.name} went unseen ${results === null ? said.trim().split('\n').at(-1) : ''}`);
    }
  }));
}

/** The results of all tests of acceptance, or null where there are none. */
async function run(name, error, choice = []) {
  const report = join(scratch, `${name}.json`);
  const said = await output([join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'acceptance', '--reporter', 'json', '--outputFile', report,
    '--experimental.fsModuleCache', '--experimental.fsModuleCachePath', join(scratch, 'modules'), ...choice],
    { cwd: root, env: { ...process.env, ZHIBU_ACCEPTANCE: folder, ZHIBU_FAULT: error } });
  if (!existsSync(report)) return { results: null, said };
  const results = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(({ assertionResults }) => assertionResults);
  return { results: results.length === 0 ? null : results, said };
}

function output(args, settings) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, settings);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(said).toString()));
  });
}
