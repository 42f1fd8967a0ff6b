import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import type { Tx } from '#server/platform/database.ts';
import { strangersTo } from './rota-reads.ts';

const notHere = { zh: '当日不在本党组织', en: 'does not belong here that day' };

/**
 * Everybody named belongs to the organisation or below it on the day; each who does not is named by his place in the
 * input, never by his name, because he may be somebody one must not know of. @throws PersonNotOfBranch
 */
export async function demandPersonsHere(tx: Tx, organisation: string, persons: readonly string[], day: CivilDate): Promise<void> {
  const strangers = await strangersTo(tx, organisation, persons, day);
  if (strangers.length === 0) return;
  throw refuseRota('PersonNotOfBranch', { day }, strangers.map((it) => ({ at: `persons.${persons.indexOf(it)}`, words: notHere })));
}
