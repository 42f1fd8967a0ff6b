import type { z } from 'zod';
import { addDays, isWithin } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import type { amendShiftTeam as amendContract, changeCycle as changeContract } from '#domain/rota/contract.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import { factOf, textOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact, recordFacts, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandFreeNames, demandPossible } from './make-shift-teams.ts';
import { placementsWhere } from './rota-reads.ts';
import { demandAt, demandOpen } from './rota-rights.ts';

type Written = { team: string; version: number };

/** Corrects a team as it should have been from the start; it reaches back as far as the team does. */
export async function amendShiftTeam(call: Call, input: z.output<typeof amendContract.input>): Promise<Written> {
  const { team, version, name, ...fields } = input;
  const { organisation } = (await teamToChange(call, team)).state;
  demandPossible(fields);
  await demandFreeNames(call.tx, organisation, [name], fields.from, team);
  const entry = await amendFact(call, { kind: 'shiftTeam', factId: team, version, state: { organisation, ...fields }, text: { name } });
  call.audit({ kind: 'shiftTeam', id: team, organisation });
  return { team, version: entry.version };
}

/**
 * A new cycle from a day on: the team as it was ends the day before, one of the same name begins, and its people go with
 * it. What was before keeps its cycle, so no past evening changes. @throws TeamNotInForce, FactChanged
 */
export async function changeCycle(call: Call, input: z.output<typeof changeContract.input>): Promise<Written & { moved: number }> {
  const { team, version, from, anchor, cycle, restHours } = input;
  const { state: old } = await teamToChange(call, team);
  demandOpen(call, from);
  if (from <= old.from || !isWithin(from, old)) throw refuseRota('TeamNotInForce', { from: addDays(old.from, 1), to: old.to });
  const state = { ...old, anchor, cycle, restHours, from };
  demandPossible(state);
  const text = await textOf(call.tx, team, version);
  await amendFact(call, { kind: 'shiftTeam', factId: team, version, state: { ...old, to: addDays(from, -1) } });
  const begun = await recordFact(call, { kind: 'shiftTeam', state, ...(text ? { text } : {}) });
  const people = await placementsWhere(call.tx, sql`p.team_id = ${team} AND (p.to_day IS NULL OR p.to_day >= ${from})`);
  // Also the end of one's own is proposed, else he alone would stand for what it has excused so far.
  const standingOf = (person: string): 'proposed' | 'counted' => (person === call.actor.person ? 'proposed' : 'counted');
  for (const it of people) {
    if (it.from >= from) await withdrawFact(call, it);
    else await amendFact(call, { kind: 'teamPlacement', factId: it.factId, version: it.version, standing: standingOf(it.person), state: { person: it.person, team, from: it.from, to: addDays(from, -1) } });
  }
  await recordFacts(call, people.map((it) => ({
    kind: 'teamPlacement', standing: standingOf(it.person),
    state: { person: it.person, team: begun.factId, from: it.from > from ? it.from : from, to: it.to },
  })));
  call.audit({ kind: 'shiftTeam', id: team, organisation: old.organisation });
  call.audit({ kind: 'shiftTeam', id: begun.factId, organisation: old.organisation, details: { people: people.length } });
  return { team: begun.factId, version: begun.version, moved: people.length };
}

/** A team made by mistake, in which nobody ever was. @throws TeamNotEmpty */
export async function withdrawShiftTeam(call: Call, input: { team: string; version: number }): Promise<Record<string, never>> {
  const { organisation } = (await teamToChange(call, input.team)).state;
  const people = await placementsWhere(call.tx, sql`p.team_id = ${input.team}`);
  if (people.length > 0) throw refuseRota('TeamNotEmpty', { people: people.length });
  await withdrawFact(call, { factId: input.team, version: input.version });
  call.audit({ kind: 'shiftTeam', id: input.team, organisation });
  return {};
}

async function teamToChange(call: Call, team: string): Promise<LogEntryOf<'shiftTeam'>> {
  const entry = await factOf(call.tx, 'shiftTeam', team);
  if (!entry) throw refuse('NotFound', {});
  await demandAt(call, 'enterRota', entry.state.organisation);
  return entry;
}
