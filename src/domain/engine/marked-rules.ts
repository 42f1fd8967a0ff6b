import { limits } from '#domain/schemes/format/build-scheme.ts';
import type { Result, ResultPart } from '#domain/schemes/format/result-shape.ts';
import type { PointsPart, PointsRule } from '#domain/schemes/scheme.ts';

/** What is marked for a result alone, as a tree of its own, so that the one evaluator values it; null where nothing is. */
export function markedRules(result: Result): PointsPart | null {
  const rules = result.parts.flatMap((part) => rulesIn(part, result.clause ?? ''));
  return rules.length === 0 ? null : {
    kind: 'part', id: result.id, label: result.label, clause: result.clause ?? null, full: null, combine: 'sum', missing: null, base: null, bonus: false,
    choose: null, labels: [], guidance: null, guide: null, responsible: null, limits: [], children: rules,
  };
}

function rulesIn(part: ResultPart, clause: string): PointsRule[] {
  switch (part.kind) {
    case 'total': return [];
    case 'group': return part.parts.flatMap((one) => rulesIn(one, part.clause ?? clause));
    case 'rule': return [{
      kind: 'rule', id: part.id, label: part.label, clause: part.clause ?? clause, match: part.match, value: part.value, full: null, basis: null,
      group: part.group ?? null, onlyWith: null, labels: [], guidance: null, guide: null, responsible: null, limits: limits(part.id, part.limits),
    }];
  }
}
