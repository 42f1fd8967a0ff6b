import { yearOf } from '#domain/calendar/civil-date.ts';
import { OPENING_BALANCE } from '#domain/registers/opening-balance.ts';
import type { PointsPart } from '#domain/schemes/scheme.ts';
import type { Entry } from './entry.ts';
import { entriesOfSubject } from './happenings.ts';
import { homeOn, isPartyMember } from './home.ts';
import { isCounted } from './member-class.ts';
import { type Posting, posting } from './posting.ts';
import type { Reading } from './reading.ts';
import { stoodForByAnother } from './standing.ts';
import type { Subject } from './subject.ts';

/** What a member brought forward into one kind of points (期初结转); the limits of the part and of the total hold for it as for anything else. */
export interface OpeningValue extends Posting {
  readonly part: PointsPart;
  readonly entry: Entry;
}

/** Against the year, because it sums up months: no limit of a month or quarter looks at it. Another must stand for it. */
export function openingValuesOf(reading: Reading, subject: Subject, year: number): OpeningValue[] {
  if (subject.kind === 'branch' || subject.tree !== 'points') return [];
  const parts = reading.book.forWindow(String(year))?.trees.get(subject.tree)?.parts ?? [];
  return entriesOfSubject(reading, subject).flatMap((entry): OpeningValue[] => {
    if (entry.register !== OPENING_BALANCE || yearOf(entry.period) !== year || !stoodForByAnother(entry, subject.id)) return [];
    const placed = parts.find(({ part }) => part.id === entry.values['part']);
    const value = entry.values['points'];
    if (!placed || typeof value !== 'number' || value === 0 || !isPartyMember(homeOn(reading.world, subject.id, entry.day)) || !isCounted(reading, subject.id, entry.day, placed.path)) return [];
    return [{ ...posting(placed.path, String(year), value), part: placed.part, entry }];
  });
}
