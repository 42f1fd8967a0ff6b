import { addDays } from '#domain/calendar/civil-date.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { BegunEntry } from '#domain/registers/begun-entry.ts';
import { carriedParts, OPENING_BALANCE } from '#domain/registers/opening-balance.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { inclusionsOf } from '#server/orgs/inclusion-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';

/** What a new entry of 期初结转 begins with: the last day before the organisation is reckoned with. Null for any other register. */
export async function openingStart({ tx, today }: Call, register: string, organisation: string): Promise<BegunEntry | null> {
  const [inclusion] = register === OPENING_BALANCE ? await inclusionsOf(tx, await lineage(tx, organisation, today)) : [];
  return inclusion ? { day: addDays(inclusion.from, -1), until: null, persons: [], values: {} } : null;
}

/**
 * What stands against bringing points forward (期初结转): the organisation counts from 1 January, the day is not of the time before,
 * it is more than the kind of points can hold beside its shares, or facts of that time pay into the same kind already.
 * Undefined for entries of any other register, and when nothing does.
 */
export async function openingRefusal({ tx, today }: Call, state: FactState<'record'>): Promise<Refused | undefined> {
  if (state.register !== OPENING_BALANCE) return undefined;
  const [inclusion] = await inclusionsOf(tx, await lineage(tx, state.organisation, today));
  if (!inclusion || inclusion.from.endsWith('-01-01')) return refuseRegister('OpeningNotNeeded', {});
  const since = inclusion.from;
  if (state.day >= since || state.day.slice(0, 4) !== since.slice(0, 4)) return refuseRegister('OpeningDayWrong', { since });
  const scheme = await schemeOn(tx, `${since.slice(0, 4)}-01-01`);
  const carried = scheme && carriedParts(scheme).find(({ part }) => part.id === state.values['part']);
  const [person] = state.persons;
  if (!carried || !person) return undefined;
  const { part, top, most } = carried;
  if (Number(state.values['points']) > most) return refuseRegister('OpeningTooMuch', { part: part.label, most: formatHundredths(most) });
  const paid = await tx.one(sql`
    SELECT 1 FROM ledger_entry WHERE person_id = ${person.person} AND part = ${top} AND kind = 'raw' AND window_key < ${since.slice(0, 7)} AND window_key >= ${`${since.slice(0, 4)}-01`}
      AND fact_id NOT IN (SELECT fact_id FROM record WHERE register = ${OPENING_BALANCE})
    GROUP BY of, fact_id HAVING sum(value) <> 0 LIMIT 1`);
  return paid ? refuseRegister('OpeningFactsThere', { part: part.label, day: since }) : undefined;
}
