import type { Period } from '#domain/calendar/civil-date.ts';
import { monthOf } from '#domain/calendar/civil-date.ts';
import { formatHundredths, type Hundredths } from '#domain/points/hundredths.ts';
import type { Limit, PointsRule } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import type { How, Raised } from './evaluation.ts';

type HowOf<Kind extends How['kind']> = Extract<How, { kind: Kind }>;

const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];
const perWords: Readonly<Record<Limit['per'], Words>> = {
  day: { zh: '每日', en: 'a day' }, week: { zh: '每周', en: 'a week' }, month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季度', en: 'a quarter' }, half: { zh: '每半年', en: 'a half-year' }, year: { zh: '每年', en: 'a year' },
};
const missingWords: Readonly<Record<HowOf<'noBasis'>['missing'], (full: string) => Words>> = {
  required: () => ({ zh: '按缺项处理', en: 'a gap' }),
  renormalise: (full) => ({ zh: `分值 ${full} 按比例分给同级各项`, en: `its ${full} go to its siblings in proportion` }),
  zero: () => ({ zh: '计 0 分', en: 'counted as zero' }),
};

/** How a rule came to its value, as an office would write the sum out: '16.00 ×(实到 + 补学)÷ 应到 = 16.00 ×(20 + 6)÷ 28'. */
export function ruleWords({ value }: PointsRule, how: How): Words {
  if (value.kind === 'fixed') {
    const each = formatHundredths(value.each);
    return { zh: `每次 ${each} 分`, en: `${each} each time` };
  }
  switch (how.kind) {
    case 'share': return shareWords(value.full, how);
    case 'hours': return hoursWords(value.full, how);
    case 'noBasis': {
      const missing = missingWords[how.missing](formatHundredths(value.full));
      const none = value.kind === 'share' ? { zh: '应到为 0', en: 'nothing was expected' } : { zh: '没有党员月份', en: 'no month of membership' };
      return { zh: `${none.zh}，依据不足，${missing.zh}`, en: `no basis: ${none.en}; ${missing.en}` };
    }
    default: return { zh: '', en: '' };
  }
}

/** What a limit does, and what it bounded. */
export function limitWords({ bound, value, per }: Limit, before: Hundredths): Words {
  const at = formatHundredths(value);
  return bound === 'ceiling'
    ? { zh: `${perWords[per].zh}最多 ${at} 分，上限前 ${formatHundredths(before)}`, en: `at most ${at} ${perWords[per].en}; ${formatHundredths(before)} before the limit` }
    : { zh: `${perWords[per].zh}最少 ${at} 分，补足前 ${formatHundredths(before)}`, en: `at least ${at} ${perWords[per].en}; ${formatHundredths(before)} before it` };
}

export function monthWords(period: Period): Words {
  return { zh: `${monthOf(period)}月`, en: monthNames[monthOf(period) - 1] ?? period };
}

function shareWords(full: Hundredths, { raised, creditHundredths, madeUp, expected }: HowOf<'share'>): Words {
  const mark = markWords(full, raised);
  const came = `${trimmed(creditHundredths - madeUp * 100)} + ${madeUp}`;
  return {
    zh: `${mark} ×（实到 + 补学）÷ 应到 = ${mark} ×（${came}）÷ ${expected}`,
    en: `${mark} × (present + made up) ÷ expected = ${mark} × (${came}) ÷ ${expected}`,
  };
}

function hoursWords(full: Hundredths, { raised, minutes, targetMinutes, months }: HowOf<'hours'>): Words {
  const mark = markWords(full, raised);
  const done = hours(minutes);
  const target = months === 12 ? hours(targetMinutes) : `${hours(targetMinutes)} × ${months} ÷ 12`;
  if (minutes * 12 >= targetMinutes * months) {
    return { zh: `${done} 学时 ≥ ${target} 学时，得满分 ${mark}`, en: `${done} hours ≥ ${target} hours: the full ${mark}` };
  }
  const divisor = months === 12 ? target : `(${target})`;
  const divisorZh = months === 12 ? ` ${target}` : `(${target})`;
  return { zh: `${mark} × 学时 ÷ 目标学时 = ${mark} × ${done} ÷${divisorZh}`, en: `${mark} × hours ÷ target = ${mark} × ${done} ÷ ${divisor}` };
}

/** The full mark; raised by the marks of siblings without a basis it is written as the exact product. */
function markWords(full: Hundredths, raised: Raised | null): string {
  const mark = formatHundredths(full);
  return raised === null ? mark : `${mark} × ${formatHundredths(raised.all)} ÷ ${formatHundredths(raised.present)}`;
}

function hours(minutes: number): string {
  return Number.isInteger(minutes / 60) ? String(minutes / 60) : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** '20' and '19.5' rather than '20.00' and '19.50': these are attendances, not points. */
function trimmed(hundredths: number): string {
  return formatHundredths(hundredths).replace(/\.?0+$/, '');
}
