// `npm start`: from a fresh clone to a running server with only Node and npm; needs nothing installed to begin.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, isStale } from './build.mjs';
import { needModules, needNode, root } from './modules.mjs';

needNode();
const stale = isStale();
needModules({ withTools: stale });
if (stale) await build();

const server = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'server', 'main.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
// A terminal sends its signals to both of us; a service supervisor only to the parent, so they are handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
