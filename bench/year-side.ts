import pg from 'pg';
import type { LogEntry } from '#domain/facts/fact.ts';
import { evaluatedPeople } from '#domain/engine/evaluate.ts';
import { read } from '#domain/engine/reading.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { copyIn } from './copy-in.ts';
import { yearScheme } from './year-facts.ts';

// One side of the year, in a process of its own so that its memory is its own: `ours` or `floor`.

const [side, url = ''] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url });
await client.connect();
const begun = performance.now();
const answer = side === 'ours' ? await ours() : await floor();
const { maxRSS, userCPUTime } = process.resourceUsage();
process.send?.({ ...answer, ms: performance.now() - begun, rssMb: maxRSS / 1024, cpuMs: userCPUTime / 1000 });
await client.end();

async function readLog(): Promise<LogEntry[]> {
  const { rows } = await client.query<LogEntry>(`SELECT seq::int, fact_id AS "factId", version, kind, change, state, day::text, period,
    NULL AS "recordedBy", day::text AS "recordedOn", 'counted' AS standing FROM year_log ORDER BY seq`);
  return rows;
}

/** The same evaluator as recording and trial, everybody's total; the values go by one person at a time. */
async function ours() {
  const checked = readScheme(yearScheme);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  const reading = read({ schemes: [{ scheme: checked.scheme, from: '2026-01-01' }], log: await readLog(), upTo: { seq: Number.MAX_SAFE_INTEGER, date: '2026-12-31' } });
  let [people, entries, sum] = [0, 0, 0];
  for (const { values, totals } of evaluatedPeople(reading)) {
    entries += values.filter(({ kind }) => kind === 'raw').length;
    for (const { total } of totals) {
      people += 1;
      sum += total ?? 0;
    }
  }
  return { people, entries, sum };
}

/** The same log through `pg`, the same entries by COPY, and one statement that adds them up under the ceiling of a month. */
async function floor() {
  const log = await readLog();
  await client.query('CREATE TEMPORARY TABLE year_entry (person uuid, session uuid, period text, value int)');
  await copyIn(client, 'COPY year_entry FROM STDIN', entriesOf(log));
  const { rows: [row] } = await client.query<{ people: number; sum: number; entries: number }>(`
    WITH months AS (SELECT person, period, count(*) AS entries, least(sum(value), 80) AS value FROM year_entry GROUP BY person, period),
      people AS (SELECT person, sum(value) AS value, sum(entries) AS entries FROM months GROUP BY person)
    SELECT count(*)::int AS people, sum(value)::int AS sum, sum(entries)::int AS entries FROM people`);
  return row;
}

function* entriesOf(log: readonly LogEntry[]): Generator<string> {
  for (const entry of log) {
    if (entry.kind !== 'session') continue;
    for (const { person, mark } of entry.state.marks) if (mark === 'present') yield `${person}\t${entry.factId}\t${entry.period}\t10`;
  }
}
