import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { holderOf, isApplicable, type PlanItem, type PlanPlace } from './plan-items.ts';
import { isSpread, targetOf, type ItemTarget, type TargetLine } from './item-target.ts';
import { isAssigned } from './plan-standing.ts';
import { refuseTarget } from './refusals.ts';
import { targetWords } from './unit-words.ts';

/** 一键生成: a line for every item that applies and has none, as the scheme asks for it; what was written stays as it is. */
export function generatedLines(place: PlanPlace, items: readonly PlanItem[], lines: readonly TargetLine[]): TargetLine[] {
  const kept = new Map(lines.map((line) => [line.item, line]));
  return items.flatMap(({ node, post }) => {
    const known = kept.get(node.id);
    if (known) return [known];
    if (!isApplicable(place, node)) return [];
    const { unit, target, split, due } = targetOf(place, node);
    return [{ item: node.id, unit, target, split: [...split], responsible: holderOf(place, post), due }];
  });
}

/** What a branch may say of an item. */
export interface LineChange {
  readonly item: string;
  readonly target: number;
  readonly split: readonly number[];
  readonly responsible: string | null;
  readonly due: CivilDate | null;
}

/**
 * The line that a change makes, in the unit of the scheme.
 * @param belongs whether somebody is at home in the branch or sits on its committee.
 * @throws ItemNotApplicable, TargetOutOfRange, SplitNotTarget, SplitNotAsked, ResponsibleNotHere, DueOutsideYear
 */
export function changedLine(place: PlanPlace, { node }: PlanItem, change: LineChange, belongs: (person: string) => boolean): TargetLine {
  const { label } = node;
  if (!isApplicable(place, node)) throw refuseTarget('ItemNotApplicable', { label });
  const asked: ItemTarget = targetOf(place, node);
  const { target, split, responsible, due } = change;
  if (target < 0 || target > asked.most) throw refuseTarget('TargetOutOfRange', { label, most: targetWords(asked.unit, asked.most) });
  if (!isSpread(asked.unit) && split.length > 0) throw refuseTarget('SplitNotAsked', { label });
  const sum = split.reduce((all, one) => all + one, 0);
  const spread = isSpread(asked.unit) ? (split.length === 4 || split.length === 12) && split.every((one) => one >= 0) && sum === target : true;
  if (!spread) throw refuseTarget('SplitNotTarget', { label, sum, target });
  if (responsible !== null && !belongs(responsible)) throw refuseTarget('ResponsibleNotHere', { label });
  if (due !== null && !due.startsWith(`${place.year}-`)) throw refuseTarget('DueOutsideYear', { label, year: place.year });
  return { item: node.id, unit: asked.unit, target, split: [...split], responsible, due };
}

/** The lines after some changes, in the order of the scheme. */
export function withLines(items: readonly PlanItem[], lines: readonly TargetLine[], changed: readonly TargetLine[]): TargetLine[] {
  const all = new Map([...lines, ...changed].map((line) => [line.item, line]));
  return items.flatMap(({ node }) => all.get(node.id) ?? []);
}

/** 责任人和时限 of every item that applies are named: only then is a year broken down. */
export function isComplete(place: PlanPlace, items: readonly PlanItem[], lines: readonly TargetLine[]): boolean {
  const assigned = new Set(lines.filter(isAssigned).map(({ item }) => item));
  return items.every(({ node }) => !isApplicable(place, node) || assigned.has(node.id));
}
