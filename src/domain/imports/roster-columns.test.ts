import { expect, test } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { readHeader } from './roster-columns.ts';

function refusalOf(titles: readonly string[]): string {
  try {
    readHeader(titles);
  } catch (error) {
    if (error instanceof Refused) return error.refusal.words.zh;
    throw error;
  }
  return 'read';
}

test('the refusal of a header asks only for what nothing else tells, and says which words belong there', () => {
  expect(refusalOf(['姓名', '警号', '单位', '入党时间', '转正时间'])).toContain('表头中缺少：人员身份（民警、辅警、职员、离退休）。');
});

test('without a day of joining the stage has to be there', () => {
  expect(refusalOf(['姓名', '警号', '单位'])).toContain('表头中缺少：人员类别、人员身份（民警、辅警、职员、离退休）。');
});
