import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { calledBy, spokenOf } from '#domain/imports/called-by.ts';

interface Place {
  readonly number: string;
  readonly name: string;
  readonly shortName: string;
  readonly founded: CivilDate;
  readonly dissolved: CivilDate | null;
}

/** Finds the organisation of a sheet by what the sheet writes and by the days that it has. */
export interface PlacesOfDays<P> {
  called(written: string, days: readonly CivilDate[]): P | undefined;
  spoken(text: string, days: readonly CivilDate[]): P | undefined;
}

/**
 * Branches that are merged often leave their name to what comes after them: the one that is there now is meant, unless all days of the
 * sheet lie before it was founded and one of that name had not ended by then.
 */
export function placesOfDays<P extends Place>(now: readonly P[], ended: readonly P[]): PlacesOfDays<P> {
  const named = (places: readonly P[]): (readonly [string, P])[] => places.flatMap((it) => [it.shortName, it.name].map((name) => [name, it] as const));
  const numbered = (places: readonly P[]): (readonly [string, P])[] => places.map((it) => [it.number, it] as const);
  const calledNow = calledBy([...numbered(now), ...named(now)]);
  const meant = (living: P | undefined, find: (among: readonly P[]) => P | undefined, days: readonly CivilDate[]): P | undefined => {
    if (living && (days.length === 0 || days.some((day) => day >= living.founded))) return living;
    const then = ended.filter((it) => days.some((day) => day >= it.founded && day <= (it.dissolved ?? day)));
    return find(then) ?? living ?? find(ended);
  };
  return {
    called: (written, days) => meant(calledNow(written), (among) => calledBy([...numbered(among), ...named(among)])(written), days),
    spoken: (text, days) => meant(spokenOf(text, named(now)), (among) => spokenOf(text, named(among)), days),
  };
}
