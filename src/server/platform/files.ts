import { createHash } from 'node:crypto';
import type { Call } from './call.ts';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import { sql } from './sql.ts';

export interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file that is only on its way, for some days. */
export async function storePassingFile(call: Call, file: StoredFile, days: number): Promise<string> {
  const id = newId(call.now.getTime());
  await call.tx.run(sql`INSERT INTO file (id, name, media_type, sha256, bytes, account_id, expires_at)
    VALUES (${id}, ${file.name}, ${file.mediaType}, ${createHash('sha256').update(file.bytes).digest('hex')}, ${Buffer.from(file.bytes)}, ${call.actor.account},
      now() + make_interval(days => ${days}))`);
  return id;
}

/** The file, or undefined when it has expired meanwhile. */
export const storedFile = (tx: Tx, id: string): Promise<StoredFile | undefined> =>
  tx.one<StoredFile>(sql`SELECT name, media_type AS "mediaType", bytes FROM file WHERE id = ${id}`);

export const dropExpiredFiles = (tx: Tx): Promise<number> => tx.run(sql`DELETE FROM file WHERE expires_at < now()`);
