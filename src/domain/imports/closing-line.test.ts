import { expect, test } from 'vitest';
import { isClosingLine } from './closing-line.ts';

test('a row that sums a table up or says who made it is none of its lines', () => {
  for (const cells of [['合计', '504'], ['', '合 计：', '', '504'], ['总计504人'], ['填表人：张三', '', '审核人：李四'], ['注：本表一式两份'], ['说明: 按警号排序'], ['制表：党务办', '', '', '审核：'], ['登记人：', '', '审核：'], ['考勤员：李梅', '党支部书记（签字）：']]) expect(isClosingLine(cells), cells.join()).toBe(true);
  for (const cells of [['1', '合计'], ['020001', '注册民警'], ['张小计'], ['', '张审核'], ['说明会'], ['']]) expect(isClosingLine(cells), cells.join()).toBe(false);
});
