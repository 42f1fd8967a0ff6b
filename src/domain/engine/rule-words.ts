import type { Period } from '#domain/calendar/civil-date.ts';
import { monthOf } from '#domain/calendar/civil-date.ts';
import { windowKinds } from '#domain/calendar/window.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { type FactValue, isFactValue, type MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import type { Limit, PointsRule } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import type { How } from './evaluation.ts';
import type { SchemeVersion } from './scheme-book.ts';

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
  notIncluded: { zh: '启用日期之前未纳入，不计缺项也不计 0 分', en: 'what lies before the day of inclusion is no gap and no zero' },
};

/**
 * A rule as an office words it, the same for everybody: '16.00 ×（实到 + 补学）÷ 应到'. The numbers of a person stand in
 * his workings beside it. Where he gave no basis, it says what the scheme makes of that.
 */
export function ruleWords(rule: PointsRule, how: How, version: SchemeVersion | null = null): Words {
  if (isFactValue(rule.value)) return paidWords(rule, rule.value, version);
  const said = measuredWords(rule.value);
  if (how.kind !== 'noBasis') return said;
  const none = noneWords[rule.value.kind] ?? { zh: '没有应评情形的', en: 'there is nothing to judge' };
  const becomes = missingWords[how.missing];
  if (how.missing === 'notIncluded') return { zh: `${said.zh}；${becomes.zh}`, en: `${said.en}; ${becomes.en}` };
  return { zh: `${said.zh}；${none.zh}，${becomes.zh}`, en: `${said.en}; where ${none.en}, ${becomes.en}` };
}

const noneWords: Readonly<Partial<Record<MeasuredValue['kind'], Words>>> = {
  share: { zh: '应到为 0 的', en: 'nothing was expected' },
  hours: { zh: '没有党员月份的', en: 'there is no month of membership' },
};

function paidWords({ match, group }: PointsRule, value: FactValue, version: SchemeVersion | null): Words {
  const said = worthWords(value, (match.records ?? []).map((id) => version?.registers.get(id)));
  if (group === null) return said;
  const per = windowKinds.find((kind) => kind === group.per);
  const within = per === undefined ? { zh: '同一事项', en: 'for one matter' } : perWords[per];
  return group.take === 'highest'
    ? { zh: `${said.zh}；${within.zh}就高计一次`, en: `${said.en}; only the highest ${within.en}` }
    : { zh: `${said.zh}；${within.zh}只计最先一次`, en: `${said.en}; only the first ${within.en}` };
}

function worthWords(value: FactValue, registers: readonly (Register | undefined)[]): Words {
  const fields = registers.flatMap((register) => register?.fields ?? []);
  const field = 'by' in value ? fields.find(({ id }) => id === value.by) : undefined;
  switch (value.kind) {
    case 'fixed': return { zh: `每次 ${formatHundredths(value.each)} 分`, en: `${formatHundredths(value.each)} each time` };
    case 'table': {
      const marks = Object.entries(value.marks).map(([level, mark]) => ({ label: field?.levels?.find(({ id }) => id === level)?.label ?? { zh: level, en: level }, mark: formatHundredths(mark) }));
      return { zh: marks.map(({ label, mark }) => `${label.zh} ${mark} 分`).join('，'), en: marks.map(({ label, mark }) => `${label.en} ${mark}`).join(', ') };
    }
    case 'steps': {
      const by = numberNames[value.by] ?? field?.label ?? { zh: value.by, en: value.by };
      return {
        zh: value.steps.map(({ from, mark }) => `${by.zh}满 ${from} 得 ${formatHundredths(mark)} 分`).join('，'),
        en: value.steps.map(({ from, mark }) => `${formatHundredths(mark)} from ${from} ${by.en}`).join(', '),
      };
    }
    case 'unit': {
      const by = numberNames[value.by] ?? field?.label ?? { zh: value.by, en: value.by };
      return { zh: `${by.zh}每 ${value.size} 计 ${formatHundredths(value.each)} 分`, en: `${formatHundredths(value.each)} for every ${value.size} of ${by.en}` };
    }
  }
}

const numberNames: Readonly<Record<string, Words>> = { days: { zh: '天数', en: 'days' }, persons: { zh: '人数', en: 'people' } };

/** Numerator ÷ denominator of each measured kind, as an office writes it. */
const fractionWords: Readonly<Record<MeasuredValue['kind'], Words>> = {
  share: { zh: '（实到 + 补学）÷ 应到', en: '(present + made up) ÷ expected' },
  hours: { zh: '学时 ÷ 目标学时', en: 'hours ÷ target' },
  rated: { zh: '各次评价得分 ÷ 最高得分', en: 'marks given ÷ the best possible' },
  portion: { zh: '符合要求次数 ÷ 总次数', en: 'those that meet it ÷ all' },
  held: { zh: '已开展次数 ÷ 应开展次数', en: 'held ÷ arranged' },
  duty: { zh: '已完成期数 ÷ 应完成期数', en: 'windows met ÷ windows due' },
  answered: { zh: '已落实 ÷ 应落实', en: 'answered ÷ asked for' },
  members: { zh: '达标人数 ÷ 应达标人数', en: 'members who have it ÷ members' },
  pairs: { zh: '已谈对数 ÷ 应谈对数', en: 'pairs that talked ÷ pairs required' },
  sums: { zh: '实际数 ÷ 应有数', en: 'the actual ÷ the due' },
  ballot: { zh: '加权票数 ÷ 有效票', en: 'weighted ballots ÷ valid ballots' },
  mark: { zh: '平均得分 ÷ 满分', en: 'mean mark ÷ full mark' },
  inForce: { zh: '在有效期内的计满分', en: '1 where one is in force' },
  posts: { zh: '配备情况', en: 'posts filled' },
};

function measuredWords(value: MeasuredValue): Words {
  const full = formatHundredths(value.full);
  const fraction = fractionWords[value.kind];
  if (value.kind === 'share' && value.scale === undefined && value.steps === undefined) return { zh: `${full} ×${fraction.zh}`, en: `${full} × ${fraction.en}` };
  if (value.kind === 'hours') return { zh: `${full} × ${fraction.zh}，最多 ${full}`, en: `${full} × ${fraction.en}, at most ${full}` };
  if ('steps' in value && value.steps !== undefined) {
    return {
      zh: `${fraction.zh}：${value.steps.map(({ from, mark }) => `${percentText(from)} 以上 ${formatHundredths(mark)} 分`).join('，')}`,
      en: `${fraction.en}: ${value.steps.map(({ from, mark }) => `${formatHundredths(mark)} from ${percentText(from)}`).join(', ')}`,
    };
  }
  if ('scale' in value && value.scale !== undefined) {
    const { fullFrom, perPoint, zeroBelow } = value.scale;
    const zero = zeroBelow === undefined ? { zh: '', en: '' } : { zh: `，低于 ${percentText(zeroBelow)} 不得分`, en: `, nothing below ${percentText(zeroBelow)}` };
    return {
      zh: `${fraction.zh}达 ${percentText(fullFrom)} 得 ${full} 分，每低 1 个百分点扣 ${formatHundredths(perPoint)} 分（不足 1 个的按 1 个计）${zero.zh}`,
      en: `${full} from ${percentText(fullFrom)} of ${fraction.en}, less ${formatHundredths(perPoint)} for each point below, part of one counting as one${zero.en}`,
    };
  }
  return { zh: `${full} × ${fraction.zh}`, en: `${full} × ${fraction.en}` };
}

/** 95 % without needless decimals. */
export function percentText(hundredths: number): string {
  return `${hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2)}%`;
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
