import { fullMark } from './full-mark.ts';
import { rawNodes, rawTree } from './node-list.ts';
import type { Finder, Path } from './problem.ts';
import { fieldOf, itemsOf, textOf } from './raw-value.ts';
import { filingShape, proposalShape, resultPartShape, resultShape, type Grade, type Proposal, type Result, type ResultPart } from './result-shape.ts';
import { partsBelow } from './rule-list.ts';
import { candidates, candidatesOf, registersIn, unknownName } from './scheme-names.ts';
import { isFactValue } from './value-shapes.ts';

/** What a year comes to: weights, grades, quotas, ties, proposals and time limits that do not hold together. */
export function findResultProblems(file: unknown, find: Finder): void {
  itemsOf(fieldOf(file, 'results')).forEach((raw, index) => {
    const path: Path = ['results', index];
    for (const part of partsBelow(fieldOf(raw, 'parts'), [...path, 'parts'])) {
      findPart(part.raw, part.path, textOf(fieldOf(raw, 'of')), file, find);
      findNoClause(part.raw, part.path, fieldOf(raw, 'clause'), find);
    }
    const result = resultShape.safeParse(raw).data;
    if (result === undefined) return;
    findWeights(result.parts, [...path, 'parts'], file, find);
    findGrades(result, path, find);
    findTies(result, path, file, find);
    findMissing(result, path, find);
  });
  itemsOf(fieldOf(file, 'proposals')).forEach((raw, index) => { findProposal(raw, ['proposals', index], file, find); });
  findCourses(file, find);
  const filing = filingShape.safeParse(fieldOf(file, 'filing')).data;
  if (filing !== undefined && filing.due > filing.lock) find.atValue(['filing', 'due'], { zh: `申报截止（第 ${filing.due} 个工作日）在锁定（第 ${filing.lock} 个）之后。`, en: `Filing is due on working day ${filing.due}, after the lock on ${filing.lock}.` });
}

/** A meeting that somebody missed is one of a member, and one that the scheme knows; steps have each a name of their own. */
function findCourses(file: unknown, find: Finder): void {
  const activities = candidatesOf(file, 'activities');
  itemsOf(fieldOf(file, 'results')).forEach((raw, index) => {
    const path: Path = ['results', index];
    itemsOf(fieldOf(raw, 'vetoes')).forEach((veto, at) => itemsOf(fieldOf(veto, 'absentFrom')).forEach((written, nth) => {
      const where = [...path, 'vetoes', at, 'absentFrom', nth];
      if (textOf(fieldOf(raw, 'of')) === 'branch') find.atValue(where, { zh: '缺席是党员的事，支部的结果不写。', en: 'Only members are absent; a result of a branch has no such veto.' });
      else if (typeof written === 'string' && !activities.some(({ word }) => word === written)) find.atValue(where, unknownName(written, 'activities', activities));
    }));
    const steps = itemsOf(fieldOf(raw, 'course')).map((step) => textOf(fieldOf(step, 'id')));
    steps.forEach((id, at) => {
      if (id !== null && steps.indexOf(id) < at) find.atValue([...path, 'course', at, 'id'], { zh: '步骤的代号不能相同。', en: 'Two steps have the same id.' });
    });
  });
}

/** What is marked for a result cites its clause, or the one of the whole result. */
function findNoClause(raw: unknown, path: Path, whole: unknown, find: Finder): void {
  if (fieldOf(raw, 'kind') !== 'rule' || fieldOf(raw, 'clause') !== undefined || whole !== undefined) return;
  find.atValue([...path, 'value'], { zh: '给分要写明条款（clause），写在这里或写在整个结果上。', en: 'What gives points cites its clause, here or on the whole result.' });
}

function findPart(raw: unknown, path: Path, of: string | null, file: unknown, find: Finder): void {
  const part = resultPartShape.safeParse(raw).data;
  if (part === undefined) return;
  if (part.kind === 'total') {
    const tree = of === 'branch' ? 'indicators' : 'points';
    if (part.of !== tree) find.atValue([...path, 'of'], { zh: `${of === 'branch' ? '评支部的结果取自考核指标（indicators）' : '评党员的结果取自积分（points）'}。`, en: `A result of a ${of} takes the total of the ${tree}.` });
    else if (rawTree(file, part.of) === null) find.atValue([...path, 'of'], { zh: `方案没有写 ${part.of}。`, en: `The scheme has no ${part.of}.` });
    const nodes = namedNodes(file, part.of);
    if (part.part !== undefined && !nodes.some(({ word }) => word === part.part)) find.atValue([...path, 'part'], unknownName(part.part, part.of, nodes));
  }
  if (part.kind === 'group') findWeights(part.parts, [...path, 'parts'], file, find);
}

