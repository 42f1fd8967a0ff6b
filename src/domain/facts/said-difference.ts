import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import type { FactKind } from './contract.ts';
import type { Difference, Step } from './differences.ts';
import { fieldWords } from './field-words.ts';
import { valueWords } from './value-words.ts';

/** What an id, a word of the scheme or a field of a register is called; undefined for what has no name. */
export type Naming = (id: string) => Words | undefined;

/** A difference in words: in what, from what, to what. Null stands for nothing. */
export interface SaidDifference {
  readonly field: Words;
  readonly before: Words | null;
  readonly after: Words | null;
}

const plain = (text: string): Words => ({ zh: text, en: text });
const joined = (parts: readonly Words[], zh: string, en: string): Words => ({ zh: parts.map((it) => it.zh).join(zh), en: parts.map((it) => it.en).join(en) });
/** Steps that lead to what has a name of its own. */
const PASSED: ReadonlySet<string> = new Set(['values', 'fields']);
/** Marks, which are kept in hundredths. */
const HUNDREDTHS: ReadonlySet<string> = new Set(['total', 'month', 'value', 'score', 'full', 'computed', 'selfMark', 'selfFull', 'checked', 'ties']);

export function sayDifference(kind: FactKind, { path, before, after }: Difference, name: Naming): SaidDifference {
  const last = path.findLast((step) => step.kind === 'field')?.name ?? '';
  return { field: fieldOf(kind, path, name), before: sayValue(kind, last, before, name), after: sayValue(kind, last, after, name) };
}

/** 出勤 · 温岚 · 事由: the way down, without what says nothing to a reader. */
export function fieldOf(kind: FactKind, path: readonly Step[], name: Naming): Words {
  const parts = path.flatMap((step): Words[] => {
    switch (step.kind) {
      case 'place': return [{ zh: `第 ${step.at + 1} 项`, en: `no. ${step.at + 1}` }];
      case 'item': return [name(step.id) ?? plain(short(step.id))];
      case 'field': return PASSED.has(step.name) ? [] : [(path[0]?.kind === 'field' && PASSED.has(path[0].name) ? name(step.name) : undefined) ?? fieldWords(kind, step.name) ?? name(step.name) ?? plain(step.name)];
    }
  });
  return joined(parts, ' · ', ' · ');
}

/** The fields alone, for whoever may not know of whom: 出勤. */
export const outerField = (kind: FactKind, path: readonly Step[], name: Naming): Words => fieldOf(kind, path.slice(0, path[0]?.kind === 'field' && PASSED.has(path[0].name) ? 2 : 1), name);

function sayValue(kind: FactKind, field: string, value: unknown, name: Naming): Words | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number' && field === 'sitting') return { zh: `第 ${value + 1} 场`, en: `no. ${value + 1}` };
  if (typeof value === 'number' && kind === 'draw' && field === 'share') return plain(`${value / 100}%`);
  if (typeof value === 'number') return plain(HUNDREDTHS.has(field) || (field === 'mark' && kind === 'selfCheck') ? formatHundredths(value) : String(value));
  if (typeof value === 'string') return valueWords(kind, field, value) ?? name(value) ?? plain(short(value));
  if (Array.isArray(value)) {
    const parts = value.flatMap((it) => sayValue(kind, field, it, name) ?? []);
    return parts.length === 0 ? null : joined(parts, '、', ', ');
  }
  const parts = Object.entries(value).flatMap(([key, it]) => {
    const said = sayValue(kind, key, it, name);
    return said === null ? [] : [joined([fieldWords(kind, key) ?? name(key) ?? plain(key), said], '：', ': ')];
  });
  return parts.length === 0 ? null : joined(parts, '；', '; ');
}

/** An id of something without a name is there for comparing. */
const short = (text: string): string => text.replace(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{4}([0-9a-f]{8})$/, '…$2');
