import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import pino from 'pino';
import { createApp, reactions } from './app.ts';
import type { BureauCard } from './access/routes.ts';
import { systemClock } from './platform/clock.ts';
import { checkoutFolder, openDataFolder } from './platform/data-folder.ts';
import { findDatabase } from './platform/database-source.ts';
import { openDatabase } from './platform/database.ts';
import { wantsDemo } from './platform/demo-choice.ts';
import { openInstallation } from './platform/installation.ts';
import { listenChoice } from './platform/listen-choice.ts';
import { endingInWords } from './platform/start-refusal.ts';
import { makeBureaus } from './demo/make-bureaus.ts';

/** From nothing to a listening server: data folder, database, migrations, bureaus, HTTP. */
async function start(): Promise<void> {
  const listen = listenChoice(process.env);
  const folder = openDataFolder();
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination({ dest: 2, sync: true }));
  const demo = await wantsDemo(folder);
  const source = await findDatabase(folder);
  const installation = await openInstallation({ ownerUrl: source.ownerUrl, secret: folder.secret });
  const database = openDatabase(installation.appUrl);
  const bureaus: readonly BureauCard[] = await makeBureaus({ installation, database, clock: systemClock, reactions, demo });
  const webFolder = join(checkoutFolder(), 'dist', 'web');
  const app = createApp({
    database, bureaus, clock: systemClock, log, secret: folder.secret, secureCookies: listen.secure,
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : null,
  });
  const server = serve({ fetch: app.fetch, hostname: listen.host, port: listen.port, ...listen.tls }, () => sayWhereWeAre(listen.url, folder.path, source.words, bureaus));
  let leaving: Promise<void> | undefined;
  const leave = (): void => void (leaving ??= (async () => {
    await new Promise((done) => server.close(done));
    await database.end();
    await source.leave();
    process.exit(0);
  })());
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
}

function sayWhereWeAre(url: string, folder: string, source: { zh: string; en: string }, bureaus: readonly BureauCard[]): void {
  const lines = [
    '', `支部 Zhibu   ${url}`, `数据目录 Data folder   ${folder}`, `${source.zh} / ${source.en}`,
    ...bureaus.flatMap(({ bureau, samples }) => [
      '', `${bureau.zh} / ${bureau.en}${bureaus.length > 1 ? `   ${url}/${bureau.code}/` : ''}`,
      ...samples.map((it) => `  ${it.userName.padEnd(12)} ${it.password.padEnd(20)} ${it.zh} / ${it.en}`),
    ]), '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

// A server that did not start has nothing to keep alive, but a half-open pool would.
void endingInWords(start).then(() => process.exitCode && process.exit());
