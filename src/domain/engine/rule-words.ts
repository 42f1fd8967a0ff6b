import type { Period } from '#domain/calendar/civil-date.ts';
import { monthOf } from '#domain/calendar/civil-date.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { Limit, PointsRule } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import type { How } from './evaluation.ts';

const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];
const perWords: Readonly<Record<Limit['per'], Words>> = {
  day: { zh: '每日', en: 'a day' }, week: { zh: '每周', en: 'a week' }, month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季度', en: 'a quarter' }, half: { zh: '每半年', en: 'a half-year' }, year: { zh: '每年', en: 'a year' },
};
const missingWords: Readonly<Record<Extract<How, { kind: 'noBasis' }>['missing'], Words>> = {
  required: { zh: '按缺项处理', en: 'there is a gap' },
  renormalise: { zh: '分值按比例分给同级各项', en: 'the mark goes to its siblings in proportion' },
  zero: { zh: '计 0 分', en: 'it counts as zero' },
};

/**
 * A rule as an office words it, the same for everybody: '16.00 ×（实到 + 补学）÷ 应到'. The numbers of a person stand in
 * his workings beside it. Where he gave no basis, it says what the scheme makes of that.
 */
export function ruleWords({ value }: PointsRule, how: How): Words {
  if (value.kind === 'fixed') {
    const each = formatHundredths(value.each);
    return { zh: `每次 ${each} 分`, en: `${each} each time` };
  }
  if (value.kind !== 'share' && value.kind !== 'hours') return { zh: value.kind, en: value.kind };
  const rule = sharingWords(value);
  if (how.kind !== 'noBasis') return rule;
  const none = value.kind === 'share' ? { zh: '应到为 0 的', en: 'nothing was expected' } : { zh: '没有党员月份的', en: 'there is no month of membership' };
  const becomes = missingWords[how.missing];
  return { zh: `${rule.zh}；${none.zh}，${becomes.zh}`, en: `${rule.en}; where ${none.en}, ${becomes.en}` };
}

function sharingWords({ kind, full }: Extract<RuleValue, { kind: 'share' | 'hours' }>): Words {
  const mark = formatHundredths(full);
  return kind === 'share'
    ? { zh: `${mark} ×（实到 + 补学）÷ 应到`, en: `${mark} × (present + made up) ÷ expected` }
    : { zh: `${mark} × 学时 ÷ 目标学时，最多 ${mark}`, en: `${mark} × hours ÷ target, at most ${mark}` };
}

/** What a limit allows; what it took or gave stands in the workings. */
export function limitWords({ bound, value, per }: Limit): Words {
  const at = formatHundredths(value);
  return bound === 'ceiling'
    ? { zh: `${perWords[per].zh}最多 ${at} 分`, en: `at most ${at} ${perWords[per].en}` }
    : { zh: `${perWords[per].zh}最少 ${at} 分`, en: `at least ${at} ${perWords[per].en}` };
}

export function monthWords(period: Period): Words {
  return { zh: `${monthOf(period)}月`, en: monthNames[monthOf(period) - 1] ?? period };
}
