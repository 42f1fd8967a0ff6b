import { resolve } from 'node:path';
import { inLanguage } from '#domain/words/words.ts';
import { nothingToBackUp } from '#server/platform/backup/backup-refusals.ts';
import { readThrough } from '#server/platform/backup/content.ts';
import { takeBackup } from '#server/platform/backup/take-backup.ts';
import { openDataFolder } from '#server/platform/data-folder.ts';
import { findDatabase } from '#server/platform/database-source.ts';
import { productVersion } from '#server/platform/product-version.ts';
import { ROLE_PREFIX, roleUrl } from '#server/platform/roles.ts';
import { rowsOf, tablesLine, totalsTable } from './backup-report.ts';
import { backupSays } from './backup-words.ts';
import { bureauTotals } from './bureau-totals.ts';
import { dataFolderWithout } from './data-folder-without.ts';
import type { Options } from './options.ts';
import { passphraseIn } from './passphrase.ts';
import { rehearse } from './restore-command.ts';
import { failUsage, type ExitCode, type Terminal } from './terminal.ts';
import { leaveTrace } from './trace.ts';

/** `backup FILE`: everything of the installation into one file, while the server runs. */
export async function backupCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { language, withSecret } = options;
  const [file] = options.files;
  if (file === undefined || options.files.length > 1) return failUsage(terminal, backupSays.fileMissing, language);
  const passphrase = await passphraseIn(options.passphraseFile);
  if (typeof passphrase === 'object' && passphrase !== null) return failUsage(terminal, passphrase, language);
  if (options.verify) return verify(file, passphrase, options, terminal);
  if (withSecret && passphrase === null) return failUsage(terminal, backupSays.secretOpen, language);
  const nothing = dataFolderWithout(terminal.env);
  if (nothing !== null) throw nothingToBackUp(nothing);
  const folder = openDataFolder(terminal.env);
  const source = await findDatabase(folder, terminal.env);
  try {
    const { written, manifest, schemas } = await takeBackup({
      ownerUrl: source.ownerUrl, file: resolve(file), passphrase, secret: withSecret ? folder.secret : null,
      product: productVersion(), now: new Date(), totals: bureauTotals,
    });
    terminal.out([
      inLanguage(backupSays.saved(file, written.bytes, passphrase !== null), language), `SHA-256 ${written.sha256}`, '',
      totalsTable(manifest, [{ of: null, schemas }], language), tablesLine(schemas, language), '',
      inLanguage(withSecret ? backupSays.withSecret : backupSays.noSecret, language), '',
    ].join('\n'));
    if (options.rehearse) await rehearse(resolve(file), passphrase, options, terminal);
    await leaveTrace(roleUrl(source.ownerUrl, folder.secret, 'app', ROLE_PREFIX), manifest.bureaus, 'takeBackup', {
      kind: 'backup', id: written.sha256, details: { bytes: written.bytes, rows: rowsOf(schemas), encrypted: passphrase !== null, rehearsed: options.rehearse },
    });
    return 0;
  } finally {
    await source.leave();
  }
}

async function verify(file: string, passphrase: string | null, { language }: Options, terminal: Terminal): Promise<ExitCode> {
  const { head, manifest, schemas } = await readThrough(resolve(file), passphrase);
  terminal.out([
    inLanguage(backupSays.checked(file, head.at, head.product), language), '', totalsTable(manifest, [{ of: null, schemas }], language), tablesLine(schemas, language),
    ...(manifest.secret === null ? [] : [inLanguage(backupSays.withSecret, language)]), '',
  ].join('\n'));
  return 0;
}
