import type { FactState } from '#domain/facts/contract.ts';
import { type KnownCycle, knownCycles } from './known-cycles.ts';

type Team = Pick<FactState<'shiftTeam'>, 'cycle' | 'restHours'>;

/** The known cycle that a team runs unchanged; null for one of its own. */
export function knownCycleOf(team: Team): KnownCycle | null {
  const turns = turnsOf(team);
  return knownCycles.find((known) => turnsOf(known) === turns) ?? null;
}

/** Cycle and rest as one text, whatever the order in which a shift's fields were stored. */
const turnsOf = ({ cycle, restHours }: Team): string =>
  [restHours, ...cycle.map((shifts) => shifts.map(({ start, hours }) => `${start}+${hours}`).join(' '))].join('/');
