import type { z } from 'zod';
import { demandOrHide, scopesOf } from '#domain/access/policy.ts';
import type { readScoreBoard as contract, ScoreBoard, ScoreBoardRow, ScoreGap } from '#domain/assessments/board-contract.ts';
import { weightOf } from '#domain/assessments/branch-score.ts';
import { quarterBefore } from '#domain/assessments/quarter-before.ts';
import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { schemeBook } from '#domain/engine/scheme-book.ts';
import { isBranch } from '#domain/orgs/categories.ts';
import { organisationsIn, type PlacedOrganisation } from '#server/boards/board-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { boardKnows, itemRows, type ItemRow, wholeRows, type WholeRow } from './score-board-reads.ts';

const GAPS_SHOWN = 10;

/** 考核看板: the branches by number with their aspects and items, and the ten gaps that cost most, in words. */
export async function readScoreBoard(call: Call, input: z.output<typeof contract.input>): Promise<ScoreBoard> {
  const { tx, actor, today } = call;
  const year = input.year ?? yearOf(today);
  const day = yearOf(today) > year ? `${year}-12-31` : today;
  const all = await organisationsIn(tx, scopesOf(actor, 'readScores'), day.slice(0, 7));
  const branches = (await organisationsIn(tx, await rootsAsked(call, input.organisation, day), day.slice(0, 7))).filter(({ category }) => isBranch(category));
  const ids = branches.map(({ id }) => id);
  // Asked before the rows are read, so that these never know less.
  const asOf = await boardKnows(call, ids, year);
  const [wholes, items] = [await wholeRows(tx, ids, year), await itemRows(tx, ids, year)];
  const aspects = aspectsOf(await adoptedSchemes(tx), year);
  const [wholesOf, itemsOf] = [byOrganisation(wholes), byOrganisation(items)];
  return {
    year, asOf, aspects, quarter: quarterBefore(year, today), choices: choicesAmong(all),
    items: branches.map((branch) => rowOf(branch, aspects, wholesOf.get(branch.id) ?? [], itemsOf.get(branch.id) ?? [])),
    gaps: largestGaps(branches, aspects, items),
  };
}

/** Six hundred branches have twenty thousand items: nobody looks through all of them for each branch. */
function byOrganisation<Row extends { readonly organisation: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.organisation);
    if (own) own.push(row);
    else found.set(row.organisation, [row]);
  }
  return found;
}

/** @throws NotFound for whom there is no board, or none below the organisation that was asked for. */
async function rootsAsked({ tx, actor }: Call, organisation: string | undefined, day: CivilDate): Promise<readonly string[]> {
  const scopes = scopesOf(actor, 'readScores');
  if (scopes.length === 0) throw refuse('NotFound', {});
  if (organisation === undefined) return scopes;
  demandOrHide(actor, 'readScores', await lineage(tx, organisation, day));
  return [organisation];
}

function aspectsOf(schemes: Parameters<typeof schemeBook>[0], year: number): ScoreBoard['aspects'] {
  const tree = schemeBook(schemes).forWindow(String(year))?.scheme.indicators;
  return (tree?.children ?? []).map((node) => ({
    id: node.id, label: node.label, weight: weightOf(node),
    items: (node.kind === 'rule' ? [node] : node.children).map((item) => ({ id: item.id, label: item.label, weight: weightOf(item) })),
  }));
}

function rowOf({ id, name, number }: PlacedOrganisation, aspects: ScoreBoard['aspects'], wholes: readonly WholeRow[], items: readonly ItemRow[]): ScoreBoardRow {
  const whole = wholes.find(({ aspect }) => aspect === '');
  return {
    organisation: { id, name, number },
    value: whole?.value ?? null, full: whole?.full ?? null, progressToDate: whole?.progressToDate ?? null, quarterValue: whole?.quarterValue ?? null,
    lacking: items.filter(({ state }) => state === 'lacks').length, worst: worstOf(aspects, items),
    aspects: aspects.flatMap((aspect) => wholes.filter((it) => it.aspect === aspect.id).map(({ value, full, progressToDate }) => ({ id: aspect.id, value, full, progressToDate }))),
    items: aspects.flatMap((aspect) => aspect.items).flatMap((item) => items.filter((it) => it.item === item.id)
      .map(({ value, full, state, progressToDate }) => ({ id: item.id, value, full, state, progressToDate }))),
  };
}

function worstOf(aspects: ScoreBoard['aspects'], items: readonly ItemRow[]): ScoreBoardRow['worst'] {
  const [worst] = items.filter(({ state, lacks }) => state === 'lacks' && lacks.length > 0).toSorted((one, other) => shortOf(other) - shortOf(one) || (one.item < other.item ? -1 : 1));
  const label = aspects.flatMap((aspect) => aspect.items).find(({ id }) => id === worst?.item)?.label;
  return worst?.lacks[0] && label ? { label, words: worst.lacks[0].words } : null;
}

const shortOf = ({ value, full }: ItemRow): number => (full ?? 0) - (value ?? 0);

function largestGaps(branches: readonly PlacedOrganisation[], aspects: ScoreBoard['aspects'], items: readonly ItemRow[]): ScoreGap[] {
  const labels = new Map(aspects.flatMap((aspect) => aspect.items).map(({ id, label }) => [id, label]));
  const order = new Map(branches.map(({ id }, at) => [id, at]));
  const names = new Map(branches.map(({ id, name }) => [id, name]));
  return items.filter(({ state }) => state === 'lacks')
    .flatMap((item): ScoreGap[] => {
      const name = names.get(item.organisation);
      const [first] = item.lacks;
      const label = labels.get(item.item);
      if (name === undefined || !first || !label) return [];
      return [{ organisation: { id: item.organisation, name }, item: item.item, label, short: shortOf(item), ...first }];
    })
    .toSorted((one, other) => other.short - one.short || (order.get(one.organisation.id) ?? 0) - (order.get(other.organisation.id) ?? 0))
    .slice(0, GAPS_SHOWN);
}

/** Whatever has branches below it. */
function choicesAmong(all: readonly PlacedOrganisation[]): ScoreBoard['choices'] {
  const above = new Set(all.filter(({ category }) => isBranch(category)).map(({ parent }) => parent));
  for (const id of above) above.add(all.find((it) => it.id === id)?.parent ?? null);
  return all.filter(({ id }) => above.has(id)).map(({ id, name }) => ({ id, name }));
}
