import { inflateRawSync } from 'node:zlib';
import type { ZipEntry } from '#domain/imports/zip-directory.ts';

const LOCAL_BYTES = 30;

/** The unpacked content of one part, or null where it is longer than `bytesMax` or cannot be unpacked. */
export function zipPart(bytes: Uint8Array, { stored, offset, packed: packedBytes }: ZipEntry, bytesMax: number): Buffer | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_BYTES > file.length) return null;
  const begin = offset + LOCAL_BYTES + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(begin, begin + packedBytes);
  if (stored) return packed.length <= bytesMax ? packed : null;
  try {
    return bytesMax > 0 ? inflateRawSync(packed, { maxOutputLength: bytesMax }) : null;
  } catch {
    return null;
  }
}
