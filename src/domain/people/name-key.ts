/** The first character of each letter in the order of pinyin: everything from one to the next begins with its letter. */
const FIRST_OF_LETTER = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin');

/** Surnames that are read otherwise than the same character in a word. */
const SURNAMES: Readonly<Record<string, string>> = { 单: 's', 曾: 'z', 仇: 'q', 查: 'z', 解: 'x', 任: 'r', 区: 'o', 朴: 'p', 盖: 'g', 尉: 'y', 翟: 'z', 覃: 'q', 乐: 'y', 种: 'c', 缪: 'm', 冼: 'x' };

function letterOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character;
  let letter = '';
  for (let at = 0; at < LETTERS.length; at += 1) {
    if (byPinyin.compare(character, FIRST_OF_LETTER[at] ?? '') < 0) break;
    letter = LETTERS[at] ?? '';
  }
  return letter;
}

/** Initials of a name in pinyin: 张三 → zs, 曾静 → zj; other letters stay. Whole syllables come with the pinyin library. */
export function initialsOf(name: string): string {
  return [...name.replaceAll(/[\s·]/g, '')].map((it, at) => (at === 0 ? SURNAMES[it] : undefined) ?? letterOf(it)).join('').toLowerCase();
}

/** What a search for a person looks into: name, number and initials, in small letters. */
export const nameKey = (name: string, number: string): string => `${name} ${number} ${initialsOf(name)}`.toLowerCase();
