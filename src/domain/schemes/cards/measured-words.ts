import type { WindowKind } from '#domain/calendar/window.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { matchWords, whichWords } from './match-words.ts';
import { fieldWords, given, joined, marksWords, percentText, windowWords } from './phrases.ts';

/** What part of a full mark a year to date brings. */
export function measuredWords(value: MeasuredValue, match: Match, scheme: Scheme): Words {
  const said = sentence(value, match, scheme);
  const turned = 'scale' in value || 'steps' in value ? turnedWords(value) : null;
  return turned === null ? said : { zh: `${said.zh}；${turned.zh}`, en: `${said.en}; ${turned.en}` };
}

type Of<K extends MeasuredValue['kind']> = Extract<MeasuredValue, { kind: K }>;

function sentence(value: MeasuredValue, match: Match, scheme: Scheme): Words {
  const about = matchWords(match, scheme);
  const most = formatHundredths(value.full);
  switch (value.kind) {
    case 'share': return {
      zh: `${about.zh}全年满分 ${most} 分，得分 = 满分 ×（实到 + 补学）÷ 应到，迟到早退折半计，免计人次不算应到`,
      en: `up to ${most} in the year for ${about.en}, times (present + made up) ÷ expected; late or leaving early counts half, and who is excused is not expected`,
    };
    case 'hours': return {
      zh: `${about.zh}全年满 ${value.targetHours} 学时得 ${most} 分，不足的按比例${value.proRata ? '，年内转入转出的按月折算学时' : ''}`,
      en: `${most} for ${value.targetHours} hours in the year of ${about.en}, in proportion below that${value.proRata ? '; the hours are fewer by the months not in membership' : ''}`,
    };
    case 'rated': return ratedWords(value, match, scheme);
    case 'portion': {
      const which = whichWords(value.which, match.records, scheme);
      return { zh: `${about.zh}中，${which.zh}的 ÷ 全部 × ${most} 分`, en: `${most} times those of ${about.en} ${which.en} ÷ all of them` };
    }
    case 'held': return {
      zh: `${about.zh}已开展次数 ÷ 安排次数 × ${most} 分，停学的不算安排`, en: `${most} times ${about.en} held ÷ arranged; what was stopped is not arranged`,
    };
    case 'duty': return dutyWords(value, about, most);
    case 'answered': return answeredWords(value, about, most, scheme);
    case 'members': return membersWords(value, about, most, scheme);
    case 'pairs': return {
      zh: `${about.zh}：支委之间、支委与党员之间谈过的 ÷ 应谈的 × ${most} 分`,
      en: `${most} times pairs of committee members, and of them with members, that met in ${about.en} ÷ pairs required`,
    };
    case 'sums': {
      const [of, over] = [fieldWords(value.of, match.records, scheme), fieldWords(value.over, match.records, scheme)];
      return { zh: `${about.zh}全年“${of.zh}”之和 ÷“${over.zh}”之和 × ${most} 分`, en: `${most} times the sum of “${of.en}” ÷ the sum of “${over.en}” of ${about.en}` };
    }
    case 'ballot': return ballotWords(value, match, scheme);
    case 'mark': return markWords(value, match, scheme);
    case 'inForce': return { zh: `有生效的${about.zh}得 ${most} 分`, en: `${most} while there is ${about.en} in force` };
    case 'posts': return {
      zh: `${value.posts.map((post) => postWords[post].zh).join('、')}配齐得 ${most} 分，空缺超过 ${value.vacantMonths} 个月的每个扣 ${formatHundredths(Math.abs(value.each))} 分`,
      en: `${most} when the posts are filled (${value.posts.map((post) => postWords[post].en).join(', ')}); ${formatHundredths(Math.abs(value.each))} less for each that is vacant for more than ${value.vacantMonths} months`,
    };
  }
}

