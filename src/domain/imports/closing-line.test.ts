import { expect, test } from 'vitest';
import { isClosingLine } from './closing-line.ts';

test('a row that sums a table up or says who made it is none of its lines', () => {
  for (const cells of [['合计', '504'], ['', '合 计：', '', '504'], ['总计504人'], ['填表人：张三', '', '审核人：李四'], ['注：本表一式两份'], ['说明: 按警号排序']]) expect(isClosingLine(cells), cells.join()).toBe(true);
  for (const cells of [['1', '合计'], ['020001', '注册民警'], ['张小计'], ['', '张审核'], ['说明会'], ['']]) expect(isClosingLine(cells), cells.join()).toBe(false);
});
