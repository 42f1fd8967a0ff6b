import { heldInstead, usualDayIn } from '#domain/activities/weekly-day.ts';
import { addDays, type CivilDate, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '#domain/calendar/working-days.ts';
import type { Gathering } from '#domain/engine/expectation.ts';
import type { Reading } from '#domain/engine/reading.ts';

/** A weekly study as the month's rota shows it: on record, or where the scheme or a notice has it. */
export type Study = Gathering & { readonly session: string | null };

/**
 * The weekly studies of one organisation in a month, by day: its sessions on record; for every other day on which the
 * scheme's own weekday falls the study that is usual then, or on the day to which a holiday moves it; and on the new day of a postponement
 * the one that was moved.
 */
export function studiesOf(reading: Reading, organisation: string, month: Period, calendar: WorkingCalendar): Study[] {
  const { world, book } = reading;
  const studies: Study[] = [];
  for (let day: CivilDate = `${month}-01`; day <= lastOfMonth(month); day = addDays(day, 1)) {
    const weekly = (book.on(day)?.scheme.activities ?? []).filter(({ heldBy }) => heldBy !== 'committee');
    for (const { id, weekday: usual, holiday, from, to } of weekly) {
      if (usual === null) continue;
      const onRecord = (world.sessionsOf.get(organisation) ?? []).filter(({ state }) => state.day === day && state.activities.includes(id));
      studies.push(...onRecord.map(({ factId, state }) => ({ ...state, session: factId })));
      const isUsual = heldInstead({ holiday }, usualDayIn({ weekday: usual }, day), calendar) === day;
      if (onRecord.length === 0 && (isUsual || isMovedTo(reading, organisation, id, day))) {
        studies.push({ organisation, day, activities: [id], sittings: [{ day, from, to }], session: null });
      }
    }
  }
  return studies;
}

/** The new day of a study that a notice has postponed; null where it was not, or not to another day. */
export function movedToOf(reading: Reading, { organisation, activities, day }: Gathering): CivilDate | null {
  const moved = noticesFor(reading, organisation, day, reading.world.studyStopsOn.get(day) ?? []).filter(({ state }) => state.activities.some((it) => activities.includes(it)));
  return moved.find(({ state }) => state.movedTo !== null)?.state.movedTo ?? null;
}

function isMovedTo(reading: Reading, organisation: string, activity: string, day: CivilDate): boolean {
  const all = [...reading.world.studyStopsOn.values()].flat();
  return noticesFor(reading, organisation, day, all).some(({ state }) => state.movedTo === day && state.activities.includes(activity));
}

function noticesFor<T extends { readonly state: { readonly scope: string } }>({ world }: Reading, organisation: string, day: CivilDate, notices: readonly T[]): T[] {
  const above = world.tree.aboveOn(organisation, day);
  return notices.filter(({ state }) => above.includes(state.scope));
}
