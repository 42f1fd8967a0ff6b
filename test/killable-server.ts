import { serve } from '@hono/node-server';
import pino from 'pino';
import { createApp } from '#server/app.ts';
import { openDatabase } from '#server/platform/database.ts';

/** Serves the bureau of a test from a process of its own, until it is killed; says its port and nothing else. */
const { ZHIBU_KILL_URL: url, ZHIBU_KILL_NOW: now } = process.env;
if (!url || !now) throw new Error('started by the kill test only');

const app = createApp({
  database: openDatabase(url), bureaus: [{ bureau: { code: 'alpha', zh: '', en: '', kind: 'own' }, samples: [] }], clock: () => new Date(now),
  log: pino({ level: 'silent' }), secret: 'test', secureCookies: false, webFolder: null,
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => void process.stdout.write(`${port}\n`));
