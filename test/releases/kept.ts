import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import type { Said } from './asked.ts';

/** What is said beside the backup of a release. */
export interface KeptSaying {
  /** The commit whose program wrote it. */
  readonly commit: string;
  /** The clock of its server, at which the later ones are asked as well. */
  readonly at: string;
  readonly years: readonly number[];
  readonly periods: readonly string[];
  readonly said: Said;
  /** What a later release says otherwise, on purpose: the place as its path in what was said, and why. */
  readonly since: readonly { readonly at: string; readonly from: string | number | null; readonly to: string | number | null; readonly because: string }[];
}

/** A release of which a backup is kept, by the day in the name of its folder. */
export interface KeptRelease extends KeptSaying {
  readonly name: string;
  readonly file: string;
  /** The rights that it gave, folder of migrations by folder. */
  readonly grants: Readonly<Record<'bureau' | 'installation', string>>;
}

export const RELEASES = join(checkoutFolder(), 'test', 'releases');
export const BACKUP = 'bureau.zhibu';
export const SAYING = 'said.json';
/** The one bureau of each. */
export const BUREAU = 'own';

/** All of them, the oldest first. */
export const keptReleases = (): readonly KeptRelease[] => readdirSync(RELEASES, { withFileTypes: true }).filter((it) => it.isDirectory()).map(({ name }) => name).toSorted().map((name) => {
  const folder = join(RELEASES, name);
  const grants = (of: string): string => readFileSync(join(folder, `${of}-grants.sql`), 'utf8');
  // Written by keep.ts beside it, and by nobody else.
  const saying = JSON.parse(readFileSync(join(folder, SAYING), 'utf8')) as KeptSaying;
  return { ...saying, name, file: join(folder, BACKUP), grants: { bureau: grants('bureau'), installation: grants('installation') } };
});
