import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createApp, jobKinds, reactions } from './app.ts';
import { accountActs } from './access/access-reads.ts';
import type { BureauCard, SampleAccount } from './access/routes.ts';
import { projectScores } from './assessments/project-scores.ts';
import { openProjector } from './boards/projector.ts';
import { named } from './bureau/bureau-name-reads.ts';
import { openUpgraded } from './cli/open-upgraded.ts';
import { renewAllNameKeys } from './facts/renew-name-keys.ts';
import { civilDay, systemClock } from './platform/clock.ts';
import { checkoutFolder, openDataFolder, type DataFolder } from './platform/data-folder.ts';
import { proveHashes } from './platform/file-digests.ts';
import { findDatabase, type DatabaseSource } from './platform/database-source.ts';
import { openDatabase, type Database, type SlowStatements } from './platform/database.ts';
import { wantsDemo } from './platform/demo-choice.ts';
import { keepHeapSmall } from './platform/heap-growth.ts';
import { openJobRunner } from './platform/job-runner.ts';
import { keepDatabase } from './platform/keep-database.ts';
import { metricsToken } from './platform/metrics.ts';
import { examine } from './platform/examination/examine.ts';
import { openLog } from './platform/server-log.ts';
import { listenChoice, type ListenChoice } from './platform/listen-choice.ts';
import { listening } from './platform/listening.ts';
import { passwordHash } from './platform/password-hash.ts';
import { ROLE_PREFIX } from './platform/roles.ts';
import { ticketDoor, type TicketDoor } from './platform/ticket-door.ts';
import { slowStatements } from './platform/slow-statements.ts';
import { endingInWords, type Words } from './platform/start-refusal.ts';
import { typedHere } from './platform/typed-here.ts';
import { makeBureaus } from './demo/make-bureaus.ts';

/** From nothing to a listening server: data folder, database, migrations, bureaus, HTTP. Nothing is left running by a start that fails. */
async function start(): Promise<void> {
  keepHeapSmall();
  const listen = listenChoice(process.env);
  const tickets = ticketDoor(process.env, listen.url);
  const token = metricsToken(process.env);
  proveHashes();
  passwordHash(process.env);
  const log = openLog(process.env);
  const slow = slowStatements(process.env, log);
  const folder = openDataFolder();
  const demo = await wantsDemo(folder);
  const source = await findDatabase(folder);
  const pools: Database[] = [];
  try {
    await serveFrom({ listen, tickets, token, log, slow, folder, demo, source, pools });
  } catch (fault) {
    await Promise.all(pools.map((it) => it.end()));
    await source.leave();
    throw fault;
  }
}

interface Beginning {
  readonly listen: ListenChoice;
  readonly tickets: TicketDoor | null;
  readonly token: string | null;
  readonly log: Logger;
  readonly slow: SlowStatements | undefined;
  readonly folder: DataFolder;
  readonly demo: boolean;
  readonly source: DatabaseSource;
  /** Every pool that was opened, for whoever has to close them. */
  readonly pools: Database[];
}

async function serveFrom({ listen, tickets, token, log, slow, folder, demo, source, pools }: Beginning): Promise<void> {
  const opened = (url: string, size?: number): Database => {
    const database = openDatabase(url, size, slow);
    pools.push(database);
    return database;
  };
  const say = ({ zh, en }: Words): void => console.log(`${zh} / ${en}`);
  const installation = await openUpgraded({ ownerUrl: source.ownerUrl, folder, env: process.env, say });
  const database = opened(installation.appUrl);
  // Whoever looks on a page holds a connection already, and must not wait for a second one of the same pool.
  const looking = opened(installation.appUrl, 1);
  const { cards: bureaus, firstAccounts } = await makeBureaus({ installation, database, clock: systemClock, reactions, demo, say });
  // At once: they are stored nowhere, and a port that is taken must not lose them.
  sayFirstPasswords(firstAccounts);
  const webFolder = join(checkoutFolder(), 'dist', 'web');
  const app = createApp({
    database, bureaus, clock: systemClock, log, secret: folder.secret, secureCookies: listen.secure,
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : null, metricsToken: token, tickets,
    examine: () => examine({ env: process.env, folder: folder.path, source: { ownerUrl: source.ownerUrl, secret: folder.secret, rolePrefix: ROLE_PREFIX, database: looking } }, systemClock()),
  });
  const server = await listening(app.fetch, listen);
  const keeper = keepDatabase({ database, source, log });
  const calledNow = await Promise.all(bureaus.map(async (card) => ({ ...card, bureau: await database.withBureau(card.bureau.code, {}, (tx) => named(tx, card.bureau)) })));
  sayWhereWeAre(listen.url, folder.path, source.words, calledNow);
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
    await Promise.all([keeper.stop(), jobs.stop(), boards.stop(), names]);
    await Promise.all(pools.map((it) => it.end()));
    await source.leave();
    process.exit(0);
  })());
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
}

const rowOf = (it: SampleAccount): string => `  ${it.userName.padEnd(12)} ${it.password.padEnd(20)} ${it.zh} / ${it.en}`;

function sayFirstPasswords(first: readonly SampleAccount[]): void {
  if (first.length === 0) return;
  const head = '初始密码（只显示这一次，首次登录须修改） / First passwords (shown this once, to be changed at once)';
  process.stdout.write(`${['', head, ...first.map(rowOf)].join('\n')}\n`);
}

function sayWhereWeAre(url: string, folder: string, source: Words, bureaus: readonly BureauCard[]): void {
  const lines = [
    '', `支部 Zhibu   ${url}`, `数据目录 Data folder   ${folder}`, `${source.zh} / ${source.en}`,
    ...bureaus.flatMap(({ bureau, samples }) => ['', `${bureau.zh} / ${bureau.en}${bureaus.length > 1 ? `   ${url}/${bureau.code}/` : ''}`, ...samples.map(rowOf)]), '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

// A server that did not start has nothing to keep alive, but a half-open pool would.
void endingInWords(start, typedHere).then(() => process.exitCode && process.exit());
