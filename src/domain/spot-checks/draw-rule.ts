import { yearOf } from '#domain/calendar/civil-date.ts';
import type { WindowKey } from '#domain/calendar/window.ts';
import type { FactState } from '#domain/facts/contract.ts';

export type Stratum = FactState<'draw'>['list'][number]['stratum'];

/** How many are drawn of each stratum, and after how many quarters without a check a branch stands first. */
export interface DrawRule {
  readonly window: WindowKey;
  /** In hundredths of a percent. */
  readonly share: number;
  readonly quarters: number;
}

/** A branch on the list, by the bureau's short number; `last` is the quarter in which it was drawn last. */
export interface Candidate {
  readonly code: string;
  readonly stratum: Stratum;
  readonly last: WindowKey | null;
}

export interface DrawnBranch {
  readonly code: string;
  readonly because: 'waited' | 'lot';
}

export const strata: readonly Stratum[] = ['shift', 'office'];
const WHOLE = 10_000;

/** A quarter of each stratum, rounded up: 29 branches give eight a quarter. */
export const USUAL_SHARE = 2500;
export const USUAL_QUARTERS = 3;

export const takenOf = (count: number, share: number): number => Math.ceil((count * share) / WHOLE);

/**
 * Whom a draw takes (C): of each stratum a share, rounded up; first who was not drawn for `quarters` quarters, then
 * everybody else, both in the order of what chance says of their codes. The order of the list does not matter, and nobody
 * is taken beyond the number.
 * @param lotOf the hash of seed and code, in hexadecimal digits; the smallest come first.
 */
export function drawBranches(rule: DrawRule, list: readonly Candidate[], lotOf: (code: string) => string): readonly DrawnBranch[] {
  return strata.flatMap((stratum) => {
    const ordered = list.filter((one) => one.stratum === stratum)
      .map((one) => ({ code: one.code, because: hasWaited(one, rule) ? 'waited' as const : 'lot' as const, lot: lotOf(one.code) }))
      .sort((one, other) => rank(one) - rank(other) || compare(one.lot, other.lot) || compare(one.code, other.code));
    return ordered.slice(0, takenOf(ordered.length, rule.share)).map(({ code, because }) => ({ code, because }));
  }).sort((one, other) => compare(one.code, other.code));
}

export const hasWaited = ({ last }: Candidate, { window, quarters }: DrawRule): boolean => last === null || quarterNumber(window) - quarterNumber(last) > quarters;

const rank = ({ because }: DrawnBranch): number => (because === 'waited' ? 0 : 1);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const quarterNumber = (window: WindowKey): number => yearOf(window) * 4 + Number(window.slice(6));

/** What a share does in a stratum, with the arithmetic: whether everybody comes up at least once in `quarters` + 1 quarters. */
export interface StratumReach {
  readonly stratum: Stratum;
  readonly count: number;
  readonly taken: number;
  /** How many can come up in all these quarters together. */
  readonly inAll: number;
  readonly enough: boolean;
}

export function reachOf({ share, quarters }: Pick<DrawRule, 'share' | 'quarters'>, list: readonly Pick<Candidate, 'stratum'>[]): readonly StratumReach[] {
  return strata.flatMap((stratum) => {
    const count = list.filter((one) => one.stratum === stratum).length;
    const taken = takenOf(count, share);
    const inAll = taken * (quarters + 1);
    return count === 0 ? [] : [{ stratum, count, taken, inAll, enough: inAll >= count }];
  });
}

/** So many items are drawn by lot beside those that only a check marks and the gaps of the branch (finding 16). */
export const ITEMS_BY_LOT = 8;

export interface DrawnItem {
  readonly item: string;
  readonly why: 'marked' | 'gap' | 'lot';
}

/**
 * Which items are looked at in a branch, in the order of the scheme: those that only a check marks, the gaps that the
 * branch's own records show, and of the others eight by lot.
 * @param lotOf the hash of seed, code and item.
 */
export function drawItems(items: readonly { readonly item: string; readonly marked: boolean }[], gaps: readonly string[], lotOf: (item: string) => string): readonly DrawnItem[] {
  const others = items.filter(({ item, marked }) => !marked && !gaps.includes(item)).map(({ item }) => ({ item, lot: lotOf(item) }))
    .sort((one, other) => compare(one.lot, other.lot)).slice(0, ITEMS_BY_LOT).map(({ item }) => item);
  return items.flatMap(({ item, marked }): DrawnItem[] => {
    if (marked) return [{ item, why: 'marked' }];
    if (gaps.includes(item)) return [{ item, why: 'gap' }];
    return others.includes(item) ? [{ item, why: 'lot' }] : [];
  });
}
