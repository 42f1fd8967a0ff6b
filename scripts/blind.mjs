// Turns on each planted fault in turn and requires the named test to fail with the named message: a test that cannot
// fail proves nothing. Names as arguments run only these.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { faults } = await tsImport('../test/blind/faults.ts', import.meta.url);
const asked = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'zhibu-blind-'));
let passed = 0;
let failed = 0;

for (const fault of faults.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const problem = missed(fault);
  if (problem === null) passed += 1;
  else failed += 1;
  console.log(`${problem === null ? 'found ' : 'MISSED'}  ${fault.name}  (${fault.law})${problem === null ? '' : `\n        ${problem}`}`);
}
rmSync(scratch, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Why the fault was not found, or null when it was. */
function missed({ name, test, message }) {
  const report = join(scratch, `${name}.json`);
  const run = spawnSync(process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'), 'run', test.file, '--testNamePattern', escaped(test.name),
    '--reporter', 'json', '--outputFile', report,
  ], { cwd: root, env: { ...process.env, ZHIBU_FAULT: name }, encoding: 'utf8' });
  const results = resultsIn(report);
  if (results === null) return `the run gave no result: ${(run.stderr || run.stdout).trim().split('\n').at(-1)}`;
  const result = results.find(({ title, fullName }) => title === test.name || fullName === test.name);
  if (!result) return `no test is called “${test.name}”`;
  if (result.status !== 'failed') return `the test ${result.status} although the fault was on`;
  const said = result.failureMessages.join('\n');
  return said.includes(message) ? null : `the test failed, but without saying “${message}”: ${said.split('\n')[0]}`;
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
