import { postLabels } from '#domain/people/posts.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import { sessionMatters } from './built-in-registers.ts';
import { cited, fieldWords, isWindow, joined, nothing, quoted, windowWords } from './cards/phrases.ts';
import { valueWords } from './cards/value-words.ts';
import { isFactValue } from './format/value-shapes.ts';
import type { Base, Limit, PointsNode, PointsPart, PointsRule, Scheme } from './scheme.ts';

/**
 * One part or rule in the words of an office, with every number it holds and the clause it comes from. Activities and
 * contents are called by their labels in `scheme`.
 */
export function card(node: PointsNode, scheme: Scheme): Words {
  const said = node.kind === 'rule' ? ruleSentence(node, scheme) : partSentence(node);
  const whole = joined([said, ...node.limits.map(limitWords)], '，', '; ');
  const clause = cited(node.clause);
  return { zh: `${node.label.zh}：${whole.zh}。${clause.zh}`, en: `${node.label.en}: ${whole.en}.${clause.en}` };
}

function ruleSentence(rule: PointsRule, scheme: Scheme): Words {
  const { value, match, full, basis, group, onlyWith } = rule;
  return joined([
    valueWords(value, match, scheme),
    full === null ? nothing : { zh: `满分 ${formatHundredths(full)} 分`, en: `up to ${formatHundredths(full)}` },
    group === null ? nothing : groupWords(group, match.records, scheme),
    basis === null ? nothing : { zh: '全年没有记录的按缺项办理', en: 'without any entry in the year there is no basis' },
    onlyWith === null ? nothing : onlyWithWords[onlyWith],
    answeredFor(rule),
  ], '，', '; ');
}

/** 由组织委员负责. */
const answeredFor = ({ responsible }: PointsNode): Words =>
  (responsible === null ? nothing : { zh: `由支部${postLabels[responsible].zh}负责`, en: `answered for by the ${postLabels[responsible].en.toLowerCase()} of the branch` });

/** Of the facts of one window, or about one matter, one pays. */
export function groupWords(group: NonNullable<PointsRule['group']>, records: readonly string[] | undefined, scheme: Scheme): Words {
  const take = group.take === 'highest' ? { zh: '分高的一件', en: 'the highest' } : { zh: '最先的一件', en: 'the first' };
  if (isWindow(group.per)) return { zh: `${windowWords[group.per].zh}只计${take.zh}`, en: `only ${take.en} counts ${windowWords[group.per].en}` };
  if (records === undefined && group.per in sessionMatters) return { zh: `同一主题一年只计${take.zh}`, en: `only ${take.en} about the same topic counts in a year` };
  const field = fieldWords(group.per, records, scheme);
  return { zh: `同一“${field.zh}”只计${take.zh}`, en: `only ${take.en} with the same “${field.en}” counts` };
}

const onlyWithWords: Readonly<Record<NonNullable<PointsRule['onlyWith']>, Words>> = {
  committee: { zh: '未设支委会的不适用', en: 'only where there is a committee' },
  groups: { zh: '未设党小组的不适用', en: 'only where there are Party groups' },
  noCommittee: { zh: '设支委会的不适用', en: 'only where there is no committee' },
};

function partSentence(part: PointsPart): Words {
  const children = joined(part.children.map(({ label }) => quoted(label)), '', ', ');
  const full = part.full === null ? part.bonus ? { zh: '另加分，不占满分', en: 'a bonus beside the full mark' } : nothing
    : part.bonus ? { zh: `另加分至多 ${formatHundredths(part.full)} 分，不占满分`, en: `a bonus of up to ${formatHundredths(part.full)} beside the full mark` }
      : { zh: `满分 ${formatHundredths(part.full)} 分`, en: `up to ${formatHundredths(part.full)}` };
  const missing = part.missing === null ? nothing : missingWords[part.missing];
  const doubled = paysTwice(part)
    ? { zh: `；同一记录符合多条细则的，${combineWords[part.combine].zh}`, en: `; where one record meets several rules, ${combineWords[part.combine].en}` } : nothing;
  const together = part.choose === null
    ? { zh: `${part.children.length > 1 ? `由${children.zh}相加` : `即${children.zh}`}${doubled.zh}`, en: `${part.children.length > 1 ? 'the sum of ' : ''}${children.en}${doubled.en}` }
    : { zh: `由${children.zh}${chooseWords[part.choose].zh}`, en: `${chooseWords[part.choose].en} of ${children.en}` };
  const said = joined([full, part.base === null ? nothing : baseWords(part.base), together, answeredFor(part)], '，', ', ');
  return { zh: `${said.zh}${missing.zh}`, en: `${said.en}${missing.en}` };
}

/** Whether one record could meet two rules below. */
const paysTwice = (part: PointsPart): boolean => rulesBelow(part).filter(({ value }) => isFactValue(value)).length > 1;
const rulesBelow = (node: PointsNode): PointsRule[] => (node.kind === 'rule' ? [node] : node.children.flatMap(rulesBelow));

function baseWords({ value, per, joining }: Base): Words {
  const late = { full: { zh: '中途转入的也是全额', en: 'in full for who joins later' }, byMonth: { zh: '中途转入的按月折算', en: 'by the month for who joins later' }, none: { zh: '中途转入的没有', en: 'nothing for who joins later' } }[joining];
  return { zh: `${windowWords[per].zh}基础分 ${formatHundredths(value)} 分（${late.zh}）`, en: `starting with ${formatHundredths(value)} ${windowWords[per].en} (${late.en})` };
}

const combineWords: Readonly<Record<PointsPart['combine'], Words>> = {
  highest: { zh: '取高的一项', en: 'the highest counts' },
  sum: { zh: '累计计分', en: 'all of them count' },
  first: { zh: '取最先符合的一项', en: 'the first counts' },
};

export const chooseWords: Readonly<Record<NonNullable<PointsPart['choose']>, Words>> = {
  higher: { zh: '取高的一项', en: 'the higher' },
  lower: { zh: '取低的一项', en: 'the lower' },
  latest: { zh: '取最近的一项', en: 'the latest' },
  first: { zh: '取第一个有依据的', en: 'the first that has a basis' },
};

export const missingWords: Readonly<Record<'required' | 'renormalise' | 'zero', Words>> = {
  required: { zh: '；全年没有依据的，作缺项处理', en: '; what has no basis in the year leaves a gap' },
  renormalise: { zh: '；全年没有依据的，其分值按比例分给其他各项', en: '; the mark of what has no basis in the year goes to the others in proportion' },
  zero: { zh: '；全年没有依据的，计零分', en: '; what has no basis in the year counts zero' },
};

/** A ceiling or a floor; a floor below zero is the most that may be taken. */
export function limitWords({ bound, value, per, clause }: Pick<Limit, 'bound' | 'value' | 'per'> & { readonly clause?: string | null | undefined }): Words {
  const window = windowWords[per];
  const points = formatHundredths(Math.abs(value));
  const said = bound === 'floor' && value < 0
    ? { zh: `最多扣 ${points} 分`, en: `at most ${points} taken off` }
    : bound === 'ceiling' ? { zh: `最多 ${formatHundredths(value)} 分`, en: `at most ${formatHundredths(value)}` } : { zh: `最少 ${points} 分`, en: `at least ${points}` };
  const source = cited(clause);
  return { zh: `${window.zh}${said.zh}${source.zh}`, en: `${said.en} ${window.en}${source.en}` };
}
