import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import type { CellResult } from './rounds.ts';
import type { Spread } from './statistics.ts';

export interface Run {
  readonly scale: string;
  readonly size: Readonly<Record<string, number>>;
  readonly postgres: string;
  readonly rounds: number;
  readonly windowMs: number;
  readonly results: readonly CellResult[];
  /** What was found equal, in sentences. */
  readonly checks: readonly string[];
  /** The most that each server process ever held, in MB. */
  readonly memory: Readonly<Record<'floor' | 'product', number>>;
}

/** The bar of the design for a server under load. */
const MEMORY_MB = 250;

const BEGIN = '<!-- written by npm run bench -->';
const END = '<!-- end of what the bench wrote -->';

const two = (value: number): string => value.toFixed(2);
const short = (value: number): string => (value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const spread = ({ min, median, max }: Spread): string => `${two(min)} / ${two(median)} / ${two(max)}`;

/** Met only when the median round and the pooled p99 are both on the right side. */
function verdict({ cell: { bar }, ratio, p99Ratio }: CellResult): string {
  if (!bar) return 'no bar';
  const words = `≥ ${two(bar.throughput)}${bar.p99 === undefined ? '' : `, p99 ≤ ${two(bar.p99)}`}`;
  const met = ratio.median >= bar.throughput && (bar.p99 === undefined || p99Ratio <= bar.p99);
  return `${words}: ${met ? 'met' : '**not met**'}`;
}

/** Works as rows of a table in Markdown, the same on the terminal and on the page. */
export function tableOf(results: readonly CellResult[]): string {
  const head = ['work', 'connections', 'floor /s', 'ours /s', 'ours ÷ floor (min / median / max)', 'p50 ms (floor → ours)', 'p99 ms (floor → ours)', 'p50, p99 as a multiple', 'CPU ms per request (floor → ours)', 'bar'];
  const rows = results.map((it) => [
    it.cell.work.name, String(it.cell.connections), short(it.floor.perSecond), short(it.product.perSecond), spread(it.ratio),
    `${short(it.floor.p50)} → ${short(it.product.p50)}`, `${short(it.floor.p99)} → ${short(it.product.p99)}`, `${two(it.p50Ratio)}, ${two(it.p99Ratio)}`, `${short(it.floor.cpuMs)} → ${short(it.product.cpuMs)}`, verdict(it),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Replaces what the last run wrote into docs/bench.md; the words around it stay. */
export function writeReport(run: Run): void {
  const file = join(checkoutFolder(), 'docs', 'bench.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : `# Bench\n\n${BEGIN}\n${END}\n`;
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has lost its markers`);
  writeFileSync(file, `${before}${BEGIN}\n${reportOf(run)}\n${END}${after}`);
}

export const memoryOf = ({ memory: { floor, product } }: Pick<Run, 'memory'>): string =>
  `Most memory of the server process in all of this: the floor ${Math.round(floor)} MB, ours ${Math.round(product)} MB (bar ≤ ${MEMORY_MB} MB: ${product <= MEMORY_MB ? 'met' : '**not met**'}).`;

function reportOf(run: Run): string {
  const size = Object.entries(run.size).map(([name, count]) => `${count.toLocaleString('en')} ${name}`).join(', ');
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, PostgreSQL ${run.postgres} with its flushes on`;
  return [
    `Run of ${new Date().toISOString().slice(0, 10)}, scale \`${run.scale}\`: ${size}.`,
    `Machine: ${machine}; load average of its last quarter of an hour ${loadavg().map((it) => it.toFixed(1)).join(', ')}, our own included.`,
    `${run.rounds} rounds of ${run.windowMs} ms for each side and work after one for warming up.`,
    '', tableOf(run.results), '',
    memoryOf(run), '',
    ...run.checks.map((it) => `- Checked: ${it}.`),
  ].join('\n');
}
