import type { Grounds } from '#domain/engine/evaluation.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import { mostPerTeam, type NamedTeam } from './most-per-team.ts';
import type { PointsNode, PointsRule, Scheme } from './scheme.ts';

/**
 * What somebody of each shift team who never misses a session can reach with the rules that pay by the session, office
 * hours first, each with its sessions. Null for all where no rule pays so: then nobody's duty costs anything.
 */
export function reachOfTeams(scheme: Scheme, teams: readonly NamedTeam[], year: number): readonly Grounds[] | null {
  const rules = (scheme.points === null ? [] : rulesBelow(scheme.points))
    .map((rule) => ({ rule, reaches: mostPerTeam(rule, scheme, teams, year) })).filter(({ reaches }) => reaches.length > 0);
  if (rules.length === 0) return null;
  return [null, ...teams].map((team, at) => {
    const children = rules.flatMap(({ rule, reaches }) => {
      const reach = reaches[at];
      return reach ? [ruleReach(rule, scheme, reach, year)] : [];
    });
    return {
      id: `reach ${at}`, label: team === null ? { zh: '常日班', en: 'Office hours' } : { zh: team.name, en: team.name },
      value: children.reduce((sum, { value }) => sum + (value ?? 0), 0), full: null, how: { kind: 'sum' }, rule: null, children,
    };
  });
}

function ruleReach(rule: PointsRule, scheme: Scheme, { sessions, most }: { readonly sessions: number; readonly most: Hundredths }, year: number): Grounds {
  const each = rule.value.kind === 'fixed' ? rule.value.each : 0;
  const { id, label, clause } = rule;
  const paid: Grounds = { id: `${id} sessions`, label: { zh: '全部参加', en: 'Never absent' }, value: each * sessions, full: null, how: { kind: 'each', each, times: sessions }, rule: null, children: [] };
  const taken = most - each * sessions;
  const limited: Grounds = {
    id: `${id} limits`, label: { zh: '限额', en: 'Limits' }, value: taken, full: null, rule: null, children: [],
    how: { kind: 'limit', bound: 'ceiling', before: each * sessions, at: most, window: String(year) },
  };
  return {
    id, label, value: most, full: rule.full, how: { kind: 'sum' }, children: taken === 0 ? [paid] : [paid, limited],
    rule: { id, words: label, clause, scheme: scheme.id, version: scheme.version },
  };
}

const rulesBelow = (node: PointsNode): PointsRule[] => (node.kind === 'rule' ? [node] : node.children.flatMap(rulesBelow));
