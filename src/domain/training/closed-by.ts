import { type CivilDate, daysBetween } from '#domain/calendar/civil-date.ts';

/** An invitation that was accepted. */
export interface Accepted {
  readonly invitation: string;
  readonly organisation: string;
  readonly person: string;
  readonly askedOn: CivilDate;
  readonly agreed: CivilDate;
}

/** A session that was held, with who spoke. */
export interface Spoken {
  readonly session: string;
  readonly organisation: string;
  readonly day: CivilDate;
  readonly speakers: readonly string[];
}

/**
 * Which session closes which invitation (S0-07): one of the branch that names the lecturer as speaker, held since he was
 * asked. Nobody says so a second time: it follows from the record, and a withdrawn record opens the invitation again.
 * Of several sessions the one nearest to the agreed day; each closes one invitation, the earlier agreed first.
 */
export function closedBy(accepted: readonly Accepted[], sessions: readonly Spoken[]): ReadonlyMap<string, Spoken> {
  const used = new Set<string>();
  const closed = new Map<string, Spoken>();
  const order = accepted.toSorted((left, right) => compare(left.agreed, right.agreed) || compare(left.invitation, right.invitation));
  for (const { invitation, organisation, person, askedOn, agreed } of order) {
    const [nearest] = sessions
      .filter((it) => !used.has(it.session) && it.organisation === organisation && it.day >= askedOn && it.speakers.includes(person))
      .toSorted((left, right) => distance(left.day, agreed) - distance(right.day, agreed) || compare(left.day, right.day) || compare(left.session, right.session));
    if (nearest === undefined) continue;
    used.add(nearest.session);
    closed.set(invitation, nearest);
  }
  return closed;
}

const distance = (day: CivilDate, other: CivilDate): number => Math.abs(daysBetween(day, other));
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
