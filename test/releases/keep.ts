import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reactions } from '#server/app.ts';
import { bureauTotals } from '#server/cli/bureau-totals.ts';
import { foundDemo } from '#server/demo/found-demo.ts';
import { takeBackup } from '#server/platform/backup/take-backup.ts';
import { civilDay, systemClock } from '#server/platform/clock.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { openDatabase } from '#server/platform/database.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { productVersion } from '#server/platform/product-version.ts';
import { throwAwayServer } from '#test/throw-away-server.ts';
import { asked } from './asked.ts';
import { useEveryRoom } from './every-room.ts';
import { BACKUP, BUREAU, type KeptSaying, RELEASES, SAYING } from './kept.ts';
import { projected, served } from './served.ts';
import { cutDemo } from './small-bureau.ts';

/**
 * `npx tsx test/releases/keep.ts [NAME]`: keeps a backup of what this release writes, with what it says of it, as
 * `test/releases/NAME`, the day of today unless told otherwise. Run at a release, committed with it, and never made again later:
 * what another release would write is not what stands in the databases of those who use this one.
 */
const [name = civilDay(systemClock())] = process.argv.slice(2);
// After the close of the first quarter: last year is finished and this one goes on, and that is little enough to keep.
const about = { at: '2026-03-31T09:00:00+08:00', years: [2025, 2026], periods: ['2026-01', '2026-02', '2026-03'] } satisfies Partial<KeptSaying>;
const clock = (): Date => new Date(about.at);
const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: checkoutFolder(), encoding: 'utf8' }).trim();
const changed = git('status', '--porcelain', '--', 'src', 'migrations', 'schemes');
if (changed !== '') throw new Error(`what is kept must be of a commit:\n${changed}`);

cutDemo();
const server = await throwAwayServer();
try {
  const installation = await openInstallation({ ownerUrl: server.ownerUrl, secret: 'of no worth', losable: true });
  await installation.createBureau(BUREAU, { zh: '样例市公安局', en: 'Kept bureau' }, 'own');
  const database = openDatabase(installation.appUrl, 2);
  await foundDemo(database, clock, reactions, BUREAU);
  await useEveryRoom(database, about.at);
  await projected(database, about.at);
  const said = await asked((await served(database, about.at, 'ganshi')).ask, about.years, about.periods);
  await database.end();

  const folder = join(RELEASES, name);
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, BACKUP), { force: true });
  const { written, schemas } = await takeBackup({
    ownerUrl: server.ownerUrl, file: join(folder, BACKUP), passphrase: null, secret: null, product: productVersion(), now: clock(), totals: bureauTotals,
  });
  // Everything in it is invented.
  chmodSync(join(folder, BACKUP), 0o644);
  for (const of of ['bureau', 'installation']) cpSync(join(checkoutFolder(), 'migrations', of, 'grants.sql'), join(folder, `${of}-grants.sql`));
  const saying: KeptSaying = { commit: git('rev-parse', '--short=12', 'HEAD'), ...about, since: [], said };
  writeFileSync(join(folder, SAYING), `${JSON.stringify(saying)}\n`);
  const without = schemas.flatMap(({ tables }) => tables).filter(({ rows }) => rows === 0).map(({ table }) => table);
  console.log(`${folder}: ${written.bytes} bytes; without a row: ${without.join(' ')}`);
} finally {
  await server.stop();
}
