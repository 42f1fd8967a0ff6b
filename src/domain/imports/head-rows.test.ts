import { expect, test } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { headIn } from './head-rows.ts';
import type { Line } from './month-titles.ts';
import { looksLikeHeader, readHeader, titlesKnown } from './roster-columns.ts';

const rows = (...cells: readonly (readonly string[])[]): Line[] => cells.map((it, at) => ({ row: at + 1, cells: it }));
const head = (lines: readonly Line[]) => headIn(lines, (cells) => (looksLikeHeader(cells) ? readHeader(cells) : null), titlesKnown);
const PERSON = ['1', '石磊', '370001', '男', '汉族', '看守所党支部', '正式党员', '民警'];

test('titles merged over groups of columns, beside titles merged over both rows, are one header', () => {
  const found = head(rows(
    ['党员花名册'],
    ['序号', '姓名', '警号', '基本情况', '', '党内情况', '', '人员身份'],
    ['', '', '', '性别', '民族', '所在党支部', '人员类别', ''],
    PERSON,
  ));
  expect([found?.line.row, found?.line.cells, found?.below.map(({ row }) => row), found?.above.length]).toEqual([3, ['序号', '姓名', '警号', '性别', '民族', '所在党支部', '人员类别', '人员身份'], [4], 1]);
  expect(found?.header.others).toEqual([]);
});

test('groups over a row that has all the titles are a title above it', () => {
  const found = head(rows(['基本情况', '', '', '', '', '党内情况'], ['序号', '姓名', '警号', '性别', '民族', '所在党支部', '人员类别', '人员身份'], PERSON));
  expect([found?.line.row, found?.below.length, found?.above.length]).toEqual([2, 1, 1]);
});

test('a person below a header is no second row of it, and neither are two rows that do not touch', () => {
  const titles = ['序号', '姓名', '警号', '性别', '民族', '所在党支部', '人员类别', '人员身份'];
  expect(head(rows(titles, PERSON))?.below.length).toBe(1);
  expect(() => head([{ row: 1, cells: ['', '姓名', '警号'] }, { row: 3, cells: ['', '', '', '性别', '民族', '所在党支部', '人员类别', '人员身份'] }])).toThrow(Refused);
  expect(head(rows(['没有表头'], PERSON))).toBeNull();
});
