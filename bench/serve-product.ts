import { createAdaptorServer } from '@hono/node-server';
import pino from 'pino';
import { createApp } from '#server/app.ts';
import { openDatabase } from '#server/platform/database.ts';
import { BUREAU, NOW } from './bureau.ts';
import { announced } from './server-process.ts';

// The product as it runs in an office, but for its clock, which stands still so that every run sees the same day.

const now = new Date(NOW);
const app = createApp({
  database: openDatabase(process.env['BENCH_URL'] ?? ''),
  bureaus: [{ bureau: { code: BUREAU, zh: '示例市公安局', en: 'Sample bureau', kind: 'own' }, samples: [] }],
  clock: () => now,
  log: pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true })),
  secret: 'bench',
  secureCookies: false,
  webFolder: null,
});

announced(createAdaptorServer({ fetch: app.fetch }));
