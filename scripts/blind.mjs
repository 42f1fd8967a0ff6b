// Turns on each planted fault in turn and requires the named test to fail with the named message: a test that cannot
// fail proves nothing. Names as arguments run only these.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

// Half of a run is one process that waits for another, so two at a time use what the smallest machine of ours has.
const AT_ONCE = 2;
// A storm finds a missing lock only when two meet: one that did not show is looked for again before it counts as missed.
const TRIES = 3;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { faults } = await tsImport('../test/blind/faults.ts', import.meta.url);
const { throwAwayServer } = await tsImport('../test/throw-away-server.ts', import.meta.url);
const asked = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'zhibu-blind-'));
const sum = { passed: 0, failed: 0 };

// One server for all: a run makes databases and roles of its own on it and drops them, so no fault reaches another.
const server = process.env.DATABASE_URL ? undefined : await throwAwayServer(process.env.ZHIBU_TEST_POSTGRES || undefined);
const waiting = faults.filter(({ name }) => asked.length === 0 || asked.includes(name));
try {
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) tell(fault, await missedEachTime(fault));
  }));
} finally {
  await server?.stop();
  rmSync(scratch, { recursive: true });
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

function tell({ name, law }, problem) {
  sum[problem === null ? 'passed' : 'failed'] += 1;
  console.log(`${problem === null ? 'found ' : 'MISSED'}  ${name}  (${law})${problem === null ? '' : `\n        ${problem}`}`);
}

async function missedEachTime(fault) {
  let problem = await missed(fault);
  for (let tried = 1; problem !== null && tried < TRIES; tried += 1) problem = await missed(fault);
  return problem;
}

/** Why the fault was not found, or null when it was. */
async function missed({ name, test, message }) {
  const report = join(scratch, `${name}.json`);
  const said = await output(process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'), 'run', test.file, '--testNamePattern', escaped(test.name),
    '--reporter', 'json', '--outputFile', report,
    // What was made of a source for one fault serves the next; the file with the fault is left out by its plugin.
    '--experimental.fsModuleCache', '--experimental.fsModuleCachePath', join(scratch, 'modules'),
  ], { cwd: root, env: { ...process.env, ...(server && { DATABASE_URL: server.ownerUrl }), ZHIBU_FAULT: name } });
  const results = resultsIn(report);
  if (results === null) return `the run gave no result: ${said.trim().split('\n').at(-1)}`;
  const result = results.find(({ title, fullName }) => title === test.name || fullName === test.name);
  if (!result) return `no test is called “${test.name}”`;
  if (result.status !== 'failed') return `the test ${result.status} although the fault was on`;
  const failure = result.failureMessages.join('\n');
  return failure.includes(message) ? null : `the test failed, but without saying “${message}”: ${failure.split('\n')[0]}`;
}

/** Everything a program says, until it ends. */
function output(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(said).toString()));
  });
}

function resultsIn(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(({ assertionResults }) => assertionResults);
  } catch {
    return null;
  }
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
