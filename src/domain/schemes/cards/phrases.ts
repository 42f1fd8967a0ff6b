import type { WindowKind } from '#domain/calendar/window.ts';
import { formatHundredths, type Hundredths } from '#domain/points/hundredths.ts';
import { builtInRegisters, countedFields } from '#domain/schemes/built-in-registers.ts';
import type { Register, RegisterField } from '#domain/schemes/format/register-shape.ts';
import type { Named, Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';

/** The smallest pieces of what a card says. */
export const nothing: Words = { zh: '', en: '' };

export const joined = (all: readonly Words[], zh: string, en: string): Words => ({
  zh: all.map((each) => each.zh).filter((text) => text !== '').join(zh), en: all.map((each) => each.en).filter((text) => text !== '').join(en),
});

export const quoted = ({ zh, en }: Words): Words => ({ zh: `“${zh}”`, en: `“${en}”` });

/** The clause behind a number, where one is named. */
export const cited = (clause: string | null | undefined): Words =>
  clause === null || clause === undefined ? nothing : { zh: `（${clause}）`, en: ` (${clause})` };

/** Points that are given or taken: 扣 is said, not written as a minus. */
export const given = (points: Hundredths): Words => points < 0
  ? { zh: `扣 ${formatHundredths(-points)} 分`, en: `−${formatHundredths(-points)}` }
  : { zh: `${formatHundredths(points)} 分`, en: formatHundredths(points) };

/** Hundredths of a percent as an office writes them: 95%, 12.5%. */
export const percentText = (hundredths: number): string => `${hundredths / 100}%`;

export const windowWords: Readonly<Record<WindowKind, Words>> = {
  day: { zh: '每日', en: 'a day' },
  week: { zh: '每周', en: 'a week' },
  month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季度', en: 'a quarter' },
  half: { zh: '每半年', en: 'a half-year' },
  year: { zh: '每年', en: 'a year' },
};
export const isWindow = (per: string): per is WindowKind => Object.hasOwn(windowWords, per);

/** Several things by their labels; null where none is named, which asks for nothing. */
export function named(ids: readonly string[] | undefined, all: readonly Named[]): Words | null {
  if (ids === undefined || ids.length === 0) return null;
  return joined(ids.map((id) => quoted(labelOf(id, all))), '、', ', ');
}

/** Somebody reads a card of a scheme that is still wrong: what has no label is called by its id. */
export const labelOf = (id: string, all: readonly Named[]): Words => all.find((each) => each.id === id)?.label ?? { zh: id, en: id };

export const allRegisters = (scheme: Scheme): readonly Register[] => [...scheme.registers, ...builtInRegisters];

/** A field by its label; the numbers that every entry has are called alike everywhere. */
export function fieldWords(id: string, registers: readonly string[] | undefined, scheme: Scheme): Words {
  const field = fieldOf(id, registers, scheme);
  if (field !== null) return field.label;
  return id === 'days' || id === 'persons' ? countedFields[id] : { zh: id, en: id };
}

export const fieldOf = (id: string, registers: readonly string[] | undefined, scheme: Scheme): RegisterField | null =>
  allRegisters(scheme).filter((register) => registers === undefined || registers.includes(register.id))
    .flatMap(({ fields }) => fields ?? []).find((field) => field.id === id) ?? null;

/** What a number of a field counts. */
export function unitOf(id: string, registers: readonly string[] | undefined, scheme: Scheme): Words {
  if (id === 'days') return { zh: ' 天', en: ' days' };
  if (id === 'persons') return { zh: ' 人', en: ' persons' };
  const kind = fieldOf(id, registers, scheme)?.kind;
  return kind === 'minutes' ? { zh: ' 分钟', en: ' minutes' } : kind === 'money' ? { zh: ' 元', en: ' yuan' } : nothing;
}

/** The marks of the levels of a field: 完成 4.50 分、未完成 0.00 分. */
export function marksWords(marks: Readonly<Record<string, Hundredths>>, by: string, records: readonly string[] | undefined, scheme: Scheme): Words {
  const levels = fieldOf(by, records, scheme)?.levels ?? [];
  return joined(Object.entries(marks).map(([id, mark]) => {
    const level = labelOf(id, levels);
    return { zh: `${level.zh}${mark < 0 ? '' : ' '}${given(mark).zh}`, en: `${level.en} ${given(mark).en}` };
  }), '、', ', ');
}

export const staffWords: Readonly<Record<'officer' | 'auxiliary' | 'civilian' | 'retired', Words>> = {
  officer: { zh: '民警', en: 'officers' }, auxiliary: { zh: '辅警', en: 'auxiliaries' },
  civilian: { zh: '职员', en: 'civilian staff' }, retired: { zh: '离退休人员', en: 'the retired' },
};
