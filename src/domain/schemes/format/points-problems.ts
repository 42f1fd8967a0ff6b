import { formatHundredths } from '#domain/points/hundredths.ts';
import { findLimitProblems } from './limit-problems.ts';
import { fullMark, yearlyCeiling, yearlyValue } from './full-mark.ts';
import { rawTree, withDescendants, type RawNode } from './node-list.ts';
import type { Finder } from './problem.ts';
import { fieldOf } from './raw-value.ts';
import { isFactValue } from './value-shapes.ts';

/** What can be proved about the points and the indicators without any fact. */
export function findPointsProblems(file: unknown, find: Finder): void {
  for (const tree of ['points', 'indicators'] as const) {
    const total = rawTree(file, tree);
    if (total !== null) findTreeProblems(total, find);
  }
}

function findTreeProblems(total: RawNode, find: Finder): void {
  findCombinedTotal(total, find);
  findBonusTotal(total, find);
  for (const node of withDescendants(total)) {
    findLimitProblems(node, find);
    findMissingClause(node, find);
    findMissingBehaviour(node, find);
    findSumProblem(node, find);
    findSessionValue(node, find);
  }
}

/** over the parts of the total each pays, so there is nothing to choose. */
function findCombinedTotal({ part, path }: RawNode, find: Finder): void {
  if (part?.combine === undefined || part.combine === 'sum') return;
  find.atValue([...path, 'combine'], {
    zh: '最上一级的各项总是各算各的，请删去 combine 或写 sum。', en: 'What stands directly below the total always pays each for itself. Remove combine or write sum.',
  });
}

/** A total stands in nothing beside whose mark it could be. */
function findBonusTotal({ part, path }: RawNode, find: Finder): void {
  if (part?.bonus !== true) return;
  find.atValue([...path, 'bonus'], { zh: '最上一级就是满分本身，不能是另加分，请删去 bonus。', en: 'The total is the full mark itself and cannot be a bonus. Remove bonus.' });
}

/** Each number cites the clause it comes from. */
function findMissingClause({ part, path }: RawNode, find: Finder): void {
  if (part === null || part.clause !== undefined) return;
  if (part.base !== undefined) {
    find.atValue([...path, 'base'], { zh: '写了基础分就要写明条款（clause）。', en: 'A start value needs its clause.' });
  }
  if (part.full !== undefined) {
    find.atValue([...path, 'full'], { zh: '写了满分就要写明条款（clause）。', en: 'A full mark needs its clause.' });
  }
  part.limits?.forEach((limit, index) => {
    if (limit.clause !== undefined) return;
    find.atValue([...path, 'limits', index, 'value'], { zh: '写了限额就要写明条款（clause）。', en: 'A limit needs its clause.' });
  });
}

/** what becomes of a share without a basis has no default, and a mark can only go to siblings that there are. */
function findMissingBehaviour(node: RawNode, find: Finder): void {
  if (node.part === null) return;
  if (node.part.missing === 'renormalise' && node.children.filter((child) => child.part?.bonus !== true && (fullMark(child) ?? 0) > 0).length < 2) {
    find.atValue([...node.path, 'missing'], {
      zh: '没有可以分摊的同级：renormalise 要求下级至少有两项写明满分。请改为 zero 或 required。',
      en: 'There is nobody to take the mark: renormalise needs at least two children with a full mark. Use zero or required.',
    });
  }
  if (node.part.missing !== undefined) return;
  if (!withDescendants(node).some(mayLackBasis)) return;
  find.atValue([...node.path, 'missing'], {
    zh: '其下有可能没有计算依据的细则（如全年应到为 0），请写明那时怎么办（missing）：renormalise 分摊给同级、zero 计零、required 缺项。',
    en: 'A rule below may have no basis, as when nothing was expected. Say what becomes of its mark (missing): renormalise, zero or required.',
  });
}

/** Hours are asked of everybody, so they are there even where nothing was held. */
const mayLackBasis = ({ rule, raw }: RawNode): boolean => rule === null
  ? fieldOf(fieldOf(raw, 'value'), 'kind') === 'share'
  : rule.basis !== undefined || rule.onlyWith !== undefined || !(isFactValue(rule.value) || rule.value.kind === 'hours');

/** A part with a full mark is exactly the sum of what stands directly below it. */
function findSumProblem(node: RawNode, find: Finder): void {
  const full = node.part?.full;
  if (full === undefined || node.children.length === 0) return;
  // 另加分 stands beside the full mark.
  const inside = node.children.filter(({ part }) => part?.bonus !== true);
  const marks = inside.map(fullMark);
  const unknown = inside.find((_, index) => marks[index] === null);
  if (unknown !== undefined && !isCapped(node)) {
    if (unknown.rule !== null || unknown.part !== null) find.atValue(unknown.path, {
      zh: '上级写了满分，这里却看不出最多多少分：请写满分（full），或写每年封顶（limits: ceiling, per: year）。',
      en: 'The part above has a full mark, but nothing here says how much this can reach: give it a full mark or a yearly ceiling.',
    });
    return;
  }
  if (unknown !== undefined) return;
  const sum = node.part?.choose === undefined
    ? marks.reduce<number>((total, mark) => total + (mark ?? 0), yearlyValue(node.part?.base))
    : Math.max(...marks.map((mark) => mark ?? 0));
  if (sum !== full) find.atValue([...node.path, 'full'], {
    zh: `满分 ${formatHundredths(full)} 与下级之和 ${formatHundredths(sum)} 不一致。`, en: `The full mark ${formatHundredths(full)} is not the sum of what stands below, ${formatHundredths(sum)}.`,
  });
}

const isCapped = (node: RawNode): boolean => yearlyCeiling(node) === (node.part?.full ?? 0);

/** attendance recurs, so paying it by the session must be a deliberate choice. */
function findSessionValue({ rule, path }: RawNode, find: Finder): void {
  if (rule?.basis !== undefined && rule.full === undefined && isFactValue(rule.value)) find.atValue([...path, 'basis'], {
    zh: '没有记录时要把满分分给别的项，请写满分（full）。', en: 'Without facts its mark goes elsewhere: write how much that is (full).',
  });
  if (rule === null || rule.value.kind !== 'fixed') return;
  const forAttendance = rule.match.part === 'attendance';
  const said = rule.value.perSession === true;
  if (forAttendance && !said) find.atValue([...path, 'value'], {
    zh: '参加活动按次计分对轮班人员不公，一般应按参学率（kind: share）。确需按次，请写 perSession: true。',
    en: 'Paying attendance by the session is unfair to shift workers; use kind: share. If it must be, write perSession: true.',
  });
  if (!forAttendance && rule.value.perSession !== undefined) find.atWord([...path, 'value', 'perSession'], {
    zh: 'perSession 只用于参加（part: attendance）的细则，请删去。', en: 'perSession belongs to rules about attendance only. Remove it.',
  });
}
