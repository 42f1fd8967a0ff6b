import type { RosterItem } from './contract.ts';

export interface SignInLine {
  /** 1, 2, … */
  readonly no: number;
  readonly person: RosterItem['person'];
  /** Why nobody is to sign here: the class of the reason and no more, because the sheet lies open on a table (finding 14). */
  readonly away: 'duty' | 'leave' | 'other' | null;
}

export interface SignInLines {
  readonly lines: readonly SignInLine[];
  readonly expected: number;
  /** Of those expected, on approved leave: they make it up. */
  readonly onLeave: number;
  readonly excused: number;
}

const order = { expected: 0, onLeave: 1, excused: 2 } as const satisfies Record<RosterItem['standing'], number>;

/** 签到表: whoever is expected in the order of the roster, then those a register accounts for. */
export function signInLines(items: readonly RosterItem[]): SignInLines {
  const sorted = items.toSorted((a, b) => order[a.standing] - order[b.standing]);
  const count = (standing: RosterItem['standing']): number => items.filter((it) => it.standing === standing).length;
  return {
    lines: sorted.map(({ person, standing, reasonClass }, at) => ({ no: at + 1, person, away: standing === 'expected' ? null : awayClass(reasonClass) })),
    expected: count('expected') + count('onLeave'), onLeave: count('onLeave'), excused: count('excused'),
  };
}

/** 空白签到表: everybody of the roster in its order; of a day that is not known nobody is on duty or away. */
export const blankLines = (items: readonly RosterItem[]): readonly SignInLine[] => items.map(({ person }, at) => ({ no: at + 1, person, away: null }));

const awayClass = (reason: RosterItem['reasonClass']): SignInLine['away'] => (reason === 'duty' || reason === 'leave' ? reason : 'other');

/** The lines side by side, so many in a row of the paper; the last row may be short. */
export const inRows = <L>(lines: readonly L[], across: number): readonly (readonly L[])[] =>
  Array.from({ length: Math.ceil(lines.length / across) }, (_, row) => lines.slice(row * across, (row + 1) * across));
