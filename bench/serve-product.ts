import { createAdaptorServer } from '@hono/node-server';
import pino from 'pino';
import { createApp } from '#server/app.ts';
import { openProjector } from '#server/boards/projector.ts';
import { openDatabase } from '#server/platform/database.ts';
import { keepHeapSmall } from '#server/platform/heap-growth.ts';
import { BUREAU, NOW } from './bureau.ts';
import { announced } from './server-process.ts';

// The product as it runs in an office, boards and all, but for its clock, which stands still so that every run sees the
// same day.

keepHeapSmall();
const now = new Date(NOW);
const database = openDatabase(process.env['BENCH_URL'] ?? '');
const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
const app = createApp({
  database,
  bureaus: [{ bureau: { code: BUREAU, zh: '示例市公安局', en: 'Sample bureau', kind: 'own' }, samples: [] }],
  clock: () => now,
  log,
  secret: 'bench',
  secureCookies: false,
  webFolder: null,
});

// Boards follow the facts in this process, on this processor: they are part of what a recording costs.
openProjector({ database, bureaus: [BUREAU], onFault: (bureau, fault) => log.error({ bureau, err: fault }, 'boards') }).start();
announced(createAdaptorServer({ fetch: app.fetch }));
