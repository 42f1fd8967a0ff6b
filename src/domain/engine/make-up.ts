import { addDays, isWithin } from '#domain/calendar/civil-date.ts';
import { windowOf } from '#domain/calendar/window.ts';
import type { Activity } from '#domain/schemes/scheme.ts';
import { hasHappened } from './has-happened.ts';
import type { Reading } from './reading.ts';
import { stoodForByAnother } from './standing.ts';
import type { Session } from './standing.ts';
import { type PersonFacts, personIn, type World } from './world.ts';

/**
 * The facts by which the person made up a session at which he was expected and not present (补学), or null. Either a
 * make-up stands on record, or he was at another session that stands for this one.
 */
export function makeUpOf({ world }: Reading, session: Session, person: string, expecting: readonly Activity[]): readonly string[] | null {
  const facts = personIn(world, person);
  const recorded = facts.makeUps.find((makeUp) =>
    makeUp.state.session === session.factId && hasHappened(makeUp, world.upTo) && isInTime(session, makeUp.day, expecting)
    && stoodForByAnother(makeUp, person));
  if (recorded) return [recorded.factId];
  const elsewhere = facts.attended.find((other) => isNear(facts, other, session) && isStandIn(world, other, session, expecting));
  return elsewhere ? [elsewhere.factId] : null;
}

/** The most patient of the activities decides until when the session may be made up. */
function isInTime(session: Session, day: string, expecting: readonly Activity[]): boolean {
  const days = expecting.flatMap(({ makeUpDays }) => (makeUpDays === null ? [] : [makeUpDays]));
  return days.length > 0 && day <= addDays(session.day, Math.max(...days));
}

/**
 * Sessions of one arrangement stand for each other, and so do sessions of an activity to which he is expected on the
 * same day. For a secondee that activity at the place of his secondment does, in the same week: it keeps evenings of its
 * own.
 */
function isStandIn(world: World, other: Session, session: Session, expecting: readonly Activity[]): boolean {
  if (other.factId === session.factId || !hasHappened(other, world.upTo)) return false;
  return isOfOneArrangement(other, session) || expecting.some(({ id }) => other.state.activities.includes(id));
}

/** Asked of every session at which he was, so that all else is asked of few. */
const isNear = (facts: PersonFacts, other: Session, session: Session): boolean =>
  other.day === session.day || isOfOneArrangement(other, session)
  || (facts.secondments.length > 0 && isSecondedTo(facts, other) && windowOf('week', other.day) === windowOf('week', session.day));

const isOfOneArrangement = (other: Session, session: Session): boolean =>
  other.state.arrangement !== null && other.state.arrangement === session.state.arrangement;

function isSecondedTo({ secondments }: PersonFacts, { day, state }: Session): boolean {
  return secondments.some((spell) =>
    spell.state.organisation === state.organisation && isWithin(day, spell.state) && stoodForByAnother(spell, spell.state.person));
}