function ratedWords(value: Of<'rated'>, match: Match, scheme: Scheme): Words {
  const about = matchWords(match, scheme);
  const field = fieldWords(value.by, match.records, scheme);
  const marks = marksWords(value.marks, value.by, match.records, scheme);
  return {
    zh: `${about.zh}按“${field.zh}”评定：${marks.zh}；各次所得的平均 ÷ 最高档 × ${formatHundredths(value.full)} 分，没有评定的不算`,
    en: `${about.en} by “${field.en}”: ${marks.en}; ${formatHundredths(value.full)} times the mean of these ÷ the best of them, what was not rated left out`,
  };
}

function dutyWords({ per, atLeast, late, forEach }: Of<'duty'>, about: Words, most: string): Words {
  const lateWords = late === undefined
    ? { zh: '', en: '' }
    : { zh: `；逾期 ${late.days} 天内完成的按 ${percentText(late.percent)} 计`, en: `; done up to ${late.days} days late it counts ${percentText(late.percent)}` };
  const group = forEach === 'group' ? { zh: '，每个党小组分别计', en: ', for each Party group' } : { zh: '', en: '' };
  if (per === 'year' && forEach !== 'group') return {
    zh: `${about.zh}全年至少 ${atLeast ?? 1} 次得 ${most} 分${lateWords.zh}`, en: `${most} for at least ${atLeast ?? 1} of ${about.en} in the year${lateWords.en}`,
  };
  return {
    zh: `${about.zh}${windowWords[per].zh}至少 ${atLeast ?? 1} 次，${periodWords[per].zh}做到的 ÷ 到期的 × ${most} 分${group.zh}${lateWords.zh}`,
    en: `${most} times ${periodWords[per].en} with at least ${atLeast ?? 1} of ${about.en} ÷ those due to date${group.en}${lateWords.en}`,
  };
}

function answeredWords({ to, within, eachPerson }: Of<'answered'>, about: Words, most: string, scheme: Scheme): Words {
  const asking = matchWords(to, scheme);
  const when = withinWords(within);
  return {
    zh: `${asking.zh}，${when.zh}有${about.zh}的 ÷ 全部 × ${most} 分${eachPerson === true ? '，涉及几人就要对应几人' : ''}`,
    en: `${most} times those of ${asking.en} that have ${about.en} within ${when.en} ÷ all of them${eachPerson === true ? ', for each person named' : ''}`,
  };
}

/** When an answer must be given. */
export const withinWords = ({ before, after, same, during }: Of<'answered'>['within']): Words => joined([
  before === undefined ? null : { zh: `事前 ${before} 天内`, en: `${before} days before` },
  after === undefined ? null : { zh: `事后 ${after} 天内`, en: `${after} days after` },
  same === undefined ? null : { month: { zh: '当月内', en: 'the same month' }, year: { zh: '当年内', en: 'the same year' } }[same],
  during === undefined ? null : { zh: '起止期间内', en: 'while it lasts' },
].filter((words) => words !== null), '至', ' and ');

function membersWords({ have, proRata, excusedBy }: Of<'members'>, about: Words, most: string, scheme: Scheme): Words {
  const asked = joined([
    have.times === undefined ? null : { zh: `${about.zh}至少 ${have.times} 次`, en: `at least ${have.times} of ${about.en}` },
    have.hours === undefined ? null : { zh: `${about.zh}满 ${have.hours} 学时`, en: `${have.hours} hours of ${about.en}` },
    have.committeeHours === undefined ? null : { zh: `支委成员满 ${have.committeeHours} 学时`, en: `members of the committee ${have.committeeHours} hours` },
    have.points === undefined ? null : { zh: `积分满 ${formatHundredths(have.points)} 分`, en: `${formatHundredths(have.points)} points` },
    have.particulars === true ? { zh: '必填信息齐全', en: 'all required particulars' } : null,
  ].filter((words) => words !== null), '、', ', ');
  const excusing = excusedBy === undefined ? { zh: '', en: '' } : matchWords(excusedBy, scheme);
  return {
    zh: `${asked.zh}的党员 ÷ 全体党员 × ${most} 分${proRata === true ? '，年内转入转出的按月折算' : ''}${excusedBy === undefined ? '' : `，未达标而年内有${excusing.zh}的不计`}`,
    en: `${most} times members with ${asked.en} ÷ all members${proRata === true ? ', fewer by the months not in membership' : ''}${excusedBy === undefined ? '' : `; who has it not and has ${excusing.en} in the year is left out`}`,
  };
}

