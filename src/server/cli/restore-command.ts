import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inLanguage } from '#domain/words/words.ts';
import { noInstallation, secretThere } from '#server/platform/backup/backup-refusals.ts';
import { readThrough, type BackupTally } from '#server/platform/backup/content.ts';
import { refuseNewer, restoreBackup, type Restored } from '#server/platform/backup/restore-backup.ts';
import { refuseUnknownBureau, restoreBureau } from '#server/platform/backup/restore-bureau.ts';
import { shownUrl } from '#server/platform/connection.ts';
import { dataFolderPath, openDataFolder } from '#server/platform/data-folder.ts';
import { findDatabase } from '#server/platform/database-source.ts';
import { startEmbedded } from '#server/platform/embedded-postgres.ts';
import { tablesLine, tablesOf, totalsTable } from './backup-report.ts';
import { backupSays } from './backup-words.ts';
import { bureauTotals } from './bureau-totals.ts';
import { dataFolderWithout } from './data-folder-without.ts';
import type { Options } from './options.ts';
import { passphraseIn } from './passphrase.ts';
import { failUsage, type ExitCode, type Terminal } from './terminal.ts';
import { leaveTrace } from './trace.ts';

/** `restore FILE`: into an empty data folder or database, compared before it counts. */
export async function restoreCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { language } = options;
  const [file] = options.files;
  if (file === undefined || options.files.length > 1) return failUsage(terminal, backupSays.fileMissing, language);
  const passphrase = await passphraseIn(options.passphraseFile);
  if (typeof passphrase === 'object' && passphrase !== null) return failUsage(terminal, passphrase, language);
  if (options.bureau !== null && options.rehearse) return failUsage(terminal, backupSays.rehearsedWhole, language);
  if (options.rehearse) return rehearse(resolve(file), passphrase, options, terminal);
  // The whole file is read before anything is made, so that a bad one leaves not even a folder behind.
  const checked = await readThrough(resolve(file), passphrase);
  refuseNewer(checked.manifest);
  if (options.bureau !== null) return restoreOne(resolve(file), passphrase, options.bureau, checked, options, terminal);
  placeSecret(checked, terminal.env);
  const folder = openDataFolder(terminal.env);
  const source = await findDatabase(folder, terminal.env);
  try {
    const restored = await restoreBackup({ ownerUrl: source.ownerUrl, file: resolve(file), passphrase, secret: folder.secret, totals: bureauTotals });
    // Whether there is a demo bureau is answered by what was restored, and not asked again.
    writeFileSync(join(folder.path, 'demo'), restored.backup.manifest.bureaus.some(({ kind }) => kind === 'own') ? '0' : '1');
    await leaveTrace(restored.installation.appUrl, restored.backup.manifest.bureaus, 'restoreBackup', { kind: 'backup', id: restored.backup.head.at, details: {} });
    const where = terminal.env['DATABASE_URL'] ? shownUrl(source.ownerUrl) : folder.path;
    const { migrated } = restored.installation;
    terminal.out([
      inLanguage(backupSays.restored(where), language), comparison(restored, options),
      ...(migrated.length === 0 ? [] : [inLanguage(backupSays.migrated(migrated), language)]), inLanguage(backupSays.next, language), '',
    ].join('\n'));
    return 0;
  } finally {
    await source.leave();
  }
}

/** `restore FILE --bureau CODE`: one bureau into an installation that does not have it. */
async function restoreOne(file: string, passphrase: string | null, code: string, { manifest }: BackupTally, options: Options, terminal: Terminal): Promise<ExitCode> {
  refuseUnknownBureau(manifest, code);
  const nothing = dataFolderWithout(terminal.env);
  if (nothing !== null) throw noInstallation(nothing);
  const folder = openDataFolder(terminal.env);
  const source = await findDatabase(folder, terminal.env);
  try {
    const restored = await restoreBureau({ ownerUrl: source.ownerUrl, file, passphrase, secret: folder.secret, totals: bureauTotals }, code);
    const bureaus = manifest.bureaus.filter((it) => it.code === code);
    await leaveTrace(restored.installation.appUrl, bureaus, 'restoreBackup', { kind: 'backup', id: restored.backup.head.at, details: {} });
    const where = terminal.env['DATABASE_URL'] ? shownUrl(source.ownerUrl) : folder.path;
    const { migrated } = restored.installation;
    const said = [
      backupSays.bureauRestored(code, where), ...(migrated.length === 0 ? [] : [backupSays.migrated(migrated)]),
      ...(manifest.secret === folder.secret ? [] : [backupSays.otherSecret]), backupSays.bureauNext(code),
    ];
    const compared = comparison({ ...restored, backup: { ...restored.backup, manifest: { ...manifest, bureaus } } }, options);
    terminal.out([compared, ...said.map((it) => inLanguage(it, options.language)), ''].join('\n'));
    return 0;
  } finally {
    await source.leave();
  }
}

/** A secret of the backup goes into a folder that has none; another one there belongs to something else. */
function placeSecret({ manifest: { secret } }: BackupTally, env: Terminal['env']): void {
  if (secret === null || env['ZHIBU_SECRET']) return;
  const path = dataFolderPath(env);
  const file = join(path, 'secret');
  if (existsSync(file)) {
    if (readFileSync(file, 'utf8').trim() !== secret) throw secretThere(file);
    return;
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  writeFileSync(file, secret, { mode: 0o600, flush: true });
}

/** Restores into a database that is made for this and removed afterwards. */
export async function rehearse(file: string, passphrase: string | null, options: Options, terminal: Terminal): Promise<ExitCode> {
  refuseNewer((await readThrough(file, passphrase)).manifest);
  const home = mkdtempSync(join(tmpdir(), 'zhibu-rehearsal-'));
  const server = await startEmbedded({ home, settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } });
  try {
    const restored = await restoreBackup({ ownerUrl: server.ownerUrl, file, passphrase, secret: 'of a rehearsal that nobody needs', totals: bureauTotals, losable: true });
    terminal.out([inLanguage(backupSays.rehearsed, options.language), comparison(restored, options), ''].join('\n'));
    return 0;
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

function comparison({ backup, found }: Restored, { language }: Options): string {
  const sources = [{ of: backupSays.inBackup, schemas: backup.schemas }, { of: backupSays.afterwards, schemas: found }];
  return ['', totalsTable(backup.manifest, sources, language), tablesLine(found, language), inLanguage(backupSays.same(tablesOf(found)), language)].join('\n');
}
