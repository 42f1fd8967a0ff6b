import { yearOf } from '#domain/calendar/civil-date.ts';
import type { PointsNode, PointsPart, PointsRule } from '#domain/schemes/scheme.ts';
import { attendanceOf, type SessionAttendance, wasHeld } from './attendance.ts';
import type { Grounds, How, RuleCard } from './evaluation.ts';
import { attendanceLeaf, rawLeaf } from './grounds-leaf.ts';
import type { LimitValue } from './limits.ts';
import { type PersonPoints, pointsOf } from './person-points.ts';
import { sumOf } from './posting.ts';
import type { RawValue } from './raw-values.ts';
import type { Reading } from './reading.ts';
import { isMatched } from './rule-match.ts';
import { limitWords, monthWords, ruleWords } from './rule-words.ts';
import type { SchemeVersion } from './scheme-book.ts';
import type { ShareValue } from './share-values.ts';
import { tallyOf } from './tally.ts';
import { nodeTotal } from './totals.ts';
import { personIn } from './world.ts';

/** One person's year, while it is being explained. */
interface Explaining {
  readonly reading: Reading;
  readonly points: PersonPoints;
  readonly year: number;
  readonly version: SchemeVersion;
  /** Ids of every rule and part that the version of the year knows. */
  readonly known: ReadonlySet<string>;
}

/**
 * Why a person's points of a year are what they are (依据): the total, its parts, their rules, and under each rule the
 * facts and what limits took. Built from the same `PersonPoints` as ledger and totals, so that it cannot tell another
 * story. Null when no scheme was in force in the year.
 */
export function explain(reading: Reading, person: string, year: number): Grounds | null {
  const version = reading.book.forWindow(String(year));
  const total = version?.scheme.points;
  if (!version || !total) return null;
  const known = new Set(idsBelow(total));
  return nodeGrounds({ reading, points: pointsOf(reading, person), year, version, known }, total, []);
}

function nodeGrounds(explaining: Explaining, node: PointsNode, path: readonly string[]): Grounds {
  return node.kind === 'part' ? partGrounds(explaining, node, path) : ruleGrounds(explaining, node, path);
}

function partGrounds(explaining: Explaining, part: PointsPart, path: readonly string[]): Grounds {
  const { points, year } = explaining;
  return {
    id: part.id, label: part.label, full: part.full, how: { kind: 'sum' }, rule: null,
    value: nodeTotal(part, path, points, year).value,
    children: [
      ...part.children.map((child) => nodeGrounds(explaining, child, [...path, child.id])),
      ...strayRules(explaining, path),
      ...limitRows(explaining, path),
    ],
  };
}

function ruleGrounds(explaining: Explaining, rule: PointsRule, path: readonly string[]): Grounds {
  const share = explaining.points.shares.find((one) => one.year === explaining.year && one.placed.rule.id === rule.id);
  const raws = explaining.points.raws.filter((raw) => raw.rule.id === rule.id && yearOf(raw.anchor) === explaining.year);
  return share ? shareGrounds(explaining, share, path) : fixedGrounds(explaining, rule, path, raws, explaining.version);
}

function shareGrounds(explaining: Explaining, share: ShareValue, path: readonly string[]): Grounds {
  const { placed: { rule }, how, version } = share;
  return {
    id: rule.id, label: rule.label, how, rule: card(rule, how, version),
    full: how.kind === 'share' || how.kind === 'hours' ? how.full : null,
    value: nodeTotal(rule, path, explaining.points, explaining.year).value,
    children: [...monthsOf(explaining, share), ...limitRows(explaining, path)],
  };
}

function fixedGrounds(explaining: Explaining, rule: PointsRule, path: readonly string[], raws: readonly RawValue[], version: SchemeVersion): Grounds {
  const limits = limitRows(explaining, path);
  const counted = raws.filter(({ standing }) => standing === 'counted');
  const [first] = counted;
  const alike = limits.length === 0 && counted.every(({ value }) => value === first?.value);
  const how: How = alike && first ? { kind: 'each', each: first.value, times: counted.length } : { kind: 'sum' };
  return {
    id: rule.id, label: rule.label, full: null, how, rule: card(rule, how, version),
    value: sumOf(counted) + limits.reduce((sum, { value }) => sum + (value ?? 0), 0),
    children: [...raws.map((raw) => rawLeaf(explaining.reading, raw)), ...limits],
  };
}

