import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Measures what my desk loads first: the entry and the page, with all they import statically, gzipped. Fails over the
 * budget, because a phone at the far end of an inner network waits for every kilobyte.
 */
const budget = 250_000;
const folder = 'dist/web';
const starts = ['index.html', 'boards/MyDeskPage.tsx'];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const manifest: Record<string, Chunk> = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));

const needed = new Set<string>();
const follow = (key: string): void => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${folder}/manifest.json knows no ${key}: build the web first, or correct the list of starts`);
  if (needed.has(chunk.file)) return;
  needed.add(chunk.file);
  chunk.imports?.forEach(follow);
};
starts.forEach(follow);

const sizes = [...needed].map((file) => ({ file, bytes: gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

for (const { file, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) console.log(`${kilobytes(bytes).padStart(9)}  ${file}`);
console.log(`first load of my desk: ${kilobytes(total)} of ${kilobytes(budget)} gzip JavaScript`);
if (total > budget) {
  console.error('Over the budget. Load what the first screen does not show with import(), or use fewer parts of antd in the shell.');
  process.exit(1);
}
