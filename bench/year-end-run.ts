import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { openDatabase } from '#server/platform/database.ts';
import { startEmbedded } from '#server/platform/embedded-postgres.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { BUREAU } from './bureau.ts';
import { spreadOf } from './statistics.ts';
import { writeYearEnd, type YearEnd } from './year-end-bureau.ts';

// `npm run bench -- --year-end`: 核分 of 8,000 branches with 100,000 members, as the job that the office starts, beside a
// floor that reads the same log in one statement written by hand. `--small` takes a fortieth and writes no report.

const small = process.argv.includes('--small');
const BRANCHES = small ? 200 : 8000;
const ROUNDS = 3;
const BAR = 2;
const MEMORY_MB = 1024;
const BEGIN = '<!-- written by npm run bench -- --year-end -->';
const END = '<!-- end of the year-end run -->';

interface Side {
  readonly branches: number;
  readonly sum: number;
  readonly grades: Readonly<Record<string, number>>;
  readonly ms: number;
  readonly rssMb: number;
}

const home = mkdtempSync(join(tmpdir(), `zhibu-bench-${process.pid}-`));
const server = await startEmbedded({ home });
try {
  const installation = await openInstallation({ ownerUrl: server.ownerUrl, secret: 'bench' });
  await installation.createBureau(BUREAU, { zh: '示例市公安局', en: 'Sample bureau' }, 'own');
  const database = openDatabase(installation.appUrl);
  const year = await writeYearEnd(database, server.ownerUrl, BRANCHES);
  await database.end();
  const rounds: { floor: Side; ours: Side }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const both = { floor: await sideOf('floor', server.ownerUrl, year), ours: await sideOf('ours', installation.appUrl, year) };
    const told = ({ branches, sum, grades }: Side): string => JSON.stringify([branches, sum, grades]);
    if (told(both.floor) !== told(both.ours)) throw new Error(`The two sides differ: ${told(both.floor)} ${told(both.ours)}`);
    rounds.push(both);
  }
  report(rounds, year);
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function sideOf(name: 'ours' | 'floor', url: string, year: YearEnd): Promise<Side> {
  const child = fork(join(import.meta.dirname, 'year-end-side.mjs'), [name, url, JSON.stringify(year)], { execArgv: [] });
  const ended = once(child, 'exit');
  const [answer] = await Promise.race([once(child, 'message'), ended.then(() => { throw new Error(`${name} ended without an answer`); })]);
  await ended;
  // The child sends what `year-end-side.ts` puts together.
  return answer as Side;
}

function report(rounds: readonly { readonly floor: Side; readonly ours: Side }[], { members }: YearEnd): void {
  const ratio = spreadOf(rounds.map(({ floor, ours }) => ours.ms / floor.ms));
  const memory = Math.max(...rounds.map(({ ours }) => ours.rssMb));
  const seconds = (of: 'floor' | 'ours'): string => rounds.map((round) => (round[of].ms / 1000).toFixed(1)).join(', ');
  const met = [ratio.median <= BAR ? 'time met' : '**time not met**', memory <= MEMORY_MB ? 'memory met' : '**memory not met**'].join(', ');
  const text = [
    `Run of ${new Date().toISOString().slice(0, 10)}: ${BRANCHES.toLocaleString('en')} branches, ${members.toLocaleString('en')} members, ${rounds.length} rounds, both sides with the same sum and the same grades.`,
    '',
    '| work | floor, s | ours, s | ours ÷ floor (min / median / max) | memory of ours | bar |', '| --- | --- | --- | --- | --- | --- |',
    `| year-end run | ${seconds('floor')} | ${seconds('ours')} | ${[ratio.min, ratio.median, ratio.max].map((it) => it.toFixed(2)).join(' / ')} | ${Math.round(memory)} MB | ≤ ${BAR}.00, ≤ 1 GB: ${met} |`,
  ].join('\n');
  console.log(text);
  if (small) return;
  const file = join(checkoutFolder(), 'docs', 'bench.md');
  const [before, rest] = readFileSync(file, 'utf8').split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has lost its markers of the year-end run`);
  writeFileSync(file, `${before}${BEGIN}\n${text}\n${END}${after}`);
}
