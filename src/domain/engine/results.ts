import { lastOfMonth, yearOf } from '#domain/calendar/civil-date.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Result, ResultGroup, ResultPart, Veto } from '#domain/schemes/format/result-shape.ts';
import { happeningsAsked } from './asked.ts';
import type { Grounds, How } from './evaluation.ts';
import { explain } from './explain.ts';
import { type Fraction, isLess, plus, rounded, times, whole } from './fraction.ts';
import { isPartyMemberIn } from './home.ts';
import { missedSessions } from './missed-sessions.ts';
import type { Reading } from './reading.ts';
import { branch, member, type Subject, underResult } from './subject.ts';
import { exclusionOf } from './totals.ts';

/** What one member or branch comes to in a year under one result of the scheme (words 9 to 11). */
export interface ResultValue {
  readonly subject: string;
  readonly year: number;
  /** Rounded once; what is shown is what decides. Null while something required has no basis. */
  readonly value: Hundredths | null;
  /** Parts that are required and have no basis: named gaps. */
  readonly gaps: readonly string[];
  /** Vetoes that facts of the year bring (一票否决), each with these facts. */
  readonly vetoes: readonly { readonly veto: Veto; readonly facts: readonly string[] }[];
  /** The class by which he is not evaluated. */
  readonly excluded: string | null;
  /** Months of the year: of a member those in which he was here, of a branch those of which it was there on every day. */
  readonly months: number;
  readonly grounds: Grounds;
}

/** A part on its way: exact, or without a basis. */
interface Weighed {
  readonly id: string;
  readonly value: Fraction | null;
  readonly gaps: readonly string[];
  readonly grounds: Grounds;
  readonly latest: string;
}

const WHOLE = 10_000;

export function resultOf(reading: Reading, result: Result, id: string, year: number): ResultValue {
  const subject = result.of === 'member' ? member(id) : branch(id);
  const parts = result.parts.map((part) => weighedPart(reading, subject, result, part, year));
  const group = { kind: 'group' as const, id: result.id, label: result.label, clause: result.clause, missing: result.missing, parts: [...result.parts] };
  const total = together(group, parts);
  const excluded = exclusionOf(reading, { subject }, year);
  const value = total.value === null || excluded !== null ? null : rounded(total.value);
  return {
    subject: id, year, value, gaps: excluded === null ? total.gaps : [], excluded,
    vetoes: (result.vetoes ?? []).flatMap((veto) => vetoed(reading, subject, result, veto, year)),
    months: monthsOf(reading, subject, year),
    grounds: { ...total.grounds, value },
  };
}

function weighedPart(reading: Reading, subject: Subject, result: Result, part: ResultPart, year: number): Weighed {
  if (part.kind === 'group') return together(part, part.parts.map((one) => weighedPart(reading, subject, result, one, year)));
  const grounds = part.kind === 'total'
    ? totalGrounds(reading, subject, part.part ?? null, year)
    : below(explain(reading, underResult(subject, result.id), year), part.id);
  const value = grounds?.value ?? null;
  const capped = value !== null && part.kind === 'total' && part.atMost !== undefined ? Math.min(value, part.atMost) : value;
  return {
    id: part.id, value: capped === null ? null : whole(capped), gaps: [], latest: latestIn(grounds),
    grounds: { ...(grounds ?? empty(part)), id: part.id, label: part.label, value: capped },
  };
}

function totalGrounds(reading: Reading, subject: Subject, part: string | null, year: number): Grounds | null {
  const grounds = explain(reading, subject, year);
  return part === null ? grounds : below(grounds, part);
}

function below(grounds: Grounds | null, id: string): Grounds | null {
  if (grounds === null || grounds.id === id) return grounds;
  for (const child of grounds.children) {
    const found = below(child, id);
    if (found !== null) return found;
  }
  return null;
}

