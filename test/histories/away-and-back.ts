import { addDays, isWithin } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { History } from '#test/histories.ts';
import { uuid } from '#test/log-book.ts';

/**
 * The log with one more thing at its end: somebody is transferred on a day and back on the same day. His spell is
 * ended, one of no day elsewhere begins and ends, and one at home begins.
 */
export function awayAndBack({ log, bureau }: History, person: number, to: number, day: string): LogEntry[] {
  const spells = bureau.spells.get(bureau.people[person % bureau.people.length] ?? '') ?? [];
  const spell = spells.find(({ state }) => state.from < day && isWithin(day, state));
  const latest = log.findLast(({ factId }) => factId === spell?.factId);
  if (!spell || latest?.kind !== 'membership') return [...log];
  const ended = { ...latest, version: latest.version + 1, change: 'amended' as const, state: { ...spell.state, to: addDays(day, -1) } };
  const fresh = { ...latest, version: 1, change: 'recorded' as const, day };
  const away = { ...fresh, factId: uuid(800_001), state: { ...spell.state, organisation: bureau.branches[to] ?? '', from: day, to: addDays(day, -1) } };
  const back = { ...fresh, factId: uuid(800_002), state: { ...spell.state, from: day } };
  return [...log, ended, away, back].map((entry, index) => ({ ...entry, seq: index + 1 }));
}
