import { attendancesAt } from '#domain/engine/attendance.ts';
import { member } from '#domain/engine/subject.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { isMatched } from '#domain/engine/rule-match.ts';
import type { Words } from '#domain/words/words.ts';

/** What one session counted toward: under which rule, for how many people, and for how many it still waits. */
export interface SessionEffect {
  readonly rule: string;
  readonly label: Words;
  readonly persons: number;
  /** Of these, how many wait for another person's confirmation. */
  readonly proposed: number;
}

/** The effects of a session under the version in force on its day; the success message is this, not a second calculation. */
export function sessionEffects(reading: Reading, sessionId: string): readonly SessionEffect[] {
  const session = reading.world.sessions.get(sessionId) ?? reading.world.proposedSessions.get(sessionId);
  const version = session ? reading.book.on(session.day) : null;
  if (!session || !version) return [];
  const matching = (version.trees.get('points')?.rules ?? []).filter(({ rule }) => isMatched(session, rule.match));
  const came = attendancesAt(reading, session).filter((it) => it.status === 'present' || it.status === 'madeUp').length;
  const named = [...new Set([...session.state.speakers, ...session.state.exchanges, ...(session.state.host ? [session.state.host] : [])])];
  const raws = named.flatMap((person) => pointsOf(reading, member(person)).raws).filter((raw) => raw.fact.factId === sessionId);
  return matching.flatMap(({ rule }): SessionEffect[] => {
    if (rule.match.part === 'attendance') return came > 0 ? [{ rule: rule.id, label: rule.label, persons: came, proposed: 0 }] : [];
    const paying = raws.filter((raw) => raw.rule.id === rule.id);
    const proposed = paying.filter((raw) => raw.standing !== 'counted').length;
    return paying.length > 0 ? [{ rule: rule.id, label: rule.label, persons: paying.length - proposed, proposed }] : [];
  });
}
