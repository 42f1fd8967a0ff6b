import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { PersonDetails } from '#domain/people/contract.ts';
import type { MembershipState } from '#domain/people/membership.ts';
import { placeKey } from './called-by.ts';
import { crossFaults, OWN_ROW, particularFaults, personFaults, placeFaults, shortenedFaults } from './roster-faults.ts';
import { likenessKey, type KnownBranch, type KnownPerson, type Particulars, type RosterGround, type WholeFile } from './roster-ground.ts';
import { membershipMoves, postMoves, teamMoves, type Moves } from './roster-moves.ts';
import type { Fault, RosterRow } from './roster-row.ts';
import type { LinePlace } from './table-line.ts';

/** What one row means for the system. A faulty row writes nothing. */
export interface RowPlan {
  readonly row: RosterRow;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'faulty';
  readonly faults: readonly Fault[];
  /** The person's particulars as they will be; null when they stay. */
  readonly particulars: Particulars | null;
  readonly branch: string | null;
  readonly moves: Moves;
  /** The row names a team that has not been set up. */
  readonly teamUnknown: boolean;
  /** Who may be the same person under another number: in the system, or in an earlier row. Nobody is merged by that. */
  readonly alike: { readonly number: string } | { readonly row: number; readonly place?: LinePlace } | null;
  /** The person of a number that is free again; such a row enters him anew. */
  readonly again: string | null;
}

const NO_MOVES: Moves = { begin: [], change: [], withdraw: [] };
const count = ({ begin, change, withdraw }: Moves): number => begin.length + change.length + withdraw.length;

/** Decides for every row what carrying it out would write; asks nothing and writes nothing. */
export function* planRoster(rows: readonly RosterRow[], ground: RosterGround): Generator<RowPlan> {
  const byNumber = new Map<string, RosterRow>();
  const secretaryRows = new Map<string, RosterRow>();
  const byLikeness = new Map<string, RosterRow>();
  for (const row of rows) {
    if (!byNumber.has(row.number)) byNumber.set(row.number, row);
    const branch = ground.branchCalled(row.branch);
    if (branch && row.posts?.includes('secretary') && !secretaryRows.has(branch.id)) secretaryRows.set(branch.id, row);
    const likeness = likenessKey(row.name, branch?.id ?? '');
    if (!byLikeness.has(likeness)) byLikeness.set(likeness, row);
  }
  for (const row of rows) yield planRow(row, ground, { byNumber, secretaryRows, byLikeness });
}

function planRow(row: RosterRow, ground: RosterGround, file: WholeFile): RowPlan {
  const stored = ground.persons.get(row.number);
  const known = stored?.isFree ? undefined : stored;
  const branch = ground.branchCalled(row.branch);
  const group = row.group === null ? null : branch?.groups.get(placeKey(row.group));
  const particulars = merged(row, known);
  const namesakes = ground.namesakes.get(likenessKey(row.name, branch?.id ?? '')) ?? [];
  const placed = branch && group !== undefined ? home(row, branch, group, known, ground.from) : null;
  const faults = [
    ...personFaults(row, known), ...crossFaults(row, branch, ground, file), ...placeFaults(row, branch, group, placed, known),
    ...particularFaults(row, particulars, ground.today), ...(known ? [] : shortenedFaults(row, namesakes)),
  ];
  const alike = known ? null : likeTo(row, branch, namesakes, file);
  const base = { row, faults, branch: branch?.id ?? null, teamUnknown: false, alike, again: stored?.isFree ? stored.id : null };
  if (faults.length > 0 || !placed || !branch) return { ...base, outcome: 'faulty', particulars: null, moves: NO_MOVES };

  const team = row.team === null ? null : branch.teams.get(placeKey(row.team));
  const membership = membershipMoves(known?.spells ?? [], placed);
  const parts = [membership, postMoves(row, known, placed), team === undefined ? NO_MOVES : teamMoves(team, known, placed)];
  const moves: Moves = { begin: parts.flatMap((it) => it.begin), change: parts.flatMap((it) => it.change), withdraw: parts.flatMap((it) => it.withdraw) };
  if (known !== undefined && known.id === ground.importer && count(moves) > 0) {
    return { ...base, faults: [OWN_ROW], outcome: 'faulty', particulars: null, moves: NO_MOVES };
  }
  const same = known !== undefined && sameParticulars(known, particulars);
  const still = count(moves) === 0;
  const outcome = known === undefined ? 'created' : same && still ? 'unchanged' : 'changed';
  return { ...base, outcome, particulars: same ? null : particulars, moves, teamUnknown: team === undefined };
}

function likeTo(row: RosterRow, branch: KnownBranch | undefined, namesakes: readonly string[], file: WholeFile): RowPlan['alike'] {
  if (!branch) return null;
  const [number] = namesakes.filter((it) => it !== row.number);
  if (number !== undefined) return { number };
  const first = file.byLikeness.get(likenessKey(row.name, branch.id));
  return first && first.number !== row.number ? { row: first.row, ...(first.place === undefined ? {} : { place: first.place }) } : null;
}

/** The membership that the row states; a group that is left open stays when the branch stays. */
function home(row: RosterRow, branch: KnownBranch, group: string | null, known: KnownPerson | undefined, from: CivilDate): MembershipState {
  const newest = known?.spells.at(-1)?.state;
  const stays = group ?? (newest?.organisation === branch.id ? newest.group : null);
  return { person: known?.id ?? '', organisation: branch.id, group: stays, stage: row.stage, staffKind: row.staffKind, from, to: null };
}

/** What the row says over what was known; an empty cell says nothing. */
function merged(row: RosterRow, known: KnownPerson | undefined): Particulars {
  const { ethnicity, education, position, phone, joinedParty, becameFull } = row;
  const said = Object.entries({ ethnicity, education, position, phone, joinedParty, becameFull }).filter(([, it]) => it !== null);
  return {
    gender: row.gender ?? known?.gender ?? null,
    birthDate: row.birthDate ?? known?.birthDate ?? null,
    details: { ...known?.details, ...Object.fromEntries(said) },
  };
}

const sameParticulars = (a: Particulars, b: Particulars): boolean =>
  a.gender === b.gender && a.birthDate === b.birthDate
  && Object.entries(b.details).every(([key, value]) => a.details[key as keyof PersonDetails] === value);