const namedNodes = (file: unknown, tree: 'points' | 'indicators') => rawNodes(file, tree).flatMap(({ id }) => (id === null ? [] : [{ word: id, names: [] }]));

/** Weights that are written make a whole, or the parts reach 100 points together; what is only added on top is a bonus. */
function findWeights(parts: readonly ResultPart[], path: Path, file: unknown, find: Finder): void {
  const weighed = parts.map((part, index) => ({ part, index })).filter(({ part }) => part.weight !== undefined && !isBonus(part));
  const [first] = weighed;
  if (first === undefined) return;
  const sum = weighed.reduce((all, { part }) => all + (part.weight ?? 0), 0);
  const reach = weighed.reduce<number>((all, { part }) => all + (reachOf(part, file) ?? Number.NaN) * (part.weight ?? 0), 0);
  if (sum === 10_000 || reach === 10_000 * 10_000) return;
  find.atValue([...path, first.index, 'weight'], {
    zh: `各部分权重之和为 ${sum / 100}，应为 100；加分项不写权重。`, en: `The weights add up to ${sum / 100} instead of 100; a bonus has no weight.`,
  });
}

const isBonus = (part: ResultPart): boolean => part.kind === 'rule' && isFactValue(part.value);

/** The most a part brings before it is weighed, in hundredths; null where the file does not say. */
function reachOf(part: ResultPart, file: unknown): number | null {
  if (part.kind === 'rule') return isFactValue(part.value) ? null : part.value.full;
  if (part.kind === 'group') return null;
  const node = part.part === undefined ? rawTree(file, part.of) : rawNodes(file, part.of).find(({ id }) => id === part.part) ?? null;
  return part.atMost ?? (node === null ? null : fullMark(node));
}

function findGrades({ grades = [], clause, vetoes = [], tied }: Result, path: Path, find: Finder): void {
  let taken = 0;
  grades.forEach((grade, index) => {
    const at = [...path, 'grades', index];
    const next = grades[index + 1];
    const share = shareOf(grade);
    if (share !== null && share > 1) find.atValue([...at, 'quota'], { zh: '名额比例超过全部。', en: 'More places than there are people.' });
    else if (share !== null && taken + share > 1) find.atValue([...at, 'quota'], { zh: '加上前面等次的名额已超过全部，这个名额没有意义。', en: 'Together with the better grades this is more than everybody.' });
    taken += share ?? 0;
    if (grade.atLeast !== undefined && next?.atLeast !== undefined && next.atLeast >= grade.atLeast) find.atValue([...path, 'grades', index + 1, 'atLeast'], { zh: '等次从高到低写，分数线应低于前一等次。', en: 'Grades stand from the best down; this threshold is not below the one before.' });
    if ((grade.atLeast !== undefined || grade.quota !== undefined) && grade.clause === undefined && clause === undefined) find.atValue([...at, grade.atLeast === undefined ? 'quota' : 'atLeast'], { zh: '分数线和名额要写明条款（clause）。', en: 'A threshold or quota needs its clause.' });
    if (tied === 'togetherDown' && share !== null && next !== undefined && shareOf(next) !== null) find.atValue([...path, 'tied'], { zh: '下一等次自己也有名额，同分的一并下调可能连降两级；请写 decide。', en: 'The next grade has a quota of its own: going down together could cost two grades. Write decide.' });
  });
  grades.forEach((grade, index) => {
    if (grade.decided && (grade.atLeast !== undefined || grade.quota !== undefined)) find.atValue([...path, 'grades', index, 'decided'], {
      zh: '只由组织决定的等次不写分数线和名额。', en: 'A grade that is only decided has neither threshold nor quota.',
    });
  });
  vetoes.forEach((veto, index) => {
    if ((veto.match === undefined) === (veto.absentFrom === undefined)) find.atValue([...path, 'vetoes', index], {
      zh: '请写明什么情况下否决：有某种登记（match），或无故缺席某类活动（absentFrom），二者写一个。', en: 'Say what brings the veto: an entry (match) or an absence without a reason (absentFrom), one of the two.',
    });
    if (veto.atMost === 'out' || grades.some(({ id }) => id === veto.atMost)) return;
    find.atValue([...path, 'vetoes', index, 'atMost'], unknownName(veto.atMost, { zh: '等次（grades）', en: 'the grades' }, [...candidates(grades), { word: 'out', names: ['不参评'] }]));
  });
}

