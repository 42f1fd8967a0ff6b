import type { ActivityWords, RecordForm } from '#domain/activities/contract.ts';
import { addDays, type CivilDate, modulo, periodOf, weekday } from '#domain/calendar/civil-date.ts';
import { lastDayOf, type WindowKey } from '#domain/calendar/window.ts';

type Activity = ActivityWords['activities'][number];

/** The last day that a gap leaves for what closes it: the end of its window, or today while that lasts. */
export const lastDayAsked = (window: WindowKey, today: CivilDate): CivilDate => (window === '' || lastDayOf(window) > today ? today : lastDayOf(window));

/** When an activity is usually held, no later than a day. */
export function whenOf({ weekday: usual, from, to }: Activity, latest: CivilDate, place: string): Pick<RecordForm['record'], 'period' | 'sittings'> {
  const day = usual === null ? latest : addDays(latest, -modulo(weekday(latest) - usual, 7));
  return { period: periodOf(day), sittings: [{ day, from, to, place }] };
}

/** A new record that opens with what the gap lacks; an activity that the scheme of the day does not know leaves it as it is. */
export function begunWith(form: RecordForm, words: ActivityWords, activity: string, latest: CivilDate): RecordForm {
  const found = words.activities.find(({ id }) => id === activity);
  return found ? { ...form, record: { ...form.record, activities: [activity], ...whenOf(found, latest, form.usualPlace) } } : form;
}
