import { inLanguage, type Language, type Words } from '#domain/words/words.ts';
import { formWords } from './directory-words.ts';
import { escaped } from './escaped.ts';
import type { Form } from './way.ts';

/** A name and a password, which browsers and their keepers of passwords know for what they are; nothing in it needs a script. */
export function formFields({ state }: Form, language: Language): string {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const both = (words: Words): string => `${escaped(inLanguage(words, language))} <span class="small" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${escaped(inLanguage(words, other))}</span>`;
  return `<p role="note"><strong>${escaped(inLanguage(formWords.nonClassified, language))}</strong></p>
<form method="post" action="/"><input type="hidden" name="state" value="${escaped(state)}">
<label for="name">${both(formWords.name)}</label><input id="name" name="name" required maxlength="100" autocomplete="username" autocapitalize="none" spellcheck="false" autofocus>
<label for="password">${both(formWords.password)}</label><input id="password" name="password" type="password" required maxlength="500" autocomplete="current-password">
<button class="main" type="submit">${escaped(inLanguage(formWords.signIn, language))}</button></form>
`;
}
