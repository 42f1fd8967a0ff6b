import { WORKBOOK_LIMITS } from './limits.ts';

/** A part of an archive as its directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  /** As stated; it may lie. */
  readonly inflated: number;
  /** Kept as it is, not packed. */
  readonly stored: boolean;
  /** Where its local header begins. */
  readonly offset: number;
  readonly headerBytes: number;
}

/** Why an archive cannot be read; the words are those of whoever asked for it. */
export type ZipProblem = 'notAnArchive' | 'encrypted' | 'cutShort' | 'manyEntries' | 'unreadable';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 1;

/** An archive's own list of its contents; not a byte is inflated for it. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | ZipProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL_HEADER) return 'notAnArchive';
  const entries = readDirectory(bytes, view);
  if (typeof entries === 'string') return entries;
  const names = new Set(entries.map((it) => it.name));
  return names.size !== entries.length || overlap(entries) ? 'unreadable' : entries;
}

function readDirectory(bytes: Uint8Array, view: DataView): readonly ZipEntry[] | ZipProblem {
  const end = endOfDirectory(view);
  if (end === null) return 'cutShort';
  const stated = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (start + size > end) return 'cutShort';
  const entries: ZipEntry[] = [];
  for (let at = start; at < start + size;) {
    if (entries.length === WORKBOOK_LIMITS.entries) return 'manyEntries';
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_HEADER) return 'unreadable';
    const read = readEntry(bytes, view, at);
    if (typeof read === 'string') return read;
    entries.push(read.entry);
    at = read.next;
  }
  return entries.length === stated ? entries : 'unreadable';
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - DIRECTORY_END_BYTES - COMMENT_BYTES_MAX);
  for (let at = view.byteLength - DIRECTORY_END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  return null;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } | ZipProblem {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packed, inflated] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const nameBytes = view.getUint16(at + 28, true);
  const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if ((flags & FLAG_ENCRYPTED) !== 0) return 'encrypted';
  // A part that says it is empty and is not would be inflated without an end; sizes of four gigabytes stand for "see elsewhere".
  const lies = (inflated === 0 && packed > 2) || packed > bytes.length || (method === STORED && packed !== inflated);
  if (lies || (method !== STORED && method !== DEFLATED)) return 'unreadable';
  const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameBytes));
  return { entry: { name, packed, inflated, stored: method === STORED, offset: view.getUint32(at + 42, true), headerBytes: 30 + nameBytes }, next };
}

/** Parts that share their bytes: a few kilobytes could stand for petabytes. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  return inOrder.some((it, at) => it.offset + it.headerBytes + it.packed > (inOrder[at + 1]?.offset ?? Infinity));
}
