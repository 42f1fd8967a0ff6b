import { addMonths, type CivilDate, firstOfMonth, periodOf } from '#domain/calendar/civil-date.ts';
import type { AdoptedVersion } from '#domain/schemes/contract.ts';

const MONTHS_AHEAD = 13;

/** The months from which a version can be in force: from the first open one and the latest version on, for a year to come. */
export function monthsOfForce(openFrom: CivilDate, adopted: readonly Pick<AdoptedVersion, 'from'>[], today: CivilDate, written: CivilDate): { readonly offered: readonly CivilDate[]; readonly chosen: CivilDate } {
  const first = [openFrom, ...adopted.map((it) => it.from)].toSorted().at(-1) ?? openFrom;
  const last = [addMonths(periodOf(today), MONTHS_AHEAD), periodOf(written), periodOf(first)].toSorted().at(-1) ?? periodOf(today);
  const offered: CivilDate[] = [];
  for (let month = periodOf(first); month <= last; month = addMonths(month, 1)) offered.push(firstOfMonth(month));
  // A text that was in force already says an old day: its next version begins with the next month, unless one decides otherwise.
  const isNew = written >= first && !adopted.some((it) => it.from === written);
  const next = firstOfMonth(addMonths(periodOf(today), 1));
  return { offered, chosen: isNew ? written : next >= first ? next : first };
}

/** The number of the text where it is free, else the one after the last of its scheme. */
export function nextVersion({ id, version }: { readonly id: string; readonly version: number }, adopted: readonly Pick<AdoptedVersion, 'scheme' | 'version'>[]): number {
  const last = Math.max(0, ...adopted.filter((it) => it.scheme === id).map((it) => it.version));
  return version > last ? version : last + 1;
}
