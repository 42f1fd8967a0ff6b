import { expect, test } from 'vitest';
import { filled, filledAcross, isOfCells, mergedRuns, partNamed } from './merged-cells.ts';

test('what is merged downwards holds for each of its rows, and headings to the right merge nothing', () => {
  const runs = mergedRuns('<mergeCells count="3"><mergeCell ref="A1:P1"/><x:mergeCell ref=\'B4:B6\'/><mergeCell ref="AA5:AB6" /></mergeCells>');
  expect(runs).toEqual([{ column: 0, through: 15, first: 1, last: 1 }, { column: 1, through: 1, first: 4, last: 6 }, { column: 26, through: 27, first: 5, last: 6 }]);
  const lines = [{ row: 4, cells: ['1', '看守所', '石磊'] }, { row: 5, cells: ['2'] }, { row: 6, cells: ['3', '法制大队', '方舟'] }, { row: 7, cells: ['4', '', '石坚'] }];
  expect(filled(lines, runs).map(({ cells }) => cells.slice(0, 2))).toEqual([['1', '看守所'], ['2', '看守所'], ['3', '法制大队'], ['4', '']]);
  expect(lines[1]?.cells).toEqual(['2']);
});

test('what is merged to the right holds for each of its columns where a sheet asks for it', () => {
  const runs = mergedRuns('<mergeCell ref="B2:D2"/><mergeCell ref="A3:A4"/>');
  expect(filledAcross([{ row: 2, cells: ['带班', '石磊'] }, { row: 3, cells: ['值班', '方舟', '', '石坚'] }], runs).map(({ cells }) => cells)).toEqual([['带班', '石磊', '石磊', '石磊'], ['值班', '方舟', '', '石坚']]);
});

test('the part of a sheet is found where the workbook says it stands', () => {
  const relations = '<Relationships><Relationship Id="rId12" Target="worksheets/sheet12.xml"/><Relationship Target="/xl/worksheets/b.xml" Id=\'rId1\'/></Relationships>';
  expect(['rId12', 'rId1', 'rId2'].map((it) => partNamed(relations, it))).toEqual(['xl/worksheets/sheet12.xml', 'xl/worksheets/b.xml', undefined]);
});

test('a chart that has a sheet of its own is none of cells', () => {
  const type = (name: string): string => `<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="a.xml"/>`;
  expect(['worksheet', 'chartsheet', 'dialogsheet', 'none'].map((it) => isOfCells(`${type('worksheet')}${type('chartsheet')}${type('dialogsheet')}`, it))).toEqual([true, false, false, true]);
});
