import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { archive, sheetXml, workbook, workbookParts } from '#test/workbooks.ts';
import { demandWorkbook } from './demand-workbook.ts';

const verdict = (bytes: Uint8Array): string => {
  try {
    demandWorkbook(bytes);
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal.name;
    throw fault;
  }
  return 'fine';
};
const MEGABYTE = 1024 * 1024;
const sheet = sheetXml([['姓名'], ['张三']]);

describe('an archive', () => {
  test('that is a workbook is fine', async () => {
    expect(verdict(await workbook([['姓名']]))).toBe('fine');
    expect(verdict(archive(workbookParts(sheet)))).toBe('fine');
  });

  test('that is none is refused', () => {
    expect(verdict(new Uint8Array())).toBe('FileNotXlsx');
    expect(verdict(new TextEncoder().encode('姓名,警号\n张三,1'))).toBe('FileNotXlsx');
    expect(verdict(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('FileNotXlsx');
    expect(verdict(archive([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]))).toBe('FileNotXlsx');
  });

  test('that is cut short anywhere is refused', () => {
    const whole = archive(workbookParts(sheet));
    for (const length of [whole.length - 1, whole.length - 22, whole.length - 100, 200, 40]) expect(verdict(whole.subarray(0, length))).toBe('FileCutShort');
  });

  test('whose parts would inflate beyond 50 MB is refused before one is inflated', () => {
    const half = randomBytes(MEGABYTE);
    expect(verdict(archive(workbookParts(half, 60 * MEGABYTE)))).toBe('FileInflates');
    const six = Array.from({ length: 6 }, (_, at) => ({ name: `xl/media/${at}`, bytes: half, stated: 9 * MEGABYTE }));
    expect(verdict(archive([...workbookParts(sheet), ...six]))).toBe('FileInflates');
  });

  test('that is packed more than a hundredfold is refused', () => {
    expect(verdict(archive(workbookParts(Buffer.alloc(20 * MEGABYTE, 32))))).toBe('FileInflates');
  });

  test('with more than 2,000 parts is refused', () => {
    const many = (count: number) => archive([...workbookParts(sheet), ...Array.from({ length: count }, (_, at) => ({ name: `xl/a${at}`, bytes: Buffer.from('a') }))]);
    expect(verdict(many(1_995))).toBe('fine');
    expect(verdict(many(1_996))).toBe('FileManyEntries');
    expect(verdict(many(3_000))).toBe('FileManyEntries');
  });

  test('that lies about its parts is refused', () => {
    expect(verdict(archive(workbookParts(sheet, 0)))).toBe('FileUnreadable');
    expect(verdict(archive([...workbookParts(sheet), { name: 'xl/b', bytes: Buffer.from(sheet), over: 'xl/worksheets/sheet1.xml' }]))).toBe('FileUnreadable');
    expect(verdict(archive([...workbookParts(sheet), { name: 'xl/workbook.xml', bytes: Buffer.from('<a/>') }]))).toBe('FileUnreadable');
    const damaged = Buffer.from(archive(workbookParts(sheet)));
    damaged.writeUInt16LE(9, damaged.length - 22 + 10);
    expect(verdict(damaged)).toBe('FileUnreadable');
  });
});