/** The months of a share, each with its sessions; what waits for confirmation stands among them and is not counted. */
function monthsOf(explaining: Explaining, { placed: { rule }, attendances }: ShareValue): Grounds[] {
  const { reading } = explaining;
  const waiting = waitingSessions(explaining, rule);
  const periods = [...new Set([...attendances, ...waiting].map(({ session }) => session.period))].sort();
  return periods.map((period) => {
    const counted = attendances.filter(({ session }) => session.period === period);
    const { present, madeUp, expected, excused } = tallyOf(reading.world, counted);
    const proposed = waiting.filter(({ session }) => session.period === period);
    return {
      id: `${rule.id} ${period}`, label: monthWords(period), value: null, full: null, rule: null,
      how: { kind: 'window', window: period, present, madeUp, expected, excused },
      children: [
        ...counted.map((one) => attendanceLeaf(reading, one, rule.id, false)),
        ...proposed.map((one) => attendanceLeaf(reading, one, rule.id, true)),
      ],
    };
  });
}

/** Sessions that nobody has confirmed yet and of which no version is in force. */
function waitingSessions({ reading, points: { person }, year }: Explaining, { match }: PointsRule): SessionAttendance[] {
  return personIn(reading.world, person).proposed
    .filter((session) => session.change !== 'withdrawn' && wasHeld(reading, session) && !reading.world.sessions.has(session.factId))
    .filter((session) => yearOf(session.period) === year && isMatched(session, match))
    .map((session) => ({ session, attendance: attendanceOf(reading, session, person) }))
    .filter(({ attendance }) => attendance.status !== 'notExpected');
}

/** Rules of another version that paid in this year and that the version of the year does not know. */
function strayRules(explaining: Explaining, path: readonly string[]): Grounds[] {
  const strays = explaining.points.raws.filter((raw) =>
    yearOf(raw.anchor) === explaining.year && !explaining.known.has(raw.rule.id) && nearestKnown(raw.path, explaining) === path.at(-1));
  return [...new Set(strays.map(({ rule }) => rule.id))].flatMap((id) => {
    const raws = strays.filter(({ rule }) => rule.id === id);
    const [first] = raws;
    return first ? [fixedGrounds(explaining, first.rule, first.path, raws, first.version)] : [];
  });
}

/** What limits took from the holder itself; to a part belong also the limits of parts that this version does not know. */
function limitRows(explaining: Explaining, path: readonly string[]): Grounds[] {
  const { points, year, reading } = explaining;
  const holder = path.at(-1);
  const own = (value: LimitValue) => value.path.at(-1) === holder
    || (value.holder.kind === 'part' && nearestKnown(value.path, explaining) === holder);
  return points.limits.filter((value) => yearOf(value.anchor) === year && own(value)).map((value) => limitRow(reading, value));
}

function limitRow({ book }: Reading, { limit, window, before, value }: LimitValue): Grounds {
  const words = limitWords(limit);
  const version = book.forWindow(window);
  return {
    id: `${limit.id} ${window}`, label: words, value, full: null,
    how: { kind: 'limit', bound: limit.bound, before, at: limit.value, window },
    rule: version && { id: limit.id, words, clause: limit.clause, scheme: version.scheme.id, version: version.scheme.version },
    children: [],
  };
}

function card(rule: PointsRule, how: How, { scheme }: SchemeVersion): RuleCard {
  return { id: rule.id, words: ruleWords(rule, how), clause: rule.clause, scheme: scheme.id, version: scheme.version };
}

function idsBelow(node: PointsNode): string[] {
  return node.kind === 'rule' ? [node.id] : node.children.flatMap((child) => [child.id, ...idsBelow(child)]);
}

function nearestKnown(path: readonly string[], { known }: Explaining): string | undefined {
  return path.findLast((id) => known.has(id));
}
