import { createHash, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Database } from './database.ts';
import { sql } from './sql.ts';
import { StartRefusal } from './start-refusal.ts';

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const TOKEN_CHARACTERS_LEAST = 16;
const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
/** A gateway on this machine asks from loopback for everybody, and says so in one of these. */
const OF_A_GATEWAY = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** What was answered, by names of operations alone: no account, no address, no path with an id in it. */
export interface Metrics {
  answered(operation: string, status: number, seconds: number): void;
  /** Prometheus text format 0.0.4. */
  text(database: Database, bureaus: readonly string[]): Promise<string>;
}

interface Durations {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export function openMetrics(): Metrics {
  const answers = new Map<string, number>();
  const durations = new Map<string, Durations>();
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  return {
    answered: (operation, status, seconds) => {
      const labels = `operation="${operation}",status="${Math.floor(status / 100)}xx"`;
      answers.set(labels, (answers.get(labels) ?? 0) + 1);
      const seen = durations.get(operation) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      BOUNDS.forEach((bound, at) => void (seconds <= bound && (seen.buckets[at] = (seen.buckets[at] ?? 0) + 1)));
      seen.sum += seconds;
      seen.count += 1;
      durations.set(operation, seen);
    },
    text: async (database, bureaus) => {
      const delay = { mean: seconds(loop.mean), p99: seconds(loop.percentile(99)), max: seconds(loop.max) };
      loop.reset();
      const { all, idle, waiting } = database.connections();
      return [
        ...family('zhibu_requests_total', 'counter', 'Answers by operation and class of status.', [...answers].map(([labels, count]) => [`{${labels}}`, count])),
        ...histogram(durations),
        ...family('zhibu_database_connections', 'gauge', 'Connections of the pool.', [['{state="used"}', all - idle], ['{state="idle"}', idle]]),
        ...family('zhibu_database_waiting', 'gauge', 'Requests that wait for a connection.', [['', waiting]]),
        ...family('zhibu_jobs', 'gauge', 'Long work that waits or runs.', await jobs(database, bureaus)),
        ...family('zhibu_event_loop_delay_seconds', 'gauge', 'Delay of the event loop since the last look.', Object.entries(delay).map(([of, value]) => [`{of="${of}"}`, value])),
        ...family('process_resident_memory_bytes', 'gauge', 'Memory of the process.', [['', process.memoryUsage.rss()]]),
        ...family('process_start_time_seconds', 'gauge', 'When the process began.', [['', Math.round((performance.timeOrigin / 1000) * 1000) / 1000]]), '',
      ].join('\n');
    },
  };
}

const seconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);

type Sample = readonly [labels: string, value: number];

const family = (name: string, type: string, what: string, samples: readonly Sample[]): string[] =>
  [`# HELP ${name} ${what}`, `# TYPE ${name} ${type}`, ...samples.map(([labels, value]) => `${name}${labels} ${value}`)];

function histogram(durations: ReadonlyMap<string, Durations>): string[] {
  const name = 'zhibu_request_duration_seconds';
  const samples = [...durations].flatMap(([operation, { buckets, sum, count }]) => [
    ...BOUNDS.map((bound, at) => `${name}_bucket{operation="${operation}",le="${bound}"} ${buckets[at] ?? 0}`),
    `${name}_bucket{operation="${operation}",le="+Inf"} ${count}`, `${name}_sum{operation="${operation}"} ${sum}`, `${name}_count{operation="${operation}"} ${count}`,
  ]);
  return [`# HELP ${name} How long answers took.`, `# TYPE ${name} histogram`, ...samples];
}

async function jobs(database: Database, bureaus: readonly string[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const bureau of bureaus) {
    const rows = await database.withBureau(bureau, {}, (tx) => tx.many<{ state: string; count: number }>(sql`SELECT state, count(*) AS count FROM job WHERE state IN ('waiting', 'running') GROUP BY state`));
    for (const state of ['waiting', 'running']) samples.push([`{bureau="${bureau}",state="${state}"}`, rows.find((row) => row.state === state)?.count ?? 0]);
  }
  return samples;
}

/** @throws StartRefusal when the token could be guessed. */
export function metricsToken(env: Readonly<Record<string, string | undefined>>): string | null {
  const token = env['METRICS_TOKEN'] || null;
  if (token === null || token.length >= TOKEN_CHARACTERS_LEAST) return token;
  throw new StartRefusal({
    zh: `METRICS_TOKEN 至少 ${TOKEN_CHARACTERS_LEAST} 个字符。可用 openssl rand -hex 16 生成。`, en: `METRICS_TOKEN needs at least ${TOKEN_CHARACTERS_LEAST} characters. Make one with openssl rand -hex 16.`,
  });
}

/** With a token whoever shows it; without one a program of this machine that no gateway stands before. */
export function mayReadMetrics(context: Context, token: string | null): boolean {
  if (token !== null) return same(context.req.header('authorization') ?? '', `Bearer ${token}`);
  return LOOPBACK.includes(remoteAddress(context)) && OF_A_GATEWAY.every((name) => context.req.header(name) === undefined);
}

const same = (one: string, other: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
};

/** Where nothing was sent over a wire there is nobody who could be let in. */
function remoteAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    return '';
  }
}
