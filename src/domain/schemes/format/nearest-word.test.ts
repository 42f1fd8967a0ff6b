import { expect, it } from 'vitest';
import { editDistance, nearestWord } from './nearest-word.ts';

it('counts inserted, deleted, replaced and swapped letters', () => {
  expect(editDistance('', '')).toBe(0);
  expect(editDistance('share', 'share')).toBe(0);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('shar', 'share')).toBe(1);
  expect(editDistance('weekdya', 'weekday')).toBe(1);
  expect(editDistance('封定', '封顶')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});

it('finds the nearest word by its spelling or by a name, and none where nothing is near', () => {
  const known = [{ word: 'weekday', names: ['星期'] }, { word: 'makeUpDays', names: ['补学天数'] }];
  expect(nearestWord('weekDay', known)).toBe('weekday');
  expect(nearestWord('星期', known)).toBe('weekday');
  expect(nearestWord('补学天', known)).toBe('makeUpDays');
  expect(nearestWord('organisation', known)).toBeNull();
});
