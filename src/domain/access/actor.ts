import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Role } from './roles.ts';

/** A role granted on a subtree for a time. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly organisation: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** Who acts: an account, the person behind it (administrators may have none) and the grants in force today. */
export interface Actor {
  readonly account: string;
  readonly userName: string;
  readonly person: string | null;
  readonly grants: readonly Grant[];
  readonly mustChangePassword: boolean;
  /** A role of his demands a second factor, and he has none yet. */
  readonly mustEnrol: boolean;
  /** Which of his sessions this is (hash of its token). */
  readonly session: string;
}
