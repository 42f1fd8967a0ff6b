import { pinyin } from 'pinyin-pro';

/**
 * Second readings of surnames that people have: 种师道 is Chong, another 种 calls himself Zhong, and whoever looks for him
 * may know either. The first reading is the one of the library, which reads surnames as surnames.
 */
const ALSO: Readonly<Record<string, string>> = {
  单于: 'chan yu', 种: 'chong', 盖: 'gai', 朴: 'pu', 乐: 'le', 翟: 'di', 覃: 'tan', 员: 'yuan', 繁: 'fan', 秘: 'bi', 尉: 'yu', 缪: 'mou', 隗: 'kui', 祭: 'ji', 冼: 'xi', 折: 'zhe',
};

const syllables = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true }).map((it) => it.toLowerCase());

/** How a name may be read, syllable by syllable; letters that are no Chinese ones stand for themselves. */
function readingsOf(name: string): readonly (readonly string[])[] {
  const bare = name.replaceAll(/[\s·]/g, '');
  const read = syllables(bare);
  const surname = [2, 1].map((letters) => [...bare].slice(0, letters).join('')).find((it) => ALSO[it] !== undefined);
  const also = surname === undefined ? undefined : ALSO[surname]?.split(' ');
  return also === undefined ? [read] : [read, [...also, ...read.slice(also.length)]];
}

/** Begins what a key says in pinyin, and so tells a key of today from one of before. */
export const PINYIN_MARK = '|';

/**
 * What a search for a person looks into, in small letters: name, number, and for each way to read the name its initials and
 * its syllables without blanks (张三: zs zhangsan). Written with the name, because the order of pinyin differs between servers.
 */
export function nameKey(name: string, number: string): string {
  const read = readingsOf(name).flatMap((reading) => [reading.map(initialOf).join(''), reading.join('')]);
  return [name, number, PINYIN_MARK, ...new Set(read)].join(' ').toLowerCase();
}

const initialOf = (syllable: string): string => [...syllable][0] ?? '';
