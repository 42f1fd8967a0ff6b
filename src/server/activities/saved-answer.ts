import { owedBy } from '#domain/activities/owed-make-up.ts';
import type { SessionSaved } from '#domain/activities/contract.ts';
import { attendancesAt } from '#domain/engine/attendance.ts';
import { type EvaluationInput, read } from '#domain/engine/reading.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { effectsIn, evaluationWith } from './attendance-reads.ts';
import { lateDaysOf } from './session-reads.ts';

/** What followed from a record: told by the evaluator, with the new entry in its log. */
export function savedAnswer(before: EvaluationInput, entry: LogEntryOf<'session'>, firstRecordedOn: string): SessionSaved {
  const evaluation = evaluationWith(before, entry);
  const reading = read(evaluation);
  const session = reading.world.sessions.get(entry.factId);
  const attendances = session ? attendancesAt(reading, session) : [];
  const owing = session ? attendances.flatMap((it) => owedBy(reading, session, it) ?? []).filter(({ required }) => required) : [];
  const count = (...statuses: readonly string[]): number => attendances.filter(({ status }) => statuses.includes(status)).length;
  return {
    session: entry.factId, version: entry.version,
    expected: count('present', 'madeUp', 'absent'), present: count('present'), excused: count('excused'),
    owing: owing.length === 0 ? null : { persons: owing.length, until: owing.map(({ until }) => until).toSorted().at(-1) ?? entry.day },
    lateDays: lateDaysOf(entry.day, firstRecordedOn), effects: [...effectsIn(evaluation, entry.factId, entry.day)],
  };
}
