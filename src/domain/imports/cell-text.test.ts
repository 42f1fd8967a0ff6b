import { expect, test } from 'vitest';
import { dateInCell, escaped, plainName, plainText, plainTitle } from './cell-text.ts';

test('days are read as people write them, and nothing else is a day', () => {
  for (const text of ['2015-07-01', '2015/7/1', '2015.7.1', '2015.07.01', '20150701', '2015年7月1日', '42186']) expect([text, dateInCell(text)]).toEqual([text, '2015-07-01']);
  for (const text of ['2015-02-30', '20151301', '2015-07', '201507', '07/01/2015', '昨天', '1.1', '150701', '']) expect([text, dateInCell(text)]).toEqual([text, null]);
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
