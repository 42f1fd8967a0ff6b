import type { Database } from '#server/platform/database.ts';
import { examineDatabase, type ExaminedDatabase } from './examine-database.ts';
import { examineHost } from './examine-host.ts';
import { examineWork } from './examine-work.ts';
import type { Finding } from './finding.ts';

export interface Examined {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** Null where there is no database to look at yet. */
  readonly source: (ExaminedDatabase & { readonly database: Database }) | null;
}

/** How an installation stands, from its settings to its last backup. Nothing is made or changed. */
export async function examine({ env, folder, source }: Examined, now: Date): Promise<Finding[]> {
  const host = await examineHost(env, folder, now);
  if (source === null) return host;
  const { found, letsIn } = await examineDatabase(source);
  return [...host, ...found, ...(letsIn ? await examineWork(source.database, now) : [])];
}
