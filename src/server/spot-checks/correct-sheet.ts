import { isConfirmedSheet } from '#domain/engine/check-sheet.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import type { Words } from '#domain/words/words.ts';
import { type Correcting, noWays } from '#server/facts/correcting.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';

/**
 * A confirmed sheet is put right in the mark of one item that it has marked, within its full mark. What was found stays as
 * it was said; who stands for the mark from then on is the decision.
 */
export const sheetCorrecting: Correcting<'checkSheet'> = {
  ways: async ({ tx }, { state }, whose) => {
    if (whose.kind !== 'branch' || whose.id !== state.organisation || !isConfirmedSheet(state)) return noWays;
    const tree = (await schemeOn(tx, state.day))?.indicators ?? null;
    const sheet = state.items.flatMap(({ item, full, checked }) =>
      (checked === null ? [] : [{ item, label: (tree && labelOf(tree, item)) ?? { zh: item, en: item }, full, checked }]));
    return { ...noWays, ways: ['checked'], sheet };
  },

  corrected: async ({ tx }, { factId, version, state, period }, correction) => {
    if (correction.kind !== 'checked') throw refuseObjection('CorrectionNotAllowed', {});
    const { item, checked } = correction;
    const marked = state.items.find((one) => one.item === item && one.checked !== null);
    if (!marked) throw refuseSpotCheck('ItemNotOnSheet', {});
    if (marked.full !== null && checked > marked.full) throw refuseSpotCheck('MarkAboveFull', {});
    const text = await textOf(tx, factId, version);
    return { state: { ...state, items: state.items.map((one) => (one === marked ? { ...one, checked } : one)) }, period, text: text ?? undefined };
  },
};

function labelOf(node: PointsNode, item: string): Words | null {
  if (node.id === item) return node.label;
  if (node.kind === 'rule') return null;
  for (const child of node.children) {
    const found = labelOf(child, item);
    if (found) return found;
  }
  return null;
}
