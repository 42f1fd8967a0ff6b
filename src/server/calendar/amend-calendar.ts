import type { z } from 'zod';
import { calendarYearOf } from '#domain/calendar/calendar-year.ts';
import type { amendCalendar as contract } from '#domain/calendar/contract.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandEditor, demandOpenYear } from './calendar-rights.ts';
import { yearToChange } from './year-to-change.ts';

/**
 * A year stays the year it is; everything else of its notice may be corrected.
 * @throws FactChanged, FactWithdrawn, YearClosed, and whatever {@link calendarYearOf} finds wrong with the notice.
 */
export async function amendCalendar(call: Call, input: z.output<typeof contract.input>): Promise<{ version: number }> {
  demandEditor(call.actor);
  const { year } = await yearToChange(call, input.calendar);
  demandOpenYear(call, year);
  const { calendar, version, document, holidays, workdays } = input;
  const state = calendarYearOf({ year, holidays, workdays });
  const entry = await amendFact(call, { kind: 'calendarYear', factId: calendar, version, state, text: { document } });
  call.audit({ kind: 'calendarYear', id: calendar, details: { year, version: entry.version } });
  return { version: entry.version };
}
