import { lastDayOf, type WindowKey } from '#domain/calendar/window.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Proposal } from '#domain/schemes/format/result-shape.ts';
import { windowsOfYear } from './due-windows.ts';
import { isOver } from './has-happened.ts';
import { isInside, isUnder, sumOf } from './posting.ts';
import type { Reading } from './reading.ts';
import type { SubjectPoints } from './subject-points.ts';

/** Something that the scheme wants proposed to a person (word 12): a talk, a list. It is never an act. */
export interface Proposed {
  readonly proposal: Proposal;
  /** The windows running that brought it, with the value of each. */
  readonly windows: readonly { readonly window: WindowKey; readonly value: Hundredths }[];
}

/** What the values of one subject in a year give cause to propose; only windows that are over count. */
export function proposalsOf(reading: Reading, points: SubjectPoints, year: number): Proposed[] {
  const version = reading.book.forWindow(String(year));
  const tree = version?.trees.get(points.subject.tree);
  if (!version || !tree) return [];
  return version.scheme.proposals.flatMap((proposal): Proposed[] => {
    const path = proposal.of === tree.total.id ? [] : tree.rules.find(({ rule }) => rule.id === proposal.of)?.path ?? tree.parts.find(({ part }) => part.id === proposal.of)?.path;
    if (path === undefined) return [];
    const over = windowsOfYear(proposal.per, year, reading.world.upTo.date).filter((window) => isOver(lastDayOf(window), reading.world.upTo));
    const values = over.flatMap((window) => {
      const inside = points.postings.filter((one) => isUnder(one, path) && isInside(one, window));
      return inside.length === 0 ? [] : [{ window, value: sumOf(inside) }];
    });
    return runsOf(over, values, proposal).map((windows) => ({ proposal, windows }));
  });
}

/** Each longest run of windows that follow one another and all lie beyond the threshold. */
function runsOf(over: readonly WindowKey[], values: Proposed['windows'], { below, from, running = 1 }: Proposal): Proposed['windows'][] {
  const runs: { window: WindowKey; value: Hundredths }[][] = [];
  let run: { window: WindowKey; value: Hundredths }[] = [];
  for (const window of over) {
    const found = values.find((one) => one.window === window);
    if (found && (below === undefined || found.value < below) && (from === undefined || found.value >= from)) {
      if (run.length === 0) runs.push(run);
      run.push(found);
    } else run = [];
  }
  return runs.filter(({ length }) => length >= running);
}