function ballotWords({ full, marks, least }: Of<'ballot'>, match: Match, scheme: Scheme): Words {
  const about = matchWords(match, scheme);
  const sum = joined(Object.entries(marks).map(([id, percent]) => {
    const { zh, en } = fieldWords(id, match.records, scheme);
    return { zh: `“${zh}”× ${percentText(percent)}`, en: `“${en}” × ${percentText(percent)}` };
  }), ' + ', ' + ');
  return {
    zh: `${about.zh}（${sum.zh}）÷ 有效票 × ${formatHundredths(full)} 分${least === undefined ? '' : `，有效票不足 ${least} 张的按缺项办理`}`,
    en: `${formatHundredths(full)} times (${sum.en}) ÷ valid ballots of ${about.en}${least === undefined ? '' : `; fewer than ${least} valid ballots are no basis`}`,
  };
}

function markWords({ full, by, outOf, judges }: Of<'mark'>, match: Match, scheme: Scheme): Words {
  const about = matchWords(match, scheme);
  const field = fieldWords(by, match.records, scheme);
  const whole = formatHundredths(outOf ?? full);
  return {
    zh: `${about.zh}各次“${field.zh}”的平均 ÷ ${whole} × ${formatHundredths(full)} 分${judges === undefined ? '' : `，不足 ${judges} 次评分的按缺项办理`}`,
    en: `${formatHundredths(full)} times the mean of “${field.en}” of ${about.en} ÷ ${whole}${judges === undefined ? '' : `; fewer than ${judges} marks are no basis`}`,
  };
}

/** How a share becomes a mark where it is not simply full × share. */
function turnedWords({ scale, steps }: Pick<Of<'share'>, 'scale' | 'steps'>): Words | null {
  if (scale !== undefined) {
    const zero = scale.zeroBelow === undefined
      ? { zh: '', en: '' }
      : { zh: `，低于 ${percentText(scale.zeroBelow)} 不得分`, en: `, nothing below ${percentText(scale.zeroBelow)}` };
    return {
      zh: `达到 ${percentText(scale.fullFrom)} 得满分，每低 1 个百分点扣 ${formatHundredths(scale.perPoint)} 分（不足 1 个的按 1 个计）${zero.zh}`,
      en: `full from ${percentText(scale.fullFrom)}, ${formatHundredths(scale.perPoint)} less for each begun percent below${zero.en}`,
    };
  }
  if (steps === undefined) return null;
  const each = joined(steps.map(({ from, mark }) => ({ zh: `达到 ${percentText(from)} ${given(mark).zh}`, en: `${given(mark).en} from ${percentText(from)}` })), '、', ', ');
  return { zh: `按比例分档：${each.zh}`, en: `in steps: ${each.en}` };
}

const periodWords: Readonly<Record<WindowKind, Words>> = {
  day: { zh: '天数中', en: 'days' }, week: { zh: '周数中', en: 'weeks' }, month: { zh: '月数中', en: 'months' },
  quarter: { zh: '季度数中', en: 'quarters' }, half: { zh: '半年数中', en: 'half-years' }, year: { zh: '年度中', en: 'years' },
};

const postWords: Readonly<Record<Of<'posts'>['posts'][number], Words>> = {
  secretary: { zh: '书记', en: 'secretary' }, deputySecretary: { zh: '副书记', en: 'deputy secretary' }, organiser: { zh: '组织委员', en: 'organiser' },
  publicist: { zh: '宣传委员', en: 'publicist' }, disciplineOfficer: { zh: '纪检委员', en: 'discipline officer' },
  committeeMember: { zh: '委员', en: 'committee member' }, groupLeader: { zh: '党小组长', en: 'group leader' },
};
