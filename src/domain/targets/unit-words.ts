import type { Words } from '#domain/words/words.ts';
import type { TargetUnit } from './item-target.ts';

/** 12 个月, 4 个季度, 95%: a target or what is done of it, in words. */
export function targetWords(unit: TargetUnit, value: number): Words {
  if (unit === 'percent') return { zh: `${value / 100}%`, en: `${value / 100}%` };
  const [zh, one, many] = countWords[unit];
  return { zh: `${value} ${zh}`, en: `${value} ${value === 1 ? one : many}` };
}

/** The unit by itself, beside a field. */
export const unitWords = (unit: TargetUnit): Words => (unit === 'percent' ? { zh: '%', en: '%' } : { zh: countWords[unit][0], en: countWords[unit][2] });

const countWords: Readonly<Record<Exclude<TargetUnit, 'percent'>, readonly [string, string, string]>> = {
  days: ['天', 'day', 'days'], weeks: ['周', 'week', 'weeks'], months: ['个月', 'month', 'months'], quarters: ['个季度', 'quarter', 'quarters'],
  halves: ['个半年', 'half-year', 'half-years'], times: ['项', 'part', 'parts'], cases: ['起', 'case', 'cases'],
};

/** 每月 1, 每月 1、8月 0, or what each month or quarter has where they differ more. */
export function splitWords(split: readonly number[]): Words | null {
  if (split.every((one) => one === 0)) return null;
  const usual = mostCommon(split);
  const others = named(split, (count) => count !== usual);
  if (usual === 0 || others.length > split.length / 4) return joined(named(split, (count) => count > 0));
  const each = split.length === 12 ? { zh: `每月 ${usual}`, en: `${usual} a month` } : { zh: `每季度 ${usual}`, en: `${usual} a quarter` };
  return joined([each, ...others]);
}

function mostCommon(split: readonly number[]): number {
  const times = (count: number): number => split.filter((one) => one === count).length;
  return split.reduce((most, one) => (times(one) > times(most) ? one : most), split[0] ?? 0);
}

const named = (split: readonly number[], wanted: (count: number) => boolean): Words[] => split.flatMap((count, at): Words[] => {
  if (!wanted(count)) return [];
  return split.length === 12 ? [{ zh: `${at + 1}月 ${count}`, en: `M${at + 1}: ${count}` }] : [{ zh: `第${at + 1}季度 ${count}`, en: `Q${at + 1}: ${count}` }];
});

const joined = (all: readonly Words[]): Words => ({ zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') });
