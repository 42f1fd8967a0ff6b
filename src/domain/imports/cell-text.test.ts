import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always } from '#test/properties.ts';
import { dateInCell, escaped, isMonthAlone, isSpokenMonth, periodInCell, namesUnbroken, plainName, plainText, plainTitle } from './cell-text.ts';

test('days are read as people write them, and nothing else is a day', () => {
  for (const text of ['2015-07-01', '2015/7/1', '2015.7.1', '2015.07.01', '20150701', '2015年7月1日', '2015年7月1号', '2015 年 7 月 1 日', '2015-7-1 0:00:00', "'2015-07-01", '2015-07-01T23:59', '42186', '42186.99']) expect([text, dateInCell(text)]).toEqual([text, '2015-07-01']);
  for (const text of ['2015-02-30', '20151301', '2015-07', '201507', '07/01/2015', '昨天', '1.1', '150701', '15.7.1', '7月1日', '二〇一五年七月一日', '2015-07-01 上午', '']) expect([text, dateInCell(text)]).toEqual([text, null]);
});

test('months are read as people write them', () => {
  for (const text of ['2026-07', '2026-7', '2026.7', '2026/07', '202607', '2026年7月', '2026年7月份', '2026-07-31', '46204']) expect([text, periodInCell(text)]).toEqual([text, '2026-07']);
  for (const text of ['7月', '2026', '2026-13', '26-07', '第三季度', '']) expect([text, periodInCell(text)]).toEqual([text, null]);
});

test('a month where a day belongs is told from a day, a serial number and what is neither', () => {
  for (const text of ['1988.3', '1988-03', '1988年3月', '198803', '1988.10', '1988/12']) expect([text, isMonthAlone(text)]).toEqual([text, true]);
  for (const text of ['1988.3.1', '19880301', '1988.13', '1988', '32568', '198813', '']) expect([text, isMonthAlone(text)]).toEqual([text, false]);
  for (const text of ['八八年四月', '一九八八年十二月', '二〇〇三年十一月', '〇三年 一月', '88年4月']) expect([text, isSpokenMonth(text)]).toEqual([text, true]);
  for (const text of ['八八年', '八八年十三月', '四月', '1988年4月', '八八年四月三日']) expect([text, isSpokenMonth(text)]).toEqual([text, false]);
});

test('full-width digits, brackets and invisible marks are what they look like', () => {
  expect(plainText('\ufeff 370１２３\u200b ')).toBe('370123');
  expect(plainTitle(' * 联系电话（手机）\n')).toBe('联系电话(手机)');
});

test('blanks inside a Chinese name are looks, in others they belong to it', () => {
  expect(['张 三', '欧阳　娜娜', '阿依古丽•买买提', 'Anna  Maria'].map(plainName)).toEqual(['张三', '欧阳娜娜', '阿依古丽·买买提', 'Anna Maria']);
});

test('what looks like a formula leaves with an apostrophe and comes back without', () => {
  for (const text of ['=1+1', '+86', '-1', '@SUM(A1)', "'=1+1", '张三', "'张三"]) expect(plainText(escaped(text))).toBe(text);
  expect(escaped('=1+1')).toBe("'=1+1");
});

const signs = ['=', '+', '-', '@', '＝', '＇', "'", '\t', '\r', '\n', '\0', ' ', '　', '\u200b', '张', '1'];

test('nothing that leaves us begins as a formula does', () => {
  expect(['\t=1', '\r=1', '\n=1', '\0=1', ' =1', '＝1+1', '＋1', '－1', '＠x', '\u200b=1'].map(escaped)).toEqual(
    ["'\t=1", "'\r=1", "'\n=1", "'=1", "'=1", "'＝1+1", "'＋1", "'－1", "'＠x", "'=1"]);
});

always('whatever leaves us comes back as it would have come in', fc.string({ unit: fc.constantFrom(...signs), maxLength: 6 }), 2_000, (text) => {
  const left = escaped(text);
  expect(left).not.toMatch(/^\s*[=+\-@＝]|^[\t\r\n\0]/);
  expect(plainText(left)).toBe(text.normalize('NFKC').replaceAll(/[\0\u200b]/g, '').trim());
});

test('a line end is within a name where a line is one sign, and between two people where both are names', () => {
  expect(['张\n三', '张\n三\n丰', '看守\n戊', '张\n三丰', '张三\n李四', '石坚、张 \n 三', '张\n三\n李\n四', '张三\n王\n五六', 'A\nB'].map(namesUnbroken))
    .toEqual(['张三', '张三丰', '看守戊', '张三丰', '张三\n李四', '石坚、张三', '张\n三\n李\n四', '张三\n王\n五六', 'A\nB']);
});
