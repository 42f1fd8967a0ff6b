/**
 * What somebody typed as a pattern for keys of names, in which pinyin stands without blanks: `zhang wei` and `zhangwei` are
 * one, ü is written v as on a keyboard (lyu as in passports is one of them), and a wide letter of an input method is a letter. Signs of a pattern mean themselves.
 */
export function searchPattern(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  const isPinyin = /^[a-zü' ]+$/.test(plain);
  const typed = isPinyin ? plain.replaceAll(/[' ]/g, '').replaceAll('ü', 'v').replaceAll('lyu', 'lv') : plain;
  return `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
