import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const cellOf = (value: string | number): string => csvOf([], [[value]]).split('\r\n')[1] ?? '';

describe('a file of what one sees', () => {
  it('begins with a byte order mark and ends each row with CRLF', () => {
    expect(csvOf(['姓名', '积分'], [['陈晓岚', '36.46']])).toBe('\ufeff姓名,积分\r\n陈晓岚,36.46\r\n');
  });

  it('quotes what would break a row', () => {
    expect(csvOf([], [['a,"b"\nc']])).toContain('"a,""b""\nc"');
  });

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '＋1', '－1', '＠x'])('never lets %j become a formula', (text) => {
    expect(cellOf(text)).toMatch(/^"?'/);
  });

  it('leaves numbers numbers, also below zero', () => {
    expect(cellOf(-52)).toBe('-52');
    expect(cellOf('−0.52')).toBe('−0.52');
  });
});
