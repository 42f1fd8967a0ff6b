import { createHash } from 'node:crypto';

/** The same key always gives the same id: a UUID version 8 made of the key's SHA-256. */
export function derivedId(key: string): string {
  const bytes = createHash('sha256').update(`zhibu facts file\n${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
