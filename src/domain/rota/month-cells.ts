import { type CivilDate, isWithin } from '#domain/calendar/civil-date.ts';
import { homeOn } from '#domain/engine/home.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { stoodForByAnother } from '#domain/engine/standing.ts';
import { personIn, type PersonFacts } from '#domain/engine/world.ts';
import { teamCell, type TeamCell } from './team-cell.ts';

/** What a day is for a person, as the month's rota shows it. */
export type DayCell =
  /** Does not belong to the organisation that day. */
  | { readonly kind: 'outside' }
  /** On leave, on closed duty, seconded: a word of the scheme. */
  | { readonly kind: 'away'; readonly reason: string }
  | TeamCell;

/**
 * The cell of one person and day. What takes him away outweighs the shift he would have had; what nobody else stands
 * for yet takes nobody away.
 */
export function dayCell(reading: Reading, organisation: string, person: string, day: CivilDate): DayCell {
  const home = homeOn(reading.world, person, day);
  if (!home || (home.state.organisation !== organisation && home.state.group !== organisation)) return { kind: 'outside' };
  const facts = personIn(reading.world, person);
  const reason = reasonAway(reading, facts, person, day);
  return reason === null ? rotaCell(reading, facts, person, day) : { kind: 'away', reason };
}

function reasonAway({ book }: Reading, facts: PersonFacts, person: string, day: CivilDate): string | null {
  const version = book.on(day);
  const holds = (fact: PersonFacts['leaves'][number] | PersonFacts['closedDuties'][number] | PersonFacts['secondments'][number]): boolean =>
    isWithin(day, fact.state) && stoodForByAnother(fact, person);
  if (facts.secondments.some(holds)) return version?.broughtBy.get('secondment')?.id ?? 'secondment';
  if (facts.closedDuties.some(holds)) return version?.broughtBy.get('closedDuty')?.id ?? 'closedDuty';
  return facts.leaves.find(holds)?.state.reason ?? null;
}

/** Of several placements the one with a shift, else one with a rest. */
function rotaCell({ world }: Reading, facts: PersonFacts, person: string, day: CivilDate): TeamCell {
  const cells = facts.teams.filter((placement) => stoodForByAnother(placement, person)).flatMap(({ state }) => {
    const team = world.teams.get(state.team);
    return team ? [teamCell(team.state, state, day)] : [];
  });
  return cells.find((it) => it.kind === 'shift') ?? cells.find((it) => it.kind === 'rest') ?? { kind: 'free' };
}
