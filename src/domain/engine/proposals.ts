import { firstDayOf, kindOf, lastDayOf, type WindowKey, windowDayOf, windowOf } from '#domain/calendar/window.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Proposal } from '#domain/schemes/format/result-shape.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import { isDueFrom, windowsOfYear } from './due-windows.ts';
import { isOver } from './has-happened.ts';
import { homeOn, isPartyMember } from './home.ts';
import { missedSessions } from './missed-sessions.ts';
import { isInside, isUnder, sumOf } from './posting.ts';
import type { Reading } from './reading.ts';
import type { RuleTree } from './rule-tree.ts';
import type { SubjectPoints } from './subject-points.ts';
import { exclusionOf, nodeTotal, yearOfPoints } from './totals.ts';

/** Something that the scheme wants proposed to a person (word 12): a talk, a list. It is never an act. */
export interface Proposed {
  readonly proposal: Proposal;
  /** The windows running that brought it, with the value of each. */
  readonly windows: readonly { readonly window: WindowKey; readonly value: Hundredths }[];
  /** What was counted, where a proposal counts facts. */
  readonly facts: readonly string[];
}

/**
 * What the values of one subject in a year give cause to propose; only windows that are over count. Whoever has no total
 * is proposed for nothing (不参评), and what has no basis is no low value; but nothing earned by facts is zero.
 */
export function proposalsOf(reading: Reading, points: SubjectPoints, year: number): Proposed[] {
  const version = reading.book.forWindow(String(year));
  const tree = version?.trees.get(points.subject.tree);
  if (!version || !tree || exclusionOf(reading, points, year) !== null) return [];
  return version.scheme.proposals.flatMap((proposal): Proposed[] => {
    if (proposal.absentFrom !== undefined) return absences(reading, points.subject, proposal, year);
    const placed = proposal.of === undefined ? null : placedIn(tree, proposal.of);
    if (placed === null) return [];
    const over = windowsOfYear(proposal.per, year, reading.world.upTo.date).filter((window) => isOver(lastDayOf(window), reading.world.upTo));
    const values = over.flatMap((window) => {
      const value = valueIn(reading, points, tree, placed, window);
      return value === null ? [] : [{ window, value }];
    });
    return runsOf(over, values, proposal).map((windows) => ({ proposal, windows, facts: [] }));
  });
}

/** 分段 (S0-29): a threshold on the points and what a member has there now, where he meets it. */
export interface Band {
  readonly proposal: Proposal;
  readonly value: Hundredths;
}

/**
 * The thresholds on the points that a member meets now: those of a year by what the year has come to so far, those of smaller
 * windows when their last run reaches the last window that is over. Nothing follows, and whoever has no total is in none.
 */
export function bandsOf(reading: Reading, points: SubjectPoints, year: number): Band[] {
  const version = reading.book.forWindow(String(year));
  const tree = version?.trees.get(points.subject.tree);
  if (!version || !tree || exclusionOf(reading, points, year) !== null) return [];
  return version.scheme.proposals.flatMap((proposal): Band[] => {
    const placed = proposal.of === undefined ? null : placedIn(tree, proposal.of);
    if (placed === null) return [];
    const begun = windowsOfYear(proposal.per, year, reading.world.upTo.date);
    const looked = proposal.per === 'year' ? begun : begun.filter((window) => isOver(lastDayOf(window), reading.world.upTo));
    const values = looked.flatMap((window) => {
      const value = valueIn(reading, points, tree, placed, window);
      return value === null ? [] : [{ window, value }];
    });
    const last = runsOf(looked, values, proposal).at(-1)?.at(-1);
    return last !== undefined && last.window === looked.at(-1) ? [{ proposal, value: last.value }] : [];
  });
}

/**
 * Absences without a reason, window by window. A count that is reached stays reached, so that it is not waited for the end
 * of the window; too few of them are known only when it is over.
 */
function absences(reading: Reading, { kind, id, tree }: SubjectPoints['subject'], proposal: Proposal, year: number): Proposed[] {
  if (kind !== 'member' || tree !== 'points') return [];
  const missed = missedSessions(reading, id, proposal.absentFrom ?? []);
  const known = windowsOfYear(proposal.per, year, reading.world.upTo.date)
    .filter((window) => proposal.below === undefined || isOver(lastDayOf(window), reading.world.upTo));
  const inside = (window: WindowKey) => missed.filter(({ day, period }) => windowOf(proposal.per, windowDayOf(day, period)) === window);
  const values = known.map((window) => ({ window, value: inside(window).length * ONCE }));
  return runsOf(known, values, proposal).map((windows) => ({ proposal, windows, facts: windows.flatMap(({ window }) => inside(window).map(({ factId }) => factId)) }));
}

/** Thresholds are read in hundredths, counts with them. */
const ONCE = 100;

interface Placed {
  readonly node: PointsNode;
  readonly path: readonly string[];
}

function placedIn({ total, rules, parts }: RuleTree, id: string): Placed | null {
  if (id === total.id) return { node: total, path: [] };
  const found = rules.find(({ rule }) => rule.id === id) ?? parts.find(({ part }) => part.id === id);
  if (!found) return null;
  return { node: 'rule' in found ? found.rule : found.part, path: found.path };
}

/** What stands in the window; a year is valued as its total is, and smaller windows hold no part of a share of the year. */
function valueIn(reading: Reading, points: SubjectPoints, { byFact }: RuleTree, { node, path }: Placed, window: WindowKey): Hundredths | null {
  if (kindOf(window) === 'year') return nodeTotal(node, path, yearOfPoints(points, Number(window))).value;
  const inside = points.postings.filter((one) => isUnder(one, path) && isInside(one, window));
  if (inside.length > 0) return sumOf(inside);
  const paidByFact = byFact.some(({ rule, path: own }) => rule.basis === null && path.every((id) => own.includes(id)));
  return paidByFact && wasThere(reading, points.subject, window) ? 0 : null;
}

function wasThere(reading: Reading, { kind, id }: SubjectPoints['subject'], window: WindowKey): boolean {
  if (kind === 'branch') return isDueFrom(reading, id, window);
  return [firstDayOf(window), lastDayOf(window)].every((day) => isPartyMember(homeOn(reading.world, id, day)) && reading.book.on(day) !== null);
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
