import { addDays, type CivilDate, weekday } from '#domain/calendar/civil-date.ts';
import { anchorOf, firstDayOf, lastDayOf, windowKinds, windowOf } from '#domain/calendar/window.ts';
import { formatHundredths, type Hundredths } from '#domain/points/hundredths.ts';
import { dutyAtSession, type ShiftTeam } from '#domain/rota/duty-on-sitting.ts';
import type { Words } from '#domain/words/words.ts';
import type { Limit, PointsNode, PointsRule, Scheme } from './scheme.ts';

/** A shift team under the name by which the office knows it. */
export interface NamedTeam {
  readonly name: string;
  readonly team: ShiftTeam;
}

/** What somebody who never misses a session can reach with one rule in one year. */
export interface Reach {
  /** Null for who works office hours. */
  readonly team: string | null;
  readonly sessions: number;
  readonly most: Hundredths;
}

/**
 * What a rule that pays by the session lets each shift team reach at most, office hours first. Empty for any
 * other rule, and where none of its activities has a usual weekday to count with.
 */
export function mostPerTeam(rule: PointsRule, scheme: Scheme, teams: readonly NamedTeam[], year: number): Reach[] {
  const { value, match } = rule;
  const weekly = scheme.activities.filter(({ id, weekday: day }) =>
    day !== null && ((match.activities ?? []).length === 0 || (match.activities ?? []).includes(id)));
  if (value.kind !== 'fixed' || match.part !== 'attendance' || weekly.length === 0) return [];
  const days = daysOf(year);
  const sittings = weekly.flatMap(({ weekday: on, from, to }) => days.filter((day) => weekday(day) === on).map((day) => ({ day, from, to })));
  return [null, ...teams].map((named) => {
    const free = sittings.filter((sitting) => named === null || dutyAtSession(named.team, always, [sitting]) === null);
    return { team: named?.name ?? null, sessions: free.length, most: underCeilings(free.map(({ day }) => day), value.each, rule.limits) };
  });
}

const always = { from: '0001-01-01', to: null };

function daysOf(year: number): CivilDate[] {
  const window = String(year).padStart(4, '0');
  const days: CivilDate[] = [];
  for (let day = firstDayOf(window); day <= lastDayOf(window); day = addDays(day, 1)) days.push(day);
  return days;
}

/** The sum of one value for each day, under the ceilings from the smallest window to the largest. */
function underCeilings(days: readonly CivilDate[], each: Hundredths, limits: readonly Limit[]): Hundredths {
  let values = days.map((day) => ({ day, value: each }));
  for (const kind of windowKinds) {
    const ceiling = limits.find(({ bound, per }) => bound === 'ceiling' && per === kind);
    if (ceiling === undefined) continue;
    const sums = new Map<string, Hundredths>();
    for (const { day, value } of values) sums.set(windowOf(kind, day), (sums.get(windowOf(kind, day)) ?? 0) + value);
    values = [...sums].map(([window, sum]) => ({ day: anchorOf(window), value: Math.min(sum, ceiling.value) }));
  }
  return values.reduce((sum, { value }) => sum + value, 0);
}

/** What the office should know of a roster before it adopts the scheme: one sentence for each rule paid by the session. */
export function reachWarnings(scheme: Scheme, teams: readonly NamedTeam[], year: number): Words[] {
  const rules = scheme.points === null ? [] : rulesBelow(scheme.points);
  return rules.flatMap((rule) => {
    const reaches = mostPerTeam(rule, scheme, teams, year);
    if (reaches.length === 0) return [];
    const zh = reaches.map(({ team, sessions, most }) => `${team ?? '常日班'} ${sessions} 次、最高 ${formatHundredths(most)} 分`).join('；');
    const en = reaches.map(({ team, sessions, most }) => `${team ?? 'office hours'}: ${sessions} sessions, at most ${formatHundredths(most)}`).join('; ');
    return [{ zh: `“${rule.label.zh}”按次计分，${year} 年：${zh}。`, en: `“${rule.label.en}” pays by the session. In ${year}: ${en}.` }];
  });
}

const rulesBelow = (node: PointsNode): PointsRule[] => (node.kind === 'rule' ? [node] : node.children.flatMap(rulesBelow));
