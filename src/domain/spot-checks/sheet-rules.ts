import { overMarkedIn } from '#domain/engine/check-sheet.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import { refuseSpotCheck } from './refusals.ts';
import type { Marks } from './sheet-contract.ts';

export type SheetItemState = FactState<'checkSheet'>['items'][number];

/**
 * 计算分: what facts alone make of an item, without any check; null without a basis, and where only a check has marked it.
 */
export function computedMark({ value, how, children }: Grounds): Hundredths | null {
  if (value === null) return null;
  if (how.kind === 'measured' && children.some((child) => child.how.kind === 'fact' && child.how.fact.kind === 'checkSheet')) return null;
  return value - children.reduce((sum, child) => sum + (child.how.kind === 'check' ? child.value ?? 0 : 0), 0);
}

/** An item that facts give a basis, or that only a check marks, can be marked; one that does not apply cannot. */
export const isMarkable = ({ computed, why, full }: Pick<SheetItemState, 'computed' | 'why' | 'full'>): boolean => computed !== null || (why === 'marked' && full !== null);

export const isOverMarked = (item: SheetItemState): boolean => overMarkedIn({ items: [item] }) > 0;

/**
 * The items of a sheet with what was found. Each that can be marked is, within its full mark; where the mark is another than
 * facts make, with the reason. @throws ItemNotOnSheet, MarkAboveFull, MarkWithoutBasis, MarksMissing, ReasonMissing
 */
export function markedItems(items: readonly SheetItemState[], marks: Marks): SheetItemState[] {
  if (marks.some(({ item }) => !items.some((one) => one.item === item))) throw refuseSpotCheck('ItemNotOnSheet', {});
  const found = items.map((one): SheetItemState & { reason: string } => {
    const mark = marks.find(({ item }) => item === one.item);
    return { ...one, checked: mark?.checked ?? null, asked: mark?.asked ?? 0, reason: mark?.reason ?? '' };
  });
  if (found.some((one) => one.checked !== null && !isMarkable(one))) throw refuseSpotCheck('MarkWithoutBasis', {});
  if (found.some(({ checked, full }) => checked !== null && full !== null && checked > full)) throw refuseSpotCheck('MarkAboveFull', {});
  if (found.some((one) => one.checked === null && isMarkable(one))) throw refuseSpotCheck('MarksMissing', {});
  if (found.some(({ checked, computed, reason }) => checked !== null && computed !== null && checked !== computed && reason === '')) throw refuseSpotCheck('ReasonMissing', {});
  return found.map(({ reason: _, ...one }) => one);
}
