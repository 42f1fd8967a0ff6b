import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { workbookLimits, workbookRefusal } from './workbook-limits.ts';

/** A zip archive with the given parts; `statedBytes` is what its directory claims of each part's size. */
function archive(parts: readonly { name: string; content: Buffer; statedBytes?: number }[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedBytes = content.length } of parts) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(statedBytes, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(statedBytes, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += head.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const sheet = (rows: number) => ({ name: 'xl/worksheets/sheet1.xml', content: Buffer.from('<row/>'.repeat(rows)) });

describe('a workbook', () => {
  it('of an ordinary size is read', async () => {
    expect(workbookRefusal(await writeXlsx({ sheets: [{ name: '人员', rows: [['姓名'], ['王建国']] }] }))).toBeNull();
  });

  it('is refused with 200,001 rows and read with 200,000', () => {
    expect(workbookRefusal(archive([sheet(workbookLimits.rows)]))).toBeNull();
    expect(workbookRefusal(archive([sheet(workbookLimits.rows + 1)]))?.zh).toMatch(/超过 200000 行/);
  });

  it('is refused when its parts unpack to more than 50 MB together, whatever its directory says', () => {
    const half = { name: 'xl/media/a', content: Buffer.alloc(26 * 1024 * 1024), statedBytes: 100 };
    expect(workbookRefusal(archive([half]))).toBeNull();
    expect(workbookRefusal(archive([half, { ...half, name: 'xl/media/b' }]))?.en).toMatch(/More than 50 MB/);
  });

  it('is refused with 2,001 parts', () => {
    const parts = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `p${index}`, content: Buffer.from('') }));
    expect(workbookRefusal(archive(parts(2000)))).toBeNull();
    expect(workbookRefusal(archive(parts(2001)))?.zh).toMatch(/超过 2000 个部分/);
  });

  it('is refused when it is no archive, or one that was cut off', () => {
    expect(workbookRefusal(new Uint8Array(10))?.zh).toMatch(/不是有效的 Excel/);
    const whole = archive([sheet(3)]);
    expect(workbookRefusal(whole.subarray(20))).not.toBeNull();
  });
});
