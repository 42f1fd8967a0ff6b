import { existsSync, readdirSync } from 'node:fs';
import { dataFolderPath } from '#server/platform/data-folder.ts';
import type { Terminal } from './terminal.ts';

/** The data folder in which there should be a database and is none; a mistaken DATA_DIR would make an empty one. Null: all is well. */
export function dataFolderWithout(env: Terminal['env']): string | null {
  if (env['DATABASE_URL']) return null;
  const path = dataFolderPath(env);
  return existsSync(path) && readdirSync(path).some((name) => /^postgres-\d+$/.test(name)) ? null : path;
}
