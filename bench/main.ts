import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkoutFolder } from '#server/platform/data-folder.ts';

// `npm run bench`: our server beside a floor of plain SQL, on the same rows of one database, by turns.
//   --full    100,000 members and some 800,000 entries instead of 10,000 and 80,000
//   --small   a few hundred members, to see that the bench works; writes no report
//   --year    instead of requests, a year of 20,000 people and two million entries, evaluated at once
//   --year-end  the scoring of 8,000 branches with 100,000 members, as the job of the office
//   --board   the score board of six hundred branches, from its projection
// What is measured is compiled as it is for an office: a loader that keeps the names of functions costs a tenth.

const folder = join(checkoutFolder(), 'dist', 'bench');
rmSync(folder, { recursive: true, force: true });
await build({
  absWorkingDir: checkoutFolder(),
  entryPoints: ['run', 'serve-floor', 'serve-product', 'year-run', 'year-side', 'year-end-run', 'year-end-side', 'board-run'].map((name) => `bench/${name}.ts`),
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
const program = process.argv.includes('--year-end') ? 'year-end-run.mjs' : process.argv.includes('--year') ? 'year-run.mjs' : process.argv.includes('--board') ? 'board-run.mjs' : 'run.mjs';
await import(pathToFileURL(join(folder, program)).href);
