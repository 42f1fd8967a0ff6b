import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { inLanguage, type Language } from '#domain/words/words.ts';

/** Texts, functions of particulars that make one, and small tables of both. */
type Text = string | ((...particulars: never[]) => string);
type TextTable = Readonly<Record<string, Text | Readonly<Record<string, Text>>>>;

export interface Texts<T extends TextTable> {
  readonly zh: T;
  readonly en: T;
}

/** The texts of a page in both languages. A key or a particular that one language lacks does not compile. */
export const defineTexts = <T extends TextTable>(texts: { readonly zh: T; readonly en: NoInfer<T> }): Texts<T> => texts;

export const localeTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const place = 'zhibu.language';
const LanguageContext = createContext<Choice>({ language: 'zh', choose: () => {} });

const remembered = (): Language => (localStorage.getItem(place) === 'en' ? 'en' : 'zh');

/** Keeps the language on the device and in the `lang` attribute, which screen readers and fonts go by. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(remembered);
  useEffect(() => {
    document.documentElement.lang = localeTags[language];
    localStorage.setItem(place, language);
  }, [language]);
  const choice = useMemo(() => ({ language, choose: setLanguage }), [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export const useLanguage = (): Choice => use(LanguageContext);

export const useTexts = <T extends TextTable>(texts: Texts<T>): T => texts[useLanguage().language];

const marks = {
  zh: { list: '、', comma: '，', semicolon: '；', colon: '：', stop: '。', aside: (words: string) => `（${words}）` },
  en: { list: ', ', comma: ', ', semicolon: '; ', colon: ': ', stop: '. ', aside: (words: string) => ` (${words})` },
} as const;

/** What stands between words that are put together: 甲、乙；丙：丁（戊） and a, b; c: d (e). */
export const useMarks = (): (typeof marks)[Language] => marks[useLanguage().language];

/** For words that come from the domain or the server: labels, refusals, names of rules. */
export function useWords(): (words: { readonly zh: string; readonly en?: string | undefined }) => string {
  const { language } = useLanguage();
  return (words) => inLanguage(words, language);
}

