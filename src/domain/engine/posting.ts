import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { anchorOf, kindOf, type WindowKey, type WindowKind, windowKinds, windowOf } from '#domain/calendar/window.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';

/** A value where it stands in the points of one person: under which rule or part, and in which window. */
export interface Posting {
  /** Ids from the part of the total down to the rule, or to the part whose limit it is; none for a limit of the total. */
  readonly path: readonly string[];
  /** The window of its own: the day of a raw value, the window of a limit or share. */
  readonly window: WindowKey;
  /** The day that decides in which larger windows it lies. */
  readonly anchor: CivilDate;
  readonly value: Hundredths;
}

export function posting(path: readonly string[], window: WindowKey, value: Hundredths): Posting {
  return { path, window, anchor: anchorOf(window), value };
}

/** Everything stands under the total, whose path is empty; a rule or part keeps its id through all versions. */
export function isUnder(posting: Posting, path: readonly string[]): boolean {
  const holder = path.at(-1);
  return holder === undefined || posting.path.includes(holder);
}

/** A window holds the values of windows no larger than itself: a month's total never contains a year's limit. */
export const fits = (posting: Posting, kind: WindowKind): boolean =>
  windowKinds.indexOf(kindOf(posting.window)) <= windowKinds.indexOf(kind);

export function isInside(posting: Posting, window: WindowKey): boolean {
  const kind = kindOf(window);
  return fits(posting, kind) && windowOf(kind, posting.anchor) === window;
}

export function sumOf(postings: readonly { readonly value: Hundredths }[]): Hundredths {
  return postings.reduce((sum, { value }) => sum + value, 0);
}
