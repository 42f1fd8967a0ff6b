import { inflateRawSync } from 'node:zlib';
import type { Words } from '#domain/words/words.ts';

/** What a workbook may hold at most; more is refused before a single cell is read. */
export const workbookLimits = { inflatedBytes: 50 * 1024 * 1024, entries: 2_000, rows: 200_000 } as const;

/**
 * Looks at an xlsx file as the zip archive that it is, and answers with the reason to refuse it, or null. Every entry
 * is inflated under a hard bound, because the sizes that an archive states may lie.
 */
export function workbookRefusal(bytes: Uint8Array, limits: Readonly<Record<keyof typeof workbookLimits, number>> = workbookLimits): Words | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(file, limits.entries);
  if (entries === 'notAnArchive') return { zh: '不是有效的 Excel（xlsx）文件，或文件已损坏。', en: 'Not a valid Excel (xlsx) file, or it is damaged.' };
  if (entries === 'tooMany') return { zh: `文件内部超过 ${limits.entries} 个部分，不予读取。`, en: `The file holds more than ${limits.entries} parts and is not read.` };
  let left: number = limits.inflatedBytes;
  let rows = 0;
  for (const entry of entries) {
    const content = contentOf(file, entry, left);
    if (content === null) return tooBig(limits.inflatedBytes);
    left -= content.length;
    if (entry.name.startsWith('xl/worksheets/')) rows += occurrencesOf('<row', content);
    if (rows > limits.rows) return { zh: `超过 ${limits.rows} 行，请分成几个文件。`, en: `More than ${limits.rows} rows. Split it into several files.` };
  }
  return null;
}

const tooBig = (bytes: number): Words => {
  const megabytes = Math.floor(bytes / 1024 / 1024);
  return { zh: `解压后超过 ${megabytes} MB 或已损坏，不予读取。`, en: `More than ${megabytes} MB when unpacked, or damaged; it is not read.` };
};

interface Entry {
  readonly name: string;
  readonly stored: boolean;
  readonly offset: number;
  readonly packedBytes: number;
}

const endSignature = 0x06054b50;
const endBytes = 22;
const directorySignature = 0x02014b50;
const directoryBytes = 46;
const localBytes = 30;

/** The central directory of the archive; anything that does not add up makes it no archive of ours. */
function entriesOf(file: Buffer, entriesMax: number): readonly Entry[] | 'notAnArchive' | 'tooMany' {
  const end = endOf(file);
  if (end === null) return 'notAnArchive';
  const count = file.readUInt16LE(end + 10);
  if (count > entriesMax) return 'tooMany';
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + directoryBytes > file.length || file.readUInt32LE(at) !== directorySignature) return 'notAnArchive';
    const nameBytes = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + directoryBytes, at + directoryBytes + nameBytes), stored: file.readUInt16LE(at + 10) === 0,
      offset: file.readUInt32LE(at + 42), packedBytes: file.readUInt32LE(at + 20),
    });
    at += directoryBytes + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(file: Buffer): number | null {
  for (let at = file.length - endBytes; at >= 0 && at > file.length - endBytes - 65_536; at -= 1) {
    if (file.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}

/** The unpacked content, or null where it is longer than `bytesMax` or cannot be unpacked. */
function contentOf(file: Buffer, { stored, offset, packedBytes }: Entry, bytesMax: number): Buffer | null {
  if (offset + localBytes > file.length) return null;
  const begin = offset + localBytes + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(begin, begin + packedBytes);
  if (stored) return packed.length <= bytesMax ? packed : null;
  try {
    return bytesMax > 0 ? inflateRawSync(packed, { maxOutputLength: bytesMax }) : null;
  } catch {
    return null;
  }
}

function occurrencesOf(tag: string, content: Buffer): number {
  let count = 0;
  for (let at = content.indexOf(tag); at !== -1; at = content.indexOf(tag, at + tag.length)) count += 1;
  return count;
}
