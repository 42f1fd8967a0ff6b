import type { FactLeaf, Grounds, How, RuleCard } from '#domain/engine/evaluation.ts';
import { howWords as moreWords } from '#domain/engine/how-words.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { inLanguage, type Language, type Words } from '#domain/words/words.ts';
import { says } from './cli-words.ts';

/** The grounds of a number: a line for each step and one for its rule, children indented below what they make. */
export function groundsText(grounds: Grounds, scheme: Scheme, language: Language): string {
  return linesOf(grounds, scheme, language, '').join('\n');
}

function linesOf(grounds: Grounds, scheme: Scheme, language: Language, indent: string): string[] {
  const { label, value, how, rule, children } = grounds;
  const figure = value === null ? (how.kind === 'fact' || how.kind === 'window' || how.kind === 'counted' || how.kind === 'excluded' ? '' : inLanguage(says.noBasis, language)) : formatHundredths(value);
  const said = [inLanguage(label, language), figure, inLanguage(howWords(how, scheme), language)].filter((text) => text !== '');
  const below = `${indent}  `;
  return [
    indent + said.join('  '),
    ...(rule === null ? [] : [below + inLanguage(ruleWords(rule, scheme), language)]),
    ...children.flatMap((child) => linesOf(child, scheme, language, below)),
  ];
}

/** The rule, its clause, and the version of the scheme in which it stands. */
function ruleWords({ words, clause, version }: RuleCard, { label }: Scheme): Words {
  const line = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');
  return { zh: line(`规则：${words.zh}`, clause, `${label.zh}第 ${version} 版`), en: line(`Rule: ${words.en}`, clause, `${label.en} version ${version}`) };
}

const nothing: Words = { zh: '', en: '' };

function howWords(how: How, scheme: Scheme): Words {
  switch (how.kind) {
    case 'sum': return nothing;
    case 'share': return shareWords(how);
    case 'hours': {
      const { zh, en } = fullWords(how);
      const target = `${how.targetMinutes}${how.months === 12 ? '' : ` × ${how.months}/12`}`;
      return { zh: `${zh} × 学时 ${how.minutes} 分钟 ÷ ${target} 分钟，最多 1`, en: `${en} × ${how.minutes} minutes of study ÷ ${target} minutes, at most 1` };
    }
    case 'limit': {
      const { before, at, window, bound } = how;
      const bounds = { ceiling: { zh: '封顶', en: 'ceiling' }, floor: { zh: '保底', en: 'floor' } }[bound];
      return { zh: `${window} ${bounds.zh} ${formatHundredths(at)}，原为 ${formatHundredths(before)}`, en: `${bounds.en} ${formatHundredths(at)} in ${window}, before ${formatHundredths(before)}` };
    }
    case 'each': return { zh: `${formatHundredths(how.each)} × ${how.times} 次`, en: `${formatHundredths(how.each)} × ${how.times}` };
    case 'noBasis': return noBasisWords[how.missing];
    case 'window': return {
      zh: `应到 ${how.expected} 实到 ${how.present} 补学 ${how.madeUp} 免计 ${how.excused}`,
      en: `expected ${how.expected}, present ${how.present}, made up ${how.madeUp}, excused ${how.excused}`,
    };
    case 'fact': return factWords(how.fact, scheme);
    default: return moreWords(how);
  }
}

function shareWords(how: Extract<How, { kind: 'share' }>): Words {
  const { present, madeUp, expected, excused, creditHundredths } = how;
  const { zh, en } = fullWords(how);
  const whole = creditHundredths === (present + madeUp) * 100;
  const credit = formatHundredths(creditHundredths);
  const came = whole
    ? { zh: `（实到 ${present} + 补学 ${madeUp}）`, en: `(present ${present} + made up ${madeUp})` }
    : { zh: ` 折算 ${credit}（实到 ${present} + 补学 ${madeUp}，迟到早退折半）`, en: `credit ${credit} (present ${present} + made up ${madeUp}, late or left early counts half)` };
  return { zh: `${zh} ×${came.zh}÷ 应到 ${expected}，免计 ${excused}`, en: `${en} × ${came.en} ÷ expected ${expected}, excused ${excused}` };
}

/** The full mark; where siblings without a basis gave theirs, the exact ratio, from which the value can be worked out. */
function fullWords({ full, raisedFrom, raised }: Extract<How, { kind: 'share' | 'hours' }>): Words {
  const text = raised === null ? formatHundredths(full)
    : `${formatHundredths(raisedFrom ?? full)} × ${formatHundredths(raised.all)} ÷ ${formatHundredths(raised.present)}`;
  return { zh: `满分 ${text}`, en: `full mark ${text}` };
}

const noBasisWords: Readonly<Record<'required' | 'renormalise' | 'zero' | 'notIncluded', Words>> = {
  required: { zh: '全年无应到，缺项', en: 'nothing was expected: a gap' },
  renormalise: { zh: '全年无应到，分值分给同级各项', en: 'nothing was expected: the mark goes to the others' },
  zero: { zh: '全年无应到，计零分', en: 'nothing was expected: counts zero' },
  notIncluded: { zh: '启用日期之前未纳入', en: 'before the day of inclusion: not included' },
};

const statusWords: Readonly<Record<FactLeaf['status'], Words>> = {
  present: { zh: '实到', en: 'present' }, madeUp: { zh: '补学', en: 'made up' }, excused: { zh: '免计', en: 'excused' },
  absent: { zh: '缺席', en: 'absent' }, notExpected: { zh: '不应到', en: 'not expected' }, counted: { zh: '计分', en: 'counted' },
  proposed: { zh: '待确认', en: 'to be confirmed' }, outdone: { zh: '另项已计', en: 'counted under another rule' },
};

function factWords({ status, reason, minutes }: FactLeaf, scheme: Scheme): Words {
  const said = statusWords[status];
  const label = reason === null ? null : scheme.excuses.find(({ id }) => id === reason)?.label ?? { zh: reason, en: reason };
  const hours = minutes === null ? nothing : { zh: ` ${minutes} 分钟`, en: ` ${minutes} minutes` };
  return {
    zh: `${said.zh}${label === null ? '' : `（${label.zh}）`}${hours.zh}`, en: `${said.en}${label === null ? '' : ` (${label.en})`}${hours.en}`,
  };
}
