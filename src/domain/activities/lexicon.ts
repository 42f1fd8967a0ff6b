import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Activity, AdoptedScheme, ExcuseReason, Named, Scheme } from '#domain/schemes/scheme.ts';

/** The words of the schemes by the day of a fact. A word that a scheme no longer has stands for itself. */
export interface Lexicon {
  readonly schemeOn: (day: CivilDate) => Scheme | null;
  readonly activity: (id: string, day: CivilDate) => Activity | null;
  readonly reason: (id: string, day: CivilDate) => ExcuseReason | null;
  readonly activities: (ids: readonly string[], day: CivilDate) => Named[];
  readonly contents: (ids: readonly string[], day: CivilDate) => Named[];
}

/** @param adopted versions in force, oldest first; before the first of them its words hold, so that a calendar can name its activities. */
export function lexicon(adopted: readonly AdoptedScheme[]): Lexicon {
  const schemeOn = (day: CivilDate) => (adopted.findLast((it) => it.from <= day) ?? adopted[0])?.scheme ?? null;
  const activity = (id: string, day: CivilDate) => schemeOn(day)?.activities.find((it) => it.id === id) ?? null;
  return {
    schemeOn,
    activity,
    reason: (id, day) => schemeOn(day)?.excuses.find((it) => it.id === id) ?? null,
    activities: (ids, day) => ids.map((id) => labelled(id, activity(id, day))),
    contents: (ids, day) => ids.map((id) => labelled(id, schemeOn(day)?.contents.find((it) => it.id === id) ?? null)),
  };
}

const labelled = (id: string, it: Named | null): Named => ({ id, label: it?.label ?? { zh: id, en: id } });
