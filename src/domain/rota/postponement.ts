import { addDays, type CivilDate, daysBetween, periodOf } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';

type Session = FactState<'session'>;

/**
 * A session arranged for one day, moved to another (顺延): its sittings move with it. It belongs to the month of the new
 * day, unless it had been given a period other than that of its old day.
 */
export function postponed(session: Session, movedTo: CivilDate): Session {
  const days = daysBetween(session.day, movedTo);
  return {
    ...session,
    day: movedTo,
    period: session.period === periodOf(session.day) ? periodOf(movedTo) : session.period,
    sittings: session.sittings.map((sitting) => ({ ...sitting, day: addDays(sitting.day, days) })),
  };
}
