import { expect, test } from 'vitest';
import { textOfTable } from './text-of-table.ts';

const utf8 = (text: string): Buffer => Buffer.from(text);
/** 石磊 and 联通, of which the second looks like UTF-8 at first sight. */
const GB_STONE = Buffer.from([0xca, 0xaf, 0xc0, 0xda]);
const GB_UNICOM = Buffer.from([0xc1, 0xaa, 0xcd, 0xa8]);
/** 𠮷 in the four bytes of GB18030. */
const GB_RARE = Buffer.from([0x95, 0x34, 0xb2, 0x35]);

test('text is read in the encodings that offices write', () => {
  expect(textOfTable(utf8('石磊,1'))).toBe('石磊,1');
  expect(textOfTable(utf8('\ufeff石磊,1'))).toBe('石磊,1');
  expect(textOfTable(Buffer.concat([GB_STONE, utf8(',1\n'), GB_UNICOM, utf8(','), GB_RARE]))).toBe('石磊,1\n联通,𠮷');
  expect(textOfTable(Buffer.from('\ufeff石磊\t1', 'utf16le'))).toBe('石磊\t1');
  expect(textOfTable(Buffer.from('\ufeff石磊\t1', 'utf16le').swap16())).toBe('石磊\t1');
  expect(textOfTable(utf8('a,1'))).toBe('a,1');
});

test('text of two encodings, or of none of them, is not guessed at', () => {
  expect(textOfTable(Buffer.concat([GB_STONE, utf8(',1\n方舟,2')]))).toBeNull();
  expect(textOfTable(Buffer.concat([utf8('方舟,2\n'), GB_STONE, utf8(',1')]))).toBeNull();
  expect(textOfTable(Buffer.from([0xca, 0xaf, 0x2c, 0xff, 0xff]))).toBeNull();
  expect(textOfTable(utf8('石磊,1\n方舟').subarray(0, -1))).toBeNull();
});
