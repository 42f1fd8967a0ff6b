import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { spreadOf } from './statistics.ts';

/** What one side found and what it took. */
export interface YearSide {
  readonly people: number;
  readonly entries: number;
  readonly sum: number;
  readonly ms: number;
  readonly rssMb: number;
  readonly cpuMs: number;
}

const BEGIN = '<!-- written by npm run bench -- --year -->';
const END = '<!-- end of the year -->';
const BAR = 2;
const MEMORY_MB = 1024;

/** Prints the year's comparison and, of a whole one, puts it into docs/bench.md. */
export function writeYearReport(rounds: readonly { readonly floor: YearSide; readonly ours: YearSide }[], whole: boolean): void {
  const [first] = rounds;
  if (!first) return;
  const ratio = spreadOf(rounds.map(({ floor, ours }) => ours.ms / floor.ms));
  const memory = Math.max(...rounds.map(({ ours }) => ours.rssMb));
  const seconds = (of: 'floor' | 'ours'): string => rounds.map((round) => (round[of].ms / 1000).toFixed(1)).join(', ');
  const text = [
    `Run of ${new Date().toISOString().slice(0, 10)}: ${first.ours.people.toLocaleString('en')} people, ${first.ours.entries.toLocaleString('en')} entries, ${rounds.length} rounds, both sides with the same sum.`,
    '',
    '| work | floor, s | ours, s | ours ÷ floor (min / median / max) | memory of ours | bar |', '| --- | --- | --- | --- | --- | --- |',
    `| a bureau's year | ${seconds('floor')} | ${seconds('ours')} | ${[ratio.min, ratio.median, ratio.max].map((it) => it.toFixed(2)).join(' / ')} | ${Math.round(memory)} MB | ≤ ${BAR}.00, ≤ 1 GB: ${ratio.median <= BAR && memory <= MEMORY_MB ? 'met' : '**not met**'} |`,
  ].join('\n');
  console.log(text);
  if (!whole) return;
  const file = join(checkoutFolder(), 'docs', 'bench.md');
  const [before, rest] = readFileSync(file, 'utf8').split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has lost its markers of the year`);
  writeFileSync(file, `${before}${BEGIN}\n${text}\n${END}${after}`);
}
