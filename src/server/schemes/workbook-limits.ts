import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { zipEntries } from '#domain/imports/zip-directory.ts';
import type { Words } from '#domain/words/words.ts';
import { zipPart } from '#server/platform/zip-part.ts';

/** What a facts file may hold at most; more is refused before a single cell is read. */
export const workbookLimits: Readonly<Record<'inflatedBytes' | 'rows', number>> = WORKBOOK_LIMITS;

/**
 * Looks at an xlsx file as the zip archive that it is, and answers with the reason to refuse it, or null. Every entry
 * is inflated under a hard bound, because the sizes that an archive states may lie and our reader of whole workbooks
 * believes them.
 */
export function workbookRefusal(bytes: Uint8Array, limits = workbookLimits): Words | null {
  const entries = zipEntries(bytes);
  if (entries === 'manyEntries') return { zh: `文件内部超过 ${WORKBOOK_LIMITS.entries} 个部分，不予读取。`, en: `The file holds more than ${WORKBOOK_LIMITS.entries} parts and is not read.` };
  if (typeof entries === 'string') return { zh: '不是有效的 Excel（xlsx）文件，设有密码或已损坏。', en: 'Not a valid Excel (xlsx) file, or one with a password, or a damaged one.' };
  let left = limits.inflatedBytes;
  let rows = 0;
  for (const entry of entries) {
    const content = zipPart(bytes, entry, left);
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

function occurrencesOf(tag: string, content: Buffer): number {
  let count = 0;
  for (let at = content.indexOf(tag); at !== -1; at = content.indexOf(tag, at + tag.length)) count += 1;
  return count;
}
