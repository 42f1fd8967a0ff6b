/** A sheet of a workbook, as its own list names it. */
export interface SheetName {
  /** Its place among all sheets, hidden ones counted. */
  readonly index: number;
  readonly name: string;
  /** By which the workbook's list of parts knows where it stands. */
  readonly part: string;
}

const SHEET = /<(?:\w+:)?sheet\s[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What an attribute of a tag says; empty where it has none. @param name a pattern of ours, never a text of the file. */
export const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find((it) => it !== undefined) ?? '';
const unescaped = (text: string): string => text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, word?: string) => {
  if (word !== undefined) return ENTITIES[word] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
});

/** The sheets that somebody who opens the workbook sees, in its order: lists of choices and drafts are often hidden. */
export function visibleSheets(workbookXml: string): readonly SheetName[] {
  const all = (workbookXml.match(SHEET) ?? []).map((tag, index) => ({ index, name: unescaped(attribute(tag, 'name')), part: attribute(tag, '(?:\\w+:)?id'), state: attribute(tag, 'state') }));
  return all.filter(({ state }) => state === '' || state === 'visible').map(({ index, name, part }) => ({ index, name, part }));
}
