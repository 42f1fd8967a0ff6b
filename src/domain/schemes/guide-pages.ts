import { postLabels } from '#domain/people/posts.ts';
import type { Words } from '#domain/words/words.ts';
import { card } from './card.ts';
import { keepingWords } from './cards/register-card.ts';
import { requirementCard } from './cards/requirement-card.ts';
import { type DutyGuide, guidesOf } from './duty-guides.ts';
import type { Match } from './format/match-shape.ts';
import { heldWords } from './read-aloud.ts';
import type { PointsNode, PointsRule, Scheme } from './scheme.ts';

/** A guide with what stands around it on its page. */
export interface GuidePage extends DutyGuide {
  /** Who does it, and when it usually is. */
  readonly who: Words | null;
  /** What it is done for: the items of the branch's year and the requirements that look at it, read aloud. */
  readonly asked: readonly Words[];
  /** Indicators, from the aspect down, beside which the guide is of use. */
  readonly items: readonly string[];
}

/** Every guide of a scheme as a page (S1-04). */
export function guidePages(scheme: Scheme): GuidePage[] {
  const placed = scheme.indicators === null ? [] : scheme.indicators.children.flatMap((aspect) => placedBelow(aspect, []));
  return guidesOf(scheme).map((duty) => {
    const rules = placed.filter(({ rule, above }) => (duty.kind === 'item' ? rule.id === duty.id || above.some(({ id }) => id === duty.id) : looksAt(rule.match, duty)));
    const required = duty.kind === 'item' ? [] : scheme.requirements.filter(({ match }) => looksAt(match, duty));
    return {
      ...duty, who: whoOf(duty, scheme, rules),
      asked: [...rules.map(({ rule }) => card(rule, scheme)), ...required.map((each) => requirementCard(each, scheme))],
      items: [...new Set(rules.flatMap(({ rule, above }) => [...above.map(({ id }) => id), rule.id]))],
    };
  });
}

interface Placed {
  readonly rule: PointsRule;
  /** The parts that it stands in, from the aspect down. */
  readonly above: readonly PointsNode[];
}

const placedBelow = (node: PointsNode, above: readonly PointsNode[]): Placed[] =>
  (node.kind === 'rule' ? [{ rule: node, above }] : node.children.flatMap((child) => placedBelow(child, [...above, node])));

function looksAt({ activities = [], records = [], anyOf = [] }: Match, { kind, id }: DutyGuide): boolean {
  const named = (of: Pick<Match, 'activities' | 'records'>): readonly string[] => (kind === 'activity' ? of.activities : of.records) ?? [];
  return [{ activities, records }, ...anyOf].some((one) => named(one).includes(id));
}

function whoOf({ kind, id }: DutyGuide, { activities, registers }: Scheme, rules: readonly Placed[]): Words | null {
  const activity = kind === 'activity' ? activities.find((each) => each.id === id) : undefined;
  if (activity) return heldWords(activity);
  const register = kind === 'register' ? registers.find((each) => each.id === id) : undefined;
  if (register) return keepingWords(register);
  const posts = rules.flatMap(({ rule, above }) => [rule, ...above.toReversed()].find(({ responsible }) => responsible !== null)?.responsible ?? []);
  const post = new Set(posts).size === 1 ? posts[0] : undefined;
  return post === undefined ? null : { zh: `由支部${postLabels[post].zh}负责`, en: `answered for by the ${postLabels[post].en.toLowerCase()} of the branch` };
}
