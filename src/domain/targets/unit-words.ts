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
  halves: ['个半年', 'half-year', 'half-years'], times: ['项', 'thing', 'things'], cases: ['起', 'case', 'cases'],
};

/** 每月 1、每季 1, or what each month or quarter has. */
export function splitWords(split: readonly number[]): Words | null {
  if (split.every((one) => one === 0)) return null;
  const [first = 0] = split;
  const monthly = split.length === 12;
  if (split.every((one) => one === first)) return monthly ? { zh: `每月 ${first}`, en: `${first} a month` } : { zh: `每季度 ${first}`, en: `${first} a quarter` };
  const said = split.flatMap((count, at) => (count === 0 ? [] : [{ at: at + 1, count }]));
  return {
    zh: said.map(({ at, count }) => `${at}${monthly ? '月' : '季度'} ${count}`).join('、'),
    en: said.map(({ at, count }) => `${monthly ? 'M' : 'Q'}${at} ${count}`).join(', '),
  };
}
