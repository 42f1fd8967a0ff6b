import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { ScoreBoard } from '#domain/assessments/board-contract.ts';
import { projectScores } from '#server/assessments/project-scores.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { withConnection } from '#server/platform/connection.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { bureauSchema, type Database, openDatabase } from '#server/platform/database.ts';
import { startEmbedded } from '#server/platform/embedded-postgres.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { BUREAU, type BenchBureau, NOW, within, writeBureau } from './bureau.ts';
import { cpuTime, parentOf } from './cpu-time.ts';
import { writeFloor } from './floor-rows.ts';
import { themeDay, writeHistory } from './history.ts';
import { Target } from './load.ts';
import { tableOf } from './report.ts';
import { runRounds } from './rounds.ts';
import type { Scale } from './scale.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { spreadOf } from './statistics.ts';
import { scoresOfFloor, scoresOfProduct } from './works.ts';

// `npm run bench -- --board`: the score board of six hundred branches, read from its projection beside plain SQL over a
// table that holds the same items; and how long the projection takes after one fact and after everything. `--small`
// takes a tenth and writes no report.

const small = process.argv.includes('--small');
const scale: Scale = { name: 'board', committees: small ? 2 : 10, generalBranches: 3, branches: small ? 10 : 20, members: 5, rounds: 5, windowMs: small ? 300 : 1500 };
const ONE_FACT_TIMES = 5;
const TODAY = NOW.slice(0, 10);
const BEGIN = '<!-- written by npm run bench -- --board -->';
const END = '<!-- end of the board -->';

const home = mkdtempSync(join(tmpdir(), `zhibu-bench-${process.pid}-`));
const server = await startEmbedded({ home });
try {
  await bench(server.ownerUrl);
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function bench(ownerUrl: string): Promise<void> {
  const installation = await openInstallation({ ownerUrl, secret: 'bench' });
  await installation.createBureau(BUREAU, { zh: '示例市公安局', en: 'Sample bureau' }, 'own');
  const database = openDatabase(installation.appUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const servers: ServerProcess[] = [];
  try {
    const bureau = await writeBureau(database, scale);
    await writeHistory(database, bureau, ({ activities }) => activities.includes('themePartyDay'));
    const everything = await seconds(() => project(database));
    await writeFloor(ownerUrl);
    await withConnection(ownerUrl, writeScores);
    servers.push(await startServer('serve-floor', ownerUrl), await startServer('serve-product', installation.appUrl));
    const [floor, product] = await Promise.all(servers.map((it) => targetOf(it, owner)));
    if (!floor || !product) throw new Error('no servers');
    const checked = await sameScores(product, floor, bureau);
    const work = { name: `score board of ${bureau.branches.length} branches`, product: () => scoresOfProduct(bureau.officeToken), floor: () => scoresOfFloor(bureau.root) };
    const results = await runRounds([{ work, connections: 1, bar: null }, { work, connections: 8, bar: null }], { product, floor }, scale);
    const one = await afterOneFact(database, bureau);
    for (const it of [floor, product]) it.close();
    report([tableOf(results), '',
      `- Checked: ${checked}.`,
      `- Projected anew after one session: ${one.median.toFixed(2)} s (${one.min.toFixed(2)} to ${one.max.toFixed(2)}); all ${bureau.branches.length} branches from nothing: ${everything.toFixed(1)} s.`,
    ].join('\n'));
  } finally {
    for (const it of servers) await it.stop();
    await owner.end();
    await database.end();
  }
}

function project(database: Database): Promise<void> {
  return projectScores(database, BUREAU, () => TODAY);
}

async function writeScores(owner: { query(text: string): Promise<unknown> }): Promise<void> {
  await owner.query(`CREATE TABLE floor.score AS SELECT organisation_id, item, value, full_mark, state FROM ${bureauSchema(BUREAU)}.branch_item`);
  await owner.query('CREATE INDEX ON floor.score (organisation_id)');
  await owner.query('VACUUM ANALYZE floor.score');
}

interface FloorScores {
  readonly items: readonly { readonly id: string; readonly items: readonly { readonly id: string; readonly value: number | null; readonly state: string }[] }[];
}

/** Speed never buys wrongness: the same branches in the same order, with the same value and state of every item. */
async function sameScores(product: Target, floor: Target, bureau: BenchBureau): Promise<string> {
  const ours = JSON.parse(await product.ask(scoresOfProduct(bureau.officeToken))) as ScoreBoard;
  const theirs = JSON.parse(await floor.ask(scoresOfFloor(bureau.root))) as FloorScores;
  const told = (id: string, items: readonly { id: string; value: number | null; state: string }[]): string =>
    `${id} ${items.map((it) => `${it.id} ${it.value} ${it.state}`).toSorted().join(', ')}`;
  const [left, right] = [ours.items.map(({ organisation, items }) => told(organisation.id, items)), theirs.items.map(({ id, items }) => told(id, items))];
  if (left.length !== bureau.branches.length || JSON.stringify(left) !== JSON.stringify(right)) throw new Error('no ratio, because the boards differ');
  return `${left.length} branches with the same value and state of all ${ours.items.reduce((sum, { items }) => sum + items.length, 0).toLocaleString('en')} items`;
}

async function afterOneFact(database: Database, { branches }: BenchBureau) {
  const took: number[] = [];
  for (const branch of branches.slice(0, ONE_FACT_TIMES)) {
    await within(database, NOW, (call) => recordFacts(call, [themeDay(branch, '2026-11-13')]));
    took.push(await seconds(() => project(database)));
  }
  return spreadOf(took);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function targetOf({ port, pid }: ServerProcess, owner: pg.Client): Promise<Target> {
  const { rows } = await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const postmaster = parentOf(rows[0]?.pid ?? 0);
  return new Target({ port, cpuTime: () => cpuTime(pid, postmaster), settled: async () => {} });
}

function report(table: string): void {
  const text = `Run of ${new Date().toISOString().slice(0, 10)}, 5 members and 10 sessions for each branch.\n\n${table}`;
  console.log(text);
  if (small) return;
  const file = join(checkoutFolder(), 'docs', 'bench.md');
  const [before, rest] = readFileSync(file, 'utf8').split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has lost its markers of the board`);
  writeFileSync(file, `${before}${BEGIN}\n${text}\n${END}${after}`);
}
