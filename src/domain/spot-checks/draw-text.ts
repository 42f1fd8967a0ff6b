import type { Candidate, DrawRule } from './draw-rule.ts';

/** Everything a draw follows from beside the words: what is published, and what the hash is of. */
export interface PublishedList extends DrawRule {
  /** The number of the committee that checks. */
  readonly committee: string;
  readonly items: readonly { readonly item: string; readonly marked: boolean }[];
  readonly branches: readonly Candidate[];
}

export const LIST_FORMAT = 'zhibu spot check list 1';
export const PROOF_FORMAT = 'zhibu spot check proof 1';

/**
 * The list as it is published, line by line, the fields with tabs between: the same list gives the same text to the
 * letter. Branches stand in the order of their numbers. Names are not in it, so that a new name is no new list.
 */
export function listText({ committee, window, share, quarters, items, branches }: PublishedList): string {
  const lines = [
    [LIST_FORMAT], ['committee', committee], ['quarter', window], ['share', share], ['quarters', quarters],
    ...items.map(({ item, marked }) => ['item', item, marked ? 'marked' : 'computed']),
    ...branches.toSorted((one, other) => (one.code < other.code ? -1 : 1)).map(({ code, stratum, last }) => ['branch', code, stratum, last ?? 'never']),
  ];
  return lines.map((fields) => `${fields.join('\t')}\n`).join('');
}

/** What the seed is the hash of: the hash of the list and the words, one in each line, in the order in which they were typed. */
export const seedText = (listHash: string, words: readonly string[]): string => [listHash, ...words].join('\n');
/** What the lot of a branch is the hash of. */
export const branchLotText = (seed: string, code: string): string => `${seed}\n${code}`;
/** What the lot of an item in a branch is the hash of. */
export const itemLotText = (seed: string, code: string, item: string): string => `${seed}\n${code}\n${item}`;
