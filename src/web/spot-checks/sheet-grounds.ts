import type { Grounds } from '#domain/engine/evaluation.ts';
import type { SheetItem, SheetPage } from '#domain/spot-checks/sheet-contract.ts';
import type { Words } from '#domain/words/words.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

const plain = (id: string, label: Words, value: number | null, full: number | null, children: readonly Grounds[] = []): Grounds =>
  ({ id, label, value, full, how: { kind: 'sum' }, rule: null, children });

/** What facts make of an item: the tree of the score, as it was on the day. */
export const computedGrounds = ({ names }: SheetPage, item: SheetItem): NamedGrounds =>
  ({ grounds: item.grounds ?? plain(item.item, item.label, item.computed, item.full), names });

/** What was found: what facts make, and the difference with its reason. */
export function checkedGrounds(page: SheetPage, item: SheetItem): NamedGrounds {
  const { computed, checked, full, reason } = item;
  const said: Words = reason === '' ? { zh: '抽查核定', en: 'Found by the check' } : { zh: `抽查核定：${reason}`, en: `Found by the check: ${reason}` };
  const made = computed === null ? [] : [{ ...(item.grounds ?? plain(item.item, item.label, computed, full)), value: computed, children: [] }];
  return { grounds: plain(`${item.item} checked`, item.label, checked, full, [...made, plain(`${item.item} difference`, said, (checked ?? 0) - (computed ?? 0), null)]), names: page.names };
}

/** What the branch said of itself in its last self-check. */
export const selfGrounds = ({ selfPeriod, names }: SheetPage, item: SheetItem): NamedGrounds =>
  ({ grounds: plain(`${item.item} self`, { zh: `${selfPeriod ?? ''} 月自查：${item.label.zh}`, en: `Self-check of ${selfPeriod ?? ''}: ${item.label.en}` }, item.selfMark, item.selfFull), names });
