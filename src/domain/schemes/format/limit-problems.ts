import { formatHundredths } from '#domain/points/hundredths.ts';
import type { ReadLimit } from './file-shape.ts';
import type { RawNode } from './node-list.ts';
import { withDescendants } from './node-list.ts';
import type { Finder, Path } from './problem.ts';
import { isFactValue } from './value-shapes.ts';

const named = (limit: ReadLimit): string => `${limit.bound}/${limit.per}`;

/** Limits that contradict each other or that no window can hold (engine law A-4). */
export function findLimitProblems(node: RawNode, find: Finder): void {
  const limits = (node.rule ?? node.part)?.limits ?? [];
  const path = [...node.path, 'limits'];
  findUnnested(limits, path, find);
  findRepeated(limits, path, find);
  findCrossed(limits, path, find);
  if (limits.length > 0 && node.rule !== null && !isFactValue(node.rule.value)) {
    find.atWord(path, {
      zh: '按参学率或按学时计分的细则以满分为上限，不能再写封顶保底（limits）。', en: 'A share or hours rule is bounded by its full mark; it takes no limits.',
    });
  }
  if (node.part !== null && hasYearlyRule(node)) findShortWindows(limits, path, find);
}

/** A week may lie in two months; a total of one would then contain half of the other. */
function findUnnested(limits: readonly ReadLimit[], path: Path, find: Finder): void {
  if (!limits.some(({ per }) => per === 'week')) return;
  limits.forEach(({ per }, index) => {
    if (per === 'week' || per === 'day') return;
    find.atValue([...path, index, 'per'], {
      zh: '同一处既按周又按月、季、半年或年限制：一周可能跨两个月，限额无法嵌套。请去掉其中一个。',
      en: 'One list limits by week and by a longer window: a week may lie in two months, so they do not nest. Leave one out.',
    });
  });
}

function findRepeated(limits: readonly ReadLimit[], path: Path, find: Finder): void {
  const seen = new Set<string>();
  limits.forEach((limit, index) => {
    if (seen.has(named(limit))) {
      find.atValue([...path, index], { zh: '同一周期的同一种限制写了两次，请只留一个。', en: 'The same limit stands twice for the same window. Keep one.' });
    }
    seen.add(named(limit));
  });
}

function findCrossed(limits: readonly ReadLimit[], path: Path, find: Finder): void {
  limits.forEach((floor, index) => {
    const ceiling = limits.find(({ bound, per }) => bound === 'ceiling' && per === floor.per);
    if (floor.bound !== 'floor' || ceiling === undefined || floor.value <= ceiling.value) return;
    find.atValue([...path, index, 'value'], {
      zh: `保底 ${formatHundredths(floor.value)} 高于同一周期的封顶 ${formatHundredths(ceiling.value)}。`, en: `The floor ${formatHundredths(floor.value)} is above the ceiling ${formatHundredths(ceiling.value)} of the same window.`,
    });
  });
}

const hasYearlyRule = (node: RawNode): boolean =>
  withDescendants(node).some(({ rule }) => rule !== null && !isFactValue(rule.value));

/** A share is one value for the year to date; a month has no part of it that could be limited. */
function findShortWindows(limits: readonly ReadLimit[], path: Path, find: Finder): void {
  limits.forEach(({ per }, index) => {
    if (per === 'year') return;
    find.atValue([...path, index, 'per'], {
      zh: '其下有按年累计的细则（share、hours），此处只能按年（year）限制。', en: 'There is a share or hours rule below, counted by the year; only a limit per year is possible here.',
    });
  });
}
