import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Reading } from '#domain/engine/reading.ts';
import type { ShownAs } from '#domain/rota/contract.ts';

interface Label {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** Shows reasons as far as the one who asks may know them, and keeps the labels of those it showed. */
export interface Legend {
  show(reason: string | null, person: string, day: CivilDate): { shownAs: ShownAs; reason?: string };
  activity(id: string, day: CivilDate): Label;
  seen(): Label[];
}

/**
 * Duty by the rota is no secret inside a branch; of everything else whoever is neither the person nor entitled gets the
 * class alone: 勤务, 请假 or 其他 (finding 14).
 */
export function legendOf({ book }: Reading, mayRead: boolean, asker: string | null): Legend {
  const shown = new Map<string, Label>();
  return {
    show: (reason, person, day) => {
      const known = reason === null ? undefined : book.on(day)?.excuses.get(reason);
      const shownAs = known?.shownAs ?? 'other';
      const open = mayRead || person === asker || known?.broughtBy === 'shift' || known?.broughtBy === 'postNightRest' || known?.broughtBy === 'studyStop';
      if (!open || !known) return { shownAs };
      shown.set(known.id, { id: known.id, ...known.label });
      return { shownAs, reason: known.id };
    },
    activity: (id, day) => ({ id, ...(book.on(day)?.activities.get(id)?.label ?? { zh: id, en: id }) }),
    seen: () => [...shown.values()],
  };
}
