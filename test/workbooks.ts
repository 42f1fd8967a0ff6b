import { deflateRawSync } from 'node:zlib';
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';

/** A workbook whose first sheet holds these rows; a `Date` must be midnight UTC. */
export const workbook = (rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Sheet1', rows: rows.map((it) => [...it]) }] });

/** A workbook of several sheets by their names. */
export const workbookOf = (sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Promise<Uint8Array> =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((it) => [...it]) })) });

export interface ArchivePart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The inflated size that the directory states; the true one by default. */
  readonly stated?: number;
  /** Another part whose bytes this one shares. */
  readonly over?: string;
}

/** A zip archive made by hand, for archives that lie. */
export function archive(parts: readonly ArchivePart[]): Uint8Array {
  const offsets = new Map<string, number>();
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.bytes);
    const inflated = part.stated ?? part.bytes.length;
    const name = Buffer.from(part.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeSizes(local, 4, packed.length, inflated, name.length);
    const offset = (part.over !== undefined ? offsets.get(part.over) : undefined) ?? at;
    if (part.over === undefined) {
      chunks.push(local, name, packed);
      at += local.length + name.length + packed.length;
    }
    offsets.set(part.name, offset);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    writeSizes(header, 6, packed.length, inflated, name.length);
    header.writeUInt32LE(offset, 42);
    directory.push(header, name);
  }
  return Buffer.concat([...chunks, ...directory, end(parts.length, Buffer.concat(directory).length, at)]);
}

/** Version, flags, method 8, time, checksum, both sizes and the length of the name stand alike in both headers. */
function writeSizes(header: Buffer, from: number, packed: number, inflated: number, nameLength: number): void {
  header.writeUInt16LE(20, from);
  header.writeUInt16LE(8, from + 4);
  header.writeUInt32LE(packed, from + 14);
  header.writeUInt32LE(inflated, from + 18);
  header.writeUInt16LE(nameLength, from + 22);
}

function end(entries: number, size: number, start: number): Buffer {
  const it = Buffer.alloc(22);
  it.writeUInt32LE(0x06054b50, 0);
  it.writeUInt16LE(Math.min(entries, 0xffff), 8);
  it.writeUInt16LE(Math.min(entries, 0xffff), 10);
  it.writeUInt32LE(size, 12);
  it.writeUInt32LE(start, 16);
  return it;
}

/** The parts without which no archive is a workbook. */
export const workbookParts = (sheet: Uint8Array | string, stated?: number): readonly ArchivePart[] => [
  { name: '[Content_Types].xml', bytes: Buffer.from(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`) },
  { name: '_rels/.rels', bytes: Buffer.from(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`) },
  { name: 'xl/workbook.xml', bytes: Buffer.from(`<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`) },
  { name: 'xl/_rels/workbook.xml.rels', bytes: Buffer.from(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`) },
  { name: 'xl/worksheets/sheet1.xml', bytes: typeof sheet === 'string' ? Buffer.from(sheet) : sheet, ...(stated === undefined ? {} : { stated }) },
];

/** A sheet whose cells are inline texts. */
export const sheetXml = (rows: readonly (readonly string[])[]): string => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${
  rows.map((cells, row) => `<row r="${row + 1}">${cells.map((it, at) => `<c r="${String.fromCharCode(65 + at)}${row + 1}" t="inlineStr"><is><t>${it}</t></is></c>`).join('')}</row>`).join('')
}</sheetData></worksheet>`;

/** The rows of the first sheet as texts, the header first. */
export async function tableOf(bytes: Uint8Array): Promise<(readonly string[])[]> {
  const { sheets } = await readXlsx(bytes);
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
}
