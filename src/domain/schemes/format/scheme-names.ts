import { builtInRegisters } from '#domain/schemes/built-in-registers.ts';
import type { Words } from '#domain/words/words.ts';
import { nearestWord, type Candidate } from './nearest-word.ts';
import { fieldOf, itemsOf, textOf } from './raw-value.ts';
import { registerShape, type Register, type RegisterField } from './register-shape.ts';

/** Registers that a rule may read: those of the file whose words are right, and those of the product. */
export function registersIn(file: unknown): readonly Register[] {
  const declared = itemsOf(fieldOf(file, 'records')).flatMap((raw) => registerShape.safeParse(raw).data ?? []);
  return [...declared, ...builtInRegisters];
}

/** The ids that a list of the file gives, each with its labels. */
export function candidatesOf(file: unknown, list: string): Candidate[] {
  return itemsOf(fieldOf(file, list)).flatMap((item) => {
    const word = textOf(fieldOf(item, 'id'));
    const label = fieldOf(item, 'label');
    const names = [textOf(fieldOf(label, 'zh')), textOf(fieldOf(label, 'en'))].filter((name) => name !== null);
    return word === null ? [] : [{ word, names }];
  });
}

export const candidates = (named: readonly { readonly id: string; readonly label: Words }[]): Candidate[] =>
  named.map(({ id, label }) => ({ word: id, names: [label.zh, label.en] }));

/** Fields of the registers that a rule reads; what an entry of every register has stands beside them. */
export function fieldsIn(registers: readonly Register[], records: readonly string[]): readonly RegisterField[] {
  return registers.filter(({ id }) => records.includes(id)).flatMap(({ fields }) => fields ?? []);
}

/** Nothing is called so where it is looked for; the nearest that is, or all of them. */
export function unknownName(written: string, where: string | Words, known: readonly Candidate[]): Words {
  const ids = [...new Set(known.map(({ word }) => word))];
  const at = typeof where === 'string' ? { zh: ` ${where} `, en: where } : where;
  const zh = `${at.zh.trimStart()}里没有“${written}”`;
  const en = `There is no “${written}” in ${at.en}`;
  const nearest = nearestWord(written, known);
  if (nearest !== null) return { zh: `${zh}，是否应为 ${nearest}？`, en: `${en}. Did you mean “${nearest}”?` };
  return ids.length === 0
    ? { zh: `${zh}，请先写明。`, en: `${en}. Describe it there first.` }
    : { zh: `${zh}，请先写明，或改用已有的：${ids.join('、')}。`, en: `${en}. Describe it there first, or use one of: ${ids.join(', ')}.` };
}
