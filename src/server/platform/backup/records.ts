import { damaged } from './backup-refusals.ts';
import type { ByteSource } from './frames.ts';

/** What a backup consists of, one after the other: sentences in JSON, and rows of a table as PostgreSQL writes them. */
export type BackupRecord = { readonly kind: 'says'; readonly value: unknown } | { readonly kind: 'rows'; readonly bytes: Buffer };

const CODES = { says: 0x4a, rows: 0x44 } as const;
const RECORD_BYTES_MOST = 1024 * 1024;

/** One byte for the kind, four for the length; long rows are cut. */
export async function* intoBytes(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  for await (const record of records) {
    const bytes = record.kind === 'says' ? Buffer.from(JSON.stringify(record.value)) : record.bytes;
    if (record.kind === 'says' && bytes.length > RECORD_BYTES_MOST) throw new Error('a sentence of a backup does not fit into a record');
    for (let at = 0; at < bytes.length; at += RECORD_BYTES_MOST) {
      const piece = bytes.subarray(at, at + RECORD_BYTES_MOST);
      const opening = Buffer.alloc(5);
      opening.writeUInt8(CODES[record.kind], 0);
      opening.writeUInt32BE(piece.length, 1);
      yield opening;
      yield piece;
    }
  }
}

export async function* outOfBytes(source: ByteSource): AsyncGenerator<BackupRecord> {
  while (!(await source.isAtEnd())) {
    const opening = await source.take(5);
    const length = opening.readUInt32BE(1);
    if (length > RECORD_BYTES_MOST) throw damaged();
    const bytes = await source.take(length);
    if (opening[0] === CODES.rows) yield { kind: 'rows', bytes };
    else if (opening[0] === CODES.says) yield { kind: 'says', value: JSON.parse(bytes.toString('utf8')) };
    else throw damaged();
  }
}
