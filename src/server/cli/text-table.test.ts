import { expect, it } from 'vitest';
import { textTable, widthOf } from './text-table.ts';

it('counts two columns for a Chinese character and one for a letter', () => {
  expect(widthOf('王建国')).toBe(6);
  expect(widthOf('Wang 36.46')).toBe(10);
  expect(widthOf('−0.52')).toBe(5);
});

it('aligns names to the left and figures to the right', () => {
  expect(textTable([['姓名', '合计'], ['王建国', '36.46'], ['Li', '8.00']])).toBe('姓名     合计\n王建国  36.46\nLi       8.00');
});
