import type { z } from 'zod';
import { calendarYearOf } from '#domain/calendar/calendar-year.ts';
import type { announceCalendar as contract } from '#domain/calendar/contract.ts';
import { refuseCalendar } from '#domain/calendar/refusals.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { announcedYear } from './calendar-reads.ts';
import { demandEditor, demandOpenYear } from './calendar-rights.ts';

/**
 * 录入放假安排: from now on the year is known, and what is reckoned in its working days is firm.
 * @throws YearAnnounced, YearClosed, and whatever {@link calendarYearOf} finds wrong with the notice.
 */
export async function announceCalendar(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  demandEditor(call.actor);
  const year = Number(input.year);
  demandOpenYear(call, year);
  const { document, holidays, workdays } = input;
  const state = calendarYearOf({ year, holidays, workdays });
  await demandNotAnnounced(call, year);
  const { factId, version } = await recordFact(call, { kind: 'calendarYear', state, text: { document } });
  call.audit({ kind: 'calendarYear', id: factId, details: { year } });
  return { calendar: factId, version };
}

/** Locked, because two clerks who enter the same notice at the same moment would not see each other's. */
async function demandNotAnnounced(call: Call, year: number): Promise<void> {
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ANY(${[...await roots(call.tx)].sort()}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  if (await announcedYear(call.tx, year)) throw refuseCalendar('YearAnnounced', { year });
}
