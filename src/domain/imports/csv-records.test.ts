import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always } from '#test/properties.ts';
import { csvRecords } from './csv-records.ts';

const read = (text: string) => [...csvRecords(text)].map((it) => ('unpaired' in it ? `unpaired ${it.unpaired}` : it.cells));

test('cells are divided by the sign that makes a table of them, or by the one that Excel tells', () => {
  for (const text of ['a,b,c\n1,2;3,\n', 'a\tb\tc\r\n1\t2;3\t\r\n', 'sep=|\r\na|b|c\r\n1|2;3|', '"sep=,"\na,b,c\n1,2;3,', 'a;b;c\r1;"2;3";']) expect(read(text)).toEqual([['a', 'b', 'c'], ['1', '2;3', '']]);
  expect(read('二〇二六年,请假登记\n警号;姓名;事由\n1;石磊;病,未愈')).toEqual([['二〇二六年,请假登记'], ['警号', '姓名', '事由'], ['1', '石磊', '病,未愈']]);
});

test('quotes hold separators, line ends and quotes; blank records are counted as a spreadsheet counts them', () => {
  expect([...csvRecords('a,b\r\n\r\n"1\r\n2","say ""yes"", then" \r\n="020001",x')]).toEqual([
    { row: 1, cells: ['a', 'b'] }, { row: 2, cells: [''] }, { row: 3, cells: ['1\n2', 'say "yes", then'] }, { row: 4, cells: ['020001', 'x'] }]);
});

test('a quote without a partner is told with its record, and nothing is guessed behind it', () => {
  expect(read('a,b\n"1,2\n3,4\n')).toEqual([['a', 'b'], 'unpaired 2']);
  expect(read('a,b\n"1"x,2\n3,4\n')).toEqual([['a', 'b'], 'unpaired 2']);
  expect(read('a,b\n1"x,2\n')).toEqual([['a', 'b'], ['1"x', '2']]);
});

const cell = fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', '\n', 'a', '石', ' '), maxLength: 5 });
always('whatever is written with quotes comes back', fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), 500, (rows) => {
  const written = rows.map((cells) => cells.map((it) => `"${it.replaceAll('"', '""')}"`).join('|')).join('\r\n');
  expect(read(`sep=|\r\n${written}`)).toEqual(rows);
});
