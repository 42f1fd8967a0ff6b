import { expect, test } from 'vitest';
import { isFoundBy, searchPattern } from '#domain/people/search-pattern.ts';
import { nameKey } from './name-key.ts';

/** Whether a search for a text finds a name, as the database compares. */
const finds = (text: string, name: string): boolean => {
  const [, within = ''] = /^%(.*)%$/.exec(searchPattern(text)) ?? [];
  const key = nameKey(name, 'A0123');
  const found = key.includes(within.replaceAll('\\', ''));
  // A list at hand and the database never disagree.
  expect(isFoundBy(key, text)).toBe(found);
  return found;
};

test('a key has name, number, initials and syllables', () => {
  expect(['王芳', '阿依古丽·买买提', '李Anna', '吕𠮷'].map((it) => nameKey(it, 'A0123'))).toEqual([
    '王芳 a0123 | wf wangfang', '阿依古丽·买买提 a0123 | ayglmmt ayigulimaimaiti', '李anna a0123 | lanna lianna', '吕𠮷 a0123 | l𠮷 lv𠮷']);
});

test.each([
  ['张伟', ['张伟', '张', 'zw', 'ZW', 'zhangwei', 'zhang wei', 'Zhang Wei', 'zhangw', 'zhang', 'wei', 'a0123', 'ｚｈａｎｇ']],
  ['单雄信', ['sxx', 'shan xiongxin', 'shanxx'.slice(0, 4)]],
  ['仇英', ['qy', 'qiuying']],
  ['区大相', ['odx', 'ou da']],
  ['解晓东', ['xxd', 'xiexiaodong']],
  ['曾静', ['zj', 'zengjing', 'zeng j']],
  ['尉迟恭', ['ycg', 'yuchigong', 'yuchi']],
  ['查良镛', ['zly', 'zhaliang']],
  ['任重', ['rz', 'renzhong']],
  ['万俟明', ['mqm', 'moqi']],
  ['长孙无忌', ['zswj', 'zhangsun']],
  ['欧阳娜娜', ['oynn', 'ouyangnana']],
  ['单于明', ['shanyuming', 'chanyuming', 'cym']],
  ['种师道', ['chongshidao', 'zhongshidao', 'csd']],
  ['朴树', ['piaoshu', 'pushu']],
  ['吕布', ['lvbu', 'lübu', 'lyubu']],
  ['阿依古丽·买买提', ['阿依古丽·买买提', 'ayiguli maimaiti', 'aygl']],
  ['Anna Maria', ['anna maria', 'annamaria', 'maria']],
] as const)('%s is found by name and pinyin', (name, texts) => {
  expect(texts.filter((text) => !finds(text, name))).toEqual([]);
});

test('others are not found, and signs of a pattern mean themselves', () => {
  expect(['zengj', 'danxx', 'chou', 'qu da', 'weichi', '%', '_', '张%'].filter((text) => ['张伟', '单雄信', '仇英', '区大相', '尉迟恭'].some((name) => finds(text, name)))).toEqual([]);
});
