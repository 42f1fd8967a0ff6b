import { expect, test } from 'vitest';
import { calledBy, spokenOf } from './called-by.ts';

test('an organisation is found by name, however blanks and brackets are written and with or without 党, and never when two could be meant', () => {
  const find = calledBy([['看守所党支部', 'a'], ['中共示例市公安局看守所支部委员会', 'a'], ['J01', 'a'], ['机关（一）支部', 'b'], ['刑侦党总支', 'c'], ['法制党支部', 'd'], ['法制支部', 'e']]);
  expect(['看守所支部', ' 看守所 党支部', 'Ｊ01', '机关(一)党支部', '刑侦总支'].map(find)).toEqual(['a', 'a', 'a', 'b', 'c']);
  expect(['法制党支部', '法制支部'].map(find)).toEqual(['d', 'e']);
  expect(calledBy([['法制党支部', 'd'], ['法制 支部', 'e']])('法制支部')).toBe('e');
  expect(calledBy([['甲党支部', 'd'], ['甲党支部（新）', 'e']])('甲支')).toBeUndefined();
  expect(find('看守所')).toBe('a');
  expect(find('法制')).toBeUndefined();
  expect(calledBy([['看守所', 'unit'], ['看守所党支部', 'a']])('看守所')).toBe('unit');
});

test('a unit is found by the full name of its branch, where the short name says it otherwise', () => {
  const find = calledBy([['警保处党支部', 'a'], ['中共示例市公安局警务保障处支部委员会', 'a'], ['刑侦一大队党支部', 'b'], ['中共示例市公安局刑事侦查支队一大队支部委员会', 'b'], ['一大队党支部', 'c'], ['中共示例市公安局交通警察支队一大队支部委员会', 'c'], ['机关党委', 'd'], ['中共示例市公安局委员会', 'd']]);
  expect(['警务保障处', '警务保障处党支部', '刑事侦查支队一大队', '一大队', '交通警察支队一大队', '警保处'].map(find)).toEqual(['a', 'a', 'b', 'c', 'c', 'a']);
  for (const written of ['委员会', '支部委员会', '示例市公安局', '支队一大队']) expect(find(written), written).toBeUndefined();
});

test('a title speaks of the organisation whose name it holds, the longest of them, and of none when two are meant', () => {
  const named = [['刑侦大队党支部', 'a'], ['特巡警大队党支部', 'b'], ['巡警大队党支部', 'c'], ['法制党支部', 'd'], ['督察党支部', 'e']] as const;
  expect(['刑侦大队党支部2026年1月份考勤表', '考勤-刑侦大队.xlsx', '特巡警大队支部考勤', '法制、督察考勤', '考勤表'].map((it) => spokenOf(it, named))).toEqual(['a', 'a', 'b', undefined, undefined]);
});

test('an organisation that only looks like one of ours is none of them', () => {
  const find = calledBy([['看守所党支部', 'a'], ['A118', 'a']]);
  for (const written of ['看守昕党支部', '看守所堂支部', '\u0410118', '看守所党攴部']) expect(find(written), written).toBeUndefined();
});
