import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

/** What the database remembers of a file that ran. */
export interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

export interface Migration extends Applied {
  readonly text: string;
}

/** The files `0001-….sql` of a folder in their order. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-.+\.sql$/.test(name));
  const files = names.toSorted().map((name) => readMigration(folder, name));
  const twin = files.find((file, at) => files[at - 1]?.number === file.number);
  if (twin) throw new Error(`two migrations have the number of ${twin.name} in ${folder}`);
  return files;
}

/** Line ends are made equal, because git may give them other ones on Windows. */
export function readMigration(folder: string, name: string): Migration {
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  return { number: Number.parseInt(name, 10), name, text, checksum: checksumOf(text) };
}

export const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Refuses when what ran is not the beginning of what the files say. */
export function refuseDifference(schema: string, known: readonly Migration[], applied: readonly Applied[]): void {
  applied.forEach(({ number, name, checksum }, at) => {
    const file = known[at];
    if (file?.number === number && file.checksum === checksum) return;
    throw known.some((one) => one.number >= number) ? edited(schema, name) : newer(schema, applied.at(-1)?.name ?? name);
  });
}

const newer = (schema: string, name: string): StartRefusal =>
  new StartRefusal({
    zh: `数据库（${schema}）已由更新版本的程序升级至 ${name}，本版本不认识。请安装与之相应或更新的版本。`,
    en: `The database (${schema}) was brought to ${name} by a newer release, which this one does not know. Install that release or a newer one.`,
  });

const edited = (schema: string, name: string): StartRefusal =>
  new StartRefusal({
    zh: `迁移文件 ${name} 与数据库（${schema}）中执行过的不一致。已执行的迁移不得修改、删除，其前也不得插入新文件；请恢复该文件，改动另写新编号的迁移。`,
    en: `The migration ${name} differs from the one that ran in the database (${schema}). A migration that ran is never edited, removed or preceded by a new one; put the file back and write the change under a new number.`,
  });
