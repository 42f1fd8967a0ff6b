import type { z } from 'zod';
import type { withdrawCalendar as contract } from '#domain/calendar/contract.ts';
import { withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandEditor, demandOpenYear } from './calendar-rights.ts';
import { yearToChange } from './year-to-change.ts';

/** The year is not announced again (待公告), and can be announced anew. @throws FactChanged, FactWithdrawn, YearClosed */
export async function withdrawCalendar(call: Call, input: z.output<typeof contract.input>): Promise<{ version: number }> {
  demandEditor(call.actor);
  const { year } = await yearToChange(call, input.calendar);
  demandOpenYear(call, year);
  const entry = await withdrawFact(call, { factId: input.calendar, version: input.version });
  call.audit({ kind: 'calendarYear', id: input.calendar, details: { year } });
  return { version: entry.version };
}
