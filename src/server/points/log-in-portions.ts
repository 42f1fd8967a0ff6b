import type { LogEntry } from '#domain/facts/fact.ts';
import type { Tx } from '#server/platform/database.ts';
import type { MemberRow } from './points-reads.ts';
import { logOfYears } from './year-reach.ts';

/** The people of two branches: their year is a few megabytes, where that of a whole bureau at once would be hundreds. */
const PERSONS_AT_ONCE = 100;

export interface Portion {
  readonly persons: readonly string[];
  /** What can change their points of the year, and perhaps nobody else's. */
  readonly log: readonly LogEntry[];
}

/**
 * The log of a year for many members, some at a time: whoever has evaluated a portion lets it go before the next is read, so
 * that what is held does not grow with the subtree that somebody asks for. Each portion is enough for its people (P1).
 * @param versions as {@link logOfYears} takes them.
 */
export async function* logInPortions(tx: Tx, members: readonly MemberRow[], year: number, versions: 'last' | 'all' = 'last'): AsyncGenerator<Portion> {
  for (const some of portionsOf(members)) {
    const persons = some.map(({ id }) => id);
    yield { persons, log: await logOfYears(tx, persons, year, year, versions) };
  }
}

/** Whoever is at home in one place stays together, however many they are: apart, their sessions would be read once for each portion. */
function portionsOf(members: readonly MemberRow[]): readonly (readonly MemberRow[])[] {
  const homes = new Map<string, MemberRow[]>();
  for (const it of members) {
    const there = homes.get(it.home);
    if (there) there.push(it);
    else homes.set(it.home, [it]);
  }
  const portions: MemberRow[][] = [];
  for (const some of homes.values()) {
    const last = portions.at(-1);
    if (last && last.length + some.length <= PERSONS_AT_ONCE) last.push(...some);
    else portions.push(some);
  }
  return portions;
}
