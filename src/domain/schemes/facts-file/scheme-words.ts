import { nearestWord } from '#domain/schemes/format/nearest-word.ts';
import type { Named, Scheme } from '#domain/schemes/scheme.ts';
import type { Field, Refusing } from './tables.ts';

type ListOfScheme = 'activities' | 'contents' | 'excuses';
const listNames: Readonly<Record<ListOfScheme, string>> = { activities: '活动', contents: '学习内容', excuses: '请假事由' };

/** Brackets are typed in either width; both mean the same word. */
const oneWidth = (text: string): string => text.replaceAll('（', '(').replaceAll('）', ')');

/** The word of the scheme that a field means by its id or by its label in either language; else a refusal. */
export function wordOfScheme(scheme: Scheme, list: ListOfScheme, field: Field, where: Refusing): string | null {
  const all: readonly Named[] = scheme[list];
  const called = all.find(({ id, label }) => [id, label.zh, label.en].map(oneWidth).includes(oneWidth(field.text)));
  if (called !== undefined) return called.id;
  const nearest = nearestWord(field.text, all.map(({ id, label }) => ({ word: id, names: [label.zh, label.en] })));
  const meant = all.find(({ id }) => id === nearest);
  return where.refuse(field, {
    zh: `方案的${listNames[list]}（${list}）里没有“${field.text}”${meant === undefined ? '' : `，是否应为“${meant.label.zh}”`}。`,
    en: `There is no “${field.text}” in ${list} of the scheme.${meant === undefined ? '' : ` Did you mean “${meant.label.en}”?`}`,
  });
}

/** Every field that names a word; what is unknown is refused and left out. */
export const wordsOfScheme = (scheme: Scheme, list: ListOfScheme, fields: readonly Field[], where: Refusing): string[] =>
  fields.flatMap((field) => wordOfScheme(scheme, list, field, where) ?? []);
