// Turns on each planted fault in turn and requires the named test to fail with the named message: a test that cannot
// fail proves nothing. Names as arguments run only these.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { root } from './modules.mjs';

// What waits for the database leaves the processor to another, so two at a time use what the smallest machine of ours has.
const AT_ONCE = 2;
// A storm finds a missing lock only when two meet, and a fault of what founds the template shows only where it stands from
// the beginning: one that did not show is looked for again, in a process of its own, before it counts as missed.
const TRIES = 3;

const { faults } = await tsImport('../test/blind/faults.ts', import.meta.url);
const { throwAwayServer } = await tsImport('../test/throw-away-server.ts', import.meta.url);
const asked = process.argv.slice(2);
const sum = { passed: 0, failed: 0 };

// One server for all: each runner makes databases and roles of its own on it, so no fault reaches the other's.
const server = process.env.DATABASE_URL ? undefined : await throwAwayServer(process.env.ZHIBU_TEST_POSTGRES || undefined);
const waiting = faults.filter(({ name }) => asked.length === 0 || asked.includes(name));
try {
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, async () => {
    const runner = await startRunner('');
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) tell(fault, await missedEachTime(runner, fault));
    await runner.end();
  }));
} finally {
  await server?.stop();
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

function tell({ name, law }, problem) {
  sum[problem === null ? 'passed' : 'failed'] += 1;
  console.log(`${problem === null ? 'found ' : 'MISSED'}  ${name}  (${law})${problem === null ? '' : `\n        ${problem}`}`);
}

async function missedEachTime(runner, fault) {
  let problem = await runner.missed(fault);
  for (let tried = 1; problem !== null && tried < TRIES; tried += 1) {
    const own = await startRunner(fault.name);
    problem = await own.missed(fault);
    await own.end();
  }
  return problem;
}

/** A process that looks for faults; one that ends before it should takes the whole run with it, in words. */
async function startRunner(plantedAtFirst) {
  const child = fork(join(root, 'scripts/blind-runner.mjs'), [], {
    env: { ...process.env, ...(server && { DATABASE_URL: server.ownerUrl }), ZHIBU_FAULT: plantedAtFirst }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const answer = () => new Promise((resolve, reject) => {
    child.once('message', resolve);
    void ended.then((code) => reject(new Error(`the process that looks for faults ended with ${code}`)));
  });
  await answer();
  return {
    missed: async (fault) => {
      const answered = answer();
      child.send(fault);
      return (await answered).problem;
    },
    end: () => {
      child.disconnect();
      return ended;
    },
  };
}
