import type { ActName } from '#domain/access/acts.ts';
import { may } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';

/**
 * What the actor may know of on a day: whatever is in the lineage of one of his grants or of his own home. Somebody who
 * belongs there, or works for it, is told who could do what he may not; for anybody else it does not exist.
 */
async function knows(call: Call, above: readonly string[], day: CivilDate): Promise<boolean> {
  if (above.length === 0) return false;
  if (call.actor.grants.some((grant) => above.includes(grant.organisation))) return true;
  return call.actor.person !== null && (await lineageOfPerson(call, call.actor.person, day)).includes(above[0] ?? '');
}

/** The home of a person on a day and everything above it, the Party group first; empty for somebody without a home. */
export async function lineageOfPerson(call: Call, person: string, day: CivilDate): Promise<readonly string[]> {
  const home = await homeOf(call.tx, person, day);
  if (!home) return [];
  const above = await lineage(call.tx, home.organisation, day);
  return home.group === null ? above : [home.group, ...above];
}

async function demandIn(call: Call, act: ActName, above: readonly string[], day: CivilDate): Promise<readonly string[]> {
  const permission = may(call.actor, act, above);
  if (permission.allowed) return above;
  throw (await knows(call, above, day)) ? refuse('NotAllowed', permission.words) : refuse('NotFound', {});
}

/**
 * The act on something of an organisation, as the tree stood on the day.
 * @returns the organisation and everything above it.
 * @throws NotFound for what one may not know of, NotAllowed with the sentence who could.
 */
export async function demandAt(call: Call, act: ActName, organisation: string, day: CivilDate = call.today): Promise<readonly string[]> {
  return demandIn(call, act, await lineage(call.tx, organisation, day), day);
}

/** The act on what concerns a person, by where he belonged on the day. */
export async function demandOn(call: Call, act: ActName, person: string, day: CivilDate): Promise<readonly string[]> {
  return demandIn(call, act, await lineageOfPerson(call, person, day), day);
}

/** Whether a secretary, a deputy or the office may stand for what somebody else entered (审核). */
export const mayConfirm = (call: Call, above: readonly string[]): boolean =>
  call.actor.person !== null && may(call.actor, 'confirmSessions', above).allowed;

/** Whether the reason itself may be read; otherwise only its class (finding 14). */
export const mayReadReasons = (call: Call, above: readonly string[]): boolean => may(call.actor, 'readReasons', above).allowed;

/** Years that are settled do not change any more. @throws YearClosed */
export function demandOpen(call: Call, from: CivilDate): void {
  const open = firstOpenDay(call.today);
  if (from < open) throw refuseDay('YearClosed', { day: from, open });
}

