import type { z } from 'zod';
import { demandOrHide } from '#domain/access/policy.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import type { Proposals, readProposals as contract } from '#domain/boards/contract.ts';
import { lastOfMonth } from '#domain/calendar/civil-date.ts';
import { proposalsOf } from '#domain/engine/proposals.ts';
import { read } from '#domain/engine/reading.ts';
import { member } from '#domain/engine/subject.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { candidatesOf } from '#server/activities/attendance-reads.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { sessionLineOf, sessionRows } from '#server/activities/session-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { logOfYears } from './year-reach.ts';

/**
 * What the scheme proposes about the members of a branch this year, to those who judge its members. Who might be praised is
 * listed where awards are prepared.
 */
export async function readProposals(call: Call, { organisation }: z.output<typeof contract.input>): Promise<Proposals> {
  const { tx, actor, today } = call;
  demandOrHide(actor, 'confirmSessions', await lineage(tx, organisation, today));
  const schemes = await adoptedSchemes(tx);
  const year = Number(today.slice(0, 4));
  if (schemes.every(({ scheme }) => scheme.proposals.length === 0)) return { items: [] };
  const persons = await candidatesOf(tx, organisation, today);
  const log = await logOfYears(tx, [...persons], year, year, 'all');
  const reading = read({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: today } });
  const found = persons.flatMap((person) => proposalsOf(reading, pointsOf(reading, member(person)), year)
    .filter(({ proposal }) => proposal.absentFrom !== undefined || proposal.below !== undefined).map((proposed) => ({ person, ...proposed })));
  const facts = found.flatMap((it) => it.facts);
  const { items } = await sessionRows(call, { from: `${year}-01-01`, to: lastOfMonth(today) }, sql`fact_id = ANY(${[...facts]}::uuid[])`, { limit: 500 });
  const words = lexicon(schemes);
  const cards = await personCards(tx, found.map((it) => it.person));
  return {
    items: found.flatMap(({ person, proposal: { id, label, clause, absentFrom }, windows, facts: counted }) => {
      const [card, last] = [cards.get(person), windows.at(-1)];
      return card && last ? [{
        id, label, clause, person: card, counts: absentFrom !== undefined, window: last.window, value: absentFrom === undefined ? last.value : last.value / 100,
        sessions: items.filter((row) => counted.includes(row.session)).map((row) => sessionLineOf(row, words)),
      }] : [];
    }),
  };
}
