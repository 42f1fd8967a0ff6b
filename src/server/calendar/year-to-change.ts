import type { CalendarYear } from '#domain/calendar/working-days.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';

/** The announcement that is to change, withdrawn or not: what follows says so. @throws NotFound */
export async function yearToChange(call: Call, calendar: string): Promise<CalendarYear> {
  const entry = await lastEntry(call.tx, calendar);
  if (entry?.kind !== 'calendarYear') throw refuse('NotFound', {});
  return entry.state;
}
