import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { strangersTo } from '#server/rota/rota-reads.ts';

/** Everybody who belongs to the organisation or below it on a day, by number. */
export async function personsBelow({ tx }: Call, organisation: string, day: CivilDate): Promise<{ id: string; number: string; name: string }[]> {
  const below = [...(await subtree(tx, [organisation], day))];
  return tx.many(sql`
    SELECT p.id, p.number, p.name FROM person p WHERE p.id IN (
      SELECT person_id FROM membership WHERE from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})
        AND (organisation_id = ANY(${below}::uuid[]) OR group_id = ANY(${below}::uuid[])))
    ORDER BY p.number`);
}

const notHere = { zh: '当日不在本党组织', en: 'does not belong here that day' };

/** Whoever does not belong is named by his place, never by his name: he may be somebody one must not know of. @throws PersonNotHere */
export async function demandBelonging(call: Call, { organisation, persons, day }: FactState<'record'>): Promise<void> {
  const asked = persons.map(({ person }) => person);
  const on = day < call.today ? day : call.today;
  const strangers = await strangersTo(call.tx, organisation, asked, on);
  if (strangers.length === 0) return;
  throw refuseRegister('PersonNotHere', { day: on }, strangers.map((it) => ({ at: `persons.${asked.indexOf(it)}`, words: notHere })));
}
