import { formatHundredths } from '#domain/points/hundredths.ts';
import { chooseWords, groupWords, limitWords, missingWords } from '#domain/schemes/card.ts';
import type { Filing, Proposal, Result, ResultPart } from '#domain/schemes/format/result-shape.ts';
import type { Named, PointsNode, Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { matchWords } from './match-words.ts';
import { cited, joined, labelOf, named, nothing, percentText, quoted, windowWords } from './phrases.ts';
import { valueWords } from './value-words.ts';

/** What a year comes to: the weighed parts, each part that is marked for it, the vetoes, and the grades. */
export function resultCards(result: Result, scheme: Scheme): Words[] {
  const of = { member: { zh: '党员', en: 'member' }, branch: { zh: '党支部', en: 'branch' } }[result.of];
  const months = result.monthsLeast === undefined
    ? nothing : { zh: `；全年不满 ${result.monthsLeast} 个月的不定等次`, en: `; no grade with fewer than ${result.monthsLeast} months in the year` };
  const whole = weighedWords(result.parts);
  const missing = result.missing === undefined ? nothing : missingWords[result.missing];
  const clause = cited(result.clause);
  return [
    { zh: `${result.label.zh}（${of.zh}）：${whole.zh}${missing.zh}${months.zh}。${clause.zh}`, en: `${result.label.en} (${of.en}): ${whole.en}${missing.en}${months.en}.${clause.en}` },
    ...courseCards(result),
    ...result.parts.flatMap((part) => partCards(part, scheme)),
    ...(result.vetoes ?? []).map((veto) => vetoCard(veto, result, scheme)),
    ...(result.grades === undefined ? [] : [gradesCard(result, result.grades, scheme)]),
  ];
}

/** The steps of the judgement and the ballots that must be in. */
function courseCards({ label, course, quorum }: Result): Words[] {
  const steps = course === undefined ? nothing : joined(course.map((step) => step.label), ' → ', ' → ');
  const ballots = quorum === undefined ? nothing : { zh: `收回票数不少于有表决权人数的 ${quorum}`, en: `ballots of at least ${quorum} of those entitled must be in` };
  const said = joined([steps, ballots], '；', '; ');
  return said.zh === '' ? [] : [{ zh: `${label.zh}的步骤：${said.zh}。`, en: `Steps of ${label.en}: ${said.en}.` }];
}

const WHOLE = 10_000;

function weighedWords(parts: readonly ResultPart[]): Words {
  const weighed = parts.filter(({ weight }) => weight !== undefined);
  const added = parts.filter(({ weight }) => weight === undefined);
  return joined([
    joined(weighed.map(({ label, weight = WHOLE }) => {
      // The whole of a part is not worth a word.
      const share = weight === WHOLE ? '' : `× ${percentText(weight)}`;
      return { zh: `“${label.zh}”${share}`, en: `“${label.en}”${share === '' ? '' : ` ${share}`}` };
    }), ' + ', ' + '),
    joined(added.map(({ label }) => quoted(label)), ' + ', ' + '),
  ], ' + ', ' + ');
}

function partCards(part: ResultPart, scheme: Scheme): Words[] {
  switch (part.kind) {
    case 'total': return [sentence(part, totalWords(part, scheme))];
    case 'rule': return [sentence(part, joined([
      valueWords(part.value, part.match, scheme),
      part.group === undefined ? nothing : groupWords(part.group, part.match.records, scheme),
      ...(part.limits ?? []).map(limitWords),
    ], '，', '; '))];
    case 'group': {
      const whole = part.choose === undefined ? weighedWords(part.parts) : chosenWords(part.parts, part.choose);
      const missing = part.missing === undefined ? nothing : missingWords[part.missing];
      return [sentence(part, { zh: `${whole.zh}${missing.zh}`, en: `${whole.en}${missing.en}` }), ...part.parts.flatMap((each) => partCards(each, scheme))];
    }
  }
}

function chosenWords(parts: readonly ResultPart[], choose: keyof typeof chooseWords): Words {
  const all = joined(parts.map(({ label }) => quoted(label)), '', ', ');
  return { zh: `由${all.zh}${chooseWords[choose].zh}`, en: `${chooseWords[choose].en} of ${all.en}` };
}

function totalWords({ of, part, atMost }: Extract<ResultPart, { kind: 'total' }>, scheme: Scheme): Words {
  const tree = { points: { zh: '积分', en: 'points' }, indicators: { zh: '考核指标', en: 'indicators' } }[of];
  const inner = part === undefined ? null : labelOf(part, nodesOf(scheme));
  const most = atMost === undefined ? nothing : { zh: `，最多取 ${formatHundredths(atMost)} 分`, en: `, at most ${formatHundredths(atMost)}` };
  return inner === null
    ? { zh: `全年${tree.zh}合计${most.zh}`, en: `the ${tree.en} of the year${most.en}` }
    : { zh: `全年${tree.zh}中的“${inner.zh}”${most.zh}`, en: `“${inner.en}” of the ${tree.en} of the year${most.en}` };
}

function vetoCard(veto: NonNullable<Result['vetoes']>[number], { grades }: Result, scheme: Scheme): Words {
  const about = veto.absentFrom === undefined ? matchWords(veto.match ?? {}, scheme) : missedWords(veto.absentFrom, scheme);
  const grade = labelOf(veto.atMost, grades ?? []);
  const most = veto.atMost === 'out' ? { zh: '不参评', en: 'no grade' } : { zh: `最高评为“${grade.zh}”`, en: `at most “${grade.en}”` };
  const clause = cited(veto.clause);
  return sentence({ label: veto.label }, { zh: `有${about.zh}的，${most.zh}${clause.zh}`, en: `${most.en} with ${about.en}${clause.en}` });
}

function missedWords(activities: readonly string[], { activities: known }: Scheme): Words {
  const which = joined(activities.map((id) => quoted(labelOf(id, known))), '、', ', ');
  return { zh: `无故缺席${which.zh}`, en: `an absence without a reason from ${which.en}` };
}

function gradesCard({ label, of, ties, tied, parts }: Result, grades: NonNullable<Result['grades']>, scheme: Scheme): Words {
  const all = joined(grades.map((grade): Words => {
    const asked = joined([
      grade.atLeast === undefined ? nothing : { zh: `${formatHundredths(grade.atLeast)} 分以上`, en: `from ${formatHundredths(grade.atLeast)}` },
      grade.decided ? { zh: '由组织决定，不按分数产生', en: 'decided, never by score' } : nothing,
      grade.quota === undefined ? nothing : { zh: `不超过参评${of === 'member' ? '人数' : '支部数'}的 ${grade.quota}`, en: `not more than ${grade.quota} of those judged` },
    ], '、', ', ');
    const inner = asked.zh === '' ? nothing : { zh: `（${asked.zh}）`, en: ` (${asked.en})` };
    const clause = cited(grade.clause);
    return { zh: `${grade.label.zh}${inner.zh}${clause.zh}`, en: `${grade.label.en}${inner.en}${clause.en}` };
  }), '、', ', ');
  const compared = named(ties, [...partsBelow(parts), ...nodesOf(scheme)]);
  const equal = compared === null ? nothing : { zh: `；同分的依次比${compared.zh}`, en: `; equal scores are told apart by ${compared.en}` };
  const still = tied === undefined ? nothing : tiedWords[tied];
  return { zh: `${label.zh}的等次：${all.zh}${equal.zh}${still.zh}。`, en: `Grades of ${label.en}: ${all.en}${equal.en}${still.en}.` };
}

const tiedWords: Readonly<Record<NonNullable<Result['tied']>, Words>> = {
  decide: { zh: '；仍相同而名额不够的，提请决定', en: '; who is still equal where places are short is put before those who decide' },
  togetherDown: { zh: '；仍相同而名额不够的，一并评为下一等次', en: '; who is still equal where places are short goes down together' },
};

/** A threshold that leads to a suggestion, never to an act. */
export function proposalCard({ label, of, absentFrom, below, from, per, running, clause }: Proposal, scheme: Scheme): Words {
  if (absentFrom !== undefined) return absenceCard(label, missedWords(absentFrom, scheme), [below, from], per, cited(clause));
  const value = quoted(labelOf(of ?? '', [...nodesOf(scheme), ...scheme.results]));
  const asked = joined([
    below === undefined ? nothing : { zh: `低于 ${formatHundredths(below)} 分`, en: `below ${formatHundredths(below)}` },
    from === undefined ? nothing : { zh: `达到 ${formatHundredths(from)} 分`, en: `from ${formatHundredths(from)}` },
  ], '、', ', ');
  const often = running === undefined || running === 1 ? nothing : { zh: `连续 ${running} 期`, en: ` ${running} times running` };
  const source = cited(clause);
  return {
    zh: `${label.zh}：${value.zh}${windowWords[per].zh}计，${often.zh}${asked.zh}的，提出建议，由人决定。${source.zh}`,
    en: `${label.en}: proposed to a person when ${value.en}, counted ${windowWords[per].en.replace(/^an? /, 'by the ')}, is ${asked.en}${often.en}.${source.en}`,
  };
}

function absenceCard(label: Words, missed: Words, [below, from]: readonly (number | undefined)[], per: Proposal['per'], source: Words): Words {
  const times = (value: number | undefined): string => formatHundredths(value ?? 0);
  const asked = joined([
    below === undefined ? nothing : { zh: `不到 ${times(below)} 次`, en: `fewer than ${times(below)} times` },
    from === undefined ? nothing : { zh: `达到 ${times(from)} 次`, en: `${times(from)} times or more` },
  ], '、', ', ');
  return {
    zh: `${label.zh}：${windowWords[per].zh}${missed.zh}${asked.zh}的，提出建议，由人决定。${source.zh}`,
    en: `${label.en}: proposed to a person after ${missed.en} ${asked.en} in ${windowWords[per].en}.${source.en}`,
  };
}

/** The clock of a month. */
export function filingCard({ due, lock, lateDays, objectionDays, answerDays, reviewDays }: Filing): Words {
  const said = joined([
    { zh: `次月第 ${due} 个工作日前报送，第 ${lock} 个工作日锁定`, en: `filed by working day ${due} of the next month, locked on working day ${lock}` },
    lateDays === undefined ? nothing : { zh: `锁定后 ${lateDays} 天内可补报`, en: `late for ${lateDays} days more` },
    objectionDays === undefined ? nothing : { zh: `${objectionDays} 个工作日内可提出异议`, en: `objections within ${objectionDays} working days` },
    answerDays === undefined ? nothing : { zh: `支部 ${answerDays} 个工作日内答复`, en: `answered within ${answerDays}` },
    reviewDays === undefined ? nothing : { zh: `机关党委 ${reviewDays} 个工作日内复核`, en: `reviewed within ${reviewDays}` },
  ], '，', '; ');
  return { zh: `申报时限：${said.zh}。`, en: `Time limits: ${said.en}.` };
}

function sentence({ label, clause }: { readonly label: Words; readonly clause?: string | undefined }, said: Words): Words {
  const source = cited(clause);
  return { zh: `${label.zh}：${said.zh}。${source.zh}`, en: `${label.en}: ${said.en}.${source.en}` };
}

function partsBelow(parts: readonly ResultPart[]): Named[] {
  return parts.flatMap((part) => [part, ...(part.kind === 'group' ? partsBelow(part.parts) : [])]);
}

function nodesOf({ points, indicators }: Scheme): PointsNode[] {
  const below = (node: PointsNode): PointsNode[] => [node, ...(node.kind === 'part' ? node.children.flatMap(below) : [])];
  return [points, indicators].flatMap((tree) => (tree === null ? [] : below(tree)));
}
