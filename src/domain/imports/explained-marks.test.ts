import { expect, test } from 'vitest';
import { explained } from './explained-marks.ts';

const lines = [{ row: 2, cells: ['020001', '△'] }, { row: 3, cells: ['020002', 'ｂ'] }, { row: 4, cells: ['020003', '病假'] }, { row: 5, cells: ['△ 事假', ''] }];
const understood = (words: string): boolean => /假|公出/.test(words);

test('marks of a column are written out by the legend around the lines and among them', () => {
  const { lines: read, notices } = explained(lines, [{ row: 7, cells: ['说明：B=公出'] }], 1, understood);
  expect(read.map(({ cells }) => cells[1])).toEqual(['事假', '公出', '病假']);
  expect(notices.map(({ zh }) => zh)).toEqual(['表中的图例写明“△”为“事假”、“b”为“公出”，按图例读取。']);
});

test('without a legend, or without the column, everything stands as it does', () => {
  const [first, second, third] = lines;
  expect(explained([first, second, third].flatMap((it) => it ?? []), [{ row: 7, cells: ['说明：请于月底前报送'] }], 1, understood)).toEqual({ lines: lines.slice(0, 3), notices: [] });
  expect(explained(lines, [], undefined, understood)).toEqual({ lines, notices: [] });
});
