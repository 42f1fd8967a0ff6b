// Looks for planted faults, one after the other as its parent names them, and answers each with why it was not found, or
// null. What vitest needs to begin, the template database and the sources as they are read serve all of them.
import { join } from 'node:path';
import { createVitest } from 'vitest/node';
import { root } from './modules.mjs';

/** Says nothing by itself: what was found is told by the parent. */
const silent = { onInit() {} };

const vitest = await createVitest('test', { root, run: true, watch: false, project: ['unit', 'database'], reporters: [silent], maxWorkers: 1 });
await vitest.standalone();
process.on('message', async (fault) => process.send({ name: fault.name, problem: await whyMissed(fault) }));
process.on('disconnect', () => vitest.exit());
process.send('ready');

/** Why the fault was not found, or null when it was. */
async function whyMissed(fault) {
  const { name, file, test } = fault;
  process.env.ZHIBU_FAULT = name;
  vitest.invalidateFile(join(root, file));
  try {
    vitest.setGlobalTestNamePattern(escaped(test.name));
    const specifications = await vitest.globTestSpecifications([test.file]);
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
    return whyNotFailed(fault, testModules, unhandledErrors);
  } finally {
    // The next fault sees the file as it is.
    delete process.env.ZHIBU_FAULT;
    vitest.invalidateFile(join(root, file));
  }
}

function whyNotFailed({ test, message }, modules, unhandledErrors) {
  const found = modules.flatMap((module) => [...module.children.allTests()]).find((it) => it.name === test.name || nameInFile(it) === test.name);
  const errors = [...modules.flatMap((module) => module.errors()), ...unhandledErrors].map(wordsOf);
  if (!found) return errors.length > 0 ? `the run gave no result: ${errors[0]}` : `no test is called “${test.name}”`;
  const { state, errors: own = [] } = found.result();
  // A test whose preparation failed has no failure of its own.
  const failure = [...own.map(wordsOf), ...errors, ...suitesOf(found).flatMap((it) => it.errors()).map(wordsOf)].join('\n');
  if (state !== 'failed' && failure === '') return `the test ${state} although the fault was on`;
  return failure.includes(message) ? null : `the test failed, but without saying “${message}”: ${failure.split('\n')[0]}`;
}

const nameInFile = (test) => test.fullName.replaceAll(' > ', ' ');
const wordsOf = (error) => error.stack ?? error.message ?? String(error);

function suitesOf(test) {
  const above = [];
  for (let at = test.parent; at.type === 'suite'; at = at.parent) above.push(at);
  return above;
}

function escaped(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
