import type { Actor } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { founder } from './founder.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';

/** What somebody of the demo needs to act by the same use cases as the pages. */
export interface Acting {
  readonly call: Call;
  readonly staff: DemoStaff;
}

/** The branch whose people run the office. */
export const OFFICE = 'A102';

/** Somebody who acts on a day with a role; nothing is audited one by one, because founding is one act. */
export function by({ call, staff }: Acting, branch: string, post: Parameters<typeof postHolder>[2], role: Role, on: string, day: CivilDate): Call {
  const grant = { id: newId(), role, organisation: idOf(staff.organisation, on), from: '2000-01-01', to: null };
  const actor: Actor = { ...founder, person: postHolder(staff, branch, post), grants: [grant] };
  return { ...call, actor, today: day, audit: () => {} };
}

export const officer = (acting: Acting, day: CivilDate): Call => by(acting, OFFICE, 'organiser', 'partyAffairsOfficer', 'A', day);
export const deputy = (acting: Acting, day: CivilDate): Call => by(acting, OFFICE, 'deputySecretary', 'organsDeputy', 'A', day);
export const secretary = (acting: Acting, number: string, day: CivilDate): Call => by(acting, number, 'secretary', 'secretary', number, day);
