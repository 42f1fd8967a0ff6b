/**
 * What somebody typed as it stands in keys of names, in which pinyin stands without blanks: `zhang wei` and `zhangwei` are
 * one, ü is written v as on a keyboard (lyu as in passports is one of them), and a wide letter of an input method is a letter.
 */
function typedPlain(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  const isPinyin = /^[a-zü' ]+$/.test(plain);
  return isPinyin ? plain.replaceAll(/[' ]/g, '').replaceAll('ü', 'v').replaceAll('lyu', 'lv') : plain;
}

/** The same as a pattern of the database. Signs of a pattern mean themselves. */
export const searchPattern = (text: string): string => `%${typedPlain(text).replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Whether that pattern finds the key of a name, for a list that is at hand already. */
export const isFoundBy = (key: string, text: string): boolean => key.toLowerCase().includes(typedPlain(text));
