import type { z } from 'zod';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { makeShiftTeams as makeContract, recordShiftTeam as recordContract } from '#domain/rota/contract.ts';
import { overlappingDay } from '#domain/rota/cycle-order.ts';
import { knownCycles, teamAnchors } from '#domain/rota/known-cycles.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import { recordFact, recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { teamsOf } from './rota-reads.ts';
import { demandAt } from './rota-rights.ts';

type State = FactState<'shiftTeam'>;

/**
 * All the teams of a known cycle in one action (三班两运转 …), each running behind the one before it, so that the post is
 * never empty. @throws TeamNamesIncomplete, TeamNameTaken
 */
export async function makeShiftTeams(call: Call, input: z.output<typeof makeContract.input>): Promise<{ teams: string[] }> {
  await demandAt(call, 'enterRota', input.organisation);
  const known = knownCycles.find((it) => it.id === input.known);
  if (!known) throw refuse('InputInvalid', {}, [{ at: 'known', words: { zh: '没有这种班制', en: 'There is no such cycle' } }]);
  if (input.names.length !== known.teams) throw refuseRota('TeamNamesIncomplete', { teams: known.teams });
  await demandFreeNames(call.tx, input.organisation, input.names, input.from);
  const anchors = teamAnchors(known, input.firstDay);
  const entries = await recordFacts(call, input.names.map((name, at) => ({
    kind: 'shiftTeam', text: { name },
    state: {
      organisation: input.organisation, anchor: anchors[at] ?? input.firstDay, cycle: known.cycle, restHours: known.restHours, from: input.from, to: null,
    },
  })));
  for (const it of entries) call.audit({ kind: 'shiftTeam', id: it.factId, organisation: input.organisation });
  return { teams: entries.map((it) => it.factId) };
}

/** One team with a cycle of its own. @throws EndsBeforeItBegins, TeamNameTaken, CycleWithoutShift, CycleOverlapsItself */
export async function recordShiftTeam(call: Call, input: z.output<typeof recordContract.input>): Promise<{ team: string; version: number }> {
  const { name, ...state } = input;
  await demandAt(call, 'enterRota', state.organisation);
  demandPossible(state);
  await demandFreeNames(call.tx, state.organisation, [name], state.from);
  const entry = await recordFact(call, { kind: 'shiftTeam', state, text: { name } });
  call.audit({ kind: 'shiftTeam', id: entry.factId, organisation: state.organisation });
  return { team: entry.factId, version: entry.version };
}

/** @throws EndsBeforeItBegins, CycleWithoutShift, CycleOverlapsItself */
export function demandPossible({ cycle, from, to }: Pick<State, 'cycle' | 'from' | 'to'>): void {
  if (to !== null && to < from) throw refuseRota('EndsBeforeItBegins', {});
  if (cycle.every((shifts) => shifts.length === 0)) throw refuseRota('CycleWithoutShift', {});
  const day = overlappingDay(cycle);
  if (day !== null) throw refuseRota('CycleOverlapsItself', { day });
}

/**
 * Two teams of one name would be told apart by nobody. The organisation is locked, because two of the same name made at
 * the same moment would not see each other. @throws TeamNameTaken
 */
export async function demandFreeNames(tx: Tx, organisation: string, names: readonly string[], from: CivilDate, except?: string): Promise<void> {
  await tx.many(sql`SELECT id FROM organisation WHERE id = ${organisation} FOR NO KEY UPDATE`);
  const taken = (await teamsOf(tx, [organisation], from)).filter((it) => it.team !== except).map((it) => it.name);
  const twice = names.find((name, at) => taken.includes(name) || names.indexOf(name) !== at);
  if (twice !== undefined) throw refuseRota('TeamNameTaken', { name: twice });
}
