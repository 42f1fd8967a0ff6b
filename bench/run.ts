import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { withConnection } from '#server/platform/connection.ts';
import { bureauSchema, openDatabase } from '#server/platform/database.ts';
import { startEmbedded } from '#server/platform/embedded-postgres.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { projectDue } from '#server/boards/project-months.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { BUREAU, type BenchBureau, NOW, within, writeBureau } from './bureau.ts';
import { cpuTime, parentOf, peakMemory } from './cpu-time.ts';
import { checkBoards, checkLists, checkPoints, checkWrites, type Counts, countsOf } from './checks.ts';
import { writeFloor } from './floor-rows.ts';
import { type Missed, writeHistory } from './history.ts';
import { Target } from './load.ts';
import { memoryOf, type Run, tableOf, writeReport } from './report.ts';
import { type Cell, type CellResult, runRounds } from './rounds.ts';
import { type Scale, scales } from './scale.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { BOARD_MONTHS, worksOf } from './works.ts';

const { values: options } = parseArgs({ options: { full: { type: 'boolean' }, small: { type: 'boolean' } } });
const scale: Scale = options.full ? scales.full : options.small ? scales.small : scales.default;

const LOOK_MS = 20;

const home = mkdtempSync(join(tmpdir(), `zhibu-bench-${process.pid}-`));
const server = await startEmbedded({ home });
try {
  await bench(server.ownerUrl, server.programs.version);
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function bench(ownerUrl: string, postgres: string): Promise<void> {
  const installation = await openInstallation({ ownerUrl, secret: 'bench' });
  await installation.createBureau(BUREAU, { zh: '示例市公安局', en: 'Sample bureau' }, 'own');
  const { bureau, missed } = await timed('rows written', () => writeRows(installation.appUrl, ownerUrl));
  const before = await withConnection(ownerUrl, countsOf);
  const servers = [await startServer('serve-floor', ownerUrl), await startServer('serve-product', installation.appUrl)] as const;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const [floor, product] = [await targetOf(servers[0], owner, async () => {}), await targetOf(servers[1], owner, () => boardsFollow(owner))];
  try {
    const both = { product, floor, ownerUrl };
    const checks = [
      await timed('lists compared', () => checkLists(both, bureau)),
      await timed('boards compared', () => checkBoards(both, bureau)),
      await timed('points compared', () => checkPoints(both, bureau)),
    ];
    const results = await timed('measured', () => runRounds(cellsOf(bureau, missed), both, scale));
    checks.push(await timed('writes compared', () => checkWrites(ownerUrl, before, answeredIn(results))));
    const memory = { floor: peakMemory(servers[0].pid), product: peakMemory(servers[1].pid) };
    console.log(`${tableOf(results)}\n\n${memoryOf({ memory })}\n\n${checks.map((it) => `Checked: ${it}.`).join('\n')}`);
    if (scale !== scales.small) writeReport({ ...scale, scale: scale.name, size: sizeOf(bureau, before), postgres, results, checks, memory });
  } finally {
    for (const it of [floor, product]) it.close();
    await owner.end();
    for (const it of servers) await it.stop();
  }
}

async function writeRows(appUrl: string, ownerUrl: string): Promise<{ bureau: BenchBureau; missed: readonly Missed[] }> {
  const database = openDatabase(appUrl);
  try {
    const bureau = await timed('bureau founded', () => writeBureau(database, scale));
    const missed = await timed('year recorded', () => writeHistory(database, bureau));
    await within(database, NOW, dueSinceAutumn);
    await timed('boards brought up to date', () => projectDue(database, BUREAU));
    await timed('floor filled', () => writeFloor(ownerUrl));
    return { bureau, missed };
  } finally {
    await database.end();
  }
}

/** Twelve thousand sessions at once are no Monday evening: of the year behind us the boards count only the months that are asked for. */
async function dueSinceAutumn({ tx }: Call): Promise<void> {
  await tx.run(sql`DELETE FROM projection_due`);
  await tx.run(sql`INSERT INTO projection_due (seq, organisation_id, period) SELECT DISTINCT 0, organisation_id, period FROM session WHERE period = ANY(${[...BOARD_MONTHS]})`);
}

/** The bars of the design; the lists' is meant for 32 connections, Monday evening. */
function cellsOf(bureau: BenchBureau, missed: readonly Missed[]): readonly Cell[] {
  const { list, board, points, post, record } = worksOf(bureau, missed);
  return [
    { work: list, connections: 1, bar: null },
    { work: list, connections: 32, bar: { throughput: 1, p99: 1.2 } },
    { work: board, connections: 1, bar: { throughput: 5 } },
    { work: board, connections: 32, bar: { throughput: 5 } },
    { work: points, connections: 1, bar: { throughput: 5 } },
    { work: post, connections: 1, bar: { throughput: 0.65, p99: 1.5 } },
    { work: post, connections: 32, bar: { throughput: 0.65, p99: 1.5 } },
    { work: record, connections: 1, bar: { throughput: 0.5 } },
    { work: record, connections: 32, bar: { throughput: 0.5 } },
  ];
}

function answeredIn(results: readonly CellResult[]): Parameters<typeof checkWrites>[2] {
  const sum = (side: 'product' | 'floor', name: RegExp): number =>
    results.filter((it) => name.test(it.cell.work.name)).reduce((total, it) => total + it[side].answered, 0);
  const of = (side: 'product' | 'floor') => ({ post: sum(side, /^post/), record: sum(side, /^record/) });
  return { product: of('product'), floor: of('floor') };
}

function sizeOf({ committees, generals, branches }: BenchBureau, { sessions, entries }: Counts): Run['size'] {
  const members = branches.reduce((sum, it) => sum + it.members.length, 0);
  return { organisations: 1 + committees.length + generals.length + branches.length, members, sessions, entries };
}

async function targetOf({ port, pid }: ServerProcess, owner: pg.Client, settled: () => Promise<void>): Promise<Target> {
  const { rows } = await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const postmaster = parentOf(rows[0]?.pid ?? 0);
  return new Target({ port, cpuTime: () => cpuTime(pid, postmaster), settled });
}

/** Boards are brought up to date after the answer, and that is part of what a recording costs. */
async function boardsFollow(owner: pg.Client): Promise<void> {
  const isBehind = async (): Promise<boolean> => ((await owner.query(`SELECT FROM ${bureauSchema(BUREAU)}.projection_due LIMIT 1`)).rowCount ?? 0) > 0;
  while (await isBehind()) await pause(LOOK_MS);
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  process.stderr.write(`${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`);
  return result;
}
