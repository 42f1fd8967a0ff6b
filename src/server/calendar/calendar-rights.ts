import { demand, may, scopesOf } from '#domain/access/policy.ts';
import type { Actor } from '#domain/access/actor.ts';
import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import type { Call } from '#server/platform/call.ts';

/** There is one calendar for the whole bureau, the same for the whole country, so an office keeps it wherever it stands in the tree. */
export const mayEdit = (actor: Actor): boolean => may(actor, 'editCalendar', scopesOf(actor, 'editCalendar')).allowed;

/** @throws NotAllowed with the sentence who could. */
export const demandEditor = (actor: Actor): void => void demand(actor, 'editCalendar', scopesOf(actor, 'editCalendar'));

/** @throws YearClosed for a year that is settled. */
export function demandOpenYear(call: Call, year: number): void {
  const open = firstOpenDay(call.today);
  const last = `${year}-12-31`;
  if (last < open) throw refuseDay('YearClosed', { day: last, open });
}
