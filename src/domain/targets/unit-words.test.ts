import { describe, expect, it } from 'vitest';
import { splitWords, targetWords } from './unit-words.ts';

describe('a target in words', () => {
  it('has the unit in which the scheme counts', () => {
    expect(targetWords('months', 12)).toEqual({ zh: '12 个月', en: '12 months' });
    expect(targetWords('quarters', 1)).toEqual({ zh: '1 个季度', en: '1 quarter' });
    expect(targetWords('percent', 9550)).toEqual({ zh: '95.5%', en: '95.5%' });
    expect(targetWords('cases', 0)).toEqual({ zh: '0 起', en: '0 cases' });
  });

  it('says once what is the same in every month, and then what differs', () => {
    const every = Array.from({ length: 12 }, () => 1);
    expect(splitWords(every)).toEqual({ zh: '每月 1', en: '1 a month' });
    expect(splitWords(every.map((one, at) => (at === 7 ? 0 : one)))).toEqual({ zh: '每月 1、8月 0', en: '1 a month, M8: 0' });
    expect(splitWords([1, 1, 1, 1])).toEqual({ zh: '每季度 1', en: '1 a quarter' });
    expect(splitWords([0, 1, 0, 1])).toEqual({ zh: '第2季度 1、第4季度 1', en: 'Q2: 1, Q4: 1' });
    expect(splitWords([0, 0, 0, 4])).toEqual({ zh: '第4季度 4', en: 'Q4: 4' });
    expect(splitWords([])).toBeNull();
    expect(splitWords([0, 0, 0, 0])).toBeNull();
  });
});
