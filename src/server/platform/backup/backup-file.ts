import { createHash, randomBytes, scrypt } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { faultCode } from '#server/platform/connection.ts';
import { flushFolder } from '#server/platform/postgres-cluster.ts';
import { StartRefusal } from '#server/platform/start-refusal.ts';
import { cannotRead, cannotWrite, damaged, fileThere, newerFormat, noBackup, passphraseMissing, passphraseShort, passphraseWrong } from './backup-refusals.ts';
import { ByteSource, checksumSeal, cipherSeal, intoFrames, outOfFrames, type Seal } from './frames.ts';
import { intoBytes, outOfBytes, type BackupRecord } from './records.ts';

const FORMAT = 1;
const HEAD_BYTES_MOST = 4096;
const PASSPHRASE_CHARACTERS_LEAST = 12;
/** A third of the time of the usual level for a tenth more bytes; a backup runs beside people at work. */
const ZIPPED = { level: 3, chunkSize: 64 * 1024 };
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** The first line of a backup file, which anybody can read. */
const headShape = z.object({
  zhibu: z.literal('backup'), format: z.number(), product: z.string(), at: z.string(),
  cipher: z.object({ name: z.literal('scrypt-aes-256-gcm'), salt: z.string(), check: z.string() }).nullable(),
});
export type BackupHead = z.infer<typeof headShape>;

export interface Written {
  readonly bytes: number;
  /** SHA-256 of the file, as sha256sum shows it. */
  readonly sha256: string;
}

/** Writes beside and renames, so that a file of the final name is always a whole backup. @throws StartRefusal */
export async function writeBackupFile(file: string, about: { product: string; at: string; passphrase: string | null }, records: AsyncIterable<BackupRecord>): Promise<Written> {
  if (existsSync(file)) throw fileThere(file);
  const { head, seal } = await newHead(about);
  const part = `${file}.part`;
  const digest = createHash('sha256');
  let bytes = 0;
  const whole = async function* (frames: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const first = Buffer.from(head);
    for await (const chunk of before(first, frames)) {
      digest.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    const sink = createWriteStream(part, { mode: 0o600, flush: true });
    await pipeline(intoBytes(records), createGzip(ZIPPED), (zipped: AsyncIterable<Buffer>) => whole(intoFrames(zipped, seal)), sink);
    await rename(part, file);
    flushFolder(dirname(file));
  } catch (fault) {
    await rm(part, { force: true }).catch(() => {});
    throw isOfFiles(fault) ? cannotWrite(file, fault.message, fault) : fault;
  }
  return { bytes, sha256: digest.digest('hex') };
}

async function* before(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** A disk that is full, or breaks, while a file is open is not told with a path as one is that cannot be opened. */
const OF_DISKS = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EISDIR']);
const isOfFiles = (fault: unknown): fault is Error => fault instanceof Error && 'syscall' in fault && ('path' in fault || OF_DISKS.has(faultCode(fault) ?? ''));

/** What a backup file holds, checked frame by frame while it is read. @throws StartRefusal */
export async function readBackupFile(file: string, passphrase: string | null): Promise<{ head: BackupHead; records: AsyncIterable<BackupRecord> }> {
  const source = new ByteSource(createReadStream(file, { highWaterMark: 256 * 1024 }));
  const line = await firstLine(source).catch((fault: unknown) => {
    if (isOfFiles(fault)) throw cannotRead(file, fault.message, fault);
    throw fault instanceof StartRefusal ? noBackup(basename(file)) : fault;
  });
  const head = headOf(line, basename(file));
  const seal = await sealOf(head, line, passphrase);
  return { head, records: outOfBytes(new ByteSource(unzipped(outOfFrames(source, seal)))) };
}

async function* unzipped(zipped: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: ZIPPED.chunkSize });
  // A fault of the source destroys the stream with it and is thrown by the loop.
  void pipeline(Readable.from(zipped), gunzip).catch(() => {});
  try {
    yield* gunzip;
  } catch (fault) {
    throw fault instanceof StartRefusal || isOfFiles(fault) ? fault : damaged();
  }
}

async function firstLine(source: ByteSource): Promise<Buffer> {
  const bytes: Buffer[] = [];
  while (bytes.length < HEAD_BYTES_MOST) {
    const next = await source.take(1);
    bytes.push(next);
    if (next[0] === 0x0a) return Buffer.concat(bytes);
  }
  throw damaged();
}

function headOf(line: Buffer, file: string): BackupHead {
  let said: unknown;
  try {
    said = JSON.parse(line.toString('utf8'));
  } catch {
    throw noBackup(file);
  }
  const head = headShape.safeParse(said);
  if (!head.success) throw noBackup(file);
  if (head.data.format > FORMAT) throw newerFormat(head.data.format);
  return head.data;
}

async function newHead({ product, at, passphrase }: { product: string; at: string; passphrase: string | null }): Promise<{ head: string; seal: Seal }> {
  if (passphrase !== null && passphrase.length < PASSPHRASE_CHARACTERS_LEAST) throw passphraseShort(PASSPHRASE_CHARACTERS_LEAST);
  const salt = randomBytes(16);
  const keys = passphrase === null ? null : await keysOf(passphrase, salt);
  const cipher = keys === null ? null : { name: 'scrypt-aes-256-gcm' as const, salt: salt.toString('base64'), check: keys.check };
  const head = `${JSON.stringify({ zhibu: 'backup', format: FORMAT, product, at, cipher } satisfies BackupHead)}\n`;
  return { head, seal: keys === null ? checksumSeal(hashOf(head)) : cipherSeal(hashOf(head), keys.key) };
}

async function sealOf({ cipher }: BackupHead, line: Buffer, passphrase: string | null): Promise<Seal> {
  if (cipher === null) return checksumSeal(hashOf(line));
  if (passphrase === null) throw passphraseMissing();
  const { key, check } = await keysOf(passphrase, Buffer.from(cipher.salt, 'base64'));
  if (check !== cipher.check) throw passphraseWrong();
  return cipherSeal(hashOf(line), key);
}

const hashOf = (head: string | Buffer): Buffer => createHash('sha256').update(head).digest();

/** The key of a file, and a few bytes that tell a wrong passphrase from a damaged file and nothing of the key. */
async function keysOf(passphrase: string, salt: Buffer): Promise<{ key: Buffer; check: string }> {
  const bytes = await promisify<string, Buffer, number, typeof SCRYPT, Buffer>(scrypt)(passphrase.normalize('NFC'), salt, 64, SCRYPT);
  return { key: bytes.subarray(0, 32), check: hashOf(bytes.subarray(32)).subarray(0, 8).toString('base64') };
}
