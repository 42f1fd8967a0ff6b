import type { z } from 'zod';
import { addDays } from '#domain/calendar/civil-date.ts';
import { workingDaysAfter } from '#domain/calendar/working-days.ts';
import { ANSWER_DAYS, type fileComplaint as contract } from '#domain/complaints/contract.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { homeOf, roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';

/** Anybody complains or suggests, from any page; the clock of its answer starts. The trail holds that it came, not its words. */
export async function fileComplaint(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today, now } = call;
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  const organisation = home?.organisation ?? (await roots(tx))[0];
  if (organisation === undefined) throw refuse('NotFound', {});
  const id = newId(now.getTime());
  const due = workingDaysAfter(await calendarBetween(tx, today, addDays(today, 60)), today, ANSWER_DAYS).day;
  await tx.run(sql`INSERT INTO complaint (id, kind, text, page, organisation_id, account_id, filed_at, filed_on, due)
    VALUES (${id}, ${input.kind}, ${input.text}, ${input.page}, ${organisation}, ${actor.account}, ${now}, ${today}, ${due})`);
  call.audit({ kind: 'complaint', id, organisation });
  return { id, due };
}
