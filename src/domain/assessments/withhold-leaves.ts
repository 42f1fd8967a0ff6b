import { acts, type ActName } from '#domain/access/acts.ts';
import { roleLabels } from '#domain/access/roles.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { readingActs } from '#domain/registers/keeping.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { PointsNode, PointsRule } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';

/** What a reader may know of the people and registers behind a score. */
export interface Sight {
  readonly people: boolean;
  readonly register: (register: Register) => boolean;
}

/**
 * The same tree for a reader who may not see all that stands behind it: each leaf is a fact that he may open, or says whose
 * right hides it. No value changes, so that the sum stays (finding 14).
 * @param registers by their words, as the scheme of the year knows them.
 */
export function withholdLeaves(grounds: Grounds, tree: PointsNode, registers: ReadonlyMap<string, Register>, sight: Sight): Grounds {
  const rules = new Map(rulesBelow(tree).map((rule) => [rule.id, rule]));
  const hidden = (ids: readonly string[]): Register | undefined => ids.flatMap((id) => registers.get(id) ?? []).find((register) => !sight.register(register));
  const walk = (node: Grounds, within: PointsRule | undefined, at: number): Grounds => {
    const rule = rules.get(node.id) ?? within;
    const words = hidingWords(node, rule, hidden, sight.people);
    if (words !== null) return withheld(node, `${rule?.id ?? 'withheld'} ${at}`, words);
    return { ...node, children: node.children.map((child, index) => walk(child, rule, index)) };
  };
  return walk(grounds, undefined, 0);
}

const rulesBelow = (node: PointsNode): readonly PointsRule[] => (node.kind === 'rule' ? [node] : node.children.flatMap(rulesBelow));

/** Why a leaf is not for this reader; null where it is. */
function hidingWords({ how }: Grounds, rule: PointsRule | undefined, hidden: (ids: readonly string[]) => Register | undefined, people: boolean): Words | null {
  if (how.kind === 'fact') {
    const register = how.fact.kind === 'session' ? undefined : hidden(how.fact.activities);
    return register ? registerWords(register) : null;
  }
  if (how.kind !== 'counted') return null;
  const register = hidden(rule ? registersAsked(rule) : []);
  if (register) return registerWords(register);
  // A duty of each group counts groups, which are no secret.
  return how.persons.length > 0 && rule?.value.kind !== 'duty' && !people ? peopleWords : null;
}

const registersAsked = ({ match, value }: PointsRule): readonly string[] =>
  [...(match.records ?? []), ...(value.kind === 'answered' ? value.to.records ?? [] : [])];

/** The value stays, and whether it is there; whom and what it is about goes, and the id, which is often a person's. */
function withheld(node: Grounds, id: string, label: Words): Grounds {
  const state = node.how.kind === 'counted' ? node.how.state : 'has';
  const how: Grounds['how'] = node.value === null ? { kind: 'counted', state, persons: [], window: null, because: [] } : { kind: 'sum' };
  return { ...node, id, label, how, rule: null, children: [] };
}

const ROLES_MOST = 4;

function registerWords(register: Register): Words {
  const [zh, en] = rolesFor(readingActs(register));
  return { zh: `${register.label.zh}：内容限本人和${zh}查看`, en: `${register.label.en}: seen by the person and ${en} only` };
}

const peopleWords: Words = { zh: '一名党员（姓名限本支部和机关党委的办理人员查看）', en: 'A member (named only to those who act for the branch or the office)' };

function rolesFor(some: readonly ActName[]): [string, string] {
  const roles = [...new Set(some.flatMap((act) => [...acts[act].roles]))].toReversed().slice(0, ROLES_MOST).map((role) => roleLabels[role]);
  return [roles.map(({ zh }) => zh).join('、'), roles.map(({ en }) => en).join(', ')];
}
