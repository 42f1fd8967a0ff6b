import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import pino from 'pino';
import { createApp, jobKinds, reactions } from './app.ts';
import { accountActs } from './access/access-reads.ts';
import type { BureauCard, SampleAccount } from './access/routes.ts';
import { projectScores } from './assessments/project-scores.ts';
import { openProjector } from './boards/projector.ts';
import { named } from './bureau/bureau-name-reads.ts';
import { openUpgraded } from './cli/open-upgraded.ts';
import { renewAllNameKeys } from './facts/renew-name-keys.ts';
import { civilDay, systemClock } from './platform/clock.ts';
import { checkoutFolder, openDataFolder } from './platform/data-folder.ts';
import { findDatabase } from './platform/database-source.ts';
import { openDatabase } from './platform/database.ts';
import { wantsDemo } from './platform/demo-choice.ts';
import { openJobRunner } from './platform/job-runner.ts';
import { metricsToken } from './platform/metrics.ts';
import { examine } from './platform/examination/examine.ts';
import { plainFault } from './platform/plain-fault.ts';
import { listenChoice, type ListenChoice } from './platform/listen-choice.ts';
import { faultCode } from './platform/connection.ts';
import { ROLE_PREFIX } from './platform/roles.ts';
import { endingInWords, StartRefusal, type Words } from './platform/start-refusal.ts';
import { typedHere } from './platform/typed-here.ts';
import { makeBureaus } from './demo/make-bureaus.ts';

/** From nothing to a listening server: data folder, database, migrations, bureaus, HTTP. */
async function start(): Promise<void> {
  const listen = listenChoice(process.env);
  const token = metricsToken(process.env);
  const folder = openDataFolder();
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn', serializers: { err: plainFault } }, pino.destination({ dest: 2, sync: true }));
  const demo = await wantsDemo(folder);
  const source = await findDatabase(folder);
  const say = ({ zh, en }: Words): void => console.log(`${zh} / ${en}`);
  const installation = await openUpgraded({ ownerUrl: source.ownerUrl, folder, env: process.env, say });
  const database = openDatabase(installation.appUrl);
  // Whoever looks on a page holds a connection already, and must not wait for a second one of the same pool.
  const looking = openDatabase(installation.appUrl, 1);
  const { cards: bureaus, firstAccounts } = await makeBureaus({ installation, database, clock: systemClock, reactions, demo });
  const webFolder = join(checkoutFolder(), 'dist', 'web');
  const app = createApp({
    database, bureaus, clock: systemClock, log, secret: folder.secret, secureCookies: listen.secure,
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : null, metricsToken: token,
    examine: () => examine({ env: process.env, folder: folder.path, source: { ownerUrl: source.ownerUrl, secret: folder.secret, rolePrefix: ROLE_PREFIX, database: looking } }, systemClock()),
  });
  const server = await listening(app, listen);
  const calledNow = await Promise.all(bureaus.map(async (card) => ({ ...card, bureau: await database.withBureau(card.bureau.code, {}, (tx) => named(tx, card.bureau)) })));
  sayWhereWeAre(listen.url, folder.path, source.words, calledNow, firstAccounts);
  const codes = bureaus.map((it) => it.bureau.code);
  const jobs = openJobRunner({ database, bureaus: codes, kinds: jobKinds, clock: systemClock, log, reactions, accountActs });
  jobs.start();
  const scores = (of: typeof database, bureau: string, enough: () => boolean) => projectScores(of, bureau, () => civilDay(systemClock()), enough);
  const boards = openProjector({ database, bureaus: codes, further: scores, onFault: (bureau, fault) => log.error({ bureau, err: fault }, 'boards cannot be brought up to date') });
  boards.start();
  let leaving: Promise<void> | undefined;
  const names = renewAllNameKeys(database, codes, () => leaving !== undefined).catch((fault: unknown) => log.error({ err: fault }, 'names cannot be made ready for pinyin'));
  const leave = (): void => void (leaving ??= (async () => {
    await new Promise((done) => server.close(done));
    await Promise.all([jobs.stop(), boards.stop(), names]);
    await Promise.all([database.end(), looking.end()]);
    await source.leave();
    process.exit(0);
  })());
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
}

/** @throws StartRefusal when the port is taken. */
function listening(app: Hono, { host, port, url, tls }: ListenChoice): Promise<ServerType> {
  return new Promise((done, fail) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, ...tls }, () => done(server));
    server.once('error', (fault) => fail(faultCode(fault) === 'EADDRINUSE' ? new StartRefusal({
      zh: `${url} 已被占用：可能已有一个支部系统在运行。请先停止它，或用 PORT 指定其他端口。`,
      en: `${url} is in use: perhaps Zhibu is running already. Stop it first, or choose another port with PORT.`,
    }) : fault));
  });
}

function sayWhereWeAre(url: string, folder: string, source: Words, bureaus: readonly BureauCard[], first: readonly SampleAccount[]): void {
  const row = (it: SampleAccount): string => `  ${it.userName.padEnd(12)} ${it.password.padEnd(20)} ${it.zh} / ${it.en}`;
  const lines = [
    '', `支部 Zhibu   ${url}`, `数据目录 Data folder   ${folder}`, `${source.zh} / ${source.en}`,
    ...bureaus.flatMap(({ bureau, samples }) => ['', `${bureau.zh} / ${bureau.en}${bureaus.length > 1 ? `   ${url}/${bureau.code}/` : ''}`, ...samples.map(row)]),
    ...(first.length === 0 ? [] : ['', '初始密码（只显示这一次，首次登录须修改） / First passwords (shown this once, to be changed at once)', ...first.map(row)]), '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

// A server that did not start has nothing to keep alive, but a half-open pool would.
void endingInWords(start, typedHere).then(() => process.exitCode && process.exit());
