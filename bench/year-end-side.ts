import pg from 'pg';
import pino from 'pino';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { bureauSchema, openDatabase } from '#server/platform/database.ts';
import { openJobRunner } from '#server/platform/job-runner.ts';
import { perform } from '#server/platform/perform.ts';
import { sql } from '#server/platform/sql.ts';
import { scoreReview } from '#server/reviews/score-review.ts';
import { BUREAU, within, YEAR } from './bureau.ts';
import { YEAR_END, type YearEnd } from './year-end-bureau.ts';

// One side of the year-end run, in a process of its own so that its memory is its own: `ours` or `floor`.

/** Written before anything is done: what is bundled runs from the top. */
const FLOOR = `
  WITH held AS (SELECT state->>'organisation' AS branch, period, state->'marks' AS marks FROM fact_log WHERE kind = 'session' AND left(period, 4) = '${YEAR}'),
  months AS (SELECT branch, count(DISTINCT period) AS months FROM held GROUP BY branch),
  came AS (SELECT branch, count(*) FILTER (WHERE mark->>'mark' = 'present') AS came, count(*) AS asked FROM held, jsonb_array_elements(marks) AS mark GROUP BY branch),
  scored AS (SELECT branch, (round(40.0 * months / 12, 2) + round(60.0 * came / asked, 2)) * 100 AS score FROM months JOIN came USING (branch))
  SELECT branch, score::int, CASE WHEN score >= 9000 THEN 'best' WHEN score >= 8000 THEN 'good' WHEN score >= 6000 THEN 'passed' ELSE 'failed' END AS grade FROM scored`;

const [side, url = '', told = '{}'] = process.argv.slice(2);
const begun = performance.now();
const answer = side === 'ours' ? await ours(JSON.parse(told) as YearEnd) : await floor();
const { maxRSS } = process.resourceUsage();
process.send?.({ ...answer, ms: performance.now() - begun, rssMb: maxRSS / 1024 });

/** The job as the office starts it, with its progress, until everything is written. */
async function ours({ account, review }: YearEnd) {
  const database = openDatabase(url);
  const version = await within(database, YEAR_END, async ({ tx }) => (await factOf(tx, 'branchReview', review))?.version ?? 0);
  const now = new Date(YEAR_END);
  await database.withBureau(BUREAU, { accountId: account, requestId: 'bench' }, async (tx) => accountActs(tx, account, now)).then(async (actor) => {
    if (!actor) throw new Error('the office has no account');
    await perform(database, { bureau: BUREAU, actor, now, requestId: 'bench', reactions, operation: 'scoreReview' }, (call) => scoreReview(call, { review, version }));
  });
  await openJobRunner({ database, bureaus: [BUREAU], kinds: jobKinds, clock: () => now, log: pino({ level: 'silent' }), reactions, accountActs }).runWaiting();
  const found = await within(database, YEAR_END, async ({ tx }) => ({
    entry: await factOf(tx, 'branchReview', review), job: await tx.one<{ state: string; result: unknown }>(sql`SELECT state, result FROM job ORDER BY id DESC LIMIT 1`) }));
  await database.end();
  if (found.entry?.state.stage !== 'scored') throw new Error(`not scored: ${JSON.stringify(found.job)}`);
  return summed(found.entry.state.branches.map(({ score, proposed }) => ({ score: score ?? 0, grade: proposed ?? '' })));
}

/** The same from the log in one statement written by hand, kept as a table. */
async function floor() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SET search_path TO ${bureauSchema(BUREAU)}`);
  await client.query(`CREATE TEMPORARY TABLE year_end AS ${FLOOR}`);
  const { rows } = await client.query<{ score: number; grade: string }>('SELECT score, grade FROM year_end');
  await client.end();
  return summed(rows);
}

function summed(rows: readonly { readonly score: number; readonly grade: string }[]) {
  const grades: Record<string, number> = { best: 0, good: 0, passed: 0, failed: 0 };
  for (const { grade } of rows) grades[grade] = (grades[grade] ?? 0) + 1;
  return { branches: rows.length, sum: rows.reduce((sum, { score }) => sum + score, 0), grades };
}
