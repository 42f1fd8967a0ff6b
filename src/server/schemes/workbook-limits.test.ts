import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { archive } from '#test/workbooks.ts';
import { workbookLimits, workbookRefusal } from './workbook-limits.ts';

const sheet = (rows: number) => ({ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from('<row/>'.repeat(rows)) });

describe('a workbook', () => {
  it('of an ordinary size is read', async () => {
    expect(workbookRefusal(await writeXlsx({ sheets: [{ name: '人员', rows: [['姓名'], ['王建国']] }] }))).toBeNull();
  });

  it('is refused with 200,001 rows and read with 200,000', () => {
    expect(workbookRefusal(archive([sheet(workbookLimits.rows)]))).toBeNull();
    expect(workbookRefusal(archive([sheet(workbookLimits.rows + 1)]))?.zh).toMatch(/超过 200000 行/);
  });

  it('is refused when its parts unpack to more than 50 MB together, whatever its directory says', () => {
    const half = { name: 'xl/media/a', bytes: Buffer.alloc(26 * 1024 * 1024), stated: 100 };
    expect(workbookRefusal(archive([half]))).toBeNull();
    expect(workbookRefusal(archive([half, { ...half, name: 'xl/media/b' }]))?.en).toMatch(/More than 50 MB/);
  });

  it('is refused with 2,001 parts', () => {
    const parts = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `p${index}`, bytes: Buffer.from('') }));
    expect(workbookRefusal(archive(parts(WORKBOOK_LIMITS.entries)))).toBeNull();
    expect(workbookRefusal(archive(parts(WORKBOOK_LIMITS.entries + 1)))?.zh).toMatch(/超过 2000 个部分/);
  });

  it('is refused when it is no archive, or one that was cut off', () => {
    expect(workbookRefusal(new Uint8Array(10))?.zh).toMatch(/不是有效的 Excel/);
    const whole = archive([sheet(3)]);
    expect(workbookRefusal(whole.subarray(20))).not.toBeNull();
    expect(workbookRefusal(whole.subarray(0, whole.length - 30))).not.toBeNull();
  });

  it('is refused when its parts share their bytes, as an upload is', () => {
    expect(workbookRefusal(archive([sheet(3), { name: 'xl/b', bytes: Buffer.from('<row/>'), over: 'xl/worksheets/sheet1.xml' }]))?.zh).toMatch(/已损坏/);
  });
});
