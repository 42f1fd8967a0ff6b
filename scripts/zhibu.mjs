// `npm run zhibu -- …`: as it was built with the server, so that a release without tools has it too; else from the sources.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStale } from './build.mjs';
import { needNode, root, runTool } from './modules.mjs';

needNode();
if (isStale()) process.exitCode = runTool('tsx/dist/cli.mjs', ['src/server/cli/main.ts', ...process.argv.slice(2)]);
else await import(pathToFileURL(join(root, 'dist', 'server', 'zhibu.mjs')).href);
