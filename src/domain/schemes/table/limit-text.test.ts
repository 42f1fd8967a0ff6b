import { describe, expect, it } from 'vitest';
import { limitsIn, limitsText } from './limit-text.ts';

const year = { bound: 'ceiling', value: 4, per: 'year' };
const month = { bound: 'floor', value: -2.5, per: 'month' };

describe('the cell 封顶保底', () => {
  it.each([
    ['two, each with its clause', [{ ...year, clause: '第九条' }, { ...month, clause: '第十条' }]],
    ['a clause with a semicolon', [{ ...year, clause: '第九条;第二款；附件' }, month]],
    ['a clause with a bracket', [{ ...year, clause: '第九条）（附' }, month]],
    ['none', []],
  ])('is read as it was written: %s', (_, limits) => {
    expect(limitsIn(limitsText(limits))).toEqual(limits);
  });

  it.each(['每年最多 4.00；', '每年最多4分\n每月最少 −2.5', '每年 最多 4.00 ; 每月最少 -2.50'])('takes what a hand writes: %s', (text) => {
    expect(limitsIn(text)?.[0]).toEqual(year);
  });

  it.each(['最多四分', '每世纪最多 4', '每年最多'])('is no limit: %s', (text) => {
    expect(limitsIn(text)).toBeNull();
  });
});
