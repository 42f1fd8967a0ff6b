import { yearOf } from '#domain/calendar/civil-date.ts';
import { isFactValue } from '#domain/schemes/format/value-shapes.ts';
import type { PointsNode, PointsPart, PointsRule } from '#domain/schemes/scheme.ts';
import type { BaseValue } from './starting-values.ts';
import type { CheckValue } from './check-values.ts';
import { chosenIn, offersOf } from './choose.ts';
import type { Grounds, How, RuleCard } from './evaluation.ts';
import { entryLeaf, rawLeaf, sheetLeaf, windowWords } from './grounds-leaf.ts';
import type { LimitValue, RaiseValue } from './limits.ts';
import type { ShareValue } from './measured-values.ts';
import { sumOf } from './posting.ts';
import type { RawValue } from './raw-values.ts';
import type { Reading } from './reading.ts';
import { limitWords, ruleWords } from './rule-words.ts';
import type { SchemeVersion } from './scheme-book.ts';
import type { Subject } from './subject.ts';
import { pointsOf, type SubjectPoints } from './subject-points.ts';
import { exclusionOf, nodeTotal, type YearOfPoints, yearOfPoints } from './totals.ts';

/** One subject's year, while it is being explained. */
interface Explaining {
  readonly reading: Reading;
  readonly points: SubjectPoints;
  readonly own: YearOfPoints;
  readonly year: number;
  readonly version: SchemeVersion;
  /** Ids of every rule and part that the version of the year knows. */
  readonly known: ReadonlySet<string>;
}

/**
 * Why a member's points or a branch's indicators of a year are what they are (依据): the total, its parts, their rules,
 * and under each rule the facts and what limits took. Built from the same `SubjectPoints` as ledger and totals, so that
 * it cannot tell another story. Null when no scheme was in force in the year.
 */
export function explain(reading: Reading, subject: Subject, year: number, points = pointsOf(reading, subject)): Grounds | null {
  const version = reading.book.forWindow(String(year));
  const total = version?.trees.get(subject.tree)?.total;
  if (!version || !total) return null;
  const known = new Set([total.id, ...idsBelow(total)]);
  const grounds = nodeGrounds({ reading, points, own: yearOfPoints(points, year), year, version, known }, total, []);
  const excluded = exclusionOf(reading, points, year);
  if (excluded === null) return grounds;
  const found = version.scheme.classes.find(({ id }) => id === excluded);
  return { ...grounds, value: null, how: { kind: 'excluded', class: excluded, clause: found?.clause ?? null } };
}

function nodeGrounds(explaining: Explaining, node: PointsNode, path: readonly string[]): Grounds {
  return node.kind === 'part' ? partGrounds(explaining, node, path) : ruleGrounds(explaining, node, path);
}

function partGrounds(explaining: Explaining, part: PointsPart, path: readonly string[]): Grounds {
  const { points, own, year } = explaining;
  return {
    id: part.id, label: part.label, full: part.full, rule: null,
    how: part.choose === null ? { kind: 'sum' } : { kind: 'choose', take: part.choose, chosen: chosenIn(part, offersOf(part, year, points.raws, points.shares)) },
    value: nodeTotal(part, path, own).value,
    children: [
      ...baseRows(explaining, part),
      ...openingRows(explaining, part),
      ...part.children.map((child) => nodeGrounds(explaining, child, [...path, child.id])),
      ...strayRules(explaining, path),
      ...limitRows(explaining, path),
      ...raiseRows(explaining, part),
      ...checkRows(explaining, part),
    ],
  };
}

function ruleGrounds(explaining: Explaining, rule: PointsRule, path: readonly string[]): Grounds {
  const share = explaining.points.shares.find((one) => one.year === explaining.year && one.placed.rule.id === rule.id);
  const raws = explaining.points.raws.filter((raw) => raw.rule.id === rule.id && yearOf(raw.anchor) === explaining.year);
  return share ? shareGrounds(explaining, share, path) : paidGrounds(explaining, rule, path, raws, explaining.version);
}

function shareGrounds(explaining: Explaining, share: ShareValue, path: readonly string[]): Grounds {
  const { placed: { rule }, how, version, outdone, value } = share;
  return {
    id: rule.id, label: rule.label, how, rule: card(rule, how, version),
    full: 'full' in how ? how.full : null,
    value: outdone ? value : nodeTotal(rule, path, explaining.own).value,
    children: [...share.measured.leaves(), ...limitRows(explaining, path), ...checkRows(explaining, rule)],
  };
}