/** 1/3 or 30% as a number. */
function shareOf({ quota }: Grade): number | null {
  if (quota === undefined) return null;
  const [over = '', under] = quota.split('/');
  return under === undefined ? Number(over.replace('%', '')) / 100 : Number(over) / Number(under);
}

function findTies({ grades, ties, tied, parts }: Result, path: Path, file: unknown, find: Finder): void {
  if (grades === undefined) {
    for (const word of ['ties', 'tied'] as const) {
      if ((word === 'ties' ? ties : tied) !== undefined) find.atWord([...path, word], { zh: '没有写等次（grades），不用比较同分。', en: 'Without grades nobody is compared.' });
    }
    return;
  }
  const quotas = grades.some(({ quota }) => quota !== undefined);
  if (quotas && tied === undefined) find.atValue([...path, 'grades'], { zh: '有名额限制的，要写明仍同分时怎么办（tied）。', en: 'Where places are short, say what happens to equals (tied).' });
  const known = [...partsBelow(parts, []).flatMap(({ raw }) => textOf(fieldOf(raw, 'id')) ?? []), ...(['points', 'indicators'] as const).flatMap((tree) => namedNodes(file, tree).map(({ word }) => word))];
  ties?.forEach((tie, index) => {
    if (!known.includes(tie)) find.atValue([...path, 'ties', index], unknownName(tie, { zh: '年度结果的组成和细则', en: 'the parts and rules' }, known.map((word) => ({ word, names: [] }))));
  });
}

/** what becomes of a part without a basis has no default where several are weighed. */
function findMissing({ missing, parts }: Result, path: Path, find: Finder): void {
  if (missing === undefined && parts.filter((part) => !isBonus(part)).length > 1) find.atValue([...path, 'parts'], {
    zh: '有几个部分的，请写明缺一部分时怎么办（missing）：required、renormalise 或 zero。', en: 'Say what becomes of a part without a basis (missing): required, renormalise or zero.',
  });
}

/** Where it is entered is a register, and whoever was proposed has a part that it knows. */
function findEnteredIn({ enteredIn, as }: Proposal, path: Path, file: unknown, find: Finder): void {
  const registers = registersIn(file);
  if (enteredIn !== undefined && !registers.some(({ id }) => id === enteredIn)) find.atValue([...path, 'enteredIn'], unknownName(enteredIn, 'records', candidates(registers)));
  const parts = registers.find(({ id }) => id === enteredIn)?.parts ?? [];
  if (as !== undefined && !parts.some(({ id }) => id === as)) find.atValue([...path, 'as'], unknownName(as, { zh: '登记簿的身份（parts）', en: 'the parts of the register' }, candidates(parts)));
}

function findProposal(raw: unknown, path: Path, file: unknown, find: Finder): void {
  const proposal = proposalShape.safeParse(raw).data;
  if (proposal === undefined) return;
  if (proposal.below === undefined && proposal.from === undefined) find.atValue(path, { zh: '请写低于（below）或达到（from）多少分。', en: 'Say below or from how much it is proposed.' });
  const known = [...namedNodes(file, 'points'), ...namedNodes(file, 'indicators'), ...itemsOf(fieldOf(file, 'results')).flatMap((result) => {
    const id = textOf(fieldOf(result, 'id'));
    return id === null ? [] : [{ word: id, names: [] }];
  })];
  if ((proposal.of === undefined) === (proposal.absentFrom === undefined)) find.atValue(path, {
    zh: '请写明看什么：某个构成、细则或年度结果（of），或无故缺席某类活动的次数（absentFrom），二者写一个。', en: 'Say what it watches: a part, rule or result (of), or how often somebody was absent without a reason (absentFrom), one of the two.',
  });
  findEnteredIn(proposal, path, file, find);
  const activities = candidatesOf(file, 'activities');
  proposal.absentFrom?.forEach((written, nth) => {
    if (!activities.some(({ word }) => word === written)) find.atValue([...path, 'absentFrom', nth], unknownName(written, 'activities', activities));
  });
  if (proposal.of !== undefined && !known.some(({ word }) => word === proposal.of)) find.atValue([...path, 'of'], unknownName(proposal.of, { zh: '构成、细则和年度结果', en: 'the parts, rules and results' }, known));
}
