import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { PersonDetails } from '#domain/people/contract.ts';
import type { Spell } from '#domain/people/membership.ts';
import type { PostState } from '#domain/people/posts.ts';
import type { Placement } from '#domain/rota/team-moves.ts';
import type { RosterRow } from './roster-row.ts';

/** A branch that the importer may write to, with what belongs to it on the day of the roster. */
export interface KnownBranch {
  readonly id: string;
  readonly name: string;
  readonly groups: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
}

export interface Particulars {
  readonly gender: 'male' | 'female' | null;
  readonly birthDate: CivilDate | null;
  readonly details: PersonDetails;
}

/** A person who is in the system under a number of the file. */
export interface KnownPerson extends Particulars {
  readonly id: string;
  readonly name: string;
  /** Whether the importer may change people of the home branch. */
  readonly inScope: boolean;
  /** Nothing says anything of the person, because the import that entered him was taken back; the number is free again. */
  readonly isFree: boolean;
  /** In the order of their days. */
  readonly spells: readonly Spell[];
  readonly posts: readonly { readonly factId: string; readonly version: number; readonly state: PostState }[];
  readonly placements: readonly (Placement & { readonly organisation: string })[];
}

/** What the plan must know of the system; read under locks when the plan is carried out. */
export interface RosterGround {
  readonly today: CivilDate;
  /** The day from which the roster holds. */
  readonly from: CivilDate;
  /** The person who imports; null when nobody in particular stands behind the account. */
  readonly importer: string | null;
  /** By full name or short name, as people write them. */
  readonly branchCalled: (name: string) => KnownBranch | undefined;
  /** The one branch that a title or the name of a file speaks of. */
  readonly branchIn: (text: string) => KnownBranch | undefined;
  readonly persons: ReadonlyMap<string, KnownPerson>;
  /** Who is secretary of which branch on the day or later. */
  readonly secretaries: ReadonlyMap<string, { readonly name: string; readonly number: string }>;
  /** Numbers of those who bear a name of the file in a branch, as {@link likenessKey} writes them. */
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
}

/** By which people are looked for who may be the same one: the name, and the branch where they belong. */
export const likenessKey = (name: string, branch: string): string => `${name} ${branch}`;

/** The first row of each number, and the first row that names a secretary for each branch. */
export interface WholeFile {
  readonly byNumber: ReadonlyMap<string, RosterRow>;
  readonly secretaryRows: ReadonlyMap<string, RosterRow>;
  /** The first row of each name in a branch, as {@link likenessKey} writes them. */
  readonly byLikeness: ReadonlyMap<string, RosterRow>;
}
