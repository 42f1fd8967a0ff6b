import { addDays, type CivilDate, lastOfMonth, type Period, weekday } from '#domain/calendar/civil-date.ts';
import type { Gathering } from '#domain/engine/expectation.ts';
import type { Reading } from '#domain/engine/reading.ts';

/** A weekly study as the month's rota shows it: on record, or where the scheme has it by rule. */
export type Study = Gathering & { readonly session: string | null };

/**
 * The weekly studies of one organisation in a month, by day: its sessions on record, and for every other day on which
 * the scheme's own weekday falls the study that is usual then.
 */
export function studiesOf({ world, book }: Reading, organisation: string, month: Period): Study[] {
  const studies: Study[] = [];
  for (let day: CivilDate = `${month}-01`; day <= lastOfMonth(month); day = addDays(day, 1)) {
    const weekly = (book.on(day)?.scheme.activities ?? []).filter((it) => it.weekday !== null && it.heldBy !== 'committee');
    for (const { id, weekday: usual, from, to } of weekly) {
      const onRecord = (world.sessionsOf.get(organisation) ?? []).filter(({ state }) => state.day === day && state.activities.includes(id));
      studies.push(...onRecord.map(({ factId, state }) => ({ ...state, session: factId })));
      if (onRecord.length === 0 && usual === weekday(day)) {
        studies.push({ organisation, day, activities: [id], sittings: [{ day, from, to }], session: null });
      }
    }
  }
  return studies;
}
