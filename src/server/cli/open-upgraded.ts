import { backUpBeforeUpgrade } from '#server/platform/backup/before-upgrade.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { DataFolder } from '#server/platform/data-folder.ts';
import { openInstallation, type Installation } from '#server/platform/installation.ts';
import { productVersion } from '#server/platform/product-version.ts';
import type { Words } from '#server/platform/start-refusal.ts';
import { rowsOf } from './backup-report.ts';
import { bureauTotals } from './bureau-totals.ts';
import { leaveTrace } from './trace.ts';

interface Upgrade {
  readonly ownerUrl: string;
  readonly folder: DataFolder;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (words: Words) => void;
  readonly migrations?: string;
}

/** Opens an installation as every start does; where migrations will run on a bureau at work, it is saved before, unless that was forbidden. */
export async function openUpgraded({ ownerUrl, folder, env, say, ...choice }: Upgrade): Promise<Installation> {
  const wanted = env['ZHIBU_UPGRADE_BACKUP'] !== '0';
  const saved = wanted ? await backUpBeforeUpgrade({ ownerUrl, home: folder.path, product: productVersion(), now: systemClock(), totals: bureauTotals, ...choice }) : null;
  if (saved) say({ zh: `升级前已备份到 ${saved.file}`, en: `Saved before the upgrade: ${saved.file}` });
  const installation = await openInstallation({ ownerUrl, secret: folder.secret, ...choice });
  if (saved) {
    const { written, schemas, manifest } = saved;
    await leaveTrace(installation.appUrl, manifest.bureaus, 'takeBackup', { kind: 'backup', id: written.sha256, details: { bytes: written.bytes, rows: rowsOf(schemas), encrypted: false, rehearsed: false } });
  }
  return installation;
}
