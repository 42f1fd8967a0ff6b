import { demandWorkbook } from './demand-workbook.ts';
import { refuseImport } from './refusals.ts';

const LOOKED_AT = 64 * 1024;
const [SPACE, QUOTES, LESS_THAN, DELETE] = [32, 34, 60, 127] as const;
/** Signs below the blank that stand in texts: tab, line feed, form feed, return. */
const BETWEEN_LETTERS: ReadonlySet<number> = new Set([9, 10, 12, 13]);
/** Tab, comma, semicolon; no letter of GB18030 has one of these bytes as its second. */
const SEPARATORS: ReadonlySet<number> = new Set([9, 44, 59]);

/**
 * Refuses what is no table: neither a workbook nor text in cells. What a file is stands in its bytes; its name says what
 * somebody called it.
 * @throws FileNotXlsx, FileCutShort, FileInflates, FileManyEntries, FileUnreadable
 */
export function demandTable(bytes: Uint8Array): void {
  if (isArchive(bytes)) demandWorkbook(bytes);
  else if (!isTextInCells(bytes)) throw refuseImport('FileNotXlsx', {});
}

/** Whether a file that was taken in is a workbook; else it is text. */
export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
/** Text of two bytes for each letter, told by its mark. */
export const isUtf16 = (bytes: Uint8Array): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** No byte but of letters, one of them a separator, and no page of the web that was saved as a table. */
function isTextInCells(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, LOOKED_AT);
  const first = beginning.find((byte) => byte > SPACE && byte < DELETE && byte !== QUOTES);
  const letters = isUtf16(bytes) || beginning.every((byte) => (byte >= SPACE && byte !== DELETE) || BETWEEN_LETTERS.has(byte));
  return letters && first !== LESS_THAN && beginning.some((byte) => SEPARATORS.has(byte));
}
