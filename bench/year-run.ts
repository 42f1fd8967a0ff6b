import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#server/platform/embedded-postgres.ts';
import { copyIn } from './copy-in.ts';
import { yearFacts } from './year-facts.ts';
import { writeYearReport, type YearSide } from './year-report.ts';

// `npm run bench -- --year`: a bureau's year of 20,000 people and two million entries, evaluated beside a floor that
// reads the same log, writes the same entries and adds them up in one statement. `--small` takes a twentieth.

const BRANCHES = 400;
const SMALL = 20;
const ROUNDS = 3;

const small = process.argv.includes('--small');
const home = mkdtempSync(join(tmpdir(), `zhibu-bench-${process.pid}-`));
const server = await startEmbedded({ home });
try {
  await writeLog(server.ownerUrl);
  const rounds: { floor: YearSide; ours: YearSide }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const both = { floor: await sideOf('floor', server.ownerUrl), ours: await sideOf('ours', server.ownerUrl) };
    if (both.floor.sum !== both.ours.sum || both.floor.people !== both.ours.people || both.floor.entries !== both.ours.entries) {
      throw new Error(`The two sides differ: ${JSON.stringify(both)}`);
    }
    rounds.push(both);
  }
  writeYearReport(rounds, !small);
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function writeLog(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE TABLE year_log (seq bigint GENERATED ALWAYS AS IDENTITY, fact_id uuid, version int, kind text, change text, state jsonb, day date, period text)`);
  await copyIn(client, 'COPY year_log (fact_id, version, kind, change, state, day, period) FROM STDIN', lines());
  await client.query('ANALYZE year_log');
  await client.end();
}

function* lines(): Generator<string> {
  for (const { factId, version, kind, change, state, day, period } of yearFacts(small ? SMALL : BRANCHES)) {
    yield [factId, version, kind, change, JSON.stringify(state), day, period].join('\t');
  }
}

async function sideOf(name: 'ours' | 'floor', url: string): Promise<YearSide> {
  const child = fork(join(import.meta.dirname, 'year-side.mjs'), [name, url], { execArgv: [] });
  const ended = once(child, 'exit');
  const [answer] = await Promise.race([once(child, 'message'), ended.then(() => { throw new Error(`${name} ended without an answer`); })]);
  await ended;
  // The child sends what `year-side.ts` puts together.
  return answer as YearSide;
}
