import { addDays, type CivilDate, isWithin } from '#domain/calendar/civil-date.ts';

/** One spell in a shift team, as its fact has it. */
export interface Placement {
  readonly factId: string;
  readonly version: number;
  readonly team: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** What has to be written so that a person belongs to one team from a day on. */
export interface Moves {
  readonly withdraw: readonly Placement[];
  /** Placements whose last day changes; null = they go on. */
  readonly end: readonly { readonly placement: Placement; readonly to: CivilDate | null }[];
  /** Whether a new placement begins on the day. */
  readonly begin: boolean;
}

/**
 * Moves one person into a team from a day on, or out of all teams when `team` is null: the spell that holds on that day
 * ends the day before, later ones are withdrawn, and a spell in the same team simply goes on.
 */
export function movesInto(team: string | null, from: CivilDate, placements: readonly Placement[]): Moves {
  const same = placements.find((it) => it.team === team && isWithin(from, it));
  const others = placements.filter((it) => it !== same);
  const running = others.filter((it) => it.from < from && isWithin(from, it));
  return {
    withdraw: others.filter((it) => it.from >= from),
    end: [
      ...running.map((placement) => ({ placement, to: addDays(from, -1) })),
      ...(same && same.to !== null ? [{ placement: same, to: null }] : []),
    ],
    begin: team !== null && same === undefined,
  };
}

export const changesNothing = (moves: Moves): boolean => moves.withdraw.length === 0 && moves.end.length === 0 && !moves.begin;
