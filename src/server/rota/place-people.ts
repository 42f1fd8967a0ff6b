import { isWithin, type CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import { changesNothing, movesInto } from '#domain/rota/team-moves.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFacts, withdrawFact, type AnyNewFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandPersonsHere } from './persons-here.ts';
import { lockPersons, placementsWhere } from './rota-reads.ts';
import { demandAt, demandOpen } from './rota-rights.ts';

interface Placing {
  readonly organisation: string;
  /** Null: out of all teams (常日班). */
  readonly team: string | null;
  readonly persons: readonly string[];
  readonly from: CivilDate;
}

/**
 * Moves people into a team, or out of all, from a day on. A team excuses whoever is in it, so one's own placement is
 * only proposed. @throws PersonNotOfBranch, TeamNotInForce
 */
export async function placePeople(call: Call, input: Placing): Promise<{ placed: number; unchanged: number; waiting: boolean }> {
  const { organisation, team, from } = input;
  const persons = [...new Set(input.persons)];
  const above = await demandAt(call, 'enterRota', organisation, from);
  demandOpen(call, from);
  if (team !== null) await demandTeamInForce(call, team, above, from);
  await demandPersonsHere(call.tx, organisation, persons, from);

  await lockPersons(call.tx, persons);
  const placements = await placementsWhere(call.tx, sql`p.person_id = ANY(${persons}::uuid[])`);
  const begin: AnyNewFact[] = [];
  let unchanged = 0;
  let waiting = false;
  for (const person of persons) {
    const own = person === call.actor.person;
    const moves = movesInto(team, from, placements.filter((it) => it.person === person));
    if (changesNothing(moves)) unchanged += 1;
    for (const it of moves.withdraw) await withdrawFact(call, it);
    for (const { placement: it, to } of moves.end) {
      // Cutting his own short would make him the only one to stand for what it has excused so far.
      await amendFact(call, { kind: 'teamPlacement', factId: it.factId, version: it.version, standing: own ? 'proposed' : 'counted', state: { person, team: it.team, from: it.from, to } });
    }
    if (moves.begin && team !== null) begin.push({ kind: 'teamPlacement', standing: own ? 'proposed' : 'counted', state: { person, team, from, to: null } });
    waiting ||= own && (moves.begin || moves.end.length > 0);
    if (!changesNothing(moves)) call.audit({ kind: 'person', id: person, organisation, details: { team, from } });
  }
  await recordFacts(call, begin);
  return { placed: persons.length - unchanged, unchanged, waiting };
}

async function demandTeamInForce(call: Call, team: string, above: readonly string[], day: CivilDate): Promise<void> {
  const entry = await factOf(call.tx, 'shiftTeam', team);
  if (!entry || !above.includes(entry.state.organisation)) throw refuse('NotFound', {});
  if (!isWithin(day, entry.state)) throw refuseRota('TeamNotInForce', { from: entry.state.from, to: entry.state.to });
}
