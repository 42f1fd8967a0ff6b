import { formatHundredths } from '#domain/points/hundredths.ts';
import type { WindowKind } from '#domain/calendar/window.ts';
import type { Words } from '#domain/words/words.ts';
import type { Match } from './format/match-shape.ts';
import type { Limit, Named, PointsNode, PointsPart, PointsRule, Scheme } from './scheme.ts';

/**
 * One part or rule in the words of an office, with every number it holds and the clause it comes from. Activities and
 * contents are called by their labels in `scheme`.
 */
export function card(node: PointsNode, scheme: Scheme): Words {
  const said = node.kind === 'rule' ? ruleSentence(node, scheme) : partSentence(node);
  const zh = [said.zh, ...node.limits.map(limitWords).map((limit) => limit.zh)].join('，');
  const en = [said.en, ...node.limits.map(limitWords).map((limit) => limit.en)].join('; ');
  return { zh: `${node.label.zh}：${zh}。${cited(node.clause, '（', '）')}`, en: `${node.label.en}: ${en}.${cited(node.clause, ' (', ')')}` };
}

/** The clause behind a number, where one is named. */
export const cited = (clause: string | null, open: string, close: string): string => (clause === null ? '' : `${open}${clause}${close}`);

function ruleSentence(rule: PointsRule, scheme: Scheme): Words {
  const { value, match } = rule;
  const about = matchWords(match, scheme);
  switch (value.kind) {
    case 'fixed': return {
      zh: `${about.zh}${roleWords[match.part ?? 'attendance'].zh}，每次 ${formatHundredths(value.each)} 分`,
      en: `${formatHundredths(value.each)} for each ${about.en} ${roleWords[match.part ?? 'attendance'].en}`,
    };
    case 'share': return {
      zh: `${about.zh}全年满分 ${formatHundredths(value.full)} 分，得分 = 满分 ×（实到 + 补学）÷ 应到，免计人次不算应到`,
      en: `up to ${formatHundredths(value.full)} in the year for ${about.en}, times (present + made up) ÷ expected; who is excused is not expected`,
    };
    case 'hours': return {
      zh: `${about.zh}全年满 ${hours(value.targetHours * 60)} 学时得 ${formatHundredths(value.full)} 分，不足的按比例${value.proRata ? '，年内转入转出的按月折算学时' : ''}`,
      en: `${formatHundredths(value.full)} for ${hours(value.targetHours * 60)} hours in the year of ${about.en}, in proportion below that${value.proRata ? '; the hours are fewer by the months not in membership' : ''}`,
    };
    default: return { zh: `${about.zh}${value.kind}`, en: `${about.en} ${value.kind}` };
  }
}

const hours = (minutes: number): string => String(minutes / 60);

const roleWords: Readonly<Record<NonNullable<Match['part']>, Words>> = {
  attendance: { zh: '参加', en: 'attended' },
  speaker: { zh: '主讲', en: 'given as speaker' },
  exchange: { zh: '交流发言', en: 'with a contribution to the discussion' },
  host: { zh: '主持', en: 'hosted' },
};

function matchWords(match: Match, scheme: Scheme): Words {
  const activities = named(match.activities ?? [], scheme.activities);
  const contents = named(match.contents ?? [], scheme.contents);
  return {
    zh: `${activities === null ? '各类活动' : activities.zh}${contents === null ? '' : `（内容为${contents.zh}）`}`,
    en: `${activities === null ? 'any activity' : activities.en}${contents === null ? '' : ` about ${contents.en}`}`,
  };
}

function named(ids: readonly string[], all: readonly Named[]): Words | null {
  if (ids.length === 0) return null;
  const labels = ids.map((id) => all.find((each) => each.id === id)?.label ?? { zh: id, en: id });
  return { zh: labels.map(({ zh }) => `“${zh}”`).join('、'), en: labels.map(({ en }) => `“${en}”`).join(', ') };
}

function partSentence(part: PointsPart): Words {
  const children = {
    zh: part.children.map(({ label }) => `“${label.zh}”`).join(''), en: part.children.map(({ label }) => `“${label.en}”`).join(', '),
  };
  const full = part.full === null ? { zh: '', en: '' } : { zh: `满分 ${formatHundredths(part.full)} 分，`, en: `up to ${formatHundredths(part.full)}, ` };
  const missing = part.missing === null ? { zh: '', en: '' } : missingWords[part.missing];
  return {
    zh: `${full.zh}由${children.zh}相加；同一记录符合多条细则的，${combineWords[part.combine].zh}${missing.zh}`,
    en: `${full.en}the sum of ${children.en}; where one record meets several rules, ${combineWords[part.combine].en}${missing.en}`,
  };
}

const combineWords: Readonly<Record<PointsPart['combine'], Words>> = {
  highest: { zh: '取高的一项', en: 'the highest counts' },
  sum: { zh: '累计计分', en: 'all of them count' },
  first: { zh: '取最先符合的一项', en: 'the first counts' },
};

const missingWords: Readonly<Record<'required' | 'renormalise' | 'zero', Words>> = {
  required: { zh: '；全年应到为零的，作缺项处理', en: '; where nothing was expected in the year there is a gap' },
  renormalise: { zh: '；全年应到为零的，其分值按比例分给同级其他按参学率、按学时计分的各项', en: '; where nothing was expected in the year the mark goes to the other share and hours rules in proportion' },
  zero: { zh: '；全年应到为零的，计零分', en: '; where nothing was expected in the year it counts zero' },
};

const windowWords: Readonly<Record<WindowKind, Words>> = {
  day: { zh: '每日', en: 'a day' },
  week: { zh: '每周', en: 'a week' },
  month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季度', en: 'a quarter' },
  half: { zh: '每半年', en: 'a half-year' },
  year: { zh: '每年', en: 'a year' },
};

function limitWords(limit: Limit): Words {
  const window = windowWords[limit.per];
  const points = formatHundredths(limit.value);
  const bound = limit.bound === 'ceiling' ? { zh: '最多', en: 'at most' } : { zh: '最少', en: 'at least' };
  return {
    zh: `${window.zh}${bound.zh} ${points} 分${cited(limit.clause, '（', '）')}`,
    en: `${bound.en} ${points} ${window.en}${cited(limit.clause, ' (', ')')}`,
  };
}
