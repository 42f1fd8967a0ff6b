import { serve } from '@hono/node-server';
import pino from 'pino';
import { createApp } from '#server/app.ts';
import { openDatabase, type Database } from '#server/platform/database.ts';

/** Serves the bureau of a test from a process of its own, until it is killed; says its port and nothing else. */
const { ZHIBU_KILL_URL: url, ZHIBU_KILL_NOW: now, ZHIBU_KILL_TORN: torn } = process.env;
if (!url || !now) throw new Error('started by the kill test only');

/** A fault on purpose: the key of a write is kept in a transaction of its own, so that a kill tears the write in two. */
const tearing = (database: Database): Database => ({
  ...database,
  withBureau: (code, acting, work) => database.withBureau(code, acting, (tx) => work({
    ...tx, run: (statement) => (statement.text.includes('INSERT INTO idempotency') ? database.beside(code, acting, (beside) => beside.run(statement)) : tx.run(statement)),
  })),
});

const app = createApp({
  database: torn ? tearing(openDatabase(url)) : openDatabase(url), bureaus: [{ bureau: { code: 'alpha', zh: '', en: '', kind: 'own' }, samples: [] }], clock: () => new Date(now),
  log: pino({ level: 'silent' }), secret: 'test', secureCookies: false, webFolder: null,
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => void process.stdout.write(`${port}\n`));
// A test that is stopped leaves no server behind.
process.stdin.on('end', () => process.exit()).resume();
