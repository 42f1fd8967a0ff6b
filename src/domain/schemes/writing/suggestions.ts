import { countedFields, sessionMatters } from '#domain/schemes/built-in-registers.ts';
import { answerName, wordNames } from '#domain/schemes/format/word-names.ts';
import { type Declared, type DeclaredList, type DeclaredNames, declaredNames } from './declared-names.ts';
import { answersOf, isKind, type Shape, shapesAt, wordsOf } from './format-at.ts';
import { type Written, writtenWords } from './written-words.ts';

/** Something that may stand where the caret is. */
export interface Suggestion {
  /** What is written. */
  readonly text: string;
  /** What it means, as an office says it; null where it has no name. */
  readonly zh: string | null;
  readonly en: string | null;
  /** A word of the format, one of the answers it allows, or an id of this file. */
  readonly kind: 'word' | 'answer' | 'id';
}

export interface Suggestions {
  /** What is replaced: the piece of a word around the caret. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Suggestion[];
}

/** Stands for what is being written; nobody types it. */
const CARET = '\u0001';

/**
 * What can be written at a place: words of the vocabulary that may stand there and do not yet, the answers of the word
 * before, or ids of this file where one is named. Those that begin with what stands before the caret come first, then
 * those that contain it, in the file's words or in Chinese.
 * @param schema the format as JSON Schema.
 */
export function suggestionsAt(schema: Shape, text: string, offset: number): Suggestions {
  const before = /[\p{L}\p{N}_-]*$/u.exec(text.slice(0, offset))?.[0] ?? '';
  // A list begins with a dash of its own.
  const typed = before.replace(/^-+/, '');
  const after = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset))?.[0] ?? '';
  const [from, to] = [offset - typed.length, offset + after.length];
  const written = writtenWords(`${text.slice(0, from)}${CARET}${text.slice(to)}`);
  const caret = written.find(({ word, value }) => word?.includes(CARET) || value.includes(CARET));
  // In the middle of something that is not a word by itself nothing is completed: a label, a number, a comment.
  if (caret === undefined || !(caret.word === CARET || caret.value === CARET)) return { from, to, items: [] };
  return { from, to, items: fitting(possible(schema, written, caret), typed) };
}

function possible(schema: Shape, written: readonly Written[], caret: Written): readonly Suggestion[] {
  const { path, word, block } = caret;
  const names = declaredNames(written);
  const beside = written.filter((it) => it.block === block && it !== caret);
  if (word !== null && word !== CARET) {
    const kinds = shapesAt(schema, path).filter((shape) => word === 'kind' || isKind(shape, kindOf(beside)));
    return answers(kinds.flatMap((shape) => shapesAt({ ...shape, definitions: schema.definitions }, [word])), word, path.at(-1) ?? null, names);
  }
  const shapes = shapesAt(schema, path);
  const words = shapes.filter((shape) => isKind(shape, kindOf(beside))).flatMap(wordsOf).filter(({ word: one }) => !beside.some((it) => it.word === one));
  if (words.length > 0) {
    return distinct([...words.filter(({ required }) => required), ...words.filter(({ required }) => !required)]
      .map(({ word: one }) => ({ text: one, zh: wordNames[one] ?? null, en: null, kind: 'word' })));
  }
  const named = path.at(-1) ?? path.at(-2) ?? null;
  return path.at(-1) === null ? answers(shapes, named, path.at(-3) ?? null, names) : keysOf(named, names);
}

const kindOf = (beside: readonly Written[]): string | undefined => beside.find(({ word }) => word === 'kind')?.value;

function answers(shapes: readonly Shape[], word: string | null, under: string | null, names: DeclaredNames): readonly Suggestion[] {
  const allowed = shapes.flatMap(answersOf).map((text): Suggestion => ({ text, zh: text === 'true' ? '是' : text === 'false' ? '否' : answerName(text, word), en: null, kind: 'answer' }));
  const isName = shapes.some((shape) => shape.type === 'string' && answersOf(shape).length === 0);
  return distinct([...allowed, ...(isName ? ids(word, under, names) : [])]);
}

/** Which lists of the file a word names something of. */
const naming: Readonly<Record<string, readonly DeclaredList[]>> = {
  activities: ['activities'], contents: ['contents'], records: ['records'], labels: ['framework'], under: ['framework'], classes: ['classes'],
  speakerIn: ['records'], by: ['fields'], half: ['fields'], over: ['fields'], per: ['fields'], key: ['fields'], as: ['parts'], part: ['nodes'],
  parts: ['nodes'], ties: ['nodes'], of: ['nodes', 'fields'], atMost: ['grades'],
};

/** What a register's entries have besides their fields. */
const ofEveryEntry: Readonly<Record<string, readonly Declared[]>> = {
  by: Object.entries(countedFields).map(([id, label]) => ({ id, ...label })),
  key: [{ id: 'day', zh: '同一天', en: 'same day' }, { id: 'month', zh: '同一月', en: 'same month' }, { id: 'quarter', zh: '同一季度', en: 'same quarter' },
    { id: 'year', zh: '同一年', en: 'same year' }, { id: 'persons', zh: '同样的人', en: 'same people' }],
  per: Object.entries(sessionMatters).map(([id, label]) => ({ id, ...label })),
  atMost: [{ id: 'out', zh: '不参评', en: 'not evaluated' }],
};

function ids(word: string | null, under: string | null, names: DeclaredNames): readonly Suggestion[] {
  // What must be so of a field is said by its levels.
  const lists: readonly DeclaredList[] = under === 'where' ? ['levels'] : Object.hasOwn(naming, word ?? '') ? naming[word ?? ''] ?? [] : [];
  const more = under !== 'where' && Object.hasOwn(ofEveryEntry, word ?? '') ? ofEveryEntry[word ?? ''] ?? [] : [];
  return [...lists.flatMap((list) => names[list]), ...more].map(asId);
}

/** Words that a file makes up itself: the fields under conditions, the levels under marks. */
const keysOf = (word: string | null, names: DeclaredNames): readonly Suggestion[] =>
  (word === 'where' ? names.fields : word === 'marks' ? names.levels : []).map(asId);

const asId = ({ id, zh, en }: Declared): Suggestion => ({ text: id, zh: zh === id ? null : zh, en: en === id ? null : en, kind: 'id' });

const distinct = (items: readonly Suggestion[]): readonly Suggestion[] => [...new Map(items.toReversed().map((it) => [it.text, it])).values()].toReversed();

function fitting(items: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const sought = typed.toLowerCase();
  const begins = ({ text, zh }: Suggestion): boolean => text.toLowerCase().startsWith(sought) || (zh?.startsWith(typed) ?? false);
  const contains = (it: Suggestion): boolean => !begins(it) && (it.text.toLowerCase().includes(sought) || (it.zh?.includes(typed) ?? false));
  return [...items.filter(begins), ...items.filter(contains)];
}
