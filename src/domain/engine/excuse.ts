import { isWithin } from '#domain/calendar/civil-date.ts';
import { type DutyReason, dutyAtSession } from '#domain/rota/duty-on-sitting.ts';
import type { Activity, ExcuseReason } from '#domain/schemes/scheme.ts';
import type { Gathering } from './expectation.ts';
import { homeOn, homesAbove } from './home.ts';
import type { Reading } from './reading.ts';
import type { SchemeVersion } from './scheme-book.ts';
import { stoodForByAnother } from './standing.ts';
import type { Session } from './standing.ts';
import { personIn, type World } from './world.ts';

/** Why somebody did not come. */
export interface Cause {
  /** A word of the scheme. */
  readonly reason: string | null;
  /** Whether the scheme takes it out of the denominator (免计). */
  readonly exempts: boolean;
  /** The facts that say so, besides the session. */
  readonly because: readonly string[];
}

/** The cause that decides: the first that exempts, else the first there is. */
export function decidingCause(causes: Iterable<Cause>): Cause | null {
  let first: Cause | null = null;
  for (const cause of causes) {
    if (cause.exempts) return cause;
    first ??= cause;
  }
  return first;
}

/**
 * What the registers say about a person who is expected at a gathering, in the order in which an office asks: study
 * stopped, seconded, closed duty, leave, shift, rest after it. What one person gains by a register must be stood for by
 * another: nobody excuses himself. A stop of study and the cycle of a team are said of many at once.
 */
export function* registeredCauses(reading: Reading, gathering: Gathering, person: string, expecting: readonly Activity[]): Generator<Cause> {
  const version = reading.book.on(gathering.day);
  if (version === null) return;
  const facts = personIn(reading.world, person);
  const stops = stopsOf(reading.world, gathering, person, expecting);
  if (stops.length > 0) yield* brought(version.broughtBy.get('studyStop'), stops);
  for (const [register, spells] of [['secondment', facts.secondments], ['closedDuty', facts.closedDuties]] as const) {
    for (const spell of spells) {
      if (isWithin(gathering.day, spell.state) && stoodForByAnother(spell, person)) yield* brought(version.broughtBy.get(register), [spell.factId]);
    }
  }
  for (const leave of facts.leaves) {
    if (isWithin(gathering.day, leave.state) && stoodForByAnother(leave, person)) {
      yield { reason: leave.state.reason, exempts: exempting(version, leave.state.reason), because: [leave.factId] };
    }
  }
  for (const { register, because } of dutiesOf(reading.world, gathering, person)) yield* brought(version.broughtBy.get(register), because);
}

/** What the list of the session itself says about somebody who was not there. */
export function* markedCause({ world, book }: Reading, session: Session, person: string): Generator<Cause> {
  const mark = world.markIn(session, person);
  if (mark === null || mark.reason === null) return;
  const version = book.on(session.day);
  const excused = mark.mark === 'excused' && version !== null && exempting(version, mark.reason);
  yield { reason: mark.reason, exempts: excused && stoodForByAnother(session, person), because: [] };
}

/** The stops that together cover every activity to which the person is expected; none when one of them goes on. */
function stopsOf(world: World, { organisation, day }: Gathering, person: string, expecting: readonly Activity[]): string[] {
  const stops = world.studyStopsOn.get(day);
  if (!stops) return [];
  const home = homeOn(world, person, day);
  const scopes = new Set([...world.tree.aboveOn(organisation, day), ...(home === null ? [] : homesAbove(world, home, day))]);
  const applying = stops.filter(({ state }) => scopes.has(state.scope));
  const covered = expecting.every(({ id }) => applying.some(({ state }) => state.activities.includes(id)));
  return covered ? applying.map(({ factId }) => factId) : [];
}

/** A shift before the rest after an earlier one. */
function dutiesOf(world: World, { sittings }: Gathering, person: string): { register: DutyReason; because: string[] }[] {
  const duties = personIn(world, person).teams.flatMap((placement) => {
    const team = world.teams.get(placement.state.team);
    if (!team || !stoodForByAnother(placement, person)) return [];
    const register = dutyAtSession(team.state, placement.state, sittings);
    return register === null ? [] : [{ register, because: [placement.factId, team.factId] }];
  });
  return [...duties.filter(({ register }) => register === 'shift'), ...duties.filter(({ register }) => register === 'postNightRest')];
}

/** A register excuses only where the scheme names a reason that it brings. */
function* brought(reason: ExcuseReason | undefined, because: readonly string[]): Generator<Cause> {
  if (reason) yield { reason: reason.id, exempts: reason.exempts, because };
}

function exempting(version: SchemeVersion, reason: string): boolean {
  return version.excuses.get(reason)?.exempts ?? false;
}
