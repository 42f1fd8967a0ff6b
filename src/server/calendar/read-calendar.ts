import type { z } from 'zod';
import type { CalendarOfYear, Notice, readCalendar as contract } from '#domain/calendar/contract.ts';
import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import type { Call } from '#server/platform/call.ts';
import { announcedYear, withdrawnYear } from './calendar-reads.ts';
import { mayEdit } from './calendar-rights.ts';

/** The working calendar of a year, for everybody who is signed in: holidays are no secret. */
export async function readCalendar(call: Call, input: z.output<typeof contract.input>): Promise<CalendarOfYear> {
  const year = Number(input.year);
  const found = await announcedYear(call.tx, year);
  const editable = mayEdit(call.actor) && `${year}-12-31` >= firstOpenDay(call.today);
  if (!found) return { year, announced: null, offered: editable ? publishedNotice(year) : null, withdrawn: editable ? await withdrawnNotice(call, year) : null, mayEdit: editable };
  const { calendar, version, document, recordedOn, state: { holidays, workdays } } = found;
  return { year, announced: { calendar, version, document, holidays, workdays, recordedOn }, offered: null, withdrawn: null, mayEdit: editable };
}

async function withdrawnNotice({ tx }: Call, year: number): Promise<CalendarOfYear['withdrawn']> {
  const last = await withdrawnYear(tx, year);
  return last ? { document: last.document, holidays: last.state.holidays, workdays: last.state.workdays, by: last.by, on: last.on } : null;
}

function publishedNotice(year: number): Notice | null {
  const published = publishedYears.find((it) => it.year === year);
  return published ? { document: published.document, holidays: published.holidays, workdays: published.workdays } : null;
}
