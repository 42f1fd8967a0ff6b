import { percentText } from '#domain/schemes/cards/phrases.ts';
import { isFactValue, type MeasuredValue, type RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { PointsNode, PointsRule } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { countedIn, targetOf } from './item-target.ts';
import type { PlanPlace } from './plan-items.ts';

/** 完成标准 as the scheme has it, in a few words for a table; the whole marking rule is read beside the form. */
export function standardWords(place: PlanPlace, node: PointsNode): Words {
  const counted = countedIn(place, node);
  if (counted.by === 'cases') return { zh: `不发生${rulesIn(node).map(({ label }) => `“${label.zh}”`).join('')}情形`, en: `no ${rulesIn(node).map(({ label }) => label.en.toLowerCase()).join(', ')}` };
  if (counted.by === 'once') {
    const said = counted.nodes.map((rule) => onceWords(rule, counted.nodes.length === 1));
    return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') };
  }
  const { rule } = counted;
  const words = isFactValue(rule.value) ? { zh: '按评分标准得满分', en: 'the full mark' } : measuredWords(rule.value, targetOf(place, node).target);
  const several = node.kind === 'part' && node.choose === null && node.children.length > 1;
  return several ? { zh: `${rule.label.zh}：${words.zh}`, en: `${rule.label.en}: ${words.en}` } : words;
}

const rulesIn = (node: PointsNode): readonly PointsRule[] => (node.kind === 'rule' ? [node] : node.children.flatMap(rulesIn));

/** What is asked once a year, by its day where there is one. */
function onceWords({ label, match, value }: PointsRule, alone: boolean): Words {
  const [day] = daysIn(match);
  const name = alone && day === undefined ? stateWords(value) : label;
  return day === undefined ? name : { zh: `${name.zh}（${monthDay(day)}前）`, en: `${name.en} (by ${day})` };
}

function stateWords({ kind }: RuleValue): Words {
  if (kind === 'inForce') return { zh: '在有效期内', en: 'in force' };
  return kind === 'posts' ? { zh: '应配职务配齐', en: 'every post filled' } : { zh: '全年至少 1 次', en: 'at least once in the year' };
}

const daysIn = ({ by, where }: Match): readonly string[] =>
  [by, ...Object.values(where ?? {}).map((asked) => (typeof asked === 'object' && 'by' in asked ? asked.by : undefined))].filter((day) => day !== undefined);

const monthDay = (day: string): string => (day === '02-29' ? '2月底' : `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`);

const perWords: Readonly<Record<Extract<MeasuredValue, { kind: 'duty' }>['per'], Words>> = {
  day: { zh: '每日', en: 'a day' }, week: { zh: '每周', en: 'a week' }, month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季度', en: 'a quarter' }, half: { zh: '每半年', en: 'a half-year' }, year: { zh: '全年', en: 'a year' },
};

function measuredWords(value: MeasuredValue, rate: number): Words {
  const percent = percentText(rate);
  switch (value.kind) {
    case 'duty': {
      const per = perWords[value.per];
      const times = value.atLeast ?? 1;
      const group = value.forEach === 'group' ? { zh: '各党小组', en: ', each group' } : { zh: '', en: '' };
      return { zh: `${group.zh}${per.zh}至少 ${times} 次`, en: `at least ${times} ${per.en}${group.en}` };
    }
    case 'held': return { zh: '已安排的全部开展', en: 'whatever is arranged is held' };
    case 'share': return { zh: `参学率达到 ${percent}`, en: `attendance of ${percent}` };
    case 'hours': return { zh: `学时达到 ${value.targetHours} 小时`, en: `${value.targetHours} hours` };
    case 'members': return { zh: '应达标的党员全部达标', en: 'all members asked have it' };
    case 'portion': return { zh: `符合要求的达到 ${percent}`, en: `${percent} meet what is asked` };
    case 'answered': return answeredWords(value);
    case 'pairs': return { zh: '应谈的全部谈到', en: 'all pairs have talked' };
    case 'sums': return { zh: '按应有数足额', en: 'in full' };
    case 'ballot': return { zh: '测评得满分', en: 'every ballot the best' };
    case 'mark': return { zh: '检查评分得满分', en: 'the full mark of the check' };
    case 'rated': case 'inForce': case 'posts': return { zh: '按评分标准得满分', en: 'the full mark' };
  }
}

function answeredWords({ within: { before, after, same } }: Extract<MeasuredValue, { kind: 'answered' }>): Words {
  if (same === 'month') return { zh: '逐件在当月落实', en: 'each within its month' };
  if (same === 'year') return { zh: '逐件在当年落实', en: 'each within the year' };
  if (after === undefined) return { zh: `逐件在事前 ${before ?? 0} 天内落实`, en: `each within ${before ?? 0} days before` };
  return { zh: `逐件在事后 ${after} 天内落实`, en: `each within ${after} days after` };
}
