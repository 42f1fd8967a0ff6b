import { expect, test } from 'vitest';
import { mentionsIn, mentionsOfPair } from './person-mentions.ts';

const read = (cell: string): string[] => mentionsIn(cell).map(({ name, number }) => `${name ?? ''}/${number ?? ''}`);

test('people are told as offices write them', () => {
  expect(read('方敏(900001)')).toEqual(['方敏/900001']);
  expect(read(' 方 敏（９００００１） 、罗建（900002）')).toEqual(['方敏/900001', '罗建/900002']);
  expect(read('方敏(900001) 罗建(900002)')).toEqual(['方敏/900001', '罗建/900002']);
  expect(read('方敏\n(900001)\n罗建\n(900002)')).toEqual(['方敏/900001', '罗建/900002']);
  expect(read('900001，900002；900003')).toEqual(['/900001', '/900002', '/900003']);
  expect(read('900001 900002')).toEqual(['/900001', '/900002']);
  expect(read('900001 方敏\n罗建 900002')).toEqual(['方敏/900001', '罗建/900002']);
  expect(read('方敏 罗建')).toEqual(['方敏/', '罗建/']);
  expect(read('张 三')).toEqual(['张三/']);
  expect(read('张\n三')).toEqual(['张三/']);
  expect(read('张三\n李四')).toEqual(['张三/', '李四/']);
  expect(read('罗建、看守\n戊')).toEqual(['罗建/', '看守戊/']);
  expect(read('张\n三\n李\n四')).toEqual(['张/', '三/', '李/', '四/']);
  expect(read('阿依古丽•买买提')).toEqual(['阿依古丽·买买提/']);
  expect(read('、 ,')).toEqual([]);
});

test('number and name stand in two columns', () => {
  expect(mentionsOfPair('900001', '方敏')).toEqual([{ number: '900001', name: '方敏' }]);
  expect(mentionsOfPair('900001、900002', '方敏、罗建')).toEqual([{ number: '900001', name: '方敏' }, { number: '900002', name: '罗建' }]);
  expect(mentionsOfPair('', '方敏')).toEqual([{ number: null, name: '方敏' }]);
  expect(mentionsOfPair('', '')).toEqual([]);
});
