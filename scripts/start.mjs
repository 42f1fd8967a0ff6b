// `npm start`: from a fresh clone to a running server with only Node and npm; needs nothing installed to begin.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStale } from './build.mjs';
import { needModules, needNode, root } from './modules.mjs';

const PARENT_LOOK_MS = 1000;

needNode();
const stale = isStale();
needModules({ withTools: stale });
// In a process of its own, so that the server does not carry the memory of the build.
if (stale && spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' }).status !== 0) process.exit(1);

process.chdir(root);
process.setSourceMapsEnabled(true);
if (process.env.npm_lifecycle_event) endWithNpm();
await import(pathToFileURL(join(root, 'dist', 'server', 'main.mjs')).href);

/** A signal to npm ends npm and its shell, but does not reach us; a server nobody can find must not stay behind. */
function endWithNpm() {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), PARENT_LOOK_MS).unref();
}
