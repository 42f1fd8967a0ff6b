import { periodOf } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { ArrangementRow } from './arrangement-contract.ts';
import { emptyText } from './empty-text.ts';
import type { SessionText } from './contract.ts';

/** A session as one line of an arrangement announces it; the branch fills in the rest afterwards. */
export function sessionOfArrangement(row: ArrangementRow, organisation: string, arrangement: string | null): { state: FactState<'session'>; text: SessionText } {
  const { day, from, to, activities, contents, topic, place, lecturer, material } = row;
  return {
    state: {
      organisation, arrangement, stage: 'arranged', activities, contents, day, period: periodOf(day), sittings: [{ day, from, to }],
      host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [], marks: [], allPresent: false, agenda: [], resolutions: [],
    },
    text: { ...emptyText, topic, places: [place], lecturer, material },
  };
}
