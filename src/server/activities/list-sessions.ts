import type { z } from 'zod';
import type { listSessions as contract } from '#domain/activities/contract.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { addMonths, firstOfMonth, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { organisationCards } from './name-reads.ts';
import { FIRST_RECORDED, sessionLineOf, sessionRows, withdrawnRows } from './session-reads.ts';
import { visibleOrganisations } from './visible-organisations-reads.ts';

/** So many months the days of a session may lie from the month that it belongs to. */
const APART = 3;
const daysAround = (period: Period) => ({ from: firstOfMonth(addMonths(period, -APART)), to: lastOfMonth(addMonths(period, APART)) });

/** Sessions of the organisations that the actor may see, by day; what was withdrawn only for whoever asks for that. */
export async function listSessions(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { organisation, activity, status, arrangement, late, period, page, size } = input;
  const visible = await visibleOrganisations(call);
  const asked = organisation === undefined ? visible : (await subtree(call.tx, [organisation], call.today)).filter((it) => visible.includes(it));
  const ofActivity = activity === undefined ? sql`true` : sql`state->'activities' @> to_jsonb(${activity}::text)`;
  const ofStatus = status === undefined ? sql`true` : sql`status = ${status}`;
  const ofArrangement = arrangement === undefined ? sql`true` : sql`state->>'arrangement' = ${arrangement}`;
  const ofLate = late === undefined ? sql`true` : sql`${FIRST_RECORDED} > day`;
  const ofPeriod = period === undefined ? sql`true` : sql`period = ${period}`;
  const { items, total } = await (status === 'withdrawn' ? withdrawnRows : sessionRows)(call, period === undefined ? input : daysAround(period),
    sql`organisation_id = ANY(${[...asked]}::uuid[]) AND ${ofActivity} AND ${ofStatus} AND ${ofArrangement} AND ${ofLate} AND ${ofPeriod}`,
    { limit: size, offset: (page - 1) * size });
  const words = lexicon(await adoptedSchemes(call.tx));
  return { items: items.map((it) => sessionLineOf(it, words)), total, organisations: await organisationCards(call.tx, visible) };
}
