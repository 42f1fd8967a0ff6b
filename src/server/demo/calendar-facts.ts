import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import type { DatedFact } from './dated-facts.ts';
import { postHolder, type DemoStaff } from './staff.ts';

/** The office has entered every year that was published; the years after them wait for their notice. */
export const calendarFacts = (staff: DemoStaff, on: CivilDate): readonly DatedFact[] =>
  publishedYears.map(({ document, ...state }) => ({ by: postHolder(staff, 'A102', 'organiser'), on, fact: { kind: 'calendarYear', state, text: { document } } }));
