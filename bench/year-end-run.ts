import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { bureauSchema, openDatabase } from '#server/platform/database.ts';
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

interface Round {
  readonly floor: Side;
  readonly ours: Side;
}

const home = mkdtempSync(join(tmpdir(), `zhibu-bench-${process.pid}-`));
const server = await startEmbedded({ home });
try {
  const installation = await openInstallation({ ownerUrl: server.ownerUrl, secret: 'bench' });
  await installation.createBureau(BUREAU, { zh: '示例市公安局', en: 'Sample bureau' }, 'own');
  const database = openDatabase(installation.appUrl);
  const year = await writeYearEnd(database, server.ownerUrl, BRANCHES);
  await database.end();
  const rounds = { morning: [] as Round[], nothingCounted: [] as Round[] };
  for (let round = 0; round < ROUNDS; round += 1) rounds.morning.push(await roundOf(server.ownerUrl, installation.appUrl, year));
  await forgetCounts(server.ownerUrl);
  for (let round = 0; round < ROUNDS; round += 1) rounds.nothingCounted.push(await roundOf(server.ownerUrl, installation.appUrl, year));
  report(rounds, year);
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function roundOf(ownerUrl: string, appUrl: string, year: YearEnd): Promise<Round> {
  const both = { floor: await sideOf('floor', ownerUrl, year), ours: await sideOf('ours', appUrl, year) };
  const told = ({ branches, sum, grades }: Side): string => JSON.stringify([branches, sum, grades]);
  if (told(both.floor) !== told(both.ours)) throw new Error(`The two sides differ: ${told(both.floor)} ${told(both.ours)}`);
  return both;
}

/** As if no projector had ever run: every branch is scored from its facts. */
async function forgetCounts(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`DELETE FROM ${bureauSchema(BUREAU)}.branch_result`);
  await client.end();
}

async function sideOf(name: 'ours' | 'floor', url: string, year: YearEnd): Promise<Side> {
  const child = fork(join(import.meta.dirname, 'year-end-side.mjs'), [name, url, JSON.stringify(year)], { execArgv: [] });
  const ended = once(child, 'exit');
  const [answer] = await Promise.race([once(child, 'message'), ended.then(() => { throw new Error(`${name} ended without an answer`); })]);
  await ended;
  // The child sends what `year-end-side.ts` puts together.
  return answer as Side;
}

function report({ morning, nothingCounted }: { readonly morning: readonly Round[]; readonly nothingCounted: readonly Round[] }, { members, night }: YearEnd): void {
  const text = [
    `Run of ${new Date().toISOString().slice(0, 10)}: ${BRANCHES.toLocaleString('en')} branches, ${members.toLocaleString('en')} members, ${ROUNDS} rounds each, both sides with the same sum and the same grades.`,
    `The projector took ${(night / 1000).toFixed(1)} s to count both years of every branch for the board.`,
    '',
    '| work | floor, s | ours, s | ours ÷ floor (min / median / max) | memory of ours | bar |', '| --- | --- | --- | --- | --- | --- |',
    row('year-end run, the board counted for the day', morning, BAR),
    row('year-end run, nothing counted before', nothingCounted, null),
  ].join('\n');
  console.log(text);
  if (small) return;
  const file = join(checkoutFolder(), 'docs', 'bench.md');
  const [before, rest] = readFileSync(file, 'utf8').split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has lost its markers of the year-end run`);
  writeFileSync(file, `${before}${BEGIN}\n${text}\n${END}${after}`);
}

function row(work: string, rounds: readonly Round[], bar: number | null): string {
  const ratio = spreadOf(rounds.map(({ floor, ours }) => ours.ms / floor.ms));
  const memory = Math.max(...rounds.map(({ ours }) => ours.rssMb));
  const seconds = (of: 'floor' | 'ours'): string => rounds.map((round) => (round[of].ms / 1000).toFixed(1)).join(', ');
  const met = [ratio.median <= (bar ?? Infinity) ? 'time met' : '**time not met**', memory <= MEMORY_MB ? 'memory met' : '**memory not met**'].join(', ');
  const told = bar === null ? `no bar, ≤ 1 GB: ${memory <= MEMORY_MB ? 'met' : '**not met**'}` : `≤ ${bar}.00, ≤ 1 GB: ${met}`;
  return `| ${work} | ${seconds('floor')} | ${seconds('ours')} | ${[ratio.min, ratio.median, ratio.max].map((it) => it.toFixed(2)).join(' / ')} | ${Math.round(memory)} MB | ${told} |`;
}
