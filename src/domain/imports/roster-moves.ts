import { addDays } from '#domain/calendar/civil-date.ts';
import { sameBelonging, type MembershipState, type Spell } from '#domain/people/membership.ts';
import { cutBefore, endsWithMove, type PostState } from '#domain/people/posts.ts';
import { movesInto } from '#domain/rota/team-moves.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { KnownPerson } from './roster-ground.ts';
import type { RosterRow } from './roster-row.ts';

type Placed = FactState<'teamPlacement'>;

/** Facts to write for one row. States of new facts name the person `''` until a new person has an id. */
export interface Moves {
  readonly begin: readonly ({ readonly kind: 'membership'; readonly state: MembershipState } | { readonly kind: 'post'; readonly state: PostState } | { readonly kind: 'teamPlacement'; readonly state: Placed })[];
  readonly change: readonly ({ readonly factId: string; readonly version: number } & Moves['begin'][number])[];
  readonly withdraw: readonly { readonly factId: string; readonly version: number; readonly kind: 'post' | 'teamPlacement' }[];
}

/** The spell that held until the day of the roster and ends with it; undefined when nothing ends. */
const left = (spells: readonly Spell[], placed: MembershipState): Spell | undefined => {
  const newest = spells.at(-1);
  return newest && newest.state.from <= placed.from && (newest.state.to === null || newest.state.to >= placed.from) ? newest : undefined;
};

/** Whether the record already says what the row says, for the day of the roster or by a newer spell. */
export const holdsAlready = (spells: readonly Spell[], placed: MembershipState): boolean => {
  const newest = spells.at(-1)?.state;
  return newest !== undefined && sameBelonging(newest, placed) && (newest.from >= placed.from || newest.to === null || newest.to >= placed.from);
};

/** A spell that began on the very day is put right, so that a corrected file of the same day corrects the first one. */
export function membershipMoves(spells: readonly Spell[], placed: MembershipState): Moves {
  if (holdsAlready(spells, placed)) return { begin: [], change: [], withdraw: [] };
  const open = left(spells, placed);
  if (open?.state.from === placed.from) {
    return { begin: [], withdraw: [], change: [{ kind: 'membership', factId: open.factId, version: open.version, state: placed }] };
  }
  const ended = open && { kind: 'membership' as const, factId: open.factId, version: open.version, state: { ...open.state, to: addDays(placed.from, -1) } };
  return { begin: [{ kind: 'membership', state: placed }], change: ended ? [ended] : [], withdraw: [] };
}

/** Posts as the row lists them. Without a column of posts only those end that the move ends. */
export function postMoves(row: RosterRow, known: KnownPerson | undefined, placed: MembershipState): Moves {
  const before = left(known?.spells ?? [], placed)?.state;
  const wanted = (row.posts ?? []).map((post) => ({ post, organisation: post === 'groupLeader' ? placed.group ?? placed.organisation : placed.organisation }));
  const running = (known?.posts ?? []).filter(({ state }) => state.to === null || state.to >= placed.from);
  const isWanted = (state: PostState): boolean => wanted.some((it) => it.post === state.post && it.organisation === state.organisation);
  const isHere = (state: PostState): boolean => state.organisation === placed.organisation || state.organisation === placed.group;
  const ends = ({ state }: { state: PostState }): boolean =>
    (before !== undefined && endsWithMove(state, before, placed)) || (row.posts !== null && isHere(state) && !isWanted(state));
  const cuts = running.filter(ends).map((it) => ({ ...it, next: cutBefore(it.state, placed.from) }));
  const held = running.filter((it) => !ends(it)).map((it) => it.state);
  return {
    begin: wanted.filter((it) => !held.some((state) => state.post === it.post && state.organisation === it.organisation))
      .map((it) => ({ kind: 'post', state: { person: placed.person, ...it, from: placed.from, to: null } })),
    change: cuts.flatMap(({ factId, version, next }) => (typeof next === 'string' ? [] : [{ kind: 'post' as const, factId, version, state: next }])),
    withdraw: cuts.filter((it) => it.next === 'withdrawn').map(({ factId, version }) => ({ kind: 'post', factId, version })),
  };
}

/** Into the team that the row names; a row that names none leaves only the teams of an old branch. */
export function teamMoves(team: string | null, known: KnownPerson | undefined, placed: MembershipState): Moves {
  const placements = known?.placements ?? [];
  const before = left(known?.spells ?? [], placed)?.state;
  const state = (it: { team: string; from: string; to: string | null }): Placed => ({ person: placed.person, team: it.team, from: it.from, to: it.to });
  if (team === null) {
    const gone = placements.filter((it) => before && (it.to === null || it.to >= placed.from) && endsWithMove(it, before, { ...placed, stage: 'full' }));
    const moves = gone.map((it) => ({ it, next: cutBefore(it, placed.from) }));
    return {
      begin: [],
      change: moves.flatMap(({ it, next }) => (typeof next === 'string' ? [] : [{ kind: 'teamPlacement' as const, factId: it.factId, version: it.version, state: state(next) }])),
      withdraw: moves.filter(({ next }) => next === 'withdrawn').map(({ it }) => ({ kind: 'teamPlacement', factId: it.factId, version: it.version })),
    };
  }
  const moves = movesInto(team, placed.from, placements);
  return {
    begin: moves.begin ? [{ kind: 'teamPlacement', state: state({ team, from: placed.from, to: null }) }] : [],
    change: moves.end.map(({ placement, to }) => ({ kind: 'teamPlacement', factId: placement.factId, version: placement.version, state: state({ ...placement, to }) })),
    withdraw: moves.withdraw.map(({ factId, version }) => ({ kind: 'teamPlacement', factId, version })),
  };
}