function paidGrounds(explaining: Explaining, rule: PointsRule, path: readonly string[], raws: readonly RawValue[], version: SchemeVersion): Grounds {
  const further = [...limitRows(explaining, path), ...raiseRows(explaining, rule), ...checkRows(explaining, rule)];
  const counted = raws.filter(({ standing }) => standing === 'counted');
  const [first] = counted;
  const alike = further.length === 0 && isFactValue(rule.value) && rule.value.kind === 'fixed' && counted.every(({ value }) => value === first?.value);
  const how: How = alike && first ? { kind: 'each', each: first.value, times: counted.length } : { kind: 'sum' };
  return {
    id: rule.id, label: rule.label, full: rule.full, how, rule: card(rule, how, version),
    value: sumOf(counted) + further.reduce((sum, { value }) => sum + (value ?? 0), 0),
    children: [...raws.map((raw) => rawLeaf(explaining.reading, raw)), ...further],
  };
}

/** What the part starts with, window by window (基础分). */
function baseRows({ points, year }: Explaining, part: PointsPart): Grounds[] {
  const own = points.bases.filter((base) => base.part.id === part.id && yearOf(base.anchor) === year);
  return own.map(({ window, value, months }: BaseValue): Grounds => ({
    id: `${part.id} base ${window}`, value, full: null, rule: null, children: [], how: { kind: 'base', window, months },
    label: { zh: `${windowWords(window).zh}基础分`, en: `Base of ${windowWords(window).en}` },
  }));
}

/** What was brought forward into the part (期初结转), each a fact one may open. */
const openingRows = ({ reading, points, year }: Explaining, part: PointsPart): Grounds[] =>
  points.openings.filter((opening) => opening.part.id === part.id && yearOf(opening.anchor) === year)
    .map(({ entry, value }) => entryLeaf(reading, entry, `${part.id} opening`, value, 'counted'));

/** What the weight of siblings without a basis adds. */
function raiseRows({ points, year }: Explaining, node: PointsNode): Grounds[] {
  return points.raises.filter((raise) => raise.node.id === node.id && yearOf(raise.anchor) === year)
    .map(({ value, before, raised }: RaiseValue): Grounds => ({
      id: `${node.id} raise`, label: { zh: '分摊', en: 'Spread' }, value, full: null, rule: null, children: [], how: { kind: 'raise', before, raised },
    }));
}

/** What a check found in the place of what facts make, with the sheet one may open. */
function checkRows({ points, year }: Explaining, node: PointsNode): Grounds[] {
  return points.checks.filter((check) => check.node.id === node.id && yearOf(check.anchor) === year)
    .map(({ value, before, full, months, found: { sheet, checked, computed, full: outOf } }: CheckValue): Grounds => ({
      id: `${node.id} check`, label: { zh: '抽查核定', en: 'Spot check' }, value, full: null, rule: null, children: [sheetLeaf(sheet, `${node.id} check`)],
      how: { kind: 'check', day: sheet.state.date, checked, computed: computed ?? 0, outOf, before, full, ...months },
    }));
}

/** Rules of another version that paid in this year and that the version of the year does not know. */
function strayRules(explaining: Explaining, path: readonly string[]): Grounds[] {
  const strays = explaining.points.raws.filter((raw) =>
    yearOf(raw.anchor) === explaining.year && !explaining.known.has(raw.rule.id) && nearestKnown(raw.path, explaining) === path.at(-1));
  return [...new Set(strays.map(({ rule }) => rule.id))].flatMap((id) => {
    const raws = strays.filter(({ rule }) => rule.id === id);
    const [first] = raws;
    return first ? [paidGrounds(explaining, first.rule, first.path, raws, first.version)] : [];
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

function card(rule: PointsRule, how: How, version: SchemeVersion): RuleCard {
  const { scheme } = version;
  return { id: rule.id, words: ruleWords(rule, how, version), clause: rule.clause, scheme: scheme.id, version: scheme.version };
}

function idsBelow(node: PointsNode): string[] {
  return node.kind === 'rule' ? [node.id] : node.children.flatMap((child) => [child.id, ...idsBelow(child)]);
}

function nearestKnown(path: readonly string[], { known }: Explaining): string | undefined {
  return path.findLast((id) => known.has(id));
}
