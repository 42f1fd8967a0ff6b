/** A text in both languages. Chinese is the original; English is complete. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;

/** The text in one language; a scheme may leave English out, then the Chinese one stands in. */
export const inLanguage = (words: { readonly zh: string; readonly en?: string | undefined }, language: Language): string =>
  words[language] ?? words.zh;
