import { WORKBOOK_LIMITS } from './limits.ts';
import { refuseImport } from './refusals.ts';

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly inflated: number;
  /** Where its local header begins. */
  readonly offset: number;
  readonly headerBytes: number;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 1;

/**
 * Reads an archive's own list of its contents and refuses what is no workbook or would grow beyond bounds, before a
 * single byte is inflated. Readers stop at the stated size of each part, so a size that lies is found there.
 * @throws FileNotXlsx, FileCutShort, FileInflates, FileManyEntries, FileUnreadable
 */
export function demandWorkbook(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL_HEADER) throw refuseImport('FileNotXlsx', {});
  const entries = readDirectory(bytes, view);
  const names = new Set(entries.map((it) => it.name));
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw refuseImport('FileNotXlsx', {});
  if (names.size !== entries.length || overlap(entries)) throw refuseImport('FileUnreadable', {});
  const { inflatedBytes, ratio, ratioFromBytes } = WORKBOOK_LIMITS;
  const inflated = entries.reduce((sum, it) => sum + it.inflated, 0);
  const swollen = entries.some((it) => it.inflated > ratioFromBytes && it.inflated > it.packed * ratio);
  if (inflated > inflatedBytes || swollen) throw refuseImport('FileInflates', { megabytes: inflatedBytes / 1024 / 1024 });
}

function readDirectory(bytes: Uint8Array, view: DataView): readonly Entry[] {
  const end = endOfDirectory(view);
  const stated = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (start + size > end) throw refuseImport('FileCutShort', {});
  const entries: Entry[] = [];
  for (let at = start; at < start + size;) {
    if (entries.length === WORKBOOK_LIMITS.entries) throw refuseImport('FileManyEntries', { entries: WORKBOOK_LIMITS.entries });
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_HEADER) throw refuseImport('FileUnreadable', {});
    const { entry, next } = readEntry(bytes, view, at);
    entries.push(entry);
    at = next;
  }
  if (entries.length !== stated) throw refuseImport('FileUnreadable', {});
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - DIRECTORY_END_BYTES - COMMENT_BYTES_MAX);
  for (let at = view.byteLength - DIRECTORY_END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  throw refuseImport('FileCutShort', {});
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: Entry; next: number } {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packed, inflated] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const nameBytes = view.getUint16(at + 28, true);
  const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if ((flags & FLAG_ENCRYPTED) !== 0) throw refuseImport('FileNotXlsx', {});
  // A part that says it is empty and is not would be inflated without an end; sizes of four gigabytes stand for "see elsewhere".
  const lies = (inflated === 0 && packed > 2) || packed > bytes.length || (method === STORED && packed !== inflated);
  if (lies || (method !== STORED && method !== DEFLATED)) throw refuseImport('FileUnreadable', {});
  const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameBytes));
  return { entry: { name, packed, inflated, offset: view.getUint32(at + 42, true), headerBytes: 30 + nameBytes }, next };
}

/** Parts that share their bytes: a few kilobytes could stand for petabytes. */
function overlap(entries: readonly Entry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  return inOrder.some((it, at) => it.offset + it.headerBytes + it.packed > (inOrder[at + 1]?.offset ?? Infinity));
}