/** Parts weighed together, exactly; or the one that stands for all (word 10). */
function together(group: ResultGroup, parts: readonly Weighed[]): Weighed {
  const missing = group.missing ?? 'required';
  const head = { id: group.id, latest: parts.map(({ latest }) => latest).toSorted().at(-1) ?? '' };
  if (group.choose !== undefined) return { ...head, ...choice(group, parts) };
  const weights = group.parts.map(({ id, weight = WHOLE }) => ({ id, weight }));
  const present = parts.filter(({ value }) => value !== null);
  const absent = parts.filter(({ value }) => value === null);
  const gaps = missing === 'required' ? absent.flatMap(({ id, gaps: inner }) => (inner.length > 0 ? inner : [id])) : [];
  const weightOf = (id: string): number => weights.find((one) => one.id === id)?.weight ?? WHOLE;
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  const there = present.reduce((sum, { id }) => sum + weightOf(id), 0);
  const spread = missing === 'renormalise' && there > 0 ? { all, there } : { all: 1, there: 1 };
  const none = gaps.length > 0 || (present.length === 0 && missing !== 'zero');
  const value = none ? null : present.reduce<Fraction>((sum, { id, value: one }) => plus(sum, times(one ?? whole(0), weightOf(id), WHOLE)), whole(0));
  const how: How = {
    kind: 'weigh', weights, spread: Math.round((WHOLE * spread.there) / spread.all), missing: missing === 'renormalise' ? absent.map(({ id }) => id) : [],
  };
  const exact = value === null ? null : times(value, spread.all, spread.there);
  return { ...head, value: exact, gaps, grounds: groupGrounds(group, exact, how, parts) };
}

function choice(group: ResultGroup, parts: readonly Weighed[]): Omit<Weighed, 'id' | 'latest'> {
  const standing = parts.filter((part): part is Weighed & { value: Fraction } => part.value !== null);
  const better = (one: Weighed & { value: Fraction }, best: Weighed & { value: Fraction }): boolean => {
    switch (group.choose) {
      case 'higher': return isLess(best.value, one.value);
      case 'lower': return isLess(one.value, best.value);
      case 'latest': return one.latest > best.latest;
      default: return false;
    }
  };
  const [first, ...rest] = standing;
  const taken = first === undefined ? null : rest.reduce((best, one) => (better(one, best) ? one : best), first);
  const how: How = { kind: 'choose', take: group.choose ?? 'first', chosen: taken?.id ?? null };
  return { value: taken?.value ?? null, gaps: taken === null ? [group.id] : [], grounds: groupGrounds(group, taken?.value ?? null, how, parts) };
}

const groupGrounds = (group: ResultGroup, value: Fraction | null, how: How, parts: readonly Weighed[]): Grounds =>
  ({ id: group.id, label: group.label, value: value === null ? null : rounded(value), full: null, how, rule: null, children: parts.map(({ grounds }) => grounds) });

const empty = ({ id, label }: ResultPart): Grounds =>
  ({ id, label, value: null, full: null, how: { kind: 'noBasis', missing: 'required' }, rule: null, children: [] });

/** The day of the latest fact below. */
function latestIn(grounds: Grounds | null): string {
  if (grounds === null) return '';
  const own = grounds.how.kind === 'fact' ? grounds.how.fact.day : '';
  return [own, ...grounds.children.map(latestIn)].toSorted().at(-1) ?? '';
}

function vetoed(reading: Reading, subject: Subject, result: Result, veto: Veto, year: number) {
  const facts = veto.absentFrom === undefined ? entriesVetoing(reading, subject, result, veto, year) : missedSessions(reading, subject.id, veto.absentFrom).filter(({ period }) => yearOf(period) === year).map(({ factId }) => factId);
  return facts.length === 0 ? [] : [{ veto, facts }];
}

function entriesVetoing(reading: Reading, subject: Subject, result: Result, veto: Veto, year: number): string[] {
  const rule = { kind: 'rule' as const, id: veto.id, label: veto.label, clause: veto.clause, match: veto.match ?? {}, value: { kind: 'fixed' as const, each: 0 },
    full: null, basis: null, group: null, onlyWith: null, labels: [], guidance: null, guide: null, responsible: null, limits: [] };
  const facts = happeningsAsked({ reading, subject: underResult(subject, result.id), placed: { rule, path: [veto.id] }, year, attendances: [], totalOf: () => null });
  return facts.map(({ factId }) => factId);
}

function monthsOf({ world }: Reading, { kind, id }: Subject, year: number): number {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  if (kind === 'member') return months.filter((month) => isPartyMemberIn(world, id, month)).length;
  const state = world.organisations.get(id);
  return state ? months.filter((month) => state.founded <= `${month}-01` && (state.dissolved === null || state.dissolved >= lastOfMonth(month))).length : 0;
}
