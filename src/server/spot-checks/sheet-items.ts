import { scoredAspects, type ScoredAspect, type ScoredItem } from '#domain/assessments/branch-score.ts';
import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { read } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import type { PointsPart } from '#domain/schemes/scheme.ts';
import { drawItems } from '#domain/spot-checks/draw-rule.ts';
import { itemLotText } from '#domain/spot-checks/draw-text.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { computedMark, type SheetItemState } from '#domain/spot-checks/sheet-rules.ts';
import { branchYear, type BranchYear } from '#server/assessments/branch-year-reads.ts';
import { lastSelfCheck } from '#server/months/self-check-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { hashOfGrounds } from '#server/points/known-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { sha256 } from './sha256.ts';

type Sheet = FactState<'checkSheet'>;

/** What facts make of a branch on a day, item by item, and what the branch last said of itself. */
export interface Standing {
  readonly year: BranchYear & { readonly tree: PointsPart; readonly grounds: Grounds };
  readonly aspects: readonly ScoredAspect[];
  readonly selfPeriod: string | null;
  readonly self: ReadonlyMap<string, Pick<SheetItemState, 'selfMark' | 'selfFull'>>;
}

/** @throws NothingToDraw where no scheme has items in that year. */
export async function standingOn(tx: Tx, organisation: string, window: string, day: CivilDate): Promise<Standing> {
  const year = yearOf(window);
  const found = await branchYear(tx, await adoptedSchemes(tx), organisation, year, day);
  const { tree, grounds } = found;
  if (!tree || !grounds) throw refuseSpotCheck('NothingToDraw', {});
  return { year: { ...found, tree, grounds }, aspects: scoredAspects(grounds, tree, day >= `${year}-12-31`), ...(await selfMarks(tx, { organisation, year, day }, found, tree)) };
}

/** 自评分 as it was handed in, each with what it was out of then: that recomputes from what was known. */
async function selfMarks(tx: Tx, { organisation, year, day }: { organisation: string; year: number; day: CivilDate }, { log }: BranchYear, tree: PointsPart): Promise<Pick<Standing, 'self' | 'selfPeriod'>> {
  const check = await lastSelfCheck(tx, organisation, year, day);
  if (!check) return { selfPeriod: null, self: new Map() };
  const { asOfSeq, date, period, items } = check.state;
  const then = explain(read({ schemes: await adoptedSchemes(tx), log, upTo: { seq: asOfSeq, date, period } }), branch(organisation), year);
  const fulls = new Map(then === null ? [] : scoredAspects(then, tree, false).flatMap((aspect) => aspect.items.map(({ id, full }) => [id, full])));
  return { selfPeriod: period, self: new Map(items.map(({ item, mark }) => [item, { selfMark: mark, selfFull: fulls.get(item) ?? null }])) };
}

const itemsIn = ({ aspects }: Standing): readonly ScoredItem[] => aspects.flatMap(({ items }) => items);

/** The items that the draw takes in a branch: marked ones, gaps of its records, and the lot. */
export function drawnItems(standing: Standing, draw: FactState<'draw'>, code: string): SheetItemState[] {
  const gaps = itemsIn(standing).filter(({ state }) => state === 'lacks').map(({ id }) => id);
  const seed = draw.seed ?? '';
  return marksOn(standing, drawItems(draw.items, gaps, (item) => sha256(itemLotText(seed, code, item)))
    .map(({ item, why }) => ({ item, why, full: null, computed: null, selfMark: null, selfFull: null, checked: null, asked: 0 })));
}

/** The same items with what facts make of them on the day, and what the branch has said. */
export function marksOn(standing: Standing, items: readonly SheetItemState[]): SheetItemState[] {
  const scored = new Map(itemsIn(standing).map((one) => [one.id, one]));
  return items.map((one) => {
    const found = scored.get(one.item);
    const grounds = groundsOfItem(standing, one.item);
    return { ...one, full: found?.full ?? null, computed: grounds === null ? null : computedMark(grounds), ...(standing.self.get(one.item) ?? { selfMark: null, selfFull: null }) };
  });
}

export function groundsOfItem({ year: { grounds } }: Standing, item: string): Grounds | null {
  for (const aspect of grounds.children) {
    if (aspect.id === item) return aspect;
    const found = aspect.children.find((child) => child.id === item);
    if (found) return found;
  }
  return null;
}

/** By what the computed marks of a sheet recompute. */
export function pinOf({ year: { version, grounds } }: Standing, seq: number, date: CivilDate): Pick<Sheet, 'scheme' | 'schemeVersion' | 'evaluator' | 'asOfSeq' | 'date' | 'groundsHash'> {
  const { id = 'none', version: number = 1 } = version?.scheme ?? {};
  return { scheme: id, schemeVersion: number, evaluator: EVALUATOR, asOfSeq: seq, date, groundsHash: hashOfGrounds(grounds) };
}
