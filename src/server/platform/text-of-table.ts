import { isUtf16 } from '#domain/imports/demand-table.ts';

const LINE_FEED = 10;
/** Three bytes that make one Chinese letter in UTF-8; in GB18030 they would be halves of rare ones. */
const UTF8_LETTER = /[\u3400-\u9fff]/;

/**
 * The text of a table that was saved as text: UTF-8, UTF-16 with its mark, or GB18030 as Excel and WPS write it here. Null
 * where none of them reads it whole, or where lines of one stand among lines of another: a name would become another name.
 */
export function textOfTable(bytes: Uint8Array): string | null {
  if (isUtf16(bytes)) return decoded(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
  return decoded(bytes, 'utf-8') ?? (hasUtf8Line(bytes) ? null : decoded(bytes, 'gb18030'));
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hasUtf8Line(bytes: Uint8Array): boolean {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end);
    if (line.some((byte) => byte > 0x7f) && UTF8_LETTER.test(decoded(line, 'utf-8') ?? '')) return true;
    from += line.length + 1;
  }
  return false;
}
