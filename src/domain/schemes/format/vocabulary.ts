import { nearestWord } from './nearest-word.ts';
import { answerName, wordNames } from './word-names.ts';

/** The known word, or answer under a word, that somebody may have meant; null where none is near. */
export const nearestKnownWord = (written: string, known: readonly string[]): string | null =>
  nearestWord(written, known.map((word) => ({ word, names: present(nameOf(word)) })));
export const nearestAnswer = (written: string, known: readonly string[], word: string | null): string | null =>
  nearestWord(written, known.map((answer) => ({ word: answer, names: present(answerName(answer, word)) })));

const nameOf = (word: string): string | null => (Object.hasOwn(wordNames, word) ? wordNames[word] ?? null : null);
const present = (name: string | null): string[] => (name === null ? [] : [name]);

/** A word together with its Chinese name, as messages show it: `share（按参学率）`. */
export const shownWord = (word: string): string => shown(word, nameOf(word));
export const shownAnswer = (answer: string, word: string | null): string => shown(answer, answerName(answer, word));
const shown = (word: string, name: string | null): string => (name === null ? word : `${word}（${name}）`);
