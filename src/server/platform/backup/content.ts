import { createHash } from 'node:crypto';
import { z } from 'zod';
import { damaged } from './backup-refusals.ts';
import { readBackupFile, type BackupHead } from './backup-file.ts';
import type { BackupRecord } from './records.ts';

const migration = z.object({ number: z.number(), name: z.string(), checksum: z.string() });

/** What a backup says first. */
export const manifestShape = z.object({
  postgres: z.string(),
  bureaus: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), kind: z.enum(['demo', 'own']) })),
  schemas: z.array(z.object({ schema: z.string(), migrations: z.array(migration) })),
  /** The secret of the installation, only where it was asked for and the file is encrypted. */
  secret: z.string().nullable(),
});
export type Manifest = z.infer<typeof manifestShape>;

const tableShape = z.object({ table: z.string(), columns: z.array(z.string()) });
const tallyShape = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() });
const endOfSchemaShape = z.object({
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.number(), called: z.boolean() })),
  totals: z.record(z.string(), z.number()),
});
const nextShape = z.union([tableShape, endOfSchemaShape]);

export type Tally = z.infer<typeof tallyShape>;
export type EndOfSchema = z.infer<typeof endOfSchemaShape>;

export interface TableTally extends Tally {
  readonly table: string;
}

/** What one schema comes to. */
export interface SchemaTally {
  readonly schema: string;
  readonly tables: readonly TableTally[];
  readonly totals: Readonly<Record<string, number>>;
}

export interface BackupTally {
  readonly head: BackupHead;
  readonly manifest: Manifest;
  readonly schemas: readonly SchemaTally[];
}

/** What becomes of the content while it is read; whoever only checks gives nothing. */
export interface Reader {
  begin?(schema: Manifest['schemas'][number]): Promise<void>;
  /** Takes all rows of the table. */
  rows?(table: string, columns: readonly string[], rows: AsyncIterable<Buffer>): Promise<void>;
  /** Told when the schema is whole, with what its tables came to in the file. */
  end?(schema: SchemaTally, end: EndOfSchema): Promise<void>;
}

/** Reads a backup to its end, and finds that each table has the rows and the digest that stand behind it. @throws StartRefusal */
export async function readThrough(file: string, passphrase: string | null, reader: Reader = {}): Promise<BackupTally> {
  const { head, records } = await readBackupFile(file, passphrase);
  const content = new Content(records);
  const manifest = manifestShape.parse(await content.saying());
  const schemas: SchemaTally[] = [];
  for (const schema of manifest.schemas) {
    await reader.begin?.(schema);
    const { tables, end } = await readSchema(content, reader);
    const tally = { schema: schema.schema, tables, totals: end.totals };
    await reader.end?.(tally, end);
    schemas.push(tally);
  }
  await content.end();
  return { head, manifest, schemas };
}

async function readSchema(content: Content, reader: Reader): Promise<{ tables: TableTally[]; end: EndOfSchema }> {
  const tables: TableTally[] = [];
  for (;;) {
    const next = nextShape.parse(await content.saying());
    if ('sequences' in next) return { tables, end: next };
    const counted = tallying(content.rows());
    if (reader.rows) await reader.rows(next.table, next.columns, counted.rows);
    else for await (const _ of counted.rows);
    const said = tallyShape.parse(await content.saying());
    const { rows, sha256 } = counted.tally();
    if (rows !== said.rows || sha256 !== said.sha256) throw damaged();
    tables.push({ table: next.table, ...said });
  }
}

/** Counts rows and digests them while they pass. */
export function tallying(chunks: AsyncIterable<Buffer>): { readonly rows: AsyncIterable<Buffer>; tally(): Tally } {
  const digest = createHash('sha256');
  let [rows, bytes] = [0, 0];
  const passing = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      // A line end inside a value is written as \n, so each byte of that name ends a row.
      for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) rows += 1;
      bytes += chunk.length;
      digest.update(chunk);
      yield chunk;
    }
  };
  return { rows: passing(), tally: () => ({ rows, bytes, sha256: digest.digest('hex') }) };
}

/** The records of a backup, sentence by sentence. */
class Content {
  readonly #records: AsyncIterator<BackupRecord>;
  #ahead: IteratorResult<BackupRecord> | undefined;

  constructor(records: AsyncIterable<BackupRecord>) {
    this.#records = records[Symbol.asyncIterator]();
  }

  async saying(): Promise<unknown> {
    const next = await this.#next();
    if (next.done || next.value.kind !== 'says') throw damaged();
    return next.value.value;
  }

  /** Rows up to the next sentence, which stays to be read. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const next = await this.#next();
      if (next.done || next.value.kind !== 'rows') {
        this.#ahead = next;
        return;
      }
      yield next.value.bytes;
    }
  }

  async end(): Promise<void> {
    if (!(await this.#next()).done) throw damaged();
  }

  async #next(): Promise<IteratorResult<BackupRecord>> {
    const next = this.#ahead ?? (await this.#records.next());
    this.#ahead = undefined;
    return next;
  }
}
