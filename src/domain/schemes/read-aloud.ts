import type { Words } from '#domain/words/words.ts';
import { card } from './card.ts';
import { cited, nothing, staffWords } from './cards/phrases.ts';
import { guideCards } from './cards/guide-card.ts';
import { classCard, frameworkCard, registerCard } from './cards/register-card.ts';
import { requirementCard } from './cards/requirement-card.ts';
import { filingCard, proposalCard, resultCards } from './cards/result-card.ts';
import type { Activity, ExcuseReason, PointsNode, Scheme } from './scheme.ts';

const weekdayWords: readonly Words[] = [
  { zh: '每周一', en: 'Mondays' }, { zh: '每周二', en: 'Tuesdays' }, { zh: '每周三', en: 'Wednesdays' },
  { zh: '每周四', en: 'Thursdays' }, { zh: '每周五', en: 'Fridays' }, { zh: '每周六', en: 'Saturdays' }, { zh: '每周日', en: 'Sundays' },
];
const holidayWords: Readonly<Record<Activity['holiday'], Words>> = {
  skip: { zh: '遇法定节假日停一次', en: 'left out on a statutory holiday' },
  shift: { zh: '遇法定节假日顺延到本周下一个工作日', en: 'moved from a statutory holiday to the next working day of the week' },
  keep: { zh: '遇法定节假日照常', en: 'held on a statutory holiday all the same' },
};
const audienceWords: Readonly<Record<Activity['audience'], Words>> = {
  members: { zh: '党员参加', en: 'for members' },
  committee: { zh: '委员会成员参加', en: 'for the committee' },
  everybody: { zh: '全体人员参加', en: 'for everybody' },
};
const heldByWords: Readonly<Record<Activity['heldBy'], Words>> = {
  branch: { zh: '党支部组织', en: 'held by the branch' },
  group: { zh: '党小组组织', en: 'held by the Party group' },
  committee: { zh: '党委组织', en: 'held by the Party committee' },
};

/** An activity in the words of an office. */
export function activityCard(activity: Activity): Words {
  const { label, clause } = activity;
  const [said, source] = [heldWords(activity), cited(clause)];
  return { zh: `${label.zh}：${said.zh}。${source.zh}`, en: `${label.en}: ${said.en}.${source.en}` };
}

/** When an activity usually is, who holds it and for whom. */
export function heldWords(activity: Activity): Words {
  const day = activity.weekday === null ? nothing : weekdayWords[activity.weekday - 1] ?? nothing;
  const holiday = activity.weekday === null ? nothing : holidayWords[activity.holiday];
  const except = activity.exceptStaff.map((kind) => staffWords[kind]);
  const exceptZh = except.length === 0 ? '' : `（${except.map(({ zh }) => zh).join('、')}除外）`;
  const exceptEn = except.length === 0 ? '' : ` except ${except.map(({ en }) => en).join(', ')}`;
  const makeUp = activity.makeUpDays === null
    ? { zh: '不补学', en: 'no making up' }
    : { zh: `${activity.makeUpDays} 天内可补学`, en: `may be made up within ${activity.makeUpDays} days` };
  return {
    zh: `${day.zh}${activity.from}–${activity.to}，${heldByWords[activity.heldBy].zh}，${audienceWords[activity.audience].zh}${exceptZh}，${holiday.zh === '' ? '' : `${holiday.zh}，`}${makeUp.zh}`,
    en: `${day.en === '' ? '' : `${day.en} `}${activity.from}–${activity.to}, ${heldByWords[activity.heldBy].en}, ${audienceWords[activity.audience].en}${exceptEn}, ${holiday.en === '' ? '' : `${holiday.en}, `}${makeUp.en}`,
  };
}

/** An excuse reason in the words of an office. */
export function excuseCard(excuse: ExcuseReason): Words {
  const makeUp = {
    required: { zh: '应补学', en: 'must be made up' },
    optional: { zh: '可补学', en: 'may be made up' },
    no: { zh: '不补学', en: 'need not be made up' },
  }[excuse.makeUp];
  return {
    zh: `${excuse.label.zh}：${excuse.exempts ? '免计' : '不免计'}，${makeUp.zh}。`,
    en: `${excuse.label.en}: ${excuse.exempts ? 'not counted as expected' : 'counted as expected'}, ${makeUp.en}.`,
  };
}

/** A piece of a scheme under its heading. */
export interface Chapter {
  readonly title: Words;
  readonly cards: Words[];
}

/** The whole scheme read aloud: what is kept, then the points and the marks from the total down, then what a year comes to. */
export function schemeChapters(scheme: Scheme): Chapter[] {
  const below = (node: PointsNode): Words[] => [card(node, scheme), ...(node.kind === 'part' ? node.children.flatMap(below) : [])];
  const tree = (total: PointsNode | null): Words[] => (total === null ? [] : below(total));
  return [
    { title: { zh: '活动', en: 'Activities' }, cards: scheme.activities.map(activityCard) },
    { title: { zh: '请假事由', en: 'Reasons of absence' }, cards: scheme.excuses.map(excuseCard) },
    { title: { zh: '标签体系', en: 'Labels' }, cards: scheme.framework.length === 0 ? [] : [frameworkCard(scheme.framework)] },
    { title: { zh: '登记簿', en: 'Registers' }, cards: scheme.registers.map(registerCard) },
    { title: { zh: '人员分类', en: 'Classes of members' }, cards: scheme.classes.map((each) => classCard(each, scheme)) },
    { title: { zh: '积分', en: 'Points' }, cards: tree(scheme.points) },
    { title: { zh: '考核指标', en: 'Indicators of branches' }, cards: tree(scheme.indicators) },
    { title: { zh: '工作要求', en: 'Requirements' }, cards: scheme.requirements.map((each) => requirementCard(each, scheme)) },
    { title: { zh: '年度结果', en: 'Results of the year' }, cards: scheme.results.flatMap((each) => resultCards(each, scheme)) },
    { title: { zh: '提醒建议', en: 'Proposals' }, cards: scheme.proposals.map((each) => proposalCard(each, scheme)) },
    { title: { zh: '办理指引', en: 'How it is done' }, cards: guideCards(scheme) },
    { title: { zh: '申报时限', en: 'Time limits' }, cards: scheme.filing === null ? [] : [filingCard(scheme.filing)] },
  ].filter(({ cards }) => cards.length > 0);
}
